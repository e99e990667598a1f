"""The effect columns while they are being filled: arrays of one place per result."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from evidence.statistics.arithmetic import Numbers, critical_value
from evidence.wording.words import tr

Mask = NDArray[np.bool_]
Texts = NDArray[np.object_]


class Sheet:
    """The columns of an effects table; measure is what a row is drawn in, also without a number."""

    def __init__(self, measure: Texts) -> None:
        rows = len(measure)
        self.measure = measure.copy()
        self.estimate, self.ci_low, self.ci_high, self.se, self.df = (np.full(rows, np.nan) for _ in range(5))
        self.rule, self.assumption, self.formula = (np.full(rows, "", dtype=object) for _ in range(3))

    @property
    def known(self) -> Mask:
        """Where there is a number."""
        return np.isfinite(self.estimate)

    def fill(
        self,
        rows: Mask,
        measure: str,
        estimate: Numbers,
        se: Numbers,
        df: Numbers | None = None,
        ratio: bool = False,
    ) -> None:
        """Estimates with intervals, t where df is given; ratio: from logarithms back to ratios."""
        degrees_of_freedom = np.full(len(estimate), np.nan) if df is None else df
        half_width = critical_value(degrees_of_freedom) * se
        self.measure[rows] = measure
        low, high = estimate - half_width, estimate + half_width
        for column, values in ((self.estimate, estimate), (self.ci_low, low), (self.ci_high, high)):
            column[rows] = np.exp(values) if ratio else values
        self.se[rows], self.df[rows] = se, degrees_of_freedom
        self.rule[rows] = (
            tr("normal")
            if df is None
            else [tr("t, {df} degrees of freedom", df=f"{each:.0f}") for each in degrees_of_freedom.tolist()]
        )

    def explain(self, rows: Mask, formulas: list[str]) -> None:
        """The arithmetic of each row, minus a negative number written as plus, minus signs true ones."""
        self.formula[rows] = [text.replace("- -", "+ ").replace("-", "\u2212") for text in formulas]

    def assume(self, rows: Mask | NDArray[np.intp], text: str) -> None:
        """What was assumed or added in these rows."""
        self.assumption[rows] = text

    def mirror(self, rows: Mask) -> None:
        """Turn the sign of these rows, so that left is better; the formula says so."""
        low, high = self.ci_low[rows], self.ci_high[rows]
        self.estimate[rows] = 0 - self.estimate[rows]
        self.ci_low[rows], self.ci_high[rows] = 0 - high, 0 - low
        self.formula[rows] = [text + tr("; sign turned, higher is better") for text in self.formula[rows]]

    def drop_impossible(self) -> None:
        """Take back every number that is not finite or has no standard error."""
        good = np.isfinite(self.estimate) & np.isfinite(self.se) & (self.se > 0)
        good &= np.isfinite(self.ci_low) & np.isfinite(self.ci_high)
        for column in (self.estimate, self.ci_low, self.ci_high, self.se, self.df):
            column[~good] = np.nan
        for texts in (self.rule, self.assumption, self.formula):
            texts[~good] = ""

    def table(self, results: pd.DataFrame, reasons: Texts) -> pd.DataFrame:
        """The table, with the reason where there is no number."""
        return pd.DataFrame(
            {
                **{name: results[name] for name in ("result_id", "study_id", "outcome", "contrast")},
                "measure": self._text(self.measure),
                "estimate": self.estimate,
                "ci_low": self.ci_low,
                "ci_high": self.ci_high,
                "se": self.se,
                "df": self.df,
                "rule": self._text(self.rule),
                "assumption": self._text(self.assumption),
                "formula": self._text(self.formula),
                "reason": self._text(np.where(self.known, "", reasons)),
            },
            index=results.index,
        )

    @staticmethod
    def _text(values: Texts) -> object:
        return pd.array(values.tolist(), dtype="str")
