"""The summary of findings: every number with what it is, indirect evidence named so, nothing where nothing is rated."""

import csv
import io
import re
import zipfile
from dataclasses import replace

import openpyxl
import pytest

from evidence.club.session import session_of
from evidence.downloads.bundle import FINDINGS as FILE
from evidence.downloads.bundle import bundle
from evidence.downloads.deck import deck
from evidence.downloads.export_xlsx import FINDINGS, xlsx_bytes
from evidence.downloads.findings_files import COLUMNS, findings_frame
from evidence.downloads.handout import handout
from evidence.drawings.findings import findings_table
from evidence.facts import findings as worked_out
from evidence.facts.findings import findings, studies_without_result
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.wording import findings as worded
from evidence.wording.findings import lines_of
from evidence.wording.language import speaking
from evidence.wording.say import say
from tests.conftest import PAIN, means, small_pack
from tests.pseudo import Pseudo, undone
from tests.test_bottom_line import RATING
from tests.test_deck import opened, shapes
from tests.test_handout import plain

HARM = {"outcome": "nausea", "label": "Nausea", "domain": "harms", "better": "lower", "measure": "RR"}
ALONE = {"outcome": "pain", "contrast": "before-after", "measure": "MC", "estimate": -2, "ci_low": -3, "ci_high": -1}
PLACEBO = {
    "reference_id": "p",
    "outcome": "pain",
    "kind": "placebo response",
    "contrast": "before-after",
    "label": "Placebo arms",
    "estimate": -1.5,
    "statement": "Placebo arms fall by 1.5.",
    "source": "A review",
    "read_as": "abstract",
}


def rated(*outcomes):
    return [{**RATING, "outcome": each} for each in outcomes]


def row_of(pack, outcome):
    return next(row for each, row in zip(findings(pack), lines_of(pack), strict=True) if each.outcome.outcome == outcome)


def test_a_change_without_a_control_group_is_named_so_with_its_reference_beside_it(shipped):
    row = row_of(shipped, "IRLS")
    (number,) = row.numbers
    assert number.startswith("Gorantla 2024, RLS severity (IRLS): mean change \u22126.67 [\u221211.00, \u22122.33] points")
    assert "change without a control group" in number
    assert any("placebo" in said and "\u22126.58 points" in said for said, _ in row.beside)
    assert not any("Iron" in said for said, _ in row.beside)
    assert not row.pooled


def test_harms_name_indirect_evidence_as_such(shipped):
    row = row_of(shipped, "adverse events")
    assert not row.numbers
    (review,) = [each for each in row.indirect if each.startswith("Liu 2021")]
    assert "odds ratio 1.82 [0.90, 3.69]" in review
    assert "leg cramps in pregnancy" in review and "pooled by a review" in review
    assert "Indirect, from other conditions" in findings_table(shipped)
    assert all(not each.indirect for each in findings(shipped) if each.outcome.domain != "harms")


def test_rows_follow_the_ratings_and_count_only_direct_studies(shipped):
    assert [row.outcome.outcome for row in findings(shipped)] == list(shipped.certainty["outcome"])
    indirect = {each.citation for each in shipped.rows.studies if each.directness == "indirect"}
    for row in findings(shipped):
        assert not {each.study for each in (*row.numbers, *row.silent)} & indirect
        assert {each.study for each in row.indirect} <= indirect


def test_studies_of_which_no_result_was_read_are_told_below_the_table(shipped):
    counts, names = studies_without_result(shipped)
    assert names and "1 or 2 randomised trials" in say(counts)
    assert all(name in plain(findings_table(shipped)) for name in names)


def test_trials_that_may_be_pooled_are_pooled_and_a_change_stands_apart():
    pack = small_pack(
        [
            {"study_id": "A", "n_analysed": 60},
            {"study_id": "B"},
            {"study_id": "C", "design": "before-after"},
            {"study_id": "D", "directness": "indirect"},
        ],
        [
            means("a", "A", 4, 5),
            means("b", "B", 4, 5),
            {**ALONE, "result_id": "c", "study_id": "C"},
            means("d", "D", 1, 9),
        ],
        certainty=rated("pain"),
        reference_values=[PLACEBO],
    )
    (row,) = lines_of(pack)
    assert row.pooled[0].startswith("Pooled, 2 trials, Pain score: mean difference \u22121.00 [")
    assert row.in_short == row.pooled[0]
    assert row.studies == (
        "2 randomised trials, 60 participants in 1 of them, size of the others unknown",
        "1 before-after study, number of participants not known",
    )
    assert [each.split(",")[0] for each in row.numbers] == ["A", "B", "C"]
    assert "change without a control group" in row.numbers[2] and "compared with water" in row.numbers[0]
    assert row.beside[0][0] == "Placebo arms: \u22121.5, no interval read"


def test_an_estimate_without_an_interval_stands_alone_and_says_so():
    reported = {"result_id": "a", "study_id": "A", "outcome": "pain", "contrast": "between groups", "comparator": "water"}
    pack = small_pack(
        [{"study_id": "A"}],
        [{**reported, "measure": "MD", "estimate": -1.25, "note": "no interval printed"}],
        certainty=rated("pain"),
    )
    (row,) = lines_of(pack)
    assert row.numbers == (
        "A, Pain score: mean difference \u22121.25, lower is better; no interval read; compared with water; "
        "no interval printed",
    )


def test_a_rated_outcome_has_its_own_row_and_harms_give_reference_values_as_sentences():
    nausea = {"result_id": "n", "study_id": "A", "outcome": "nausea", "contrast": "between groups", "note": "no counts"}
    nocebo = {**PLACEBO, "reference_id": "n", "outcome": "nausea", "statement": "4 in 10 on placebo feel sick."}
    pack = small_pack(
        [{"study_id": "A"}],
        [means("a", "A", 4, 5), nausea],
        outcomes=[PAIN, HARM],
        certainty=rated("pain", "nausea"),
        reference_values=[PLACEBO, nocebo],
    )
    pain, harm = lines_of(pack)
    assert [said for said, _ in harm.beside] == ["4 in 10 on placebo feel sick."]
    assert pain.beside == () and not pain.silent
    assert harm.silent == ("A, Nausea: no counts",) and harm.in_short == "no result with a number in this condition"


def test_every_reason_of_grade_stands_in_the_row_as_it_was_written(shipped):
    page = plain(findings_table(shipped))
    for rating in shipped.rows.certainty:
        for name in ("risk_of_bias", "inconsistency", "indirectness", "imprecision", "publication_bias", "rationale"):
            assert re.sub(r"\s+", " ", getattr(rating, name)) in page


def test_a_pack_without_ratings_shows_nothing(bcg):
    view = evidence_in_view(bcg, Selection())
    assert findings_table(bcg) == ""
    assert FINDINGS not in openpyxl.load_workbook(io.BytesIO(xlsx_bytes(view))).sheetnames
    assert FILE not in zipfile.ZipFile(io.BytesIO(bundle(view))).namelist()
    assert "Summary of findings" not in [
        slide.shapes.title.text_frame.text for slide in opened(deck(session_of(view))).slides
    ]
    assert "Summary of findings" not in handout(session_of(view)).decode()


def test_many_results_are_shortened_in_the_table_and_whole_in_the_file():
    studies = [{"study_id": f"S{n}", "design": "before-after"} for n in range(30)]
    results = [{**ALONE, "result_id": f"r{n}", "study_id": f"S{n}"} for n in range(30)]
    pack = small_pack(studies, results, certainty=rated("pain"))
    assert "and 10 more" in plain(findings_table(pack))
    assert len(findings_frame(pack)["found"][0].split("\n")) == 30


@pytest.mark.parametrize("n", [6, 12])
def test_each_outcome_is_worked_out_once_however_many_rows_it_stands_in(n, monkeypatch):
    outcomes = [{**PAIN, "outcome": f"o{each}", "label": f"O {each}"} for each in range(n)]
    results = [{**ALONE, "result_id": f"r{each}", "study_id": "A", "outcome": f"o{each}"} for each in range(n)]
    values = [{**PLACEBO, "reference_id": f"p{each}", "outcome": f"o{each}"} for each in range(n)]
    names = [each["outcome"] for each in outcomes]
    studies = [{"study_id": "A", "design": "before-after"}]
    pack = small_pack(studies, results, outcomes, certainty=rated(*names[: n // 2]), reference_values=values)
    called = []
    for name in ("against", "found_of", "pool"):
        work = getattr(worked_out, name)
        monkeypatch.setattr(worked_out, name, lambda *given, of=work, name=name: called.append(name) or of(*given))
    rows = findings(pack)
    assert [(len(row.numbers), len(row.beside)) for row in rows] == [(1 + n - n // 2, 1 + n - n // 2)] * (n // 2)
    assert {name: called.count(name) for name in called} == {"against": n, "found_of": n, "pool": n}


def test_rows_are_put_into_words_once_for_each_language(monkeypatch, shipped):
    pack = replace(shipped)
    said = []
    monkeypatch.setattr(worded, "_lines", lambda row, *words, of=worded._lines: said.append(row) or of(row, *words))
    english = lines_of(pack)
    assert lines_of(pack) is english and len(said) == len(english)
    with speaking(Pseudo()):
        foreign = lines_of(pack)
    assert undone(foreign[0].studies[0]) == english[0].studies[0] != foreign[0].studies[0]
    assert lines_of(pack) is english and len(said) == 2 * len(english)


def test_text_of_the_data_is_never_markup():
    nasty = small_pack(
        [{"study_id": "A", "citation": "<b>A</b>"}],
        [means("a", "A", 4, 5)],
        certainty=[{**RATING, "imprecision": "<i>few</i>"}],
    )
    assert "<b>A" not in findings_table(nasty) and "<i>few" not in findings_table(nasty)


def test_slide_hand_out_sheet_and_file_hold_every_row(shipped):
    view = evidence_in_view(shipped, Selection(directness=("indirect",)))
    rows = lines_of(shipped)
    tables = [
        shape.table for shape in shapes(deck(session_of(view))) if shape.has_table and shape.name == "Summary of findings"
    ]
    assert len(tables) == 1
    assert [tables[0].cell(place, 0).text for place in range(1, len(rows) + 1)] == [row.outcome for row in rows]
    page = plain(handout(session_of(view)).decode())
    assert all(row.outcome in page and row.certainty in page for row in rows)
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(view)))[FINDINGS]
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    text = zipfile.ZipFile(io.BytesIO(bundle(view))).read(FILE).decode("utf-8-sig")
    (first, *_) = csv.DictReader(io.StringIO(text))
    frame = findings_frame(shipped)
    assert (first["outcome"], first["found"]) == (frame["outcome"][0], frame["found"][0])
    assert len(frame) == sheet.max_row - 1 == len(rows)
