"""Addresses of a paper or a trial outside: DOI, PubMed and trial registries whose numbers have a known form."""

import re
from urllib.parse import quote

REGISTRIES = (
    (re.compile(r"\bNCT\d{8}\b"), "https://clinicaltrials.gov/study/{number}"),
    (re.compile(r"\bISRCTN\d{6,8}\b"), "https://www.isrctn.com/{number}"),
)


def doi_link(doi: str) -> str:
    """The address behind a DOI."""
    return "https://doi.org/" + quote(doi, safe="/().:;-_")


def pubmed_link(pmid: str) -> str:
    """The PubMed record of a PMID."""
    return f"https://pubmed.ncbi.nlm.nih.gov/{quote(pmid)}/"


def registry_links(registration: str) -> tuple[tuple[str, str], ...]:
    """Registration numbers in a text with their addresses; a number of any other registry gets none."""
    return tuple(
        (number, address.format(number=number))
        for pattern, address in REGISTRIES
        for number in dict.fromkeys(pattern.findall(registration))
    )
