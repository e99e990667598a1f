"""The effects while they are being filled: a column for each part of an effect, with one place per result."""

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from evidence.statistics.arithmetic import Numbers, critical_value
from evidence.statistics.effect import Arithmetic, Effect, formula_of
from evidence.vocabulary.fact import Fact, fact

Mask = NDArray[np.bool_]
Texts = NDArray[np.object_]
Reason = Fact | str | None
NORMAL = fact("normal interval")


class Sheet:
    """The columns of effects; measure is what a row is drawn in, also without a number. Facts stand in lists."""

    def __init__(self, measure: Texts) -> None:
        rows = len(measure)
        self.measure = measure.copy()
        self.estimate, self.ci_low, self.ci_high, self.se, self.df = (np.full(rows, np.nan) for _ in range(5))
        self.mirrored = np.zeros(rows, dtype=bool)
        self.interval: list[Fact | None] = [None] * rows
        self.arithmetic: list[Arithmetic | Fact | None] = [None] * rows
        self.assumptions: list[tuple[Fact, ...]] = [()] * rows

    def fill(
        self, rows: Mask, measure: str, estimate: Numbers, se: Numbers, df: Numbers | None = None, ratio: bool = False
    ) -> None:
        """Estimates with intervals, t where df is given; ratio: from logarithms back to ratios."""
        degrees_of_freedom = np.full(len(estimate), np.nan) if df is None else df
        half_width = critical_value(degrees_of_freedom) * se
        self.measure[rows] = measure
        low, high = estimate - half_width, estimate + half_width
        for column, values in ((self.estimate, estimate), (self.ci_low, low), (self.ci_high, high)):
            column[rows] = np.exp(values) if ratio else values
        self.se[rows], self.df[rows] = se, degrees_of_freedom
        self.say_interval(rows, NORMAL, "t interval", degrees_of_freedom)

    def say_interval(self, rows: Mask, normal: Fact, of_t: str, df: Numbers) -> None:
        """How the intervals of these rows were made; a fact of the kind of_t where df is a number."""
        facts = {each: fact(of_t, df=each) for each in set(df[np.isfinite(df)].tolist())}
        for place, each in zip(places(rows), df.tolist(), strict=True):
            self.interval[place] = facts.get(each, normal)

    def explain(self, rows: Mask, kind: str, names: Sequence[str], *columns: Numbers) -> None:
        """The arithmetic of each row: a fact of this kind with a value from each column under these names."""
        shape = (kind, tuple(names))
        for place, values in zip(places(rows), listed(*columns), strict=True):
            self.arithmetic[place] = (shape, values)

    def formula(self, place: int) -> Fact | None:
        """The arithmetic of one row so far."""
        return formula_of(self.arithmetic[place])

    def assume(self, rows: Mask, *facts: Fact) -> None:
        """What was assumed or added in these rows."""
        for place in places(rows):
            self.assumptions[place] = facts

    def mirror(self, rows: Mask) -> None:
        """Turn the sign of these rows, so that left is better."""
        low, high = self.ci_low[rows], self.ci_high[rows]
        self.estimate[rows] = 0 - self.estimate[rows]
        self.ci_low[rows], self.ci_high[rows] = 0 - high, 0 - low
        self.mirrored[rows] = True

    def effects(self, results: pd.DataFrame, contrast: Texts, reasons: Sequence[Reason]) -> tuple[Effect, ...]:
        """The effects in the order of results; a number must be finite with a standard error, else it is taken back."""
        good = np.isfinite(self.estimate) & np.isfinite(self.se) & (self.se > 0)
        good &= np.isfinite(self.ci_low) & np.isfinite(self.ci_high)
        for place in places(~good):
            self.interval[place] = self.arithmetic[place] = None
            self.assumptions[place] = ()
        numbers = (
            (np.where(good, column, np.nan)) for column in (self.estimate, self.ci_low, self.ci_high, self.se, self.df)
        )
        columns = (
            *(results[name].tolist() for name in ("result_id", "study_id", "outcome")),
            contrast.tolist(),
            self.measure.tolist(),
            *map(_or_none, numbers),
            self.interval,
            self.assumptions,
            self.arithmetic,
            [None if has else reason for has, reason in zip(good.tolist(), reasons, strict=True)],
            (self.mirrored & good).tolist(),
        )
        return tuple(map(Effect._make, zip(*columns, strict=True)))


def places(rows: Mask) -> list[int]:
    """The places of the rows of a mask."""
    found: list[int] = np.flatnonzero(rows).tolist()
    return found


def listed(*columns: Numbers) -> Iterable[tuple[float, ...]]:
    """The values of several columns row by row."""
    return zip(*(column.tolist() for column in columns), strict=True)


def _or_none(column: Numbers) -> list[float | None]:
    return [None if each != each else each for each in column.tolist()]
