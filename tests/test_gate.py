"""The gate lets nothing through that must not be averaged, and names everybody it stops."""

import numpy as np
import pytest
from made_pools import CASE_FOLDER, OUTCOMES, A, B, C, kinds, must_not_pool, must_pool, pooled_pack, pooled_rows
from made_tables import results_table, studies_table

from evidence.packs.pack import read_pack
from evidence.packs.records import Result, Study
from evidence.packs.rows import rows_of
from evidence.statistics.candidates import candidates
from evidence.statistics.effects import native
from evidence.statistics.people import people
from evidence.statistics.pooled import Point, fit
from evidence.statistics.pooling import NotPooled, Pooled, pool
from evidence.vocabulary.fact import fact
from evidence.wording.say import say


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


def test_effects_of_other_results_are_refused() -> None:
    results = results_table(A, B)
    with pytest.raises(ValueError, match="in the same order"):
        candidates(results, studies_table(count=2), OUTCOMES, native(results.iloc[::-1], OUTCOMES))


def test_many_names_become_a_few_and_a_count() -> None:
    (reason,) = [each for each in must_not_pool(*[{**A, "contrast": "before-after"}] * 9) if "names" in dict(each.values)]
    assert len(reason["names"]) == 9
    assert say(reason).endswith("Study 0, Study 1, Study 2, Study 3 and 5 more")


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
