"""Pooled numbers agree with metafor, and the gate lets nothing through that must not be averaged."""

import json
import time
from pathlib import Path

import numpy as np
import pytest
from made_tables import outcomes_table, pooled_of, results_table, studies_table, table

from evidence.packs.pack import Pack, read_pack
from evidence.packs.records import Result, Study, rows_of
from evidence.statistics.candidates import candidates
from evidence.statistics.effects import native, standardised
from evidence.statistics.people import people
from evidence.statistics.pooled import Point, fit
from evidence.statistics.pooling import NotPooled, Pooled, low_risk_only, overall_judgements, pool, pool_summary
from evidence.statistics.random_effects import random_effects
from evidence.statistics.small_studies import Funnel, funnel
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.measures import is_ratio
from evidence.wording.say import say

ORACLE = json.loads((Path(__file__).parent / "oracles" / "pooling.json").read_text())
CASES = pytest.mark.parametrize("case", ORACLE["cases"], ids=lambda case: case["name"])
A = {"value_type": "final", "mean_1": 3, "sd_1": 2, "n_1": 20, "mean_2": 5, "sd_2": 2.5, "n_2": 22}
B = {**A, "mean_1": 4}
C = {**A, "mean_1": 2.5}
CASE_FOLDER = Path(__file__).parent / "cases"
OUTCOMES = outcomes_table({"outcome": "sleep", "label": "Sleep"}, {"outcome": "cure", "measure": "RR"})


def points_of(case: dict) -> list[Point]:
    numbers = enumerate(zip(case["yi"], np.sqrt(case["vi"]), strict=True))
    return [Point(f"r{place}", f"S{place}", f"Study {place}", effect, se) for place, (effect, se) in numbers]


def pooled_rows(*rows: dict, studies: tuple[dict, ...] = (), method: str = "REML") -> Pooled | NotPooled:
    return pooled_of(results_table(*rows), studies_table(*studies, count=len(rows)), OUTCOMES, method=method)


def pooled_pack(pack: Pack, *studies: str) -> Pooled | NotPooled:
    results = pack.results[pack.results["study_id"].isin(studies)] if studies else pack.results
    return pooled_of(results, pack.studies, pack.outcomes)


def kinds(facts: tuple[Fact, ...]) -> list[str]:
    return [each.kind for each in facts]


def must_pool(result: Pooled | NotPooled) -> Pooled:
    assert isinstance(result, Pooled), result
    return result


def must_not_pool(*rows: dict) -> tuple[Fact, ...]:
    result = pooled_rows(*rows)
    assert isinstance(result, NotPooled)
    return result.reasons


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


@pytest.mark.parametrize(
    ("rows", "studies", "reason"),
    [
        ((A,), (), "only one result has a number: Study 0"),
        ((), (), "no result in view has a number"),
        (({"p_value": 0.1},), (), "no result in view has a number"),
        (({**A, "contrast": "before-after"}, B, C), (), "change without a control group is never pooled: Study 0"),
        (
            ({**A, "contrast": "cases and controls"}, B, C),
            (),
            "effects between groups and associations of cases and controls are never mixed: cases and controls (Study 0); "
            "between groups (Study 1 and Study 2)",
        ),
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
    assert reason in [say(each) for each in result.reasons]


def test_a_result_without_a_standard_error_is_not_pooled() -> None:
    results = results_table(A, B)
    first, second = candidates(results, studies_table(count=2), OUTCOMES, native(results, OUTCOMES))
    silent = second._replace(effect=second.effect._replace(se=None))
    assert pool([first, silent]) == NotPooled((fact("no standard error", names=("Study 1",)),))


def test_all_reasons_come_at_once() -> None:
    result = pooled_rows(
        {**A, "contrast": "before-after"},
        {**B, "comparator": "no treatment", "outcome": "sleep"},
        {"p_value": 0.4},
        C,
        studies=({}, {"condition": "migraine", "directness": "indirect"}),
    )
    assert isinstance(result, NotPooled)
    assert kinds(result.reasons) == [
        "change never pooled",
        "different outcomes",
        "different measures",
        "different comparators",
        "different conditions",
        "directness mixed",
        "without number",
    ]


def test_a_before_after_change_is_never_pooled() -> None:
    before_after = {**A, "contrast": "before-after"}
    assert isinstance(pooled_rows(before_after, before_after, before_after), NotPooled)


def test_sharing_patients_with_a_result_out_of_view_closes_nothing() -> None:
    assert isinstance(pooled_rows({**A, "shares_patients_with": "elsewhere"}, B), Pooled)


def test_two_results_pool_without_a_prediction_interval() -> None:
    pooled = must_pool(pooled_rows(A, B))
    assert pooled.k == 2 and pooled.pi_low is None and pooled.pi_high is None and pooled.pi_rule is None
    assert len(pooled.leave_one_out) == 0
    assert say(pooled.interval_rule) == "Hartung-Knapp, t with 1 degree of freedom, never narrower than normal"
    assert fact("no prediction interval") in pooled.conventions


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


def test_effects_of_other_results_are_refused() -> None:
    results = results_table(A, B)
    with pytest.raises(ValueError, match="in the same order"):
        candidates(results, studies_table(count=2), OUTCOMES, native(results.iloc[::-1], OUTCOMES))


def test_the_summary_says_how_far_the_result_hangs_on_one_study() -> None:
    facts = pool_summary(must_pool(pooled_rows(A, B, C)))
    assert say(facts[0]).startswith("3 results pool to MD")
    assert (facts[-1]["one"], facts[-1]["other"]) == ("Study 1", "Study 2") or facts[-1]["one"] == "Study 2"


def test_many_names_become_a_few_and_a_count() -> None:
    (reason,) = [each for each in must_not_pool(*[{**A, "contrast": "before-after"}] * 9) if "names" in dict(each.values)]
    assert len(reason["names"]) == 9
    assert say(reason).endswith("Study 0, Study 1, Study 2, Study 3 and 5 more")


@pytest.mark.parametrize(
    ("measure", "effects", "ses", "wide", "prediction"),
    [
        ("MD", (-2.0, -1.0), (0.3, 0.3), True, None),
        ("MD", (-9.0, -8.5), (0.3, 0.3), False, None),
        ("MD", (-4.0, -3.9, -3.8), (0.3, 0.3, 0.3), False, False),
        ("MD", (-2.0, 0.0, 2.0), (0.3, 0.3, 0.3), False, True),
        ("RR", (-1.5, 0.2), (0.2, 0.2), True, None),
        ("SMD", (-1.0, 0.4), (0.2, 0.2), True, None),
    ],
)
def test_an_interval_too_wide_to_tell_anything_is_said(measure, effects, ses, wide, prediction) -> None:  # type: ignore[no-untyped-def]
    points = [Point(f"r{n}", f"S{n}", f"Study {n}", *each) for n, each in enumerate(zip(effects, ses, strict=True))]
    said = kinds(pool_summary(fit(points, measure)))
    assert ("interval too wide" in said) is wide
    assert ("prediction too wide" in said) is bool(prediction)


def test_associations_pool_among_themselves_and_are_called_so() -> None:
    case = {**A, "contrast": "cases and controls"}
    pooled = must_pool(pooled_rows(case, {**case, "mean_1": 4}, studies=({"design": "case-control"},) * 2))
    assert pooled.association and pooled.conventions[0] == fact("pool of associations")
    cohorts = must_pool(pooled_rows(A, B, studies=({"design": "cohort"},) * 2))
    assert cohorts.association and not must_pool(pooled_rows(A, B)).association


def test_effects_and_associations_are_never_mixed_and_everybody_is_named() -> None:
    pack = read_pack(CASE_FOLDER / "c04_mixed_contrasts")
    mixed = pooled_pack(pack)
    assert isinstance(mixed, NotPooled)
    (reason,) = mixed.reasons
    assert reason.kind == "contrasts mixed"
    holders = {each["value"]: each["names"] for each in reason["values"]}
    assert holders == {
        "between groups": ("Garfinkel 1981", "Hirayama 1984"),
        "cases and controls": ("Chan 1982", "Correa 1983", "Trichopolous 1983"),
    }
    cohorts = must_pool(pooled_pack(pack, "Garfinkel1981", "Hirayama1984"))
    cases = must_pool(pooled_pack(pack, "Chan1982", "Correa1983", "Trichopolous1983"))
    assert (cohorts.k, cases.k) == (2, 3) and cohorts.association and cases.association
    effects = native(pack.results, pack.outcomes)
    points = [Point(each.result_id, each.study_id, "", np.log(each.estimate), each.se) for each in effects]
    whole = fit(points, "OR")
    assert (whole.estimate, whole.ci_low, whole.ci_high) == pytest.approx((1.3326, 0.8255, 2.1512), abs=5e-5)


def test_crossover_trials_reported_as_paired_are_taken_as_paired() -> None:
    pack = read_pack(CASE_FOLDER / "c02_crossover_paired")
    pooled = must_pool(pooled_pack(pack))
    assert (pooled.estimate, pooled.ci_low, pooled.ci_high) == pytest.approx((-2.8067, -8.5235, 2.9101), abs=5e-5)
    assert "crossover as parallel" not in kinds(pooled.conventions)
    names = ("Skrabal et al. 1981a", "Skrabal et al. 1981b", "MacGregor et al. 1982")
    assert fact("crossover paired", names=names) in pooled.conventions
    studies = {each.study_id: each for each in rows_of(pack.studies, Study)}
    assert [people(each, studies[each.study_id]) for each in rows_of(pack.results, Result)] == [20, 20, 23]


def test_people_are_counted_once() -> None:
    def of(structure: str = "parallel", result: dict | None = None, **study: object) -> int | None:
        (one,) = rows_of(studies_table({"structure": structure, **study}), Study)
        rows = rows_of(results_table(result), Result) if result is not None else [None]
        return people(rows[0], one)

    assert of(result={"n_1": 20, "n_2": 22}) == 42
    assert of(result={"n_1": 17, "n_2": 20, "contrast": "before-after"}) == 17
    assert of("crossover", {"n_1": 20, "n_2": 19}) == 20
    assert of("crossover", {"n_1": 12}) == 12
    assert of(result={"p_value": 0.1}, n_analysed=30, n_enrolled=40) == 30
    assert of(n_enrolled=40) == 40
    assert of(result={"p_value": 0.1}) is None


def test_the_bcg_trials_may_be_pooled(bcg: Pack) -> None:
    pooled = must_pool(pooled_pack(bcg))
    assert pooled.k == 13 and np.log(pooled.estimate) == pytest.approx(-0.7145, abs=5e-5)
    assert pooled.i2 == pytest.approx(92.22, abs=0.005) and isinstance(funnel(pooled), Funnel)
