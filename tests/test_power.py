"""What a trial could have detected agrees with R, and nothing is said where the inputs are not known."""

import json
from pathlib import Path

import numpy as np
import pytest
from made_tables import outcomes_table, results_table, table

from evidence.statistics.power import (
    PowerRow,
    people_per_group,
    power_facts,
    power_of,
    power_rows,
    smallest_detectable_difference,
)
from evidence.wording.say import say

ORACLE = json.loads((Path(__file__).parent / "oracles" / "power.json").read_text())
MEANS = {"value_type": "final", "mean_1": 3, "sd_1": 2, "n_1": 20, "mean_2": 5, "sd_2": 2.5, "n_2": 22}
IMPORTANT = {
    "reference_id": "x",
    "outcome": "pain",
    "kind": "important difference",
    "contrast": "between groups",
    "label": "Important",
    "estimate": -1.5,
    "statement": "It matters.",
    "source": "Somebody 2020",
    "read_as": "abstract",
}


@pytest.mark.parametrize("case", ORACLE["detectable"], ids=lambda case: f"n = {case['n']}")
def test_the_smallest_detectable_difference_agrees_with_power_t_test(case: dict) -> None:
    found = smallest_detectable_difference(case["sd"], case["n"], case["n"])
    assert found == pytest.approx(case["difference"], rel=ORACLE["tolerance"])


@pytest.mark.parametrize("case", ORACLE["needed"], ids=lambda case: f"{case['difference']} of {case['sd']}")
def test_the_people_needed_agree_with_power_t_test(case: dict) -> None:
    assert people_per_group(case["difference"], case["sd"]) == pytest.approx(case["n"], rel=ORACLE["tolerance"])


def test_the_two_questions_answer_each_other() -> None:
    needed = people_per_group(-2.0, 5.0)
    assert needed is not None and smallest_detectable_difference(5.0, needed, needed) == pytest.approx(2.0)
    assert power_of(2.0, 5.0, needed, needed) == pytest.approx(0.8)


def test_unequal_groups_detect_less_than_equal_ones() -> None:
    equal, unequal = (smallest_detectable_difference(1.0, n, 40 - n) for n in (20, 5))
    assert equal is not None and unequal is not None and unequal > equal


@pytest.mark.parametrize(("difference", "sd"), [(0.0, 1.0), (1.0, 0.0), (np.nan, 1.0), (1.0, np.nan), (1e-9, 1.0)])
def test_nothing_is_planned_without_a_difference_and_a_spread(difference: float, sd: float) -> None:
    assert people_per_group(difference, sd) is None


@pytest.mark.parametrize(("sd", "n"), [(np.nan, 20), (1.0, 1), (1.0, np.nan)])
def test_nothing_is_detectable_without_people_and_a_spread(sd: float, n: float) -> None:
    assert smallest_detectable_difference(sd, n, 20) is None


def test_a_huge_effect_needs_the_smallest_trial() -> None:
    assert people_per_group(1000, 1) == 2.0


def rows_of(*results: dict, reference: dict | None = None) -> tuple[PowerRow, ...]:
    return power_rows(results_table(*results), outcomes_table(), table("reference_values", [reference] if reference else []))


def test_the_important_difference_stands_beside_the_detectable_one() -> None:
    (row,) = rows_of(MEANS, reference=IMPORTANT)
    spread = np.sqrt((19 * 2**2 + 21 * 2.5**2) / 40)
    assert row.sd == pytest.approx(spread)
    assert row.smallest_difference == smallest_detectable_difference(spread, 20, 22)
    assert (row.important_difference, row.source, row.reason) == (-1.5, "Somebody 2020", None)
    assert row.people_per_group is not None and row.people_per_group > 30


def test_what_a_trial_could_have_found_is_said_in_its_unit() -> None:
    outcomes = outcomes_table().assign(unit="points; 0 to 10")
    facts = power_facts(results_table(MEANS, {"p_value": 0.1}), outcomes, table("reference_values", [IMPORTANT]))
    assert list(facts) == ["r0"]
    assert [each.kind for each in facts["r0"]] == ["could have found", "people needed"]
    assert say(facts["r0"]) == (
        "With 20 and 22 people and this spread, a true difference of 2.02 points would be found 8 times in 10. To find the "
        "smallest difference that matters (−1.5 points, Somebody 2020), 38 people per group are needed."
    )


@pytest.mark.parametrize(
    ("result", "reference", "reason"),
    [
        (MEANS, {**IMPORTANT, "contrast": "before-after"}, "no important difference"),
        (MEANS, {**IMPORTANT, "kind": "effective treatment"}, "no important difference"),
        ({"p_value": 0.1}, IMPORTANT, "no SD of both groups"),
        ({**MEANS, "n_1": 1}, IMPORTANT, "fewer than two in a group"),
    ],
)
def test_nothing_stands_there_where_inputs_are_unknown(result: dict, reference: dict, reason: str) -> None:
    (row,) = rows_of(result, reference=reference)
    assert row.reason is not None and row.reason.kind == reason
    assert row.smallest_difference is None or row.people_per_group is None


def test_only_two_group_results_on_a_continuous_outcome_are_listed() -> None:
    events = {"measure": "RR", "events_1": 3, "n_1": 20, "events_2": 8, "n_2": 22}
    change, cases = ({**MEANS, "contrast": contrast} for contrast in ("before-after", "cases and controls"))
    assert [row.result_id for row in rows_of(change, events, MEANS, cases)] == ["r2"]


def test_a_reported_difference_gives_back_its_spread() -> None:
    reported = {"measure": "MD", "estimate": -2, "ci_low": -3.4, "ci_high": -0.6, "n_1": 20, "n_2": 22}
    (row,) = rows_of(reported)
    assert row.sd == pytest.approx(1.4 / 1.959964 / np.sqrt(1 / 20 + 1 / 22), rel=1e-6)
