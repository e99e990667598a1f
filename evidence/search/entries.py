"""The entries a reader can search for, each with what it is, where it leads and by which words it is found.

Studies, subjects of safety, compounds and dose limits, guidelines, terms of the glossary, and claims. An address carries no
filters: who shows it adds those of the reader.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from evidence.addresses import (
    claim_link,
    compound_link,
    glossary_link,
    guideline_row_link,
    limit_link,
    page_link,
    safety_link,
    study_link,
)
from evidence.doses.safety import safety_parts
from evidence.doses.statements import bioavailability
from evidence.facts.glossary import glossary
from evidence.facts.selection import Selection
from evidence.guidelines.timeline import dated_name
from evidence.packs.pack import Pack
from evidence.vocabulary.columns import file_name
from evidence.vocabulary.fact import Fact, fact

KINDS = ("study", "safety", "dose", "guideline", "term", "claim")
"""The kinds of entries in the order they are shown."""
WHOLE = Selection()


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to find: name and about are shown and searched, words (identifiers, authors) are searched only."""

    kind: str
    name: Fact | str
    about: tuple[Fact | str, ...]
    words: tuple[str, ...]
    address: str


def entries_of(pack: Pack) -> tuple[Entry, ...]:
    """Everything in a pack that can be found, kind by kind in the order of its tables."""
    return (*_studies(pack), *_safety(pack), *_doses(pack), *_guidelines(pack), *_terms(pack), *_claims(pack))


def _studies(pack: Pack) -> Iterator[Entry]:
    for each in pack.rows.studies:
        short = fact("study in short", design=each.design, condition=each.condition)
        words = (each.study_id, each.authors, each.doi, each.pmid, each.registration)
        yield Entry("study", each.citation, (each.title, short), words, study_link(each.study_id, WHOLE))


def _safety(pack: Pack) -> Iterator[Entry]:
    """A subject leads to its first row; one that the page has no room for leads to the file."""
    shown = set()
    for part in safety_parts(pack):
        for subject in part.subjects:
            shown.add(subject.name)
            name = fact("subject of safety", subject=subject.name)
            yield Entry("safety", name, (part.heading,), (), safety_link(subject.rows[0].row_id, WHOLE))
    for left in dict.fromkeys(row.subject for row in pack.rows.safety if row.subject not in shown):
        told = fact("only in the file", file=file_name("safety"))
        yield Entry("safety", fact("subject of safety", subject=left), (told,), (), page_link("data", WHOLE, part="tables"))


def _doses(pack: Pack) -> Iterator[Entry]:
    """A compound leads to what is told of its uptake, else to the converter, which has every compound."""
    told = {each.row_key for each in bioavailability(pack)}
    for each in pack.rows.compounds:
        key = each.row_key if each.row_key in told else ""
        words = (each.compound, each.formula)
        yield Entry("dose", each.label, (fact("compound to find"),), words, compound_link(key, WHOLE))
    for limit in pack.rows.limits:
        about = (fact(f"limit to find: {limit.kind}"), limit.applies_to)
        yield Entry("dose", limit.label, about, (limit.limit_id,), limit_link(limit.limit_id, WHOLE))


def _guidelines(pack: Pack) -> Iterator[Entry]:
    for each in pack.rows.guidelines:
        about = (each.title, fact("position to find", position=each.position))
        words = (each.guideline_id, each.body, each.region)
        yield Entry("guideline", dated_name(each), about, words, guideline_row_link(each.guideline_id, WHOLE))


def _claims(pack: Pack) -> Iterator[Entry]:
    for each in pack.rows.claims:
        about = (fact("claim to find", claim=each.claim_id, verdict=each.verdict),)
        yield Entry("claim", each.claim, about, (), claim_link(each.claim_id, WHOLE))


def _terms(pack: Pack) -> Iterator[Entry]:
    for each in glossary(pack):
        yield Entry("term", each.name, each.meanings, (), f"{glossary_link(WHOLE)}#{each.anchor}")
