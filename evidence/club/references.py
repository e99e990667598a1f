"""The studies in view as references, for the speaker."""

from collections.abc import Mapping

from evidence.addresses import doi_link
from evidence.club.session_parts import Words
from evidence.facts.view import View
from evidence.vocabulary.fact import fact
from evidence.vocabulary.known import known


def sources(view: View) -> tuple[Words, ...]:
    """The studies in view as references."""
    return tuple(source_line(study) for study in view.studies.to_dict("records"))


def source_line(study: Mapping[str, object]) -> Words:
    """A study as a reference: authors, year, title, journal, DOI or PubMed, and how it was read."""
    parts = [str(study[name]) for name in ("authors", "year", "title", "journal") if known(study[name])]
    ended = [part if part.endswith(".") else f"{part}." for part in parts[:-1]] + parts[-1:]
    place = doi_link(str(study["doi"])) if known(study["doi"]) else f"PubMed {study['pmid']}" if known(study["pmid"]) else ""
    return (f"{study['citation']}:", *ended, place, fact("read in brackets", read_as=study["read_as"]))
