"""What must hold for any allowed numbers: mirroring, units, order, silence, and nothing that raises."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_tables import outcomes_table, results_table, studies_table

from evidence.statistics.effects import native_effects, standardised_effects
from evidence.statistics.pooling import NotPooled, Pooled, pool

OUTCOMES = outcomes_table(
    *(
        {"outcome": name, "measure": name, "better": better}
        for name, better in (("SMD", "higher"), ("RR", "lower"), ("OR", "higher"), ("MC", "lower"))
    )
)
EFFECTS = (native_effects, standardised_effects)
NUMBERS = ["estimate", "ci_low", "ci_high", "se"]
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

values = st.floats(-1e4, 1e4).map(lambda value: round(value, 4))
spreads = st.floats(0.01, 1e3).map(lambda value: round(value, 4))
people = st.integers(2, 5000)


@st.composite
def two_means(draw: st.DrawFn) -> dict[str, object]:
    return {
        "value_type": "final",
        "mean_1": draw(values),
        "sd_1": draw(spreads),
        "n_1": draw(people),
        "mean_2": draw(values),
        "sd_2": draw(spreads),
        "n_2": draw(people),
    }


@st.composite
def two_events(draw: st.DrawFn) -> dict[str, object]:
    n_1, n_2 = draw(people), draw(people)
    return {
        "outcome": draw(st.sampled_from(["RR", "OR"])),
        "events_1": draw(st.integers(0, n_1)),
        "n_1": n_1,
        "events_2": draw(st.integers(0, n_2)),
        "n_2": n_2,
    }


def cells(kind: st.SearchStrategy) -> st.SearchStrategy:
    return st.none() | kind


any_row = st.fixed_dictionaries(
    {
        "study_id": st.sampled_from(["S0", "S1", "S2"]),
        "outcome": st.sampled_from(["pain", "SMD", "RR", "OR", "MC", "not in the table"]),
        "contrast": st.sampled_from(["between groups", "before-after", "cases and controls"]),
        "value_type": cells(st.sampled_from(["final", "change"])),
        "measure": cells(st.sampled_from(["MD", "SMD", "RR", "OR", "MC"])),
        **{
            name: cells(st.floats(allow_nan=False, allow_infinity=False))
            for name in ("mean_1", "mean_2", "estimate", "ci_low", "ci_high")
        },
        **{name: cells(st.floats(min_value=0, exclude_min=True, allow_infinity=False)) for name in ("sd_1", "sd_2")},
        **{name: cells(st.integers(1, 10**9)) for name in ("n_1", "n_2")},
        **{name: cells(st.integers(0, 10**9)) for name in ("events_1", "events_2")},
        "p_value": cells(st.floats(0, 1)),
        "note": cells(st.sampled_from(["a note"])),
        "shares_patients_with": cells(st.sampled_from(["r0", "r1; r2"])),
    }
)


def effects_of(*rows: dict[str, object], make=native_effects) -> pd.DataFrame:  # type: ignore[no-untyped-def]
    return make(results_table(*rows), OUTCOMES)


@quick
@given(st.lists(any_row, max_size=6))
def test_no_allowed_input_raises_and_every_row_has_a_number_or_a_reason(rows: list[dict[str, object]]) -> None:
    results, studies = results_table(*rows), studies_table(count=3)
    for make in EFFECTS:
        effects = make(results, OUTCOMES)
        has_number = effects[NUMBERS].notna().all(axis=1)
        assert (has_number == effects[NUMBERS].notna().any(axis=1)).all()
        assert (has_number == (effects["reason"] == "")).all()
        assert np.isfinite(effects.loc[has_number, NUMBERS].to_numpy()).all()
        assert (effects.loc[has_number, "se"] > 0).all()
        assert isinstance(pool(results, studies, OUTCOMES, effects), Pooled | NotPooled)


@quick
@given(st.lists(any_row, max_size=6))
def test_every_estimate_lies_inside_its_interval(rows: list[dict[str, object]]) -> None:
    for make in EFFECTS:
        effects = make(results_table(*rows), OUTCOMES).dropna(subset=["estimate"])
        assert (effects["ci_low"] <= effects["estimate"]).all() and (effects["estimate"] <= effects["ci_high"]).all()


@quick
@given(two_means(), two_events())
def test_swapping_the_groups_mirrors_the_effect(means: dict, events: dict) -> None:
    other = {"_1": "_2", "_2": "_1"}
    for row in (means, events, {**means, "outcome": "SMD"}):
        swapped = {name[:-2] + other[name[-2:]] if name[-2:] in other else name: value for name, value in row.items()}
        for make in EFFECTS:
            one, two = (effects_of(each, make=make).iloc[0] for each in (row, swapped))
            ratio = one["measure"] in ("RR", "OR")
            turn = (lambda value: 1 / value) if ratio else (lambda value: -value)
            near = {"rel": 1e-9, "abs": 1e-12}
            assert two["estimate"] == pytest.approx(turn(one["estimate"]), **near)
            assert two["ci_low"] == pytest.approx(turn(one["ci_high"]), **near)
            assert two["se"] == pytest.approx(one["se"], **near)


@quick
@given(two_means(), st.floats(0.001, 1000))
def test_changing_the_unit_scales_md_and_leaves_smd(row: dict, unit: float) -> None:
    scaled = {name: value * unit if name[:-2] in ("mean", "sd") else value for name, value in row.items()}
    before, after = (effects_of(each).iloc[0] for each in (row, scaled))
    for name in NUMBERS:
        assert after[name] == pytest.approx(before[name] * unit, rel=1e-9, abs=1e-9 * unit)
        smd = [effects_of(each, make=standardised_effects).iloc[0][name] for each in (row, scaled)]
        assert smd[1] == pytest.approx(smd[0], rel=1e-6, abs=1e-6)


@quick
@given(st.lists(any_row, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters_to_effects(rows: list[dict[str, object]], chance) -> None:  # type: ignore[no-untyped-def]
    results = results_table(*rows)
    order = chance.sample(range(len(rows)), len(rows))
    for make in EFFECTS:
        pd.testing.assert_frame_equal(make(results, OUTCOMES).iloc[order], make(results.iloc[order], OUTCOMES))


@quick
@given(st.lists(two_means(), min_size=2, max_size=7), st.randoms(use_true_random=False))
def test_pooling_ignores_order_and_silence_and_stays_inside_the_studies(rows: list[dict], chance) -> None:  # type: ignore[no-untyped-def]
    def pooled(*all_rows: dict) -> Pooled:
        results = results_table(*all_rows)
        studies = studies_table(count=len(all_rows))
        result = pool(results, studies, OUTCOMES, native_effects(results, OUTCOMES))
        assert isinstance(result, Pooled)
        return result

    whole = pooled(*rows)
    width = whole.ci_high - whole.ci_low
    shuffled = pooled(*chance.sample(rows, len(rows)))
    silent = pooled(*rows, {"p_value": 0.3})
    for name in ("estimate", "ci_low", "ci_high"):
        assert getattr(shuffled, name) == pytest.approx(getattr(whole, name), abs=1e-6 * width)
        assert getattr(silent, name) == getattr(whole, name)
    assert silent.k == whole.k and silent.left_out == (f"Study {len(rows)}",)
    effects = whole.points["effect"]
    slack = 1e-9 * max(1.0, effects.abs().max())
    assert effects.min() - slack <= whole.estimate <= effects.max() + slack
    assert whole.ci_low <= whole.estimate <= whole.ci_high
    assert math.isclose(whole.weights["weight_percent"].sum(), 100, rel_tol=1e-9)
    assert 0 <= whole.i2 <= 100 and whole.tau2 >= 0
