"""Every study in view is a row or is named with the reason; what is not a number is told in words."""

import pytest

from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.forest.rows import ASSOCIATION, TREATMENT, forest_of
from evidence.vocabulary.fact import fact
from evidence.wording import forest as words
from tests.conftest import PAIN, means, small_pack

SLEEP = {
    "outcome": "sleep",
    "label": "Hours of sleep",
    "domain": "sleep",
    "better": "higher",
    "measure": "MD",
}
RELIEF = {"outcome": "relief", "label": "Relief", "domain": "pain", "better": "higher", "measure": "RR"}
LEVEL = {
    "outcome": "level",
    "label": "Blood level",
    "domain": "biomarker",
    "better": "higher",
    "measure": "MD",
}


def drawn(pack, panel=TREATMENT, **asked):
    return forest_of(evidence_in_view(pack, Selection(**asked)), panel)


def test_two_studies_with_the_same_label_stay_two_rows():
    pack = small_pack(
        [{"study_id": "A1", "citation": "Tan 2020"}, {"study_id": "A2", "citation": "Tan 2020"}],
        [means("r1", "A1", 4, 5), means("r2", "A2", 3, 5)],
    )
    rows = drawn(pack, outcome="pain").rows
    assert [row.study for row in rows] == ["Tan 2020", "Tan 2020"]
    assert len({row.study_id for row in rows}) == 2


def test_a_study_without_a_number_keeps_its_row_with_the_reason():
    pack = small_pack(
        [{"study_id": "A"}, {"study_id": "B"}],
        [
            means("r1", "A", 4, 5),
            {
                "result_id": "r2",
                "study_id": "B",
                "outcome": "pain",
                "contrast": "between groups",
                "p_value": 0.001,
                "note": "three-arm P = 0.001",
            },
        ],
    )
    silent = [row for row in drawn(pack).rows if not row.has_number]
    assert [(row.study_id, row.reason) for row in silent] == [("B", "three-arm P = 0.001")]


def test_every_study_in_view_is_a_row_or_is_named_with_the_reason(shipped):
    view = evidence_in_view(shipped, Selection())
    forests = [forest_of(view, panel) for panel in (TREATMENT, ASSOCIATION)]
    rows = {row.study_id for forest in forests for row in forest.rows}
    named = {study for forest in forests for _, names in forest.not_drawn for study in names}
    citations = view.studies.set_index("study_id")["citation"]
    assert {study_id for study_id in citations.index if citations[study_id] not in named} == rows
    assert len(rows) + len(named) == len(view.studies)


def test_the_rows_drawn_are_the_rows_in_view_for_every_outcome(shipped):
    for outcome in shipped.outcomes["outcome"]:
        view = evidence_in_view(shipped, Selection(outcome=outcome))
        drawn = [row.result_id for panel in (TREATMENT, ASSOCIATION) for row in forest_of(view, panel).rows if row.result_id]
        reviews = set(shipped.studies.loc[shipped.studies["design"] == "systematic review", "study_id"])
        expected = view.results[~view.results["study_id"].isin(reviews)]
        assert sorted(drawn) == sorted(expected["result_id"]), outcome


def test_an_association_is_never_on_the_treatment_axis():
    pack = small_pack(
        [{"study_id": "A"}, {"study_id": "K", "design": "case-control", "compound": "not applicable"}],
        [
            means("r1", "A", 4, 5),
            means("r2", "K", 4, 5, contrast="cases and controls"),
        ],
    )
    assert [row.study_id for row in drawn(pack).rows] == ["A"]
    assert [row.study_id for row in drawn(pack, ASSOCIATION, outcome="pain").rows] == ["K"]


def test_biomarkers_stay_out_of_the_overview_of_treatment_outcomes():
    pack = small_pack(
        [{"study_id": "A"}],
        [means("r1", "A", 4, 5, outcome="level"), means("r2", "A", 4, 5)],
        outcomes=[LEVEL, PAIN],
    )
    assert [row.result_id for row in drawn(pack, results="all").rows] == ["r2"]


def test_left_is_better_and_a_mirrored_outcome_says_so():
    pack = small_pack([{"study_id": "A"}], [means("r1", "A", 7, 6, outcome="sleep")], outcomes=[PAIN, SLEEP])
    (row,) = drawn(pack).rows
    assert row.estimate < 0
    assert row.effect.mirrored and "mirrored" in words.remark(row)
    native = drawn(pack, outcome="sleep")
    assert native.rows[0].estimate == pytest.approx(1)
    assert native.axis.right == fact("favours", what="tea")


def test_the_overview_shows_one_result_a_study_unless_all_are_asked_for():
    pack = small_pack(
        [{"study_id": "A"}],
        [
            means("early", "A", 4, 5, week=2),
            means("late", "A", 4, 5, week=8),
            means("sleep", "A", 6, 5, outcome="sleep"),
        ],
        outcomes=[PAIN, SLEEP],
    )
    assert [row.result_id for row in drawn(pack).rows] == ["late"]
    assert len(drawn(pack, results="all").rows) == 3


def test_ratios_stand_on_a_log_axis_and_are_told_on_their_natural_scale():
    pack = small_pack(
        [{"study_id": "A"}],
        [
            {
                "result_id": "r",
                "study_id": "A",
                "outcome": "relief",
                "contrast": "between groups",
                "events_1": 20,
                "n_1": 40,
                "events_2": 10,
                "n_2": 40,
            }
        ],
        outcomes=[RELIEF],
    )
    forest = drawn(pack, outcome="relief")
    assert forest.axis.is_ratio
    assert forest.rows[0].estimate == pytest.approx(0.6931, abs=1e-4)
    assert words.estimate(forest.rows[0], forest.axis).startswith("2.00 [")
    assert 1 in [value for _, value in forest.axis.ticks]


def test_a_change_without_control_is_hollow_and_never_called_an_effect():
    pack = small_pack(
        [{"study_id": "B", "design": "before-after", "blinding": "open label"}],
        [
            means("r", "B", 3, 5, contrast="before-after", comparator=""),
        ],
    )
    forest = drawn(pack, outcome="pain")
    assert forest.rows[0].hollow
    assert "no control group" in words.heading(forest.rows[0].group)
    assert "effect" not in words.sentence(forest.rows[0], forest.axis)


def test_an_interval_that_leaves_the_axis_keeps_its_true_numbers_in_the_text():
    pack = small_pack(
        [{"study_id": name} for name in "ABCD"],
        [
            *(means(f"r{name}", name, 4, 5) for name in "ABC"),
            means("wide", "D", 4, 5, sd_1=90, sd_2=90, n_1=4, n_2=4),
        ],
    )
    forest = drawn(pack, outcome="pain")
    wide = next(row for row in forest.rows if row.result_id == "wide")
    assert wide.ci_high > forest.axis.high
    assert words.estimate(wide, forest.axis) == "\u22121.00 [\u2212125.73, 123.73]"


def test_the_sentence_says_who_what_and_whether_the_interval_includes_no_difference():
    pack = small_pack([{"study_id": "A", "n_analysed": 60, "duration_weeks": 9}], [means("r", "A", 3, 5, week=4)])
    forest = drawn(pack, outcome="pain")
    assert words.sentence(forest.rows[0], forest.axis) == (
        "A, randomised, Pain score, green tea \u00b7 week 4, 60 people: MD \u22122.00 [\u22123.01, \u22120.99]; "
        "interval excludes no difference."
    )
