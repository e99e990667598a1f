"""What each body could have known: guidelines above a line of years, studies below it.

A document stands at its day where one was read, else at its year; one without either stands beside the axis, never
nowhere. A study of a document's own year is neither earlier nor later, because the month is not known.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from evidence.facts.guidance import SYMBOLS, validity
from evidence.vocabulary.fact import Fact
from evidence.vocabulary.known import known
from evidence.wording.words import tr

TREATMENT_DESIGNS = ("randomised trial", "non-randomised controlled", "before-after")
LONGEST_NAME = 34


@dataclass(frozen=True)
class Document:
    """A guideline on the axis: place in years (None without a date), until when it stands, and how it reads.

    until is the place of its expiry, or of what replaced it; None when neither is known.
    """

    guideline_id: str
    name: str
    year_text: str
    place: float | None
    until: float | None
    position: str
    symbol: str
    validity: Fact
    stands: bool


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


def timeline(guidelines: pd.DataFrame, studies: pd.DataFrame, today: date) -> Timeline:
    """The documents of a pack and the studies in view on one axis of years."""
    replaced = replaced_by(guidelines)
    places = {row["guideline_id"]: place_in_years(row) for _, row in guidelines.iterrows()}
    documents = [
        Document(
            guideline_id=row["guideline_id"],
            name=short_name(row["body"]),
            year_text=when(row),
            place=places[row["guideline_id"]],
            until=_until(row, [places[each] for each in replaced.get(row["guideline_id"], ())]),
            position=row["position"],
            symbol=SYMBOLS[row["position"]],
            validity=validity(row, today),
            stands=stands(row, today),
        )
        for _, row in guidelines.iterrows()
    ]
    publications = [
        Publication(
            study_id=row["study_id"],
            citation=row["citation"],
            place=int(row["year"]) if known(row["year"]) else None,
            design=row["design"],
            condition=row["condition"],
            central=row["directness"] == "direct" and row["design"] in TREATMENT_DESIGNS,
        )
        for _, row in studies.iterrows()
    ]
    return Timeline(tuple(sorted(documents, key=_order)), tuple(sorted(publications, key=_order)))


def replaced_by(guidelines: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """For each replaced document the documents that say they replace it."""
    found: dict[str, tuple[str, ...]] = {}
    for _, row in guidelines.iterrows():
        for old in references(row["supersedes"]):
            found[old] = (*found.get(old, ()), row["guideline_id"])
    return found


def references(cell: object) -> tuple[str, ...]:
    """The identifiers in a cell that separates them by semicolons; none for an empty cell."""
    return tuple(each.strip() for each in str(cell).split(";") if each.strip()) if known(cell) else ()


def stands(guideline: Mapping[str, object], today: date) -> bool:
    """False for a document that was superseded or has expired."""
    until = guideline["valid_until"]
    ended = known(until) and date.fromisoformat(str(until)) < today
    return guideline["status"] not in ("superseded", "expired") and not ended


def when(guideline: Mapping[str, object]) -> str:
    """The year of a document, else the day it was read to be of, else that no year was read."""
    if known(guideline["year"]):
        return str(guideline["year"])
    return str(guideline["as_of"]) if known(guideline["as_of"]) else tr("year not read")


def place_in_years(guideline: Mapping[str, object]) -> float | None:
    """Where a document stands on an axis of years: its day when one was read, else its year; None without either."""
    if known(guideline["as_of"]):
        return _in_years(str(guideline["as_of"]))
    return float(int(guideline["year"])) if known(guideline["year"]) else None  # type: ignore[call-overload]


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


def year_rows(line: Timeline) -> tuple[tuple[str, tuple[Document, ...], tuple[Publication, ...]], ...]:
    """The axis in words: each year with its documents and its studies, then what has no date."""
    first, last = line.years or (0, -1)
    rows = []
    for year in (*range(first, last + 1), None):
        documents = tuple(each for each in line.documents if _year(each.place) == year)
        publications = tuple(each for each in line.publications if each.place == year)
        if documents or publications:
            rows.append((tr("no date read") if year is None else str(year), documents, publications))
    return tuple(rows)


def _year(place: float | None) -> int | None:
    return None if place is None else int(place)


def _order(each: Document | Publication) -> tuple[bool, float]:
    return (each.place is None, each.place or 0.0)


def _until(guideline: Mapping[str, object], successors: list[float | None]) -> float | None:
    ends = [each for each in successors if each is not None]
    if known(guideline["valid_until"]):
        ends.append(_in_years(str(guideline["valid_until"])))
    return min(ends) if ends else None


def _in_years(day: str) -> float:
    read = date.fromisoformat(day)
    return round(read.year + (read.timetuple().tm_yday - 1) / 366, 3)
