"""The rows of a pack that tell what to say, to check and to keep apart, and what its terms mean, as typed records."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Advice:
    """A sentence for the consultation; refs are kind:identifier, separated by semicolons."""

    consultation_id: str
    kind: str
    statement: str
    applies_to: str
    refs: str
    read_as: str


@dataclass(frozen=True, slots=True)
class Safety:
    """What one source says, or that nothing was found, about the intervention beside a medicine or a condition."""

    safety_id: str
    kind: str
    subject: str
    for_the_condition: str
    form: str
    finding: str
    statement: str
    element_mg: float | None
    action: str
    order: str
    hours_low: float | None
    hours_high: float | None
    region: str
    source: str
    url: str
    read_as: str
    looked_where: str
    looked_on: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A term of the topic with what it means."""

    term: str
    meaning: str
