"""The effect of one result on one scale, as a record: a number with its interval, or the reason why there is none."""

from dataclasses import dataclass

from evidence.vocabulary.fact import Fact

R_ASSUMED = "r assumed"
REPORTED = ("reported interval", "reported interval, t")


@dataclass(frozen=True, slots=True)
class Effect:
    """An effect with everything that was decided about it.

    measure: a name of MEASURES, also where there is no number, or empty. Ratios are on their natural scale, se on the log
    scale; df is None where the interval is normal. interval: how it was made; assumptions: what was assumed or added to get
    the number; formula: the arithmetic with its numbers; reason: why there is no number, a text where it is the note of the
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
    formula: Fact | None
    reason: Fact | str | None
    mirrored: bool = False

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
