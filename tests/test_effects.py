"""Effects agree with metafor, and a row without a number says why."""

import json
import math
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from made_tables import outcomes_table, results_table

from evidence.downloads.effects_table import effects_table
from evidence.statistics.effect import Effect
from evidence.statistics.effects import native, standardised
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.measures import MEASURES, is_ratio
from evidence.wording.say import say

ORACLE = json.loads((Path(__file__).parent / "oracles" / "effects.json").read_text())
EFFECTS = {"native": native, "standardised": standardised}
MEANS = {"value_type": "final", "mean_1": 3, "sd_1": 2, "n_1": 20, "mean_2": 5, "sd_2": 2.5, "n_2": 22}
EVENTS = {"events_1": 3, "n_1": 20, "events_2": 8, "n_2": 22}
CHANGE = {"contrast": "before-after", "value_type": "change"}
BEFORE_AFTER = {**MEANS, "contrast": "before-after", "n_2": 20}


def one_effect(scale: str, row: dict[str, object], measure: str = "MD", better: str = "lower", r: float = 0.5) -> Effect:
    outcomes = outcomes_table({"outcome": "other", "measure": measure, "better": better})
    (effect,) = EFFECTS[scale](results_table({"outcome": "other", **row}), outcomes, correlation=r)
    return effect


def kinds(effect: Effect) -> list[str]:
    return [each.kind for each in effect.assumptions]


@pytest.mark.parametrize("scale", EFFECTS)
@pytest.mark.parametrize("case", ORACLE["cases"], ids=lambda case: case["name"])
def test_every_effect_agrees_with_metafor(scale: str, case: dict) -> None:
    effect = one_effect(scale, case["row"], case["outcome_measure"], r=case.get("correlation", 0.5))
    expected = case.get(scale)
    if expected is None:
        assert not effect.has_number and effect.reason
        return
    assert effect.measure == expected["measure"]
    for name in ("estimate", "ci_low", "ci_high"):
        natural = np.exp(expected[name]) if is_ratio(expected["measure"]) else expected[name]
        assert getattr(effect, name) == pytest.approx(natural, rel=ORACLE["tolerance"], abs=1e-9), name
    assert effect.se == pytest.approx(expected["se"], rel=ORACLE["tolerance"])
    assert effect.df == expected["df"]
    assert say(effect.interval) and say(effect.formula) and not effect.reason


def test_the_oracle_covers_every_measure() -> None:
    measures = {case[scale]["measure"] for case in ORACLE["cases"] for scale in EFFECTS if case.get(scale)}
    assert measures == set(MEASURES)


@pytest.mark.parametrize(
    ("row", "measure", "reason"),
    [
        ({"p_value": 0.001}, "MD", "only a P value"),
        ({}, "MD", "no usable number"),
        ({"mean_1": 3, "n_1": 20, "mean_2": 5, "n_2": 22}, "MD", "means incomplete"),
        ({"events_1": 3, "n_1": 20, "events_2": 8}, "RR", "events incomplete"),
        ({**EVENTS, "contrast": "before-after"}, "MC", "events before and after"),
        ({"measure": "MD", "estimate": -2}, "MD", "estimate without interval"),
        ({"measure": "MD", "estimate": -2, "ci_low": -2, "ci_high": -2}, "MD", "estimate without interval"),
        (MEANS, "RR", "does not fit the measure"),
        (EVENTS, "MD", "does not fit the measure"),
        ({**EVENTS, "events_1": 21}, "RR", "events incomplete"),
        (
            {"contrast": "before-after", "value_type": "change", "mean_1": -2, "sd_1": 1, "n_1": 1},
            "MD",
            "too few or too extreme",
        ),
    ],
)
def test_a_row_without_a_number_says_why(row: dict, measure: str, reason: str) -> None:
    effect = one_effect("native", row, measure)
    assert {effect.estimate, effect.ci_low, effect.ci_high, effect.se, effect.df} == {None}
    assert isinstance(effect.reason, Fact) and effect.reason.kind == reason
    assert effect.interval is effect.formula is None and effect.assumptions == ()


def test_the_note_of_the_data_is_the_reason_where_there_is_one() -> None:
    effect = one_effect("native", {"p_value": 0.001, "note": "three arms, no group means"})
    assert effect.reason == "three arms, no group means"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"measure": "MD", "estimate": -2, "ci_low": -4, "ci_high": 0}, fact("no standardiser")),
        (
            {"measure": "RR", "estimate": 0.5, "ci_low": 0.3, "ci_high": 0.8},
            fact("no standardised form", measure=fact("risk ratio")),
        ),
        (
            {"measure": "HR", "estimate": 0.5, "ci_low": 0.3, "ci_high": 0.8},
            fact("no standardised form", measure=fact("hazard ratio")),
        ),
        ({**MEANS, "contrast": "cases and controls"}, fact("association has its own view")),
        ({**EVENTS, "contrast": "cases and controls"}, fact("association has its own view")),
    ],
)
def test_what_has_no_standardiser_or_is_no_treatment_stays_off_the_standardised_axis(row: dict, reason: Fact) -> None:
    effect = one_effect("standardised", row)
    assert not effect.has_number and effect.reason == reason


def test_an_association_has_an_effect_on_its_own_scale() -> None:
    assert one_effect("native", {**MEANS, "contrast": "cases and controls"}).estimate == -2


def test_a_note_is_not_the_reason_when_there_is_a_number() -> None:
    assert one_effect("native", {**MEANS, "note": "adjusted"}).reason is None


def test_a_note_about_something_else_is_not_the_reason_off_the_standardised_axis() -> None:
    row = {"measure": "MD", "estimate": -2, "ci_low": -4, "ci_high": 0, "note": "adjusted for age"}
    assert one_effect("standardised", row).reason == fact("no standardiser")


def test_an_assumed_correlation_is_said_and_moves_the_interval_only() -> None:
    low, high = (one_effect("native", BEFORE_AFTER, r=r) for r in (0.3, 0.8))
    assert (low.assumptions, high.assumptions) == ((fact("r assumed", r=0.3),), (fact("r assumed", r=0.8),))
    assert low.rests_on_r and say(low.assumptions) == "r = 0.3 assumed"
    assert low.estimate == high.estimate and low.se > high.se


def test_a_known_sd_of_the_change_needs_no_assumption() -> None:
    row = {"contrast": "before-after", "value_type": "change", "mean_1": -3, "sd_1": 4, "n_1": 20}
    assert one_effect("standardised", row, r=0.3).assumptions == ()
    assert one_effect("standardised", row, r=0.3).estimate == one_effect("standardised", row, r=0.8).estimate


def test_the_smaller_number_of_people_counts_when_some_were_lost() -> None:
    effect = one_effect("native", {**BEFORE_AFTER, "n_1": 17})
    assert effect.df == 16 and effect.assumptions[1] == fact("smaller number used", n=17, n_1=17, n_2=20)
    table = effects_table([effect])
    assert list(table["assumption"]) == ["r = 0.5 assumed, n = 17, the smaller of 17 and 20"]


def test_half_an_event_is_added_only_where_a_cell_is_zero() -> None:
    assert one_effect("native", EVENTS, "OR").assumptions == ()
    assert kinds(one_effect("native", {**EVENTS, "events_1": 0}, "OR")) == ["0.5 added"]
    none = one_effect("native", {**EVENTS, "events_1": 0, "events_2": 0}, "OR")
    assert kinds(none) == ["no event, 0.5 added"]


def test_left_is_better_on_the_standardised_axis() -> None:
    lower, higher = (one_effect("standardised", MEANS, better=better) for better in ("lower", "higher"))
    assert not lower.mirrored and higher.mirrored
    assert (higher.estimate, higher.ci_low, higher.ci_high) == (-lower.estimate, -lower.ci_high, -lower.ci_low)
    assert lower.estimate < 0 and higher.formula == fact("sign turned", formula=lower.formula)


def test_a_row_without_a_number_is_not_marked_as_mirrored() -> None:
    assert not one_effect("standardised", {"p_value": 0.1}, better="higher").mirrored


def test_a_reported_interval_is_shown_as_it_was_reported() -> None:
    effect = one_effect("native", {"measure": "OR", "estimate": 2.1, "ci_low": 1.2, "ci_high": 4.9})
    assert (effect.estimate, effect.ci_low, effect.ci_high) == (2.1, 1.2, 4.9)
    assert effect.interval == fact("reported interval") and effect.is_reported


@pytest.mark.parametrize(("row", "reason"), [(MEANS, "does not fit the measure"), (EVENTS, "does not fit the measure")])
def test_a_hazard_ratio_is_only_ever_reported(row: dict, reason: str) -> None:
    assert one_effect("native", row, "HR").reason == fact(reason)
    reported = one_effect("native", {"estimate": 0.7, "ci_low": 0.55, "ci_high": 0.89}, "HR")
    assert (reported.measure, reported.estimate) == ("HR", 0.7)
    assert reported.se == pytest.approx(math.log(0.89 / 0.55) / (2 * 1.959963984540054))


@pytest.mark.parametrize(
    ("row", "measure", "formula"),
    [
        ({**MEANS, "mean_2": -5}, "MD", "MD = 3 + 5; SE = sqrt(2^2/20 + 2.5^2/22)"),
        (
            {**EVENTS, "events_1": 0},
            "OR",
            "OR = (0.5/20.5)/(8.5/14.5); SE of log OR = sqrt(1/0.5 + 1/20.5 + 1/8.5 + 1/14.5)",
        ),
        (
            BEFORE_AFTER,
            "MD",
            "change = 3 − 5, SD = sqrt(2^2 + 2.5^2 − 2 x 0.5 x 2 x 2.5); MC = −2; SE = 2.291287847/sqrt(20)",
        ),
        ({"estimate": 2.1, "ci_low": 1.2, "ci_high": 4.9}, "OR", "SE = (log 4.9 − log 1.2)/(2 x 1.95996)"),
        ({"estimate": -2, "ci_low": -4, "ci_high": 0}, "MD", "SE = (0 + 4)/(2 x 1.95996)"),
    ],
)
def test_the_arithmetic_is_told_with_its_numbers(row: dict, measure: str, formula: str) -> None:
    assert say(one_effect("native", row, measure).formula) == formula


def test_one_degree_of_freedom_is_one() -> None:
    row = {"contrast": "before-after", "value_type": "change", "mean_1": -3, "sd_1": 4}
    assert say(one_effect("native", {**row, "n_1": 2}).interval) == "t, 1 degree of freedom"
    assert say(one_effect("native", {**row, "n_1": 10}).interval) == "t, 9 degrees of freedom"


def test_effects_keep_the_order_and_change_nothing() -> None:
    results = results_table(MEANS, {"p_value": 0.2}, {**EVENTS, "measure": "RR"}).iloc[[2, 0, 1]]
    before = results.copy(deep=True)
    for make in EFFECTS.values():
        assert [effect.result_id for effect in make(results, outcomes_table())] == ["r2", "r0", "r1"]
    pd.testing.assert_frame_equal(results, before)


def test_an_empty_table_gives_no_effects() -> None:
    for make in EFFECTS.values():
        assert make(results_table(), outcomes_table()) == ()


@pytest.mark.parametrize("r", [-1.0, 1.0, 2.0])
def test_a_correlation_outside_its_range_is_refused(r: float) -> None:
    with pytest.raises(ValueError, match="between -1 and 1"):
        one_effect("native", BEFORE_AFTER, r=r)
