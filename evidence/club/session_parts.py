"""What a step of a journal-club session is made of: sentences, pairs, tables, and questions to the room."""

from dataclasses import dataclass

import pandas as pd

from evidence.addresses import doi_link
from evidence.facts.view import View
from evidence.vocabulary.known import known


@dataclass(frozen=True)
class Grid:
    """A table for reading: the first cell of each row names the row."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Part:
    """A question to the room with the answers a hand can be raised for; ours is shown afterwards and may be empty."""

    heading: str
    question: str
    options: tuple[str, ...]
    ours: tuple[str, ...] = ()
    grid: Grid | None = None


@dataclass(frozen=True)
class Step:
    """One step: what it is about, and its content; sources are for the speaker only."""

    kind: str
    heading: str
    sentences: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    grids: tuple[Grid, ...] = ()
    parts: tuple[Part, ...] = ()
    sources: tuple[str, ...] = ()


def sources(view: View) -> tuple[str, ...]:
    """The studies in view as references."""
    return tuple(source_line(study) for _, study in view.studies.iterrows())


def source_line(study: pd.Series) -> str:
    """A study as a reference: authors, year, title, journal, DOI or PubMed, and how it was read."""
    parts = [study[name] for name in ("authors", "year", "title", "journal")]
    said = ". ".join(str(part) for part in parts if known(part))
    place = doi_link(str(study["doi"])) if known(study["doi"]) else f"PubMed {study['pmid']}" if known(study["pmid"]) else ""
    return " ".join(part for part in (f"{study['citation']}:", said, place, f"[{study['read_as']}]") if part)
