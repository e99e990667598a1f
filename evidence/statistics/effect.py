"""The effect of one result on one scale, as a record: a number with its interval, or the reason why there is none."""

from typing import NamedTuple

from evidence.vocabulary.fact import Fact, fact

Arithmetic = tuple[tuple[str, tuple[str, ...]], tuple[float, ...]]
"""The kind and the names of the values of a formula, shared by all rows of a measure, and the values of one row."""
R_ASSUMED = "r assumed"
REPORTED = ("reported interval", "reported interval, t")


class Effect(NamedTuple):
    """An effect with everything that was decided about it; a named tuple, because a table may have ten thousand.

    measure: a name of MEASURES, also where there is no number, or empty. Ratios are on their natural scale, se on the log
    scale; df is None where the interval is normal. interval: how it was made; assumptions: what was assumed or added to get
    the number; arithmetic: what formula is made of; reason: why there is no number, a text where it is the note of the
    data. mirrored: the sign was turned so that left is better (standardised axis only).
    """

    result_id: str
    study_id: str
    outcome: str
    contrast: str
    measure: str
    estimate: float | None
    ci_low: float | None
    ci_high: float | None
    se: float | None
    df: float | None
    interval: Fact | None
    assumptions: tuple[Fact, ...]
    arithmetic: Arithmetic | Fact | None
    reason: Fact | str | None
    mirrored: bool = False

    @property
    def formula(self) -> Fact | None:
        """The arithmetic with its numbers; None where there is no number."""
        made = formula_of(self.arithmetic)
        return fact("sign turned", formula=made) if self.mirrored and made is not None else made

    @property
    def has_number(self) -> bool:
        """True when there is an estimate with its interval."""
        return self.estimate is not None

    @property
    def rests_on_r(self) -> bool:
        """True when the number rests on an assumed correlation between before and after."""
        return any(each.kind == R_ASSUMED for each in self.assumptions)

    @property
    def is_reported(self) -> bool:
        """True when estimate and interval are those of the source."""
        return self.interval is not None and self.interval.kind in REPORTED


def formula_of(arithmetic: Arithmetic | Fact | None) -> Fact | None:
    """The fact that an arithmetic stands for."""
    if arithmetic is None or isinstance(arithmetic, Fact):
        return arithmetic
    (kind, names), values = arithmetic
    return Fact(kind, tuple(zip(names, values, strict=True)))
