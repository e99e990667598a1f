"""A study as a literature reference: authors, journal, volume, issue and pages as far as they were read.

Nothing is made up: a journal text in no known form stays whole, an author list that ends in "et al." is marked as
incomplete, and what was not read is empty.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from evidence.addresses import doi_link, pubmed_link
from evidence.downloads.names import Author, read_authors
from evidence.vocabulary.known import known

CITED = re.compile(
    r"(?P<journal>[^\d,;:()]+?)\s+"
    r"(?:(?P<year>[12]\d{3})\s*;\s*)?"
    r"(?P<volume>(?!(?:19|20)\d\d\b)\d{1,4})?"
    r"(?:\((?P<issue>[\w .\-–/]+)\))?"
    r"(?::\s*(?P<pages>[A-Za-z]*\d+(?:\s*[-–]\s*[A-Za-z]*\d+)?))?"
)
"""Forms such as Sleep 1998;21(5):501-505 and JAMA Intern Med 177(5):617-623; a volume never looks like a year."""

HYPHENS = r"\s*(?:[-\u2010-\u2015\u2212]|--)\s*"
PAGES = re.compile(rf"([A-Za-z]*\d+[A-Za-z]?|[ivxlc]+){HYPHENS}([A-Za-z]*\d+[A-Za-z]?|[ivxlc]+)")
"""A span of pages such as 501-505, S1-S9, CR326-330 or ix-xv; anything else is one page or the number of an article."""
PAGE = re.compile(r"([A-Za-z]*)(\d+)([A-Za-z]?)")


@dataclass(frozen=True)
class Reference:
    """What a citation manager needs to know of one study; empty text for what was not read.

    kind: article, thesis, registered or other. A title in brackets is the label of the study, because its title was not
    read. notes: what a reader must know about the record itself.
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
    title, called = _text(study, "title"), _text(study, "citation")
    notes = [] if title else [f"The title was not read; in brackets stands what the study is called here: {called}"]
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
        title=title or f"[{called}]",
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
    first, last = page_span(pages, _text(study, "year"))
    return {"journal": _text(study, "journal"), "volume": volume, "issue": issue, "first_page": first, "last_page": last}


def page_span(text: str, year: str = "") -> tuple[str, str]:
    """First and last page as printed; the whole text as first page where it is no span.

    A last page cut short is written out where only one reading is left: 1234-7 ends on 1237, CR326-30 on CR330. It stays
    whole, as read, where that would lead back (1234-2), where two digits may name a chapter (12-3), where the first number
    is the year, or where the letters around the numbers differ (12-15A).
    """
    span = PAGES.fullmatch(text)
    if not span:
        return text, ""
    first, last = span.groups()
    start, end = PAGE.fullmatch(first), PAGE.fullmatch(last)
    if not start or not end:
        return (text, "") if start or end else (first, last)
    (before, low, after), (before_end, high, after_end) = start.groups(), end.groups()
    whole = low[: max(len(low) - len(high), 0)] + high
    cut = len(high) < len(low)
    letters_differ = before_end not in ("", before) or (after != after_end and (cut or not (after and after_end)))
    if letters_differ or int(whole) < int(low) or (cut and (len(low) < 3 or first == year)):
        return text, ""
    return first, f"{before}{whole}{after_end}"


def read_journal(text: str, year: str = "") -> dict[str, str]:
    """Journal, volume, issue, first_page and last_page; the whole text as journal when its form is not known.

    A text with a bare number, or with another year than the study's, also stays whole.
    """
    found = CITED.fullmatch(text)
    parts = found.groupdict(default="") if found and _is_clear(found, year) else {}
    first, last = page_span(parts.get("pages", ""), year)
    return {
        "journal": parts.get("journal", text),
        "volume": parts.get("volume", ""),
        "issue": parts.get("issue", ""),
        "first_page": first,
        "last_page": last,
    }


def _is_clear(found: re.Match[str], year: str) -> bool:
    if found["year"]:
        return found["year"] == year and bool(found["volume"] or found["issue"])
    return bool(found["volume"] and (found["issue"] or found["pages"]))


def _text(study: Mapping[str, object], name: str) -> str:
    value = study.get(name)
    return " ".join(str(value).split()) if known(value) else ""
