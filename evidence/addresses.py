"""Addresses: of a page inside the program, of a view to cite, and of a paper or a trial outside.

The address of the dashboard is a setting of its installation (EVIDENCE_ADDRESS, for example https://evidence.example.org).
Without it the address at which a reader has asked stands before a link to cite (`asked_at`). Where nobody asked, as on the
command line, there is no link to cite: what would carry it tells version and filters in words. So it is for a reader's own
table, which no address opens, whatever the setting.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol
from urllib.parse import quote, urlencode

from evidence.vocabulary.known import known

ADDRESS = "EVIDENCE_ADDRESS"
_asked_at: ContextVar[str | None] = ContextVar("address at which a reader asks", default="")
REGISTRIES = (
    (re.compile(r"\bNCT\d{8}\b"), "https://clinicaltrials.gov/study/{number}"),
    (re.compile(r"\bISRCTN\d{6,8}\b"), "https://www.isrctn.com/{number}"),
)


class Selection(Protocol):
    """The filters of a reader, as addresses need them."""

    def query(self) -> list[tuple[str, str]]: ...

    def citable_query(self, version: str) -> list[tuple[str, str]]: ...


def place() -> str:
    """The address of the dashboard without a slash at its end: the setting, else the one in use; "" for an own table."""
    asked = _asked_at.get()
    return "" if asked is None else (os.environ.get(ADDRESS, "") or asked).rstrip("/")


def ask_at(address: str | None) -> None:
    """From here on this run answers a reader who asked at the address; "" for an unknown one, None about an own table."""
    _asked_at.set(address)


@contextmanager
def asked_at(address: str | None) -> Iterator[None]:
    """Inside, a reader has asked at the address; None: about an own table, which no address opens."""
    before = _asked_at.set(address)
    try:
        yield
    finally:
        _asked_at.reset(before)


def page_link(page: str, selection: Selection, **extra: str) -> str:
    """The address of a page with the filters in force; extra parameters come first."""
    query = urlencode([*extra.items(), *selection.query()])
    return f"{page}?{query}" if query else page


def study_link(study_id: str, selection: Selection) -> str:
    """The address of a study."""
    return page_link("study", selection, study=study_id)


def club_link(study_id: str, selection: Selection) -> str:
    """The address of the journal club on a study."""
    return page_link("journal_club", selection, study=study_id)


def compare_link(study_ids: Iterable[str], selection: Selection) -> str:
    """The address of the page that shows these studies side by side; without any, of the page where they are chosen."""
    query = urlencode([*(("compare", each) for each in study_ids), *selection.query()])
    return f"compare?{query}" if query else "compare"


def claim_link(claim_id: str, selection: Selection) -> str:
    """The address of a claim."""
    return page_link("claims", selection, claim=claim_id)


def guideline_link(guideline_id: str, selection: Selection) -> str:
    """The address of a guideline."""
    return page_link("guidelines", selection, guideline=guideline_id)


def guideline_row_link(guideline_id: str, selection: Selection) -> str:
    """The address of a guideline, at its row."""
    return f"{guideline_link(guideline_id, selection)}#{anchor(guideline_id, 'guideline')}"


def compound_link(row_key: str, selection: Selection) -> str:
    """The address of what is told of the uptake of a compound; of the converter for an empty key."""
    return f"{page_link('compounds', selection)}#{anchor(row_key, 'compound') if row_key else 'converter'}"


def limit_link(limit_id: str, selection: Selection) -> str:
    """The address of a limit or a caution, at its place."""
    return f"{page_link('compounds', selection)}#{anchor(limit_id, 'limit')}"


def glossary_link(selection: Selection) -> str:
    """The address of the glossary; `#` and the anchor of a term lead to its place."""
    return page_link("data", selection, part="glossary")


def safety_link(safety_id: str, selection: Selection) -> str:
    """The address of what one source says of safety, at its row."""
    return f"{page_link('compounds', selection)}#{anchor(safety_id, 'safety')}"


def anchor(name: str, kind: str = "term") -> str:
    """The place of a term, a row or a statement on its page: its letters and digits, any other sign by its number."""
    return f"{kind}-" + "".join(sign if sign.isascii() and sign.isalnum() else f"-{ord(sign):x}-" for sign in name)


def export_link(kind: str, selection: Selection) -> str:
    """The address of a file of the evidence in view, from any page."""
    return page_link(f"api/export/{kind}", selection)


def citable_page(selection: Selection, version: str, page: str = "", **extra: str | Sequence[str]) -> str:
    """What a link to cite has after the address of the dashboard, for a script of a page that stands there itself.

    Data version and every filter are spelled out; extra parameters, such as a study, come last. page: "" for the first one.
    """
    return f"{page}?{urlencode([*selection.citable_query(version), *extra.items()], doseq=True)}"


def citable_link(selection: Selection, version: str, page: str = "", **extra: str | Sequence[str]) -> str:
    """The whole link to cite, as it opens from anywhere; "" where the address of the dashboard is not known."""
    start = place()
    whole = start.startswith(("https://", "http://"))
    return f"{start}/{citable_page(selection, version, page, **extra)}" if whole else ""


def doi_link(doi: str) -> str:
    """The address behind a DOI."""
    return "https://doi.org/" + quote(doi, safe="/().:;-_")


def pubmed_link(pmid: str) -> str:
    """The PubMed record of a PMID."""
    return f"https://pubmed.ncbi.nlm.nih.gov/{quote(pmid)}/"


def source_link(row: Mapping[str, object]) -> str:
    """Where a study or a document can be read: its DOI, else its PubMed record, else its secure address, else nothing."""
    if known(row["doi"]):
        return doi_link(str(row["doi"]))
    if known(row.get("pmid")):
        return pubmed_link(str(row["pmid"]))
    address = row.get("url")
    return str(address) if known(address) and str(address).startswith("https://") else ""


def registry_links(registration: str) -> tuple[tuple[str, str], ...]:
    """Registration numbers in a text with their addresses; a number of any other registry gets none."""
    return tuple(
        (number, address.format(number=number))
        for pattern, address in REGISTRIES
        for number in dict.fromkeys(pattern.findall(registration))
    )
