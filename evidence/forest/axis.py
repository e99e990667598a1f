"""The axis of a forest plot: which scale, from where to where, its ticks, and what stands at its ends.

Ratios stand on a logarithmic axis (the place of a value is its natural logarithm), with natural ticks. An axis follows the
bulk of the numbers: an estimate more than three interquartile ranges beyond the quartiles does not stretch it. What leaves
the axis is drawn with an arrow, and its true numbers stand in the text.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Protocol

from evidence.facts.view import View
from evidence.statistics.effect import Effect
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.measures import MEASURES, is_ratio

RATIO_TICKS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)
FINE_RATIO_TICKS = (0.25, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4)
FEWEST_FOR_BULK = 5
FAR = 3.0
"""Interquartile ranges beyond the quartiles from which on an estimate is outside the bulk."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What the numbers of one axis have in common."""

    is_ratio: bool
    standardised: bool

    def holds(self, effect: Effect) -> bool:
        """True when an effect can stand on this scale."""
        measure = MEASURES[effect.measure]
        return (measure.is_ratio, measure.standardised) == (self.is_ratio, self.standardised)

    def place(self, value: float | None) -> float | None:
        """Where a value stands; the ends of an interval without bounds stand at infinity."""
        if value is None or not self.is_ratio:
            return value
        return math.log(value) if value > 0 else -math.inf


class Placed(Protocol):
    """What the axis needs of a row, in places."""

    @property
    def effect(self) -> Effect | None: ...

    @property
    def estimate(self) -> float | None: ...

    @property
    def ci_low(self) -> float | None: ...

    @property
    def ci_high(self) -> float | None: ...


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale with its ends and ticks (places and values), and the facts told at it."""

    is_ratio: bool
    low: float
    high: float
    ticks: tuple[tuple[float, float], ...]
    label: Fact
    left: Fact
    right: Fact
    column: Fact
    one_measure: bool
    null: float = 0.0

    def place(self, value: float) -> float:
        """Where a value stands on the axis."""
        return math.log(value) if self.is_ratio else value

    def share(self, place: float) -> float:
        """A place as a share of the axis: 0 at its left end, 1 at its right end, beyond that when it leaves the axis."""
        return (place - self.low) / (self.high - self.low)


def scale_of(effects: Sequence[Effect], on_common_axis: bool) -> Scale:
    """The scale most of these effects have."""
    if on_common_axis:
        return Scale(False, True)
    kinds = Counter((is_ratio(effect.measure), MEASURES[effect.measure].standardised) for effect in effects)
    return Scale(*kinds.most_common(1)[0][0]) if kinds else Scale(False, False)


def make_axis(rows: Sequence[Placed], scale: Scale, view: View, panel: str) -> Axis:
    """The axis for rows that stand on a scale."""
    drawn = [row for row in rows if row.estimate is not None]
    estimates = [row.estimate for row in drawn if row.estimate is not None]
    bulk = _bulk(estimates)
    ends = [
        end
        for row in drawn
        for end in (row.ci_low, row.ci_high)
        if end is not None and not math.isinf(end) and row.estimate in bulk
    ]
    low, high = _limits([each for each in estimates if each in bulk], ends)
    ticks = _ratio_ticks(low, high) if scale.is_ratio else _ticks(low, high)
    measures = tuple(dict.fromkeys(row.effect.measure for row in drawn if row.effect))
    one_measure = len(measures) < 2 or (scale.standardised and not view.selection.outcome)
    label, left, right, column = _told(measures, scale, view, panel)
    return Axis(
        is_ratio=scale.is_ratio,
        low=min(low, ticks[0][0]),
        high=max(high, ticks[-1][0]),
        ticks=ticks,
        label=label,
        left=left,
        right=right,
        column=column,
        one_measure=one_measure,
    )


def _told(measures: tuple[str, ...], scale: Scale, view: View, panel: str) -> tuple[Fact, Fact, Fact, Fact]:
    """What the axis measures, what its left and right end mean, and the heading of the number column."""
    dataset, outcome = view.pack.dataset, None
    if view.selection.outcome:
        outcome = next(each for each in view.pack.rows.outcomes if each.outcome == view.selection.outcome)
    if scale.standardised and not outcome:
        column = fact("column of SD units")
    else:
        column = fact("column of a measure", measure=measures[0]) if len(measures) == 1 else fact("column of estimates")
    if panel == "association":
        return fact("axis of associations"), fact("lower with condition"), fact("higher with condition"), column
    better = fact("favours", what=dataset["intervention"])
    worse = fact("favours", what=dataset["comparison"])
    if measures and all(MEASURES[measure].groups == 1 for measure in measures):
        better, worse = fact("better after"), fact("worse after")
    if outcome is None:
        return fact("axis of SD units"), better, worse, column
    names = tuple(fact(MEASURES[measure].label) for measure in measures)
    unit = "" if scale.is_ratio or scale.standardised else outcome.unit
    kind = "axis of an outcome with unit" if names and unit else "axis of an outcome" if names else "axis without numbers"
    label = fact(kind, outcome=outcome.label, measures=names, unit=unit)
    return (label, better, worse, column) if outcome.better == "lower" else (label, worse, better, column)


def _bulk(estimates: Sequence[float]) -> frozenset[float]:
    """The estimates that the axis must hold."""
    if len(estimates) < FEWEST_FOR_BULK:
        return frozenset(estimates)
    first, _, third = quantiles(estimates, n=4, method="inclusive")
    far = FAR * (third - first)
    return frozenset(each for each in estimates if first - far <= each <= third + far)


def _limits(estimates: Sequence[float], ends: Sequence[float]) -> tuple[float, float]:
    if not estimates:
        return -1.0, 1.0
    reach = 2.5 * median(abs(end) for end in ends) if ends else 0.0
    most = max(reach, 1.3 * max(abs(each) for each in estimates))
    low = max(min([*ends, *estimates, 0.0]), -most)
    high = min(max([*ends, *estimates, 0.0]), most)
    if high == low:
        return -1.0, 1.0
    margin, least = 0.06 * (high - low), 0.12 * (high - low)
    return min(low - margin, -least), max(high + margin, least)


def _ticks(low: float, high: float) -> tuple[tuple[float, float], ...]:
    step = 10 ** math.floor(math.log10((high - low) / 3))
    for factor in (1, 2, 5, 10):
        if (high - low) / (step * factor) <= 5:
            step *= factor
            break
    first, last = math.ceil(low / step), math.floor(high / step)
    return tuple((n * step, round(n * step, 10)) for n in range(first, last + 1))


def _ratio_ticks(low: float, high: float) -> tuple[tuple[float, float], ...]:
    inside = [tick for tick in RATIO_TICKS if low <= math.log(tick) <= high]
    if len(inside) < 3:
        inside = [tick for tick in FINE_RATIO_TICKS if low <= math.log(tick) <= high]
    return tuple((math.log(tick), float(tick)) for tick in inside or [1])
