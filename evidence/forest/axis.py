"""The axis of a forest plot: which scale, from where to where, its ticks, and the words at its ends.

Ratios stand on a logarithmic axis drawn on a linear one (the place of a value is its natural logarithm), with natural ticks.
An axis is long enough for every estimate; a very wide interval leaves it, and is then drawn with an arrow.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Protocol

from evidence.facts.view import View
from evidence.vocabulary.known import known
from evidence.wording.words import number, plain, tr

RATIO_TICKS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)
MEASURE_NAMES = {
    "MD": "mean difference",
    "SMD": "standardised mean difference",
    "RR": "risk ratio",
    "OR": "odds ratio",
    "MC": "mean change",
    "SMCC": "standardised mean change",
    "OR2DL": "standardised mean difference from odds ratio",
}


class Measured(Protocol):
    """What the axis needs of a row: its measure, and its numbers on their natural scale."""

    @property
    def measure(self) -> str: ...

    @property
    def estimate(self) -> float | None: ...

    @property
    def ci_low(self) -> float | None: ...

    @property
    def ci_high(self) -> float | None: ...


@dataclass(frozen=True)
class Axis:
    """A scale with its ends and ticks in places (log for ratios), and the words for the reader."""

    is_ratio: bool
    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    label: str
    left: str
    right: str
    column: str
    null: float = 0.0
    digits: int = 2

    def place(self, value: float) -> float:
        """Where a value stands on the axis."""
        return math.log(value) if self.is_ratio else value

    def number(self, value: float) -> str:
        """A value of this axis as text."""
        return number(value, self.digits)


def make_axis(rows: Sequence[Measured], view: View, standardised: bool, panel: str) -> Axis:
    """The axis for rows whose numbers still are on their natural scale."""
    measures = [row.measure for row in rows if row.estimate is not None]
    is_ratio = bool(measures) and sum(m in ("RR", "OR") for m in measures) * 2 > len(measures)
    fitting = [row for row in rows if row.estimate is not None and (row.measure in ("RR", "OR")) == is_ratio]
    place = math.log if is_ratio else float
    ends = [place(end) for row in fitting for end in (row.ci_low, row.ci_high) if end is not None and not math.isinf(end)]
    estimates = [place(row.estimate) for row in fitting if row.estimate is not None]
    low, high = _limits(estimates, ends)
    ticks = _ratio_ticks(low, high) if is_ratio else _ticks(low, high)
    return Axis(
        is_ratio,
        min(low, ticks[0][0]),
        max(high, ticks[-1][0]),
        ticks,
        *_words(measures, view, standardised, panel),
    )


def _words(measures: list[str], view: View, standardised: bool, panel: str) -> tuple[str, str, str, str]:
    """Axis label, words at the left and right end, and the heading of the number column."""
    dataset = view.pack.dataset
    if panel == "association":
        return (
            tr("association, not an effect of treatment"),
            tr("lower with condition"),
            tr("higher with condition"),
            tr("Estimate [95% CI]"),
        )
    better = tr("favours {intervention}", intervention=dataset["intervention"])
    worse = tr("favours {comparison}", comparison=dataset["comparison"])
    if all(row == "MC" or row == "SMCC" for row in measures) and measures:
        better, worse = tr("better after"), tr("worse after")
    if standardised:
        return (
            tr("standardised difference or change; left is better for the patient"),
            better,
            worse,
            tr("SMD [95% CI]"),
        )
    outcome = view.pack.outcomes.set_index("outcome").loc[view.selection.outcome] if view.selection.outcome else None
    names = [tr(MEASURE_NAMES[measure]) for measure in dict.fromkeys(measures)]
    label = ", ".join(names)
    if outcome is not None:
        unit = f" ({outcome['unit']})" if known(outcome["unit"]) and not any(m in ("RR", "OR") for m in measures) else ""
        label = f"{outcome['label']}: {label}{unit}" if label else str(outcome["label"])
    left, right = (better, worse) if outcome is None or outcome["better"] == "lower" else (worse, better)
    return label, left, right, f"{'/'.join(dict.fromkeys(measures)) or tr('Estimate')} [95% CI]"


def _limits(estimates: list[float], ends: list[float]) -> tuple[float, float]:
    if not estimates:
        return -1.0, 1.0
    reach = 2.5 * median(abs(end) for end in ends) if ends else 0.0
    low = max(min([*ends, *estimates, 0.0]), -max(reach, 1.3 * max(abs(e) for e in estimates)))
    high = min(max([*ends, *estimates, 0.0]), max(reach, 1.3 * max(abs(e) for e in estimates)))
    if high == low:
        return -1.0, 1.0
    margin = 0.06 * (high - low)
    least = 0.12 * (high - low)
    return min(low - margin, -least), max(high + margin, least)


def _ticks(low: float, high: float) -> tuple[tuple[float, str], ...]:
    step = 10 ** math.floor(math.log10((high - low) / 3))
    for factor in (1, 2, 5, 10):
        if (high - low) / (step * factor) <= 5:
            step *= factor
            break
    first, last = math.ceil(low / step), math.floor(high / step)
    return tuple((n * step, plain(round(n * step, 10))) for n in range(first, last + 1))


def _ratio_ticks(low: float, high: float) -> tuple[tuple[float, str], ...]:
    inside = [tick for tick in RATIO_TICKS if low <= math.log(tick) <= high]
    if len(inside) < 3:
        inside = [tick for tick in (0.25, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4) if low <= math.log(tick) <= high]
    return tuple((math.log(tick), plain(tick)) for tick in inside or [1])
