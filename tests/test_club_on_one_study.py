"""A journal club on one study: its own arms, result, power and take-home, its tool's questions, guidelines in time, the full
text; in a short and a long version. Whatever the design, and whatever was not read.
"""

import pytest

from evidence.addresses import club_link
from evidence.club.beside import found_beside
from evidence.club.one_study import other_arms
from evidence.club.positions import REPORTED, place_of, positions
from evidence.club.session import FULL_TEXT, KINDS, LENGTHS, LONG, SHORT, session_of
from evidence.facts.marks import all_marks
from evidence.facts.parameters import CITED, unknown_parameters
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.facts.wanted import wanted_of_study
from evidence.packs.pack import read_pack
from evidence.rooms.questions import asked_parts, parts_at, questions_at
from evidence.study.page import study_page
from evidence.vocabulary.designs import DESIGNS
from evidence.vocabulary.signalling import signalled_domains, signalling_questions
from evidence.vocabulary.tools import TOOLS
from evidence.wording.say import say
from tests.conftest import ROOT, means, small_pack

PACKS = ("shipped", "headache", "bcg", "mixed")


@pytest.fixture(scope="module")
def mixed():
    return read_pack(ROOT / "tests" / "packs" / "mixed")


@pytest.fixture(params=PACKS)
def pack(request):
    return request.getfixturevalue(request.param)


def club(pack, study_id, length=LONG, **filters):
    return session_of(evidence_in_view(pack, Selection(**filters)), study_id, length)


def every_text(session):
    """Everything a session says, in words."""
    told = []
    for step in session.steps:
        told += [*step.sentences, *(text for _, text in step.pairs), *(words for words, _ in step.links)]
        told += [cell for grid in step.grids for row in grid.rows for cell in row]
        told += [text for part in step.parts for text in (part.question, *part.ours, *part.checks, part.note)]
    return [say(each) for each in told]


def answers(session, kind):
    return {pair.label.kind.removeprefix("label "): say(pair.text) for pair in session.step(kind).pairs}


def test_every_arm_is_named_also_one_that_no_result_compares(shipped):
    assert answers(club(shipped, "Jadidi2022"), "question")["comparison"] == "placebo; vitamin B6 40 mg a day"
    assert "compression stockings" in answers(club(shipped, "NCT04694417"), "question")["comparison"]
    for study in shipped.rows.studies:
        results = tuple(each for each in shipped.rows.results if each.study_id == study.study_id)
        for arm in other_arms(study, results):
            assert arm in answers(club(shipped, study.study_id), "question")["comparison"]


def test_an_arm_of_a_result_alone_is_named_too_and_none_twice():
    made = small_pack(
        [{"study_id": "A2001", "comparator": "placebo"}], [means("a", "A2001", 3, 5, comparator="Tea; Placebo")]
    )
    assert answers(club(made, "A2001"), "question")["comparison"] == "placebo; Tea"


def test_what_was_not_read_is_said_to_be_not_stated(shipped):
    told = answers(club(shipped, "Marshall2019RCT"), "question")
    assert told["dose"] == told["length"] == "not stated" and "not stated" in told["intervention"]
    assert answers(club(shipped, "Jadidi2022"), "methods")["people"] == "enrolled: 75; analysed: not stated"
    assert "What is not stated here may stand in the full text" in say(
        club(shipped, "Jadidi2022").step("question").sentences
    )


def test_no_study_of_any_pack_is_told_the_certainty_of_all(pack):
    ratings = {rating.statement for rating in pack.rows.certainty}
    words = [f"{rating.certainty} certainty" for rating in pack.rows.certainty]
    for study in pack.rows.studies:
        for length in LENGTHS:
            said = every_text(club(pack, study.study_id, length))
            assert ratings.isdisjoint(said)
            assert not [text for text in said if any(each in text for each in words)]


def test_beside_the_prediction_stands_what_the_study_itself_found(shipped):
    found = found_beside(club(shipped, "Supakatisant2015"))
    assert say(found["direction"]).startswith(
        "Half as many cramps or fewer: RR 1.42 [1.09, 1.86]; interval excludes no difference"
    )
    assert say(found["risk of bias"]) == "some concerns"
    silent = say(found_beside(club(shipped, "Jadidi2022"))["direction"])
    assert silent.startswith("Nothing to plot") and "three-arm P = 0.001" in silent


def test_every_question_of_the_expectation_has_its_answer(pack):
    for study_id in ("", *(study.study_id for study in pack.rows.studies)):
        session = club(pack, study_id)
        assert {part.key for part in session.step("expectation").parts} <= set(found_beside(session))


def test_every_result_that_was_read_is_told_with_its_groups_or_why_it_has_no_number(shipped):
    for study in shipped.rows.studies:
        session = club(shipped, study.study_id)
        read = [each for each in shipped.rows.results if each.study_id == study.study_id]
        assert sum(len(grid.rows) for grid in session.step("result").grids) == len(read)
        assert (REPORTED in [place.address for place in positions(session)]) == bool(read)
    (grid,) = club(shipped, "Supakatisant2015").step("result").grids
    assert say(grid.rows[0][2]) == "magnesium: 37 of 43; placebo: 26 of 43"


def test_results_that_a_filter_hides_are_counted(shipped):
    said = say(club(shipped, "Supakatisant2015", outcome="half as many cramps").step("result").sentences)
    assert "hides 2 results of other outcomes" in said


def test_every_domain_of_every_tool_has_questions_that_yes_answers_in_favour():
    for tool in TOOLS.values():
        for domain in tool.domain_names:
            assert signalling_questions(tool.name, domain)
    for tool, domain in signalled_domains():
        assert not TOOLS[tool].domains or domain in TOOLS[tool].domain_names
        questions = signalling_questions(tool, domain)
        assert len(set(questions)) == len(questions) and all("?" in each for each in questions)


def test_each_domain_comes_with_the_questions_of_the_tool_that_was_used_or_says_that_there_are_none(pack):
    for study in pack.rows.studies:
        tool = all_marks(pack)[study.study_id].tool
        for part in club(pack, study.study_id).step("bias").parts:
            asked = signalling_questions(tool, part.key)
            if part.key == "overall":
                assert not part.checks and not part.note
            elif TOOLS[tool].domains:
                assert tuple(map(say, part.checks)) == asked != ()
            else:
                assert say(part.question) in asked or say(part.note) == "This domain has no signalling questions here."


def test_guidelines_written_after_the_study_come_first(shipped):
    (grid,) = club(shipped, "Supakatisant2015").step("guidelines").grids
    order = [row[3].kind for row in grid.rows]
    assert order[0] == "written after the study" and order.index("written before the study") > 0
    known = ["written after the study", "written in the same year", "written before the study", "order not known"]
    assert order == sorted(order, key=known.index)


def test_what_a_study_could_have_detected_or_why_that_is_not_known(pack):
    for study in pack.rows.studies:
        step = club(pack, study.study_id).step("power")
        assert step.sentences or step.grids
    three = club(pack, "Jadidi2022").step("power") if "Jadidi2022" in set(pack.studies["study_id"]) else None
    assert three is None or "It had 3 arms" in say(three.sentences)


def test_the_full_text_step_names_every_gap_and_where_to_read(shipped):
    session = club(shipped, "Jadidi2022")
    (grid,) = session.step(FULL_TEXT).grids
    said = " ".join(say(row[0]) for row in grid.rows)
    assert "mean, SD and number of people" in said and "salt or of the element" in said and "missing outcome data" in said
    assert [address for _, address in session.step(FULL_TEXT).links] == ["https://doi.org/10.1186/s12906-022-03814-8"]
    assert "no link to a full text" in say(club(shipped, "Sinniah").step(FULL_TEXT).sentences)


def test_a_study_that_weighs_little_has_its_gaps_named_all_the_same(shipped):
    reasons = {each.table for each in wanted_of_study(shipped, "NCT00963638")}
    assert reasons == {"results", "studies", "appraisals"}
    assert wanted_of_study(shipped, "Garrison2020") == () == wanted_of_study(shipped, "nobody")


def test_the_short_version_has_at_most_ten_steps_and_fewer_places(pack):
    for study_id in ("", *(study.study_id for study in pack.rows.studies)):
        long, short = club(pack, study_id), club(pack, study_id, SHORT)
        assert len(short.kinds) == 10 and set(short.kinds) <= set(long.kinds) <= set(KINDS)
        places = positions(short)
        assert len({place.step for place in places}) == 10 and len(places) <= len(positions(long))
        assert len({place.address for place in places}) == len(places)
        if study_id:
            assert len(places) <= 14


def test_the_short_version_keeps_every_judgement_with_its_reason(shipped):
    for study in shipped.rows.studies:
        marks = all_marks(shipped)[study.study_id]
        parts = club(shipped, study.study_id, SHORT).step("bias").parts
        if marks.tool:
            (part,) = parts
            assert [say(row[2]) for row in part.grid.rows] == [mark.rationale or "no reason given" for mark in marks.drawn]


def test_the_short_version_of_a_view_says_which_tools_it_leaves_to_the_long_one(shipped):
    step = session_of(evidence_in_view(shipped, Selection()), "", SHORT).step("bias")
    assert len(step.parts) == 1 and "ROBINS-I and JBI case report" in say(step.sentences)


def test_a_place_of_one_version_leads_to_the_same_step_of_the_other(shipped):
    long, short = (positions(club(shipped, "Supakatisant2015", length)) for length in LENGTHS)
    assert short[place_of("bias-4-ours", short)].address == "bias-1"
    assert long[place_of("result-2", long)].address == "result-2"


def test_the_version_stands_in_links_and_is_no_slip():
    assert "length" in CITED and unknown_parameters(["length"]) == ()


@pytest.mark.parametrize("length", LENGTHS)
def test_phones_are_asked_what_the_screen_asks(pack, length):
    for study in pack.rows.studies:
        session = club(pack, study.study_id, length)
        for place in positions(session):
            parts = parts_at(session, place)
            assert [question.heading.casefold() for question in questions_at(session, place)] == [
                say(part.heading).casefold() for part in parts
            ]
            assert all(len(part.options) > 1 for part in parts)
        for part in asked_parts(session, "bias"):
            keys = [option.key for option in part.options]
            assert keys.count("no information") == (length == LONG)


def test_the_page_of_a_study_leads_to_its_club_with_the_filters(shipped):
    selection = Selection(design=("randomised trial",))
    page = study_page("Jadidi2022", evidence_in_view(shipped, selection))
    assert page.club == club_link("Jadidi2022", selection) == "journal_club?study=Jadidi2022&design=randomised+trial"


def test_every_design_of_the_packs_has_a_question_that_fits_it(shipped):
    for study in shipped.rows.studies:
        about = DESIGNS[study.design]
        kinds = {
            "ask association": about.observational,
            "ask direction of a review": about.is_review,
            "ask direction of a change": about.treats and not about.has_control,
            "ask direction of a trial": about.is_trial and about.has_control,
        }
        assert kinds[club(shipped, study.study_id).step("expectation").parts[0].question.kind]
