"""The study designs of the format: which are trials, which treat, which compare groups, which observe, which are reviews."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Design:
    """A design and what it can show.

    is_trial: people were treated in order to compare them. treats: somebody was given the treatment to see what it does.
    has_control: groups are compared with each other. single_patients: told patient by patient. observational: exposure or
    disease was observed, not given. is_review: it has no people of its own.
    """

    name: str
    is_trial: bool = False
    treats: bool = False
    has_control: bool = False
    single_patients: bool = False
    observational: bool = False
    is_review: bool = False

    @property
    def counted(self) -> str:
        """The kind of the fact that counts studies of this design, with n."""
        return f"{self.name}, counted"


RANDOMISED, BEFORE_AFTER = "randomised trial", "before-after"
DESIGNS: dict[str, Design] = {
    each.name: each
    for each in (
        Design(RANDOMISED, is_trial=True, treats=True, has_control=True),
        Design("non-randomised controlled", is_trial=True, treats=True, has_control=True),
        Design(BEFORE_AFTER, treats=True),
        Design("case series", treats=True, single_patients=True),
        Design("case report", treats=True, single_patients=True),
        Design("case-control", has_control=True, observational=True),
        Design("cohort", has_control=True, observational=True),
        Design("cross-sectional", has_control=True, observational=True),
        Design("systematic review", is_review=True),
    )
}
"""Every design by its word, the ones that can show most first; the order of the data dictionary."""


def _those(rule: Callable[[Design], bool]) -> frozenset[str]:
    return frozenset(name for name, design in DESIGNS.items() if rule(design))


TRIALS = _those(lambda design: design.is_trial)
TREATING = _those(lambda design: design.treats)
TREATING_GROUPS = _those(lambda design: design.treats and not design.single_patients)
"""Designs that treat groups of people: what a guideline could have known of a treatment."""
UNCONTROLLED = _those(lambda design: design.treats and not design.has_control)
SINGLE_PATIENTS = _those(lambda design: design.single_patients)
OBSERVATIONAL = _those(lambda design: design.observational)
REVIEWS = _those(lambda design: design.is_review)
