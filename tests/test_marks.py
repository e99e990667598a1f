"""A judgement about one outcome marks that outcome, and never the study as a whole."""

from evidence.club.session import session_of
from evidence.drawings.studies import study_table
from evidence.drawings.table import forest_table
from evidence.facts.marks import all_marks, marks_for, marks_of
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.forest.layout import layout_of
from evidence.forest.panel import panel_of
from evidence.forest.rows import forest_of
from evidence.study.comparison import comparison_of
from evidence.study.page import study_page
from evidence.wording.html import render
from tests.conftest import PAIN, small_pack

ROW = {"study_id": "A", "tool": "RoB 2", "tool_version": "2019", "rationale": "Because."}
OTHER = {**PAIN, "outcome": "days", "label": "Days"}
MEASURED = "measurement of the outcome"


def pack_of(*rows):
    return small_pack(
        [{"study_id": "A"}, {"study_id": "B"}], outcomes=[PAIN, OTHER], appraisals=[{**ROW, **row} for row in rows]
    )


def judged(marks):
    return {mark.domain: mark.judgement for mark in marks.domains} | {"overall": marks.overall.judgement}


def test_a_judgement_for_an_outcome_goes_before_one_for_the_study():
    pack = pack_of(
        {"domain": MEASURED, "judgement": "high", "outcome": "pain"},
        {"domain": "overall", "judgement": "high", "outcome": "pain"},
        {"domain": MEASURED, "judgement": "low"},
        {"domain": "missing outcome data", "judgement": "some concerns"},
        {"domain": "overall", "judgement": "some concerns"},
    )
    pain, days, whole = (judged(marks_of(pack, "A", outcome)) for outcome in ("pain", "days", None))
    assert (pain[MEASURED], pain["missing outcome data"], pain["overall"]) == ("high", "some concerns", "high")
    assert days == whole
    assert (whole[MEASURED], whole["overall"]) == ("low", "some concerns")
    assert all_marks(pack)["A"] == marks_of(pack, "A")


def test_an_overall_judgement_of_the_study_is_not_carried_to_an_outcome_with_a_worse_domain():
    pack = pack_of(
        {"domain": MEASURED, "judgement": "high", "outcome": "pain"},
        {"domain": MEASURED, "judgement": "low"},
        {"domain": "overall", "judgement": "low"},
    )
    assert judged(marks_for(pack, "A", "pain"))["overall"] == "not assessed"
    assert judged(marks_for(pack, "A", "days"))["overall"] == "low"


def test_where_only_outcomes_were_judged_the_study_has_the_marks_of_the_first():
    pack = pack_of(
        {"domain": "overall", "judgement": "high", "outcome": "days"},
        {"domain": "overall", "judgement": "low", "outcome": "pain"},
    )
    assert all_marks(pack)["A"].overall.judgement == "high"
    assert marks_for(pack, "A", "pain").overall.judgement == "low"


def test_a_judgement_for_another_outcome_says_nothing_about_this_one():
    pack = pack_of({"domain": "overall", "judgement": "low", "outcome": "days"})
    assert marks_for(pack, "A", "pain").overall.judgement == "not assessed"


def test_nothing_entered_is_not_assessed():
    pack = pack_of({"domain": "overall", "judgement": "low"})
    assert all_marks(pack)["B"].overall.judgement == "not assessed"
    assert marks_for(pack, "B", "pain").domains == ()


def test_a_tool_without_an_overall_judgement_is_nowhere_given_an_empty_one(shipped):
    view = evidence_in_view(shipped, Selection())
    jbi = [study for study, marks in all_marks(shipped).items() if marks.tool == "JBI case report"]
    assert jbi
    for study in jbi:
        marks = all_marks(shipped)[study]
        assert marks.drawn == marks.domains
        assert "Overall" not in render("study_quality.html", page=study_page(study, view))
        assert [part.key for part in session_of(view, study).step("bias").parts] == [each.domain for each in marks.domains]
        (tool,) = comparison_of((study, "Jadidi2022"), view).bias[:1]
        assert "overall" not in [row.domain for row in tool.rows]
    assert "no overall judgement" in study_table(view)
    forest = forest_of(view)
    board = forest_table(forest, layout_of(forest, panel_of(forest, view), whole=True), view)
    assert "Risk of bias, Sinniah, case report: no overall judgement" in board
    judged_overall = [row for row in forest.rows if row.record.marks.tool and row.record.marks.tool != "JBI case report"]
    assert board.count("k-all") == len(judged_overall)
    tables = {part.key: part.grid for part in session_of(view).step("bias").parts}
    assert len(tables["JBI case report"].headings) == len(tables["JBI case report"].rows[0]) == 9
    assert len(tables["RoB 2"].headings) == len(tables["RoB 2"].rows[0]) == 7
