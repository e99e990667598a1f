"""What a change can be held against stands only beside its own contrast, and says only what the numbers say."""

import pytest
from made_tables import outcomes_table, results_table, table

from evidence.packs.records import ReferenceValue
from evidence.packs.rows import rows_of
from evidence.statistics.against import Against, against
from evidence.statistics.effects import native, standardised
from evidence.wording.say import say

CHANGE = {"contrast": "before-after", "measure": "MC", "n_1": 12}
DIFFERENCE = {"contrast": "between groups", "measure": "MD"}
FELL = {**CHANGE, "estimate": -6.67, "ci_low": -11.01, "ci_high": -2.33}


def reference(kind: str, contrast: str, estimate: float) -> dict[str, object]:
    return {
        "reference_id": kind,
        "outcome": "pain",
        "kind": kind,
        "contrast": contrast,
        "label": f"A {kind}",
        "estimate": estimate,
        "statement": "Read there.",
        "caveat": "Other people.",
        "source": "Somebody 2020",
        "read_as": "abstract",
        "url": "https://example.org/a",
    }


PLACEBO = reference("placebo response", "before-after", -6.58)
IRON = reference("effective treatment", "between groups", -3.78)
MATTERS = reference("important difference", "between groups", -3.0)
NOTICED = reference("important difference", "before-after", -9.0)


def held(result: dict, *references: dict) -> tuple[Against, ...]:
    effects = native(results_table(result), outcomes_table())
    return against(effects, rows(*references), {"S0": "Study 0"})


def rows(*references: dict) -> tuple[ReferenceValue, ...]:
    return rows_of(table("reference_values", list(references)), ReferenceValue)


def test_a_reference_stands_only_beside_its_own_contrast() -> None:
    assert [each.kind for each in held(FELL, PLACEBO, IRON, MATTERS)] == ["placebo response"]
    between = {**DIFFERENCE, "estimate": -2, "ci_low": -4, "ci_high": 0}
    assert [each.kind for each in held(between, PLACEBO, IRON)] == ["effective treatment"]


def test_source_and_caveat_come_with_it() -> None:
    (found,) = held(FELL, PLACEBO)
    assert (found.source, found.caveat, found.url) == ("Somebody 2020", "Other people.", "https://example.org/a")
    assert found.ci_low is None and found.ci_high is None and found.basis == ""


@pytest.mark.parametrize(
    ("result", "beside", "sentence"),
    [
        (FELL, PLACEBO, "the fall without a control group is about what placebo arms show (−6.58)"),
        ({**FELL, "estimate": -4, "ci_low": -8, "ci_high": 0}, PLACEBO, "cannot be told apart from what placebo arms show"),
        ({**FELL, "ci_high": -6.6, "ci_low": -6.7}, PLACEBO, "the fall without a control group is larger than placebo arms"),
        ({**FELL, "estimate": -2, "ci_low": -4, "ci_high": 0}, PLACEBO, "less than placebo arms show"),
        ({**FELL, "estimate": 2, "ci_low": 1, "ci_high": 3}, PLACEBO, "the opposite of what placebo arms show"),
        (FELL, NOTICED, "the interval lies on both sides of what counts as important"),
        ({**FELL, "ci_low": -7, "ci_high": -6}, NOTICED, "less than what counts as important"),
        ({**DIFFERENCE, "estimate": -2, "ci_low": -5, "ci_high": 1}, MATTERS, "both nothing and an important change"),
        ({**DIFFERENCE, "estimate": -5, "ci_low": -6, "ci_high": -4}, MATTERS, "more than what counts as important"),
        ({**DIFFERENCE, "estimate": -3, "ci_low": -5, "ci_high": -1}, IRON, "the interval includes the difference"),
        ({**DIFFERENCE, "estimate": -1, "ci_low": -2, "ci_high": 0}, IRON, "less than the difference an effective"),
    ],
)
def test_the_sentence_follows_the_numbers(result: dict, beside: dict, sentence: str) -> None:
    (found,) = held(result, beside)
    assert sentence in say(found.sentence) and say(found.sentence).startswith("Study 0 (")


def test_a_result_without_a_number_gets_the_line_but_no_sentence() -> None:
    (found,) = held({"p_value": 0.001}, IRON)
    assert found.verdicts == found.sentence == ()


def test_nothing_is_held_against_a_standardised_effect() -> None:
    effects = standardised(results_table(FELL), outcomes_table())
    assert against(effects, rows(PLACEBO), {}) == ()


def test_another_outcome_has_its_own_references() -> None:
    other = {**PLACEBO, "outcome": "sleep"}
    assert held(FELL, other) == ()


def test_a_rising_outcome_is_said_to_rise() -> None:
    risen = {**CHANGE, "estimate": 6.6, "ci_low": 2, "ci_high": 11}
    (found,) = held(risen, {**PLACEBO, "estimate": 6.58})
    assert "the rise without a control group is about what placebo arms show (6.58)" in say(found.sentence)


def test_studies_with_the_same_verdict_share_a_sentence() -> None:
    effects = native(results_table(FELL, FELL), outcomes_table())
    (found,) = against(effects, rows(PLACEBO), {})
    (verdict,) = found.verdicts
    assert (verdict.place, verdict.near, verdict.move) == ("inside", True, "fall")
    assert [study for study, _ in verdict.studies] == ["S0", "S1"] and len(found.sentence) == 1


def test_a_hazard_ratio_has_its_null_at_one() -> None:
    outcomes = outcomes_table({"outcome": "death", "measure": "HR"})
    results = results_table({"outcome": "death", "measure": "HR", "estimate": 0.7, "ci_low": 0.55, "ci_high": 0.89})
    matters = {**MATTERS, "outcome": "death", "estimate": 0.5}
    (found,) = against(native(results, outcomes), rows(matters), {})
    assert (found.verdicts[0].place, found.verdicts[0].move) == ("short", "fall")


def test_no_references_are_no_problem() -> None:
    assert held(FELL) == () == rows()
