"""A judgement about one outcome marks that outcome, and never the study as a whole."""

from evidence.facts.marks import all_marks, marks_for, marks_of
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
