"""The studies in view as references, for the speaker."""

from collections.abc import Iterable

from evidence.addresses import doi_link
from evidence.club.session_parts import Words
from evidence.facts.view import View
from evidence.packs.records import Study
from evidence.vocabulary.fact import fact


def direct_first(studies: Iterable[Study]) -> list[Study]:
    """Studies in their order, those of the condition in question before those of others."""
    return sorted(studies, key=lambda study: study.directness != "direct")


def sources(view: View) -> tuple[Words, ...]:
    """The studies in view as references."""
    return tuple(map(source_line, view.study_rows))


def source_line(study: Study) -> Words:
    """A study as a reference: authors, year, title, journal, DOI or PubMed, and how it was read."""
    parts = [part for part in (study.authors, str(study.year or ""), study.title, study.printed_in) if part]
    ended = [part if part.endswith(".") else f"{part}." for part in parts[:-1]] + parts[-1:]
    place = doi_link(study.doi) if study.doi else f"PubMed {study.pmid}" if study.pmid else ""
    return (f"{study.citation}:", *ended, place, fact("read in brackets", read_as=study.read_as))
