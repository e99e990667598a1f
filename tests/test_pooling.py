"""Pooled numbers agree with metafor, and the gate lets nothing through that must not be averaged."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from made_tables import outcomes_table, results_table, studies_table, table

from evidence.packs.pack import Pack
from evidence.statistics.effects import native_effects, standardised_effects
from evidence.statistics.gate import named
from evidence.statistics.pooling import NotPooled, Pooled, fit, low_risk_only, pool, pool_summary
from evidence.statistics.small_studies import Funnel, funnel

ORACLE = json.loads((Path(__file__).parent / "oracles" / "pooling.json").read_text())
CASES = pytest.mark.parametrize("case", ORACLE["cases"], ids=lambda case: case["name"])
A = {"value_type": "final", "mean_1": 3, "sd_1": 2, "n_1": 20, "mean_2": 5, "sd_2": 2.5, "n_2": 22}
B = {**A, "mean_1": 4}
C = {**A, "mean_1": 2.5}
OUTCOMES = outcomes_table({"outcome": "sleep", "label": "Sleep"}, {"outcome": "cure", "measure": "RR"})


def points_of(case: dict) -> pd.DataFrame:
    names = [f"r{place}" for place in range(len(case["yi"]))]
    return pd.DataFrame(
        {"result_id": names, "study_id": names, "citation": names, "effect": case["yi"], "se": np.sqrt(case["vi"])}
    )


def pooled_rows(*rows: dict, studies: tuple[dict, ...] = (), method: str = "REML") -> Pooled | NotPooled:
    results = results_table(*rows)
    return pool(results, studies_table(*studies, count=len(rows)), OUTCOMES, native_effects(results, OUTCOMES), method)


def must_pool(result: Pooled | NotPooled) -> Pooled:
    assert isinstance(result, Pooled), result
    return result


@CASES
@pytest.mark.parametrize("method", ["REML", "DL", "PM"])
def test_every_pooled_number_agrees_with_metafor(case: dict, method: str) -> None:
    pooled, expected = fit(points_of(case), case["measure"], method), case[method]
    near = {"rel": ORACLE["tolerance"][method], "abs": 1e-12}
    for name in ("estimate", "ci_low", "ci_high", "pi_low", "pi_high"):
        value = expected[name]
        if value is None:
            assert getattr(pooled, name) is None
        else:
            natural = np.exp(value) if pooled.is_ratio else value
            assert getattr(pooled, name) == pytest.approx(natural, **near), name
    for name in ("k", "se", "tau2", "q", "q_df", "q_p"):
        assert getattr(pooled, name) == pytest.approx(expected[name], **near), name
    assert pooled.i2 == pytest.approx(expected["i2"], rel=near["rel"], abs=1e-6)
    assert list(pooled.weights["weight_percent"]) == pytest.approx(expected["weights"], **near)


@CASES
def test_leaving_one_out_agrees_with_metafor(case: dict) -> None:
    without = fit(points_of(case), case["measure"]).leave_one_out
    if "leave_one_out" not in case:
        assert len(without) == 0
        return
    for name, values in case["leave_one_out"].items():
        natural = np.exp(values) if name in ("estimate", "ci_low", "ci_high") and case["measure"] in ("RR", "OR") else values
        assert list(without[name]) == pytest.approx(list(natural), rel=1e-6, abs=1e-6), name


@CASES
def test_the_interval_is_never_narrower_than_the_normal_one(case: dict) -> None:
    for method in ("REML", "DL", "PM"):
        assert fit(points_of(case), "MD", method).se >= case[method]["normal_se"] * (1 - 1e-6)


@pytest.mark.parametrize("case", [case for case in ORACLE["cases"] if "egger" in case], ids=lambda case: case["name"])
def test_eggers_test_agrees_with_metafor(case: dict) -> None:
    found = funnel(fit(points_of(case), case["measure"]))
    assert isinstance(found, Funnel)
    for name in ("slope", "slope_se", "t", "df", "p"):
        assert getattr(found, name) == pytest.approx(case["egger"][name], rel=1e-6), name


def test_below_ten_results_there_is_a_reason_and_no_funnel() -> None:
    case = ORACLE["cases"][0]
    nine = fit(points_of(case).head(9), "RR")
    assert funnel(nine) == "A funnel plot and Egger's test need at least 10 results; there are 9."
    assert isinstance(funnel(fit(points_of(case).head(10), "RR")), Funnel)


@pytest.mark.parametrize(
    ("rows", "studies", "reason"),
    [
        ((A,), (), "only one result has a number: Study 0"),
        ((), (), "no result in view has a number"),
        (({"p_value": 0.1},), (), "no result in view has a number"),
        (({**A, "contrast": "before-after"}, B, C), (), "change without a control group is never pooled: Study 0"),
        (({**A, "contrast": "cases and controls"}, B), (), "associations of cases and controls are never pooled: Study 0"),
        ((A, {**B, "outcome": "sleep"}), (), "different outcomes: Pain (Study 0); Sleep (Study 1)"),
        ((A, {**B, "measure": "SMD"}), (), "different measures: MD (Study 0); SMD (Study 1)"),
        ((A, {**B, "comparator": "no treatment"}), (), "different comparators: placebo (Study 0); no treatment (Study 1)"),
        ((A, {**B, "comparator": None}), (), "the comparator is not stated: Study 1"),
        ((A, B), ({}, {"condition": "migraine"}), "different conditions: headache (Study 0); migraine (Study 1)"),
        (
            (A, B),
            ({}, {"directness": "indirect"}),
            "direct and indirect evidence are never mixed: direct (Study 0); indirect (Study 1)",
        ),
        (
            (A, B),
            ({}, {"design": "cohort"}),
            "trials and other designs together: randomised trial (Study 0); cohort (Study 1)",
        ),
        ((A, B), ({}, {"design": "systematic review"}), "a review is not a study of its own: Study 1"),
        (
            ({**A, "measure": "SMD"}, {**B, "measure": "SMD", "value_type": "change"}),
            (),
            "standardised by the SD of scores in some and of changes in others: final (Study 0); change (Study 1)",
        ),
        ((A, {**B, "study_id": "S0"}, C), (), "more than one result of the same study: Study 0"),
        ((A, {**B, "shares_patients_with": "r0; r9"}, C), (), "results that share patients: Study 0 and Study 1"),
        ((A, B, C), ({"possibly_same_as": "S2"},), "reports that may be the same study: Study 0 and Study 2"),
    ],
)
def test_the_gate_names_what_must_not_be_pooled(rows: tuple, studies: tuple, reason: str) -> None:
    result = pooled_rows(*rows, studies=studies)
    assert isinstance(result, NotPooled)
    assert reason in result.reasons


def test_a_result_without_a_standard_error_is_not_pooled() -> None:
    results = results_table(A, B)
    effects = native_effects(results, OUTCOMES)
    effects.loc[1, "se"] = np.nan
    result = pool(results, studies_table(count=2), OUTCOMES, effects)
    assert result == NotPooled(("no standard error: Study 1",))


def test_all_reasons_come_at_once() -> None:
    result = pooled_rows(
        {**A, "contrast": "before-after"},
        {**B, "comparator": "no treatment", "outcome": "sleep"},
        {"p_value": 0.4},
        C,
        studies=({}, {"condition": "migraine", "directness": "indirect"}),
    )
    assert isinstance(result, NotPooled)
    assert [reason.split(":")[0] for reason in result.reasons] == [
        "change without a control group is never pooled",
        "different outcomes",
        "different measures",
        "different comparators",
        "different conditions",
        "direct and indirect evidence are never mixed",
        "no usable number",
    ]


def test_a_before_after_change_is_never_pooled() -> None:
    before_after = {**A, "contrast": "before-after"}
    assert isinstance(pooled_rows(before_after, before_after, before_after), NotPooled)


def test_sharing_patients_with_a_result_out_of_view_closes_nothing() -> None:
    assert isinstance(pooled_rows({**A, "shares_patients_with": "elsewhere"}, B), Pooled)


def test_two_results_pool_without_a_prediction_interval() -> None:
    pooled = must_pool(pooled_rows(A, B))
    assert pooled.k == 2 and pooled.pi_low is None and pooled.pi_high is None and pooled.pi_rule == ""
    assert len(pooled.leave_one_out) == 0
    assert "A prediction interval needs at least three results." in pooled.conventions


def test_from_three_results_the_prediction_interval_names_its_rule() -> None:
    pooled = must_pool(pooled_rows(A, B, C))
    assert pooled.pi_rule == "Higgins-Thompson-Spiegelhalter, t with 1 degrees of freedom"
    assert pooled.pi_low is not None and pooled.pi_low < pooled.ci_low
    assert list(pooled.leave_one_out["citation"]) == ["Study 0", "Study 1", "Study 2"]


def test_a_study_without_a_number_is_left_out_and_named() -> None:
    with_silent, without = must_pool(pooled_rows(A, {"p_value": 0.2}, B)), must_pool(pooled_rows(A, B))
    assert with_silent.left_out == ("Study 1",)
    assert with_silent.estimate == without.estimate and with_silent.k == 2
    assert "Without a usable number and so not in the pool: Study 1." in with_silent.conventions


def test_ratios_are_pooled_as_logarithms_and_shown_as_ratios() -> None:
    rows = [{"outcome": "cure", "events_1": e, "n_1": 30, "events_2": 10, "n_2": 30} for e in (4, 6, 8)]
    pooled = must_pool(pooled_rows(*rows))
    assert pooled.measure == "RR" and 0.4 < pooled.estimate < 0.8 and pooled.pi_low is not None and pooled.pi_low > 0


def test_what_a_reader_must_know_about_the_studies_is_said() -> None:
    pooled = must_pool(
        pooled_rows(
            {**A, "week": 4},
            {**B, "week": 12},
            C,
            studies=({"structure": "crossover"}, {"design": "non-randomised controlled"}),
        )
    )
    said = " ".join(pooled.conventions)
    assert "after 4 to 12 weeks" in said
    assert "Crossover trials taken as if parallel, which makes their intervals too wide: Study 0." in said
    assert "Not randomised, but in the same pool: Study 1" in said


def test_standardised_effects_of_one_outcome_pool_too() -> None:
    results = results_table(A, B)
    effects = standardised_effects(results, OUTCOMES)
    assert must_pool(pool(results, studies_table(count=2), OUTCOMES, effects)).measure == "SMD"


def test_low_risk_only_takes_the_overall_judgement_and_never_a_missing_one() -> None:
    pooled = must_pool(pooled_rows(A, B, C))
    row = {"tool": "RoB 2", "domain": "overall"}
    judged = [
        {**row, "study_id": "S0", "judgement": "low"},
        {**row, "study_id": "S1", "judgement": "high"},
        {**row, "study_id": "S1", "outcome": "pain", "judgement": "low"},
        {**row, "study_id": "S2", "judgement": "not assessed"},
    ]
    assert must_pool(low_risk_only(pooled, table("appraisals", judged))).k == 2
    assert low_risk_only(pooled, table("appraisals", judged[:2])) == NotPooled(("low risk of bias alone: 1 of 3 results",))
    assert isinstance(low_risk_only(must_pool(pooled_rows(A, B)), table("appraisals", judged)), NotPooled)


def test_effects_of_other_results_are_refused() -> None:
    results = results_table(A, B)
    with pytest.raises(ValueError, match="in the same order"):
        pool(results, studies_table(count=2), OUTCOMES, native_effects(results.iloc[::-1], OUTCOMES))


def test_the_summary_says_how_far_the_result_hangs_on_one_study() -> None:
    sentences = pool_summary(must_pool(pooled_rows(A, B, C)))
    assert sentences[0].startswith("3 results pool to MD")
    assert "(without Study 1)" in sentences[-1] and "(without Study 2)" in sentences[-1]


def test_many_names_become_a_few_and_a_count() -> None:
    assert named(["a", "a", "b"]) == "a and b"
    assert named([f"S{place}" for place in range(9)]) == "S0, S1, S2, S3 and 5 more"


def test_the_bcg_trials_may_be_pooled(bcg: Pack) -> None:
    effects = native_effects(bcg.results, bcg.outcomes)
    pooled = must_pool(pool(bcg.results, bcg.studies, bcg.outcomes, effects))
    assert pooled.k == 13 and np.log(pooled.estimate) == pytest.approx(-0.7145, abs=5e-5)
    assert pooled.i2 == pytest.approx(92.22, abs=0.005) and isinstance(funnel(pooled), Funnel)
