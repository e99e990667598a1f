"""The groups rows of a forest stand in: direct before indirect evidence, controlled before uncontrolled."""

from typing import NamedTuple

from evidence.packs.records import Study
from evidence.vocabulary.designs import BEFORE_AFTER, OBSERVATIONAL, RANDOMISED, SINGLE_PATIENTS

ASSOCIATED = "cases and controls"
"""The contrast of an association."""


class Group(NamedTuple):
    """direct: about the condition of the question. kind: randomised, controlled, before-after, cases or association."""

    direct: bool
    kind: str


KINDS = ("randomised", "controlled", "before-after", "cases")
GROUPS = (
    *(Group(direct, kind) for direct in (True, False) for kind in KINDS),
    *(Group(direct, "association") for direct in (True, False)),
)
"""Every group in drawing order."""


def group_of(study: Study, contrast: str) -> Group:
    """The group of a result; a before-after result of a controlled study stands with the before-after changes."""
    if contrast == ASSOCIATED or (study.design in OBSERVATIONAL and contrast != BEFORE_AFTER):
        kind = "association"
    elif study.design in SINGLE_PATIENTS:
        kind = "cases"
    elif BEFORE_AFTER in (contrast, study.design):
        kind = "before-after"
    else:
        kind = "randomised" if study.design == RANDOMISED else "controlled"
    return Group(study.directness == "direct", kind)
