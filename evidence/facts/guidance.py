"""What guidelines say: every body's position, how valid it still is, and which studies it could not have known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from evidence.addresses import source_link
from evidence.packs.pack import Pack
from evidence.packs.records import Guideline, Study
from evidence.packs.remember import per_pack
from evidence.vocabulary.designs import TREATING_GROUPS
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.positions import POSITIONS


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a document still stands on a day: state is one of STATES, day (ISO) when it expired or will expire."""

    state: str
    day: str = ""

    @property
    def holds(self) -> bool:
        """False for a document that was superseded or has expired."""
        return self.state not in ("superseded", "expired")

    @property
    def fact(self) -> Fact:
        """The standing, to be said."""
        if self.day:
            return fact(f"document {self.state} on a day", day=self.day)
        return fact(f"document {self.state}")


STATES = ("superseded", "expired", "valid", "current", "not stated")


def standing(status: str, valid_until: str, today: date) -> Standing:
    """How a document stands on a day, by its own status and the day on which it expires ("" when none was read)."""
    if status == "superseded":
        return Standing("superseded")
    if valid_until and date.fromisoformat(valid_until) < today:
        return Standing("expired", valid_until)
    if status == "expired":
        return Standing("expired")
    if valid_until:
        return Standing("valid", valid_until)
    return Standing("current" if status == "current" else "not stated")


@dataclass(frozen=True, slots=True)
class Position:
    """One line of the ledger; published_before are the citations of studies that appeared only after it."""

    guideline_id: str
    body: str
    title: str
    year: int | None
    level: str
    position: str
    standing: Standing
    strength: str
    statement: str
    read_as: str
    link: str
    published_before: tuple[str, ...]

    @property
    def symbol(self) -> str:
        """The symbol of the position."""
        return POSITIONS[self.position].symbol

    @property
    def silent(self) -> bool:
        """True when it says nothing on the question: its text was not read, or it is about something else."""
        return POSITIONS[self.position].silent

    @property
    def stands(self) -> bool:
        """False when it was superseded or has expired."""
        return self.standing.holds

    @property
    def validity(self) -> Fact:
        """How it stands, to be said."""
        return self.standing.fact

    @property
    def dated(self) -> int | Fact:
        """Its year, or that no year was read."""
        return fact("document without a year") if self.year is None else self.year


def informs_guidelines(study: Study) -> bool:
    """True for a study that treated groups of people in the condition of the question."""
    return study.directness == "direct" and study.design in TREATING_GROUPS


def came_later(year: int | None, studies: Iterable[Study]) -> tuple[str, ...]:
    """Citations of those studies that were published after a year, oldest first; none when the year is not known.

    A study of the same year is not counted as later, because the month is not known.
    """
    if year is None:
        return ()
    later = [(study.year, study.citation) for study in studies if study.year is not None and study.year > year]
    return tuple(citation for _, citation in sorted(later, key=lambda each: each[0]))


def ledger_of(guidelines: Iterable[Guideline], studies: Iterable[Study], today: date) -> tuple[Position, ...]:
    """All positions, the ones that were read first, newest first within the same position."""
    informing = [study for study in studies if informs_guidelines(study)]
    ordered = sorted(guidelines, key=lambda each: (POSITIONS[each.position].weight, -(each.year or 0)))
    return tuple(
        Position(
            guideline_id=each.guideline_id,
            body=each.body,
            title=each.title,
            year=each.year,
            level=each.level,
            position=each.position,
            standing=standing(each.status, each.valid_until, today),
            strength=each.strength,
            statement=each.statement,
            read_as=each.read_as,
            link=source_link({"doi": each.doi, "url": each.url}),
            published_before=came_later(each.year, informing),
        )
        for each in ordered
    )


@per_pack
def positions_of(pack: Pack, today: date) -> tuple[Position, ...]:
    """The ledger of a whole pack on a day; what a body could have known does not depend on a reader's filters."""
    return ledger_of(pack.rows.guidelines, pack.rows.studies, today)
