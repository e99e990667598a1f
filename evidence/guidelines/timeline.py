"""What each body could have known: guidelines above a line of years, studies below it.

A document stands at its day where one was read, else at its year; one without either stands beside the axis, never
nowhere. A study of a document's own year is neither earlier nor later, because the month is not known.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from evidence.facts.guidance import Standing, informs_guidelines, standing
from evidence.facts.view import View
from evidence.packs.records import Guideline
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.positions import POSITIONS
from evidence.vocabulary.references import references

LONGEST_NAME = 34


@dataclass(frozen=True)
class Document:
    """A guideline on the axis: place in years (None without a date), until when it stands, and how it reads.

    until is the place of its expiry, or of what replaced it; None when neither is known.
    """

    guideline_id: str
    name: str
    dated: Fact | str
    place: float | None
    until: float | None
    position: str
    standing: Standing

    @property
    def symbol(self) -> str:
        """The symbol of its position."""
        return POSITIONS[self.position].symbol

    @property
    def stands(self) -> bool:
        """False when it was superseded or has expired."""
        return self.standing.holds


@dataclass(frozen=True)
class Publication:
    """A study on the axis: central studies gave the treatment to the people the question is about."""

    study_id: str
    citation: str
    place: int | None
    design: str
    condition: str
    central: bool


@dataclass(frozen=True)
class Timeline:
    """Documents and publications in order of time, the ones without a date last."""

    documents: tuple[Document, ...]
    publications: tuple[Publication, ...]

    @property
    def years(self) -> tuple[int, int] | None:
        """First and last year on the axis; None when nothing has a date."""
        places = [each.place for each in self.documents] + [each.place for each in self.publications]
        dated = [each for each in places if each is not None]
        return (int(min(dated)), int(max(dated))) if dated else None


def timeline(view: View, today: date) -> Timeline:
    """The documents of a pack and the studies in view on one axis of years."""
    guidelines = view.pack.rows.guidelines
    replaced = replaced_by(guidelines)
    places = {each.guideline_id: place_in_years(each) for each in guidelines}
    documents = [
        Document(
            guideline_id=each.guideline_id,
            name=short_name(each.body),
            dated=when(each),
            place=places[each.guideline_id],
            until=_until(each, [places[newer] for newer in replaced.get(each.guideline_id, ())]),
            position=each.position,
            standing=standing(each.status, each.valid_until, today),
        )
        for each in guidelines
    ]
    publications = [
        Publication(each.study_id, each.citation, each.year, each.design, each.condition, informs_guidelines(each))
        for each in view.study_rows
    ]
    return Timeline(tuple(sorted(documents, key=_order)), tuple(sorted(publications, key=_order)))


def replaced_by(guidelines: Iterable[Guideline]) -> dict[str, tuple[str, ...]]:
    """For each replaced document the documents that say they replace it."""
    found: dict[str, tuple[str, ...]] = {}
    for each in guidelines:
        for old in references(each.supersedes):
            found[old] = (*found.get(old, ()), each.guideline_id)
    return found


def when(guideline: Guideline) -> Fact | str:
    """The year of a document, else the day it was read to be of, else that no year was read."""
    if guideline.year is not None:
        return str(guideline.year)
    return guideline.as_of or fact("document without a year")


def dated_name(guideline: Guideline) -> Fact:
    """A short name of a document with its year."""
    return fact("document with its year", name=short_name(guideline.body), when=when(guideline))


def place_in_years(guideline: Guideline) -> float | None:
    """Where a document stands on an axis of years: its day when one was read, else its year; None without either."""
    if guideline.as_of:
        return _in_years(guideline.as_of)
    return None if guideline.year is None else float(guideline.year)


def short_name(body: str) -> str:
    """A name that fits on a figure: the abbreviation in brackets when there is one, else what comes before it."""
    abbreviation = re.search(r"\(([A-Z][A-Za-z]*[A-Z])\)", body)
    if abbreviation:
        return abbreviation[1]
    name = re.split(r" \(|, with ", body)[0]
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip(" ,") + "\u2026"


def could_have_known(document: Document, publications: tuple[Publication, ...]) -> dict[str, tuple[str, ...]]:
    """Citations by when they appeared seen from a document: earlier, same year, later, year not read.

    Everything is "year not read" for a document without a date.
    """
    found: dict[str, list[str]] = {"earlier": [], "same year": [], "later": [], "year not read": []}
    for each in publications:
        if each.place is None or document.place is None:
            found["year not read"].append(each.citation)
        elif each.place == int(document.place):
            found["same year"].append(each.citation)
        else:
            found["earlier" if each.place < document.place else "later"].append(each.citation)
    return {part: tuple(citations) for part, citations in found.items()}


def year_rows(line: Timeline) -> tuple[tuple[int | None, tuple[Document, ...], tuple[Publication, ...]], ...]:
    """The axis as a table: each year with its documents and its studies, then, as None, what has no date."""
    first, last = line.years or (0, -1)
    rows: list[tuple[int | None, tuple[Document, ...], tuple[Publication, ...]]] = []
    for year in (*range(first, last + 1), None):
        documents = tuple(each for each in line.documents if _year(each.place) == year)
        publications = tuple(each for each in line.publications if each.place == year)
        if documents or publications:
            rows.append((year, documents, publications))
    return tuple(rows)


def _year(place: float | None) -> int | None:
    return None if place is None else int(place)


def _order(each: Document | Publication) -> tuple[bool, float]:
    return (each.place is None, each.place or 0.0)


def _until(guideline: Guideline, successors: Iterable[float | None]) -> float | None:
    ends = [each for each in successors if each is not None]
    if guideline.valid_until:
        ends.append(_in_years(guideline.valid_until))
    return min(ends) if ends else None


def _in_years(day: str) -> float:
    read = date.fromisoformat(day)
    return round(read.year + (read.timetuple().tm_yday - 1) / 366, 3)
