"""Effects agree with metafor, and a row without a number says why."""

import json
import math
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from made_tables import outcomes_table, results_table

from evidence.statistics.effects import native_effects, standardised_effects

ORACLE = json.loads((Path(__file__).parent / "oracles" / "effects.json").read_text())
EFFECTS = {"native": native_effects, "standardised": standardised_effects}
MEANS = {"value_type": "final", "mean_1": 3, "sd_1": 2, "n_1": 20, "mean_2": 5, "sd_2": 2.5, "n_2": 22}
EVENTS = {"events_1": 3, "n_1": 20, "events_2": 8, "n_2": 22}
BEFORE_AFTER = {**MEANS, "contrast": "before-after", "n_2": 20}


def one_effect(scale: str, row: dict[str, object], measure: str = "MD", better: str = "lower", r: float = 0.5) -> pd.Series:
    outcomes = outcomes_table({"outcome": "other", "measure": measure, "better": better})
    return EFFECTS[scale](results_table({"outcome": "other", **row}), outcomes, correlation=r).iloc[0]


@pytest.mark.parametrize("scale", EFFECTS)
@pytest.mark.parametrize("case", ORACLE["cases"], ids=lambda case: case["name"])
def test_every_effect_agrees_with_metafor(scale: str, case: dict) -> None:
    effect = one_effect(scale, case["row"], case["outcome_measure"], r=case.get("correlation", 0.5))
    expected = case.get(scale)
    if expected is None:
        assert np.isnan(effect["estimate"]) and effect["reason"]
        return
    assert effect["measure"] == expected["measure"]
    for name in ("estimate", "ci_low", "ci_high"):
        natural = np.exp(expected[name]) if expected["measure"] in ("RR", "OR") else expected[name]
        assert effect[name] == pytest.approx(natural, rel=ORACLE["tolerance"], abs=1e-9), name
    assert effect["se"] == pytest.approx(expected["se"], rel=ORACLE["tolerance"])
    assert effect["df"] == expected["df"] if expected["df"] is not None else math.isnan(effect["df"])
    assert effect["rule"] and effect["formula"] and not effect["reason"]


def test_the_oracle_covers_every_measure() -> None:
    measures = {case[scale]["measure"] for case in ORACLE["cases"] for scale in EFFECTS if case.get(scale)}
    assert measures == {"MD", "SMD", "RR", "OR", "OR2DL", "MC", "SMCC"}


@pytest.mark.parametrize(
    ("row", "measure", "reason"),
    [
        ({"p_value": 0.001}, "MD", "only P = 0.001"),
        ({"p_value": 0.001, "note": "three arms, no group means"}, "MD", "three arms, no group means"),
        ({}, "MD", "no usable number"),
        ({"mean_1": 3, "n_1": 20, "mean_2": 5, "n_2": 22}, "MD", "without every SD"),
        ({"events_1": 3, "n_1": 20, "events_2": 8}, "RR", "events were reported"),
        ({**EVENTS, "contrast": "before-after"}, "MC", "who changed was not reported"),
        ({"measure": "MD", "estimate": -2}, "MD", "without a usable 95% interval"),
        ({"measure": "MD", "estimate": -2, "ci_low": -2, "ci_high": -2}, "MD", "without a usable 95% interval"),
        (MEANS, "RR", "does not fit the measure"),
        (EVENTS, "MD", "does not fit the measure"),
        ({**EVENTS, "events_1": 21}, "RR", "events were reported"),
        ({"contrast": "before-after", "value_type": "change", "mean_1": -2, "sd_1": 1, "n_1": 1}, "MD", "too few people"),
    ],
)
def test_a_row_without_a_number_says_why(row: dict, measure: str, reason: str) -> None:
    effect = one_effect("native", row, measure)
    assert effect[["estimate", "ci_low", "ci_high", "se", "df"]].isna().all()
    assert reason in effect["reason"]
    assert effect["rule"] == effect["assumption"] == effect["formula"] == ""


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"measure": "MD", "estimate": -2, "ci_low": -4, "ci_high": 0}, "without a standard deviation"),
        ({"measure": "RR", "estimate": 0.5, "ci_low": 0.3, "ci_high": 0.8}, "a reported risk ratio"),
        ({**MEANS, "contrast": "cases and controls"}, "an association of cases and controls"),
        ({**EVENTS, "contrast": "cases and controls"}, "an association of cases and controls"),
    ],
)
def test_what_has_no_standardiser_or_is_no_treatment_stays_off_the_standardised_axis(row: dict, reason: str) -> None:
    effect = one_effect("standardised", row)
    assert np.isnan(effect["estimate"]) and reason in effect["reason"]


def test_an_association_has_an_effect_on_its_own_scale() -> None:
    assert one_effect("native", {**MEANS, "contrast": "cases and controls"})["estimate"] == -2


def test_a_note_is_not_the_reason_when_there_is_a_number() -> None:
    assert one_effect("native", {**MEANS, "note": "adjusted"})["reason"] == ""


def test_a_note_about_something_else_is_not_the_reason_off_the_standardised_axis() -> None:
    row = {"measure": "MD", "estimate": -2, "ci_low": -4, "ci_high": 0, "note": "adjusted for age"}
    assert "standard deviation" in one_effect("standardised", row)["reason"]


def test_an_assumed_correlation_is_said_and_moves_the_interval_only() -> None:
    low, high = (one_effect("native", BEFORE_AFTER, r=r) for r in (0.3, 0.8))
    assert (low["assumption"], high["assumption"]) == ("r = 0.3 assumed", "r = 0.8 assumed")
    assert low["estimate"] == high["estimate"] and low["se"] > high["se"]


def test_a_known_sd_of_the_change_needs_no_assumption() -> None:
    row = {"contrast": "before-after", "value_type": "change", "mean_1": -3, "sd_1": 4, "n_1": 20}
    assert one_effect("standardised", row, r=0.3)["assumption"] == ""
    assert one_effect("standardised", row, r=0.3)["estimate"] == one_effect("standardised", row, r=0.8)["estimate"]


def test_the_smaller_number_of_people_counts_when_some_were_lost() -> None:
    effect = one_effect("native", {**BEFORE_AFTER, "n_1": 17})
    assert effect["df"] == 16 and "n = 17, the smaller of 17 and 20" in effect["assumption"]


def test_half_an_event_is_added_only_where_a_cell_is_zero() -> None:
    assert one_effect("native", EVENTS, "OR")["assumption"] == ""
    assert one_effect("native", {**EVENTS, "events_1": 0}, "OR")["assumption"] == "0.5 added to each cell"
    none = one_effect("native", {**EVENTS, "events_1": 0, "events_2": 0}, "OR")
    assert none["assumption"] == "no event in either group, 0.5 added to each cell"


def test_left_is_better_on_the_standardised_axis() -> None:
    lower, higher = (one_effect("standardised", MEANS, better=better) for better in ("lower", "higher"))
    assert not lower["mirrored"] and higher["mirrored"]
    assert (higher["estimate"], higher["ci_low"], higher["ci_high"]) == (
        -lower["estimate"],
        -lower["ci_high"],
        -lower["ci_low"],
    )
    assert lower["estimate"] < 0 and "sign turned" in higher["formula"]


def test_a_row_without_a_number_is_not_marked_as_mirrored() -> None:
    assert not one_effect("standardised", {"p_value": 0.1}, better="higher")["mirrored"]


def test_a_reported_interval_is_shown_as_it_was_reported() -> None:
    effect = one_effect("native", {"measure": "OR", "estimate": 2.1, "ci_low": 1.2, "ci_high": 4.9})
    assert (effect["estimate"], effect["ci_low"], effect["ci_high"]) == (2.1, 1.2, 4.9)
    assert effect["rule"] == "as reported (normal)"


def test_effects_keep_order_and_index_and_change_nothing() -> None:
    results = results_table(MEANS, {"p_value": 0.2}, {**EVENTS, "measure": "RR"}).iloc[[2, 0, 1]]
    before = results.copy(deep=True)
    for make in EFFECTS.values():
        effects = make(results, outcomes_table())
        assert list(effects.index) == [2, 0, 1] and list(effects["result_id"]) == ["r2", "r0", "r1"]
    pd.testing.assert_frame_equal(results, before)


def test_an_empty_table_gives_an_empty_table() -> None:
    for make in EFFECTS.values():
        assert len(make(results_table(), outcomes_table())) == 0


@pytest.mark.parametrize("r", [-1.0, 1.0, 2.0])
def test_a_correlation_outside_its_range_is_refused(r: float) -> None:
    with pytest.raises(ValueError, match="between -1 and 1"):
        one_effect("native", BEFORE_AFTER, r=r)
