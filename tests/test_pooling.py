"""Pooled numbers agree with metafor, and a pooled result says how it was made and what it hangs on."""

import json
import time
from pathlib import Path

import numpy as np
import pytest
from made_pools import OUTCOMES, A, B, C, kinds, must_pool, pooled_pack, pooled_rows
from made_tables import pooled_of, results_table, studies_table, table

from evidence.packs.pack import Pack
from evidence.statistics.effects import standardised
from evidence.statistics.pooled import Point, fit
from evidence.statistics.pooling import NotPooled, low_risk_only, overall_judgements, pool_summary
from evidence.statistics.random_effects import random_effects
from evidence.statistics.small_studies import Funnel, funnel
from evidence.vocabulary.fact import fact
from evidence.vocabulary.measures import is_ratio
from evidence.wording.say import say

ORACLE = json.loads((Path(__file__).parent / "oracles" / "pooling.json").read_text())
CASES = pytest.mark.parametrize("case", ORACLE["cases"], ids=lambda case: case["name"])


def points_of(case: dict) -> list[Point]:
    numbers = enumerate(zip(case["yi"], np.sqrt(case["vi"]), strict=True))
    return [Point(f"r{place}", f"S{place}", f"Study {place}", effect, se) for place, (effect, se) in numbers]


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
    assert list(pooled.weights.values()) == pytest.approx(expected["weights"], **near)


@CASES
def test_leaving_one_out_agrees_with_metafor(case: dict) -> None:
    without = fit(points_of(case), case["measure"]).leave_one_out
    if "leave_one_out" not in case:
        assert len(without) == 0
        return
    for name, values in case["leave_one_out"].items():
        natural = np.exp(values) if name in ("estimate", "ci_low", "ci_high") and is_ratio(case["measure"]) else values
        assert [getattr(each, name) for each in without] == pytest.approx(list(natural), rel=1e-6, abs=1e-6), name


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
    found = funnel(fit(points_of(case)[:9], "RR"))
    assert found == fact("too few for a funnel", fewest=10, k=9)
    assert say(found) == "A funnel plot and Egger's test need at least 10 results; there are 9."
    assert isinstance(funnel(fit(points_of(case)[:10], "RR")), Funnel)


def test_studies_of_one_size_show_no_asymmetry() -> None:
    points = [point._replace(se=0.3) for point in points_of(ORACLE["cases"][0])]
    assert funnel(fit(points, "RR")) == fact("studies of one size")


def test_ten_thousand_results_take_a_moment() -> None:
    chance = np.random.default_rng(1)
    effect, se = chance.normal(0, 1, 10_000), chance.uniform(0.1, 2, 10_000)
    start = time.perf_counter()
    random_effects(effect, se)
    assert time.perf_counter() - start < 1
    points = [Point(str(place), str(place), "", *each) for place, each in enumerate(zip(effect, se, strict=True))]
    pooled = fit(points[:101], "MD")
    assert pooled.leave_one_out == () and pool_summary(pooled)[-1] == fact("too many to leave one out", most=100)
    assert len(fit(points[:100], "MD").leave_one_out) == 100


def test_two_results_pool_without_a_prediction_interval() -> None:
    pooled = must_pool(pooled_rows(A, B))
    assert pooled.k == 2 and pooled.pi_low is None and pooled.pi_high is None and pooled.pi_rule is None
    assert len(pooled.leave_one_out) == 0
    assert say(pooled.interval_rule) == "Hartung-Knapp, t with 1 degree of freedom, never narrower than normal"
    assert fact("prediction not told") in pooled.conventions


def test_a_reader_is_told_a_prediction_interval_from_five_results_on() -> None:
    four, five = (fit([Point(f"r{n}", f"S{n}", f"Study {n}", n / 4, 0.5) for n in range(k)], "MD") for k in (4, 5))
    assert four.pi_low is not None and "effect in a new study" not in kinds(pool_summary(four))
    assert fact("prediction not told") in four.conventions
    assert "effect in a new study" in kinds(pool_summary(five)) and fact("prediction not told") not in five.conventions


def test_from_three_results_the_prediction_interval_names_its_rule() -> None:
    pooled = must_pool(pooled_rows(A, B, C))
    assert pooled.pi_rule == fact("prediction rule", df=1)
    assert pooled.pi_low is not None and pooled.pi_low < pooled.ci_low
    assert [each.citation for each in pooled.leave_one_out] == ["Study 0", "Study 1", "Study 2"]


def test_a_study_without_a_number_is_left_out_and_named() -> None:
    with_silent, without = must_pool(pooled_rows(A, {"p_value": 0.2}, B)), must_pool(pooled_rows(A, B))
    assert with_silent.left_out == ("Study 1",)
    assert with_silent.estimate == without.estimate and with_silent.k == 2
    assert fact("left out of pool", names=("Study 1",)) in with_silent.conventions


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
    said = say(pooled.conventions)
    assert not pooled.association and "after 4 to 12 weeks" in said
    assert "Crossover trials taken as if parallel, which makes their intervals too wide: Study 0." in said
    assert "Not randomised, but in the same pool: Study 1" in said


def test_standardised_effects_of_one_outcome_pool_too() -> None:
    pooled = must_pool(pooled_of(results_table(A, B), studies_table(count=2), OUTCOMES, standardised))
    assert pooled.measure == "SMD"


def test_low_risk_only_takes_the_overall_judgement_and_never_a_missing_one() -> None:
    pooled = must_pool(pooled_rows(A, B, C))
    row = {"tool": "RoB 2", "domain": "overall"}
    judged = [
        {**row, "study_id": "S0", "judgement": "low"},
        {**row, "study_id": "S1", "judgement": "high"},
        {**row, "study_id": "S1", "outcome": "pain", "judgement": "low"},
        {**row, "study_id": "S2", "judgement": "not assessed"},
    ]
    judgements = overall_judgements(table("appraisals", judged), "pain")
    assert judgements == {"S0": "low", "S1": "low", "S2": "not assessed"}
    assert must_pool(low_risk_only(pooled, judgements)).k == 2
    fewer = low_risk_only(pooled, overall_judgements(table("appraisals", judged[:2]), "pain"))
    assert fewer == NotPooled((fact("low risk: too few", low=1, k=3),))
    assert isinstance(low_risk_only(must_pool(pooled_rows(A, B)), judgements), NotPooled)


def test_the_summary_says_how_far_the_result_hangs_on_one_study() -> None:
    facts = pool_summary(must_pool(pooled_rows(A, B, C)))
    assert say(facts[0]).startswith("3 results pool to MD")
    assert (facts[-1]["one"], facts[-1]["other"]) == ("Study 1", "Study 2") or facts[-1]["one"] == "Study 2"


@pytest.mark.parametrize(
    ("measure", "effects", "ses", "wide", "prediction"),
    [
        ("MD", (-2.0, -1.0), (0.3, 0.3), True, None),
        ("MD", (-9.0, -8.5), (0.3, 0.3), False, None),
        ("MD", (-4.0, -3.9, -3.8, -3.9, -4.0), (0.3,) * 5, False, False),
        ("MD", (-2.0, 2.0, -2.0, 2.0, -2.0), (0.05,) * 5, False, True),
        ("RR", (-1.5, 0.2), (0.2, 0.2), True, None),
        ("SMD", (-1.0, 0.4), (0.2, 0.2), True, None),
    ],
)
def test_an_interval_too_wide_to_tell_anything_is_said(measure, effects, ses, wide, prediction) -> None:  # type: ignore[no-untyped-def]
    points = [Point(f"r{n}", f"S{n}", f"Study {n}", *each) for n, each in enumerate(zip(effects, ses, strict=True))]
    said = kinds(pool_summary(fit(points, measure)))
    assert ("interval too wide" in said) is wide
    assert ("prediction too wide" in said) is bool(prediction)


def test_the_bcg_trials_may_be_pooled(bcg: Pack) -> None:
    pooled = must_pool(pooled_pack(bcg))
    assert pooled.k == 13 and np.log(pooled.estimate) == pytest.approx(-0.7145, abs=5e-5)
    assert pooled.i2 == pytest.approx(92.22, abs=0.005) and isinstance(funnel(pooled), Funnel)
