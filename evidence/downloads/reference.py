"""A study as a literature reference: authors, journal, volume, issue and pages as far as they were read.

Nothing is made up: a journal text in no known form stays whole, an author list that ends in "et al." is marked as
incomplete, and what was not read is empty.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from evidence.addresses import doi_link, pubmed_link
from evidence.vocabulary.known import known

INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?[- ]?){1,4}")
CITED = re.compile(
    r"(?P<journal>[^\d,;:()]+?)\s+"
    r"(?:(?P<year>[12]\d{3})\s*;\s*)?"
    r"(?P<volume>(?!(?:19|20)\d\d\b)\d{1,4})?"
    r"(?:\((?P<issue>[\w .\-–/]+)\))?"
    r"(?::\s*(?P<first>[A-Za-z]*\d+)(?:\s*[-–]\s*(?P<last>[A-Za-z]*\d+))?)?"
)
"""Forms such as Sleep 1998;21(5):501-505 and JAMA Intern Med 177(5):617-623; a volume never looks like a year."""

PAGES = re.compile(r"([A-Za-z]*\d+)\s*[-\u2013]\s*([A-Za-z]*\d+)")
"""A span of pages such as 501-505 or CR326-330; anything else is one page or the number of an article."""


@dataclass(frozen=True)
class Author:
    """Family name and given names or initials; given is empty where they could not be told apart."""

    family: str
    given: str = ""


@dataclass(frozen=True)
class Reference:
    """What a citation manager needs to know of one study; empty text for what was not read.

    kind: article, thesis, registered or other. notes: what a reader must know about the record itself.
    """

    study_id: str
    kind: str
    authors: tuple[Author, ...]
    every_author: bool
    year: str
    title: str
    journal: str
    volume: str
    issue: str
    first_page: str
    last_page: str
    doi: str
    pmid: str
    notes: tuple[str, ...]

    @property
    def links(self) -> tuple[str, ...]:
        """The addresses of the study at doi.org and PubMed."""
        doi = doi_link(self.doi) if self.doi else ""
        pubmed = pubmed_link(self.pmid) if self.pmid else ""
        return tuple(link for link in (doi, pubmed) if link)


def reference(study: Mapping[str, object]) -> Reference:
    """The reference of one row of the studies table."""
    authors, every = read_authors(_text(study, "authors"))
    journal = _printed_in(study)
    status = _text(study, "status")
    kind = status if status in ("thesis", "registered") else "article" if journal["journal"] else "other"
    registration = _text(study, "registration")
    notes = [] if _text(study, "title") else [f"Called here: {_text(study, 'citation')}"]
    notes += [f"Registration: {registration}"] if registration else []
    if not every:
        notes.append("The list of authors is incomplete")
    notes += [f"Status: {status}"] if status != "published" else []
    notes.append(f"Read as: {_text(study, 'read_as')}")
    return Reference(
        study_id=_text(study, "study_id"),
        kind=kind,
        authors=authors,
        every_author=every,
        year=_text(study, "year"),
        title=_text(study, "title"),
        doi=_text(study, "doi"),
        pmid=_text(study, "pmid"),
        notes=tuple(notes),
        **journal,
    )


def _printed_in(study: Mapping[str, object]) -> dict[str, str]:
    """Journal, volume, issue and pages: from their own columns where one is filled, else taken out of the journal text."""
    volume, issue, pages = (_text(study, name) for name in ("volume", "issue", "pages"))
    if not (volume or issue or pages):
        return read_journal(_text(study, "journal"), _text(study, "year"))
    span = PAGES.fullmatch(pages)
    first, last = span.groups() if span else (pages, "")
    return {"journal": _text(study, "journal"), "volume": volume, "issue": issue, "first_page": first, "last_page": last}


def read_authors(text: str) -> tuple[tuple[Author, ...], bool]:
    """Authors in their order, and False when the text says that there are more.

    Family names with initials separated by commas (Ek A, van Dam BC), or names separated by semicolons (Ek, Anna; Dam, Bo).
    """
    complete = not re.search(r"\bet al\b|\.\.\.|…|\band others\b", text)
    named = re.sub(r"\([^)]*\)|\bet al\b\.?|\.\.\.|…|\band others\b", "", text)
    pieces = named.split(";") if ";" in named else re.split(r",|\band\b|&", named)
    pieces = [" ".join(piece.split()).strip(" ,") for piece in pieces]
    pieces = [piece for piece in pieces if piece]
    if pieces and len(pieces) % 2 == 0 and _alternate(pieces):
        pieces = [", ".join(pair) for pair in zip(pieces[::2], pieces[1::2], strict=True)]
    return tuple(_author(piece) for piece in pieces), complete


def _alternate(pieces: list[str]) -> bool:
    """True for family names and initials in turn, as in Ek, A., Dam, B."""
    families, initials = pieces[::2], pieces[1::2]
    return all(INITIALS.fullmatch(each) for each in initials) and not any(_author(each).given for each in families)


def _author(name: str) -> Author:
    if "," in name:
        family, given = name.split(",", 1)
        return Author(family.strip(), given.strip())
    words = name.split(" ")
    if len(words) > 1 and INITIALS.fullmatch(words[-1]):
        return Author(" ".join(words[:-1]), words[-1])
    return Author(name)


def read_journal(text: str, year: str = "") -> dict[str, str]:
    """Journal, volume, issue, first_page and last_page; the whole text as journal when its form is not known.

    A text with a bare number, or with another year than the study's, also stays whole.
    """
    found = CITED.fullmatch(text)
    parts = found.groupdict(default="") if found and _is_clear(found, year) else {}
    return {
        "journal": parts.get("journal", text),
        "volume": parts.get("volume", ""),
        "issue": parts.get("issue", ""),
        "first_page": parts.get("first", ""),
        "last_page": parts.get("last", ""),
    }


def _is_clear(found: re.Match[str], year: str) -> bool:
    if found["year"]:
        return found["year"] == year and bool(found["volume"] or found["issue"])
    return bool(found["volume"] and (found["issue"] or found["first"]))


def _text(study: Mapping[str, object], name: str) -> str:
    value = study.get(name)
    return " ".join(str(value).split()) if known(value) else ""
