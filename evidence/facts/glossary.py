"""The glossary: terms of the program with their meaning, and those of the topic from the pack."""

from dataclasses import dataclass

from evidence.addresses import anchor
from evidence.packs.pack import Pack
from evidence.vocabulary.fact import Fact, fact

SAME_IN_EVERY_LANGUAGE = (
    *("MD", "MC", "SMD", "SMCC", "OR2DL", "RR", "OR", "HR"),
    *("CI", "SD", "SE", "n", "P", "t", "J", "r", "I\u00b2", "tau\u00b2", "Q"),
    *("REML", "DerSimonian-Laird", "Paule-Mandel", "Hartung-Knapp"),
    *("GRADE", "RoB 2", "ROBINS-I", "JBI case report"),
    *("DOI", "PubMed", "CSV", "RIS", "BibTeX", "SVG", "PDF", "PNG"),
)
"""Abbreviations, symbols and proper names: they stand for themselves."""
WORDS = (
    *("SD units", "random effects", "prediction interval", "funnel plot", "Egger's test"),
    *("certainty", "directness", "risk of bias"),
    *("randomised trial", "before-after", "association"),
)
"""Terms that have another name in another language."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A term with its place on the page and what it means; a pack may add a meaning to a term of the program."""

    anchor: str
    name: Fact | str
    meanings: tuple[Fact | str, ...]


def name_of(term: str) -> Fact | str:
    """How a term of the program is named."""
    return fact(f"term: {term}") if term in WORDS else term


def glossary(pack: Pack) -> tuple[Entry, ...]:
    """The terms of the program in their order, then those of the pack."""
    found = {
        anchor(term): Entry(anchor(term), name_of(term), (fact(f"meaning: {term}"),))
        for term in (*SAME_IN_EVERY_LANGUAGE, *WORDS)
    }
    for each in pack.rows.glossary:
        place = anchor(each.term)
        before = found.get(place, Entry(place, each.term, ()))
        found[place] = Entry(place, before.name, (*before.meanings, each.meaning))
    return tuple(found.values())
