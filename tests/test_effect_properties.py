"""What must hold for any allowed numbers: mirroring, units, order, silence, and nothing that raises."""

import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_tables import outcomes_table, pooled_of, results_table, studies_table

from evidence.statistics.effect import Effect
from evidence.statistics.effects import native, standardised
from evidence.statistics.pooling import NotPooled, Pooled
from evidence.vocabulary.measures import ENTERED, is_ratio
from evidence.wording.say import say

OUTCOMES = outcomes_table(
    *(
        {"outcome": name, "measure": name, "better": better}
        for name, better in (("SMD", "higher"), ("RR", "lower"), ("OR", "higher"), ("HR", "lower"), ("MC", "lower"))
    )
)
EFFECTS = (native, standardised)
NUMBERS = ("estimate", "ci_low", "ci_high", "se")
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
        "outcome": st.sampled_from(["pain", *ENTERED, "not in the table"]),
        "contrast": st.sampled_from(["between groups", "before-after", "cases and controls"]),
        "value_type": cells(st.sampled_from(["final", "change"])),
        "measure": cells(st.sampled_from(ENTERED)),
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


def effect_of(row: dict[str, object], make=native) -> Effect:  # type: ignore[no-untyped-def]
    (effect,) = make(results_table(row), OUTCOMES)
    return effect


@quick
@given(st.lists(any_row, max_size=6))
def test_no_allowed_input_raises_and_every_row_has_a_number_or_a_reason(rows: list[dict[str, object]]) -> None:
    results, studies = results_table(*rows), studies_table(count=3)
    for make in EFFECTS:
        for effect in make(results, OUTCOMES):
            numbers = [getattr(effect, name) for name in NUMBERS]
            if effect.has_number:
                assert all(math.isfinite(number) for number in numbers) and effect.se > 0
                assert say(effect.interval) and say(effect.formula) and effect.reason is None
            else:
                assert numbers == [None] * len(NUMBERS) and say(effect.reason)
            say(effect.assumptions)
        pooled = pooled_of(results, studies, OUTCOMES, make)
        assert isinstance(pooled, Pooled | NotPooled)
        say(pooled.conventions if isinstance(pooled, Pooled) else pooled.reasons)


@quick
@given(st.lists(any_row, max_size=6))
def test_every_estimate_lies_inside_its_interval(rows: list[dict[str, object]]) -> None:
    for make in EFFECTS:
        for effect in make(results_table(*rows), OUTCOMES):
            assert not effect.has_number or effect.ci_low <= effect.estimate <= effect.ci_high


@quick
@given(two_means(), two_events())
def test_swapping_the_groups_mirrors_the_effect(means: dict, events: dict) -> None:
    other = {"_1": "_2", "_2": "_1"}
    for row in (means, events, {**means, "outcome": "SMD"}):
        swapped = {name[:-2] + other[name[-2:]] if name[-2:] in other else name: value for name, value in row.items()}
        for make in EFFECTS:
            one, two = (effect_of(each, make) for each in (row, swapped))
            turn = (lambda value: 1 / value) if is_ratio(one.measure) else (lambda value: -value)
            near = {"rel": 1e-9, "abs": 1e-12}
            if not one.has_number:
                assert not two.has_number
                continue
            assert two.estimate == pytest.approx(turn(one.estimate), **near)
            assert two.ci_low == pytest.approx(turn(one.ci_high), **near)
            assert two.se == pytest.approx(one.se, **near)


@quick
@given(two_means(), st.floats(0.001, 1000))
def test_changing_the_unit_scales_md_and_leaves_smd(row: dict, unit: float) -> None:
    scaled = {name: value * unit if name[:-2] in ("mean", "sd") else value for name, value in row.items()}
    before, after = (effect_of(each) for each in (row, scaled))
    smd = [effect_of(each, standardised) for each in (row, scaled)]
    for name in NUMBERS:
        assert getattr(after, name) == pytest.approx(getattr(before, name) * unit, rel=1e-9, abs=1e-9 * unit)
        assert getattr(smd[1], name) == pytest.approx(getattr(smd[0], name), rel=1e-6, abs=1e-6)


@quick
@given(st.lists(any_row, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters_to_effects(rows: list[dict[str, object]], chance) -> None:  # type: ignore[no-untyped-def]
    results = results_table(*rows)
    order = chance.sample(range(len(rows)), len(rows))
    for make in EFFECTS:
        effects = make(results, OUTCOMES)
        assert tuple(effects[place] for place in order) == make(results.iloc[order], OUTCOMES)


@quick
@given(st.lists(two_means(), min_size=2, max_size=7), st.randoms(use_true_random=False))
def test_pooling_ignores_order_and_silence_and_stays_inside_the_studies(rows: list[dict], chance) -> None:  # type: ignore[no-untyped-def]
    def pooled(*all_rows: dict) -> Pooled:
        results = results_table(*all_rows)
        studies = studies_table(count=len(all_rows))
        result = pooled_of(results, studies, OUTCOMES)
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
    effects = [point.effect for point in whole.points]
    slack = 1e-9 * max(1.0, *map(abs, effects))
    assert min(effects) - slack <= whole.estimate <= max(effects) + slack
    assert whole.ci_low <= whole.estimate <= whole.ci_high
    assert math.isclose(sum(whole.weights.values()), 100, rel_tol=1e-9)
    assert 0 <= whole.i2 <= 100 and whole.tau2 >= 0
