"""The effect measures: what each compares, on which scale, and what it can be computed from.

A new measure is one entry here with its words in evidence.wording.messages.statistics; one that is only ever reported with
its interval needs no code beside it.
"""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Measure:
    """An effect measure.

    label: the kind of the fact that names it. is_ratio: on the natural scale for reading, computed with as a logarithm.
    standardised: in standard deviations. groups: how many it compares. from_means, from_events, from_reported: what an
    effect can be made of. entered: may stand in a table of a pack; the others are only ever computed.
    """

    name: str
    label: str
    is_ratio: bool = False
    standardised: bool = False
    groups: int = 2
    from_means: bool = False
    from_events: bool = False
    from_reported: bool = True
    entered: bool = True

    @property
    def null(self) -> float:
        """The value that means no effect, on the natural scale."""
        return 1.0 if self.is_ratio else 0.0


MEASURES: dict[str, Measure] = {
    each.name: each
    for each in (
        Measure("MD", "mean difference", from_means=True),
        Measure("SMD", "standardised mean difference", standardised=True, from_means=True),
        Measure("RR", "risk ratio", is_ratio=True, from_events=True),
        Measure("OR", "odds ratio", is_ratio=True, from_events=True),
        Measure("HR", "hazard ratio", is_ratio=True),
        Measure("MC", "mean change", groups=1, from_means=True),
        Measure(
            "SMCC",
            "standardised mean change",
            standardised=True,
            groups=1,
            from_means=True,
            from_reported=False,
            entered=False,
        ),
        Measure(
            "OR2DL",
            "standardised mean difference from odds ratio",
            standardised=True,
            from_events=True,
            from_reported=False,
            entered=False,
        ),
    )
}
ENTERED: tuple[str, ...] = tuple(name for name, measure in MEASURES.items() if measure.entered)
"""The measures a table of a pack may name."""
RATIOS: tuple[str, ...] = tuple(name for name, measure in MEASURES.items() if measure.is_ratio)


def is_ratio(name: str) -> bool:
    """True for a measure whose effects are ratios; False for any other name, also none."""
    return name in RATIOS


def null_of(name: str) -> float:
    """The value of a measure that means no effect, on the natural scale."""
    return 1.0 if is_ratio(name) else 0.0


class Estimated(Protocol):
    """Anything with an estimate of a measure and its 95% interval."""

    @property
    def measure(self) -> str: ...
    @property
    def estimate(self) -> float | None: ...
    @property
    def ci_low(self) -> float | None: ...
    @property
    def ci_high(self) -> float | None: ...


def told_of(found: Estimated) -> tuple[float | None, float | None, float | None, float]:
    """Estimate, lower and upper end on the natural scale, and the value that means no effect, for words to round them."""
    return found.estimate, found.ci_low, found.ci_high, null_of(found.measure)
