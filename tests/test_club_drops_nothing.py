"""What a session tells and asks about how studies were done leaves out no domain, study or sign, and invents no dose."""

import pytest

from evidence.club.session import session_of
from evidence.facts.marks import all_marks
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.packs.pack import read_pack
from evidence.wording.say import say
from tests.conftest import ROOT, small_pack

PACKS = ("data", "examples/bcg", "tests/packs/headache", "tests/packs/mixed")
CHECKLIST = {"tool": "JBI case report", "tool_version": "2020", "rationale": "Because."}
HISTORY, CONDITION, EVENTS = "history and timeline", "clinical condition on presentation", "adverse events"


def session(pack):
    return session_of(evidence_in_view(pack, Selection()))


def read(name):
    return read_pack(ROOT / name)


@pytest.mark.parametrize("name", PACKS)
def test_every_domain_can_be_chosen_and_every_appraised_study_stands_in_a_table(name):
    pack = read(name)
    told = [
        (study, option.key)
        for part in session(pack).step("bias").parts
        for study, *_ in part.grid.rows
        for option in part.options
    ]
    judged = [
        (study.citation, mark.domain) for study in pack.rows.studies for mark in all_marks(pack)[study.study_id].domains
    ]
    assert sorted(told) == sorted(judged)


def test_two_studies_of_one_name_both_stand_in_the_table():
    row = {**CHECKLIST, "domain": HISTORY, "judgement": "yes"}
    studies = [{"study_id": study, "citation": "Alpha 2001"} for study in ("A", "B")]
    (part,) = (
        session(small_pack(studies, appraisals=[{**row, "study_id": study} for study in ("A", "B")])).step("bias").parts
    )
    assert len(part.grid.rows) == 2 and part.question["n"] == 2


def test_studies_with_other_free_domains_stand_under_domains_of_their_own():
    judged = {
        "A": ((HISTORY, "yes"), (CONDITION, "no")),
        "B": ((CONDITION, "yes"), (HISTORY, "no")),
        "C": ((HISTORY, "unclear"), (EVENTS, "yes")),
        "D": ((EVENTS, "not assessed"),),
    }
    rows = [
        {**CHECKLIST, "study_id": study, "domain": domain, "judgement": judgement}
        for study, each in judged.items()
        for domain, judgement in each
    ]
    studies = [{"study_id": study, "design": "case report", "structure": "single arm"} for study in judged]
    parts = session(small_pack(studies, appraisals=rows)).step("bias").parts
    assert len({part.key for part in parts}) == len(parts) == 3
    assert [[option.key for option in part.options] for part in parts] == [[HISTORY, CONDITION], [HISTORY, EVENTS], [EVENTS]]
    assert [[list(map(say, row)) for row in part.grid.rows] for part in parts] == [
        [["A", "+", "×"], ["B", "×", "+"]],
        [["C", "?", "+"]],
        [["D", "not assessed"]],
    ]
    assert [[say(text) for text in part.ours[1:]] for part in parts] == [["+ yes; × no"], ["+ yes; ? unclear"], []]


def test_the_signs_of_a_table_are_explained_below_it(shipped):
    for part in session(shipped).step("bias").parts:
        used = {say(cell).partition(" ")[0] for _, *row in part.grid.rows for cell in row}
        explained = {each.partition(" ")[0] for each in say(part.ours[1]).split("; ")}
        assert used == explained


def test_only_a_study_that_gives_nothing_is_said_to_have_no_dose(shipped):
    grid = session(shipped).step("methods").grids[1]
    place = [say(heading) for heading in grid.headings].index("Dose")
    said = {study: say(row[place]) for study, *row in ((row[0], *row) for row in grid.rows)}
    none = {study.citation for study in shipped.rows.studies if study.compound == "not applicable"}
    assert {study for study, dose in said.items() if dose == "not applicable"} == none


def test_a_pack_without_compounds_and_doses_has_no_column_for_them():
    grid = session(small_pack([{"study_id": "A", "compound": "not stated"}])).step("methods").grids[1]
    headings = [say(heading) for heading in grid.headings]
    assert "Dose" not in headings and all(len(row) == len(headings) for row in grid.rows)
