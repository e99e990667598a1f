"""What a clinician can tell, must check and should keep apart: the sentences of the pack, each with what it rests on."""

from dataclasses import dataclass

from evidence.addresses import guideline_link, page_link, safety_link, study_link
from evidence.facts.guidance import Position
from evidence.facts.selection import Selection
from evidence.packs.cautions import Advice
from evidence.packs.pack import Pack
from evidence.packs.remember import per_pack
from evidence.vocabulary.columns import allowed_words
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.references import references

KINDS = allowed_words("consultation", "kind")
"""In the order in which they are told."""
NOT_FOR, APART = "not for", "keep apart from"
PAGES = {"limit": "compounds", "compound": "compounds"}
"""The page that tells of a kind without a place of its own; the board where none is named."""


@dataclass(frozen=True, slots=True)
class Rest:
    """Something a sentence rests on: its label and the page of the program that tells of it."""

    label: Fact | str
    href: str


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence with what it rests on and how far that was read."""

    statement: str
    rests: tuple[Rest, ...]
    read_as: str


@per_pack
def consultation(pack: Pack) -> tuple[tuple[Fact, tuple[Told, ...]], ...]:
    """The sentences under the heading of their kind, in the order of KINDS; kinds without any are left out.

    Links carry no filters.
    """
    labels = _labels(pack)
    found: dict[str, list[Told]] = {}
    for each in pack.rows.consultation:
        found.setdefault(each.kind, []).append(Told(each.statement, _rests(each, labels), each.read_as))
    return tuple((fact(f"consultation: {kind}"), tuple(found[kind])) for kind in KINDS if kind in found)


@per_pack
def safety_in_short(pack: Pack) -> Fact | None:
    """One line: who should not take it, and what to keep it apart from; else the contraindications among the limits."""
    no, apart = (_in_short(pack, kind) for kind in (NOT_FOR, APART))
    if no and apart:
        return fact("safety in short", no=no, apart=apart)
    if no:
        return fact("not for in short", no=no)
    named = tuple(each.label for each in pack.rows.limits if each.kind == "contraindication")
    return fact("contraindications in short", named=named) if named else None


def leading_position(positions: tuple[Position, ...]) -> Position | None:
    """The position that matters most: of those that say something, the first that still holds, else the first."""
    told = [each for each in positions if not each.silent]
    return next((each for each in told if each.stands), told[0] if told else None)


def _in_short(pack: Pack, kind: str) -> tuple[str, ...]:
    return tuple(each.applies_to for each in pack.rows.consultation if each.kind == kind and each.applies_to)


@per_pack
def safety_rested_on(pack: Pack) -> frozenset[str]:
    """The ids of the rows of safety that some sentence rests on, and therefore links to."""
    pairs = (pair for each in pack.rows.consultation for pair in _refs(each))
    return frozenset(ref for kind, ref in pairs if kind == "safety")


def _refs(advice: Advice) -> list[tuple[str, str]]:
    """What a sentence rests on: kind and id of each."""
    parts = (each.partition(":") for each in references(advice.refs))
    return [(kind.strip(), ref.strip()) for kind, _, ref in parts]


def _rests(advice: Advice, labels: dict[tuple[str, str], Fact | str]) -> tuple[Rest, ...]:
    return tuple(Rest(labels[kind, ref], _page(kind, ref)) for kind, ref in _refs(advice))


def _page(kind: str, ref: str) -> str:
    bare = Selection()
    if kind == "study":
        return study_link(ref, bare)
    if kind == "guideline":
        return guideline_link(ref, bare)
    if kind == "safety":
        return safety_link(ref, bare)
    return page_link(PAGES.get(kind, "./"), bare)


def _labels(pack: Pack) -> dict[tuple[str, str], Fact | str]:
    rows = pack.rows
    outcomes = {each.outcome: each.label for each in rows.outcomes}
    return {
        **{("study", each.study_id): each.citation for each in rows.studies},
        **{("guideline", each.guideline_id): each.body for each in rows.guidelines},
        **{("compound", each.compound): each.label for each in rows.compounds},
        **{("limit", each.limit_id): each.label for each in rows.limits},
        **{
            ("safety", each.safety_id): fact("source on a subject", subject=each.subject, source=each.source)
            if each.source
            else fact("search on a subject", subject=each.subject)
            for each in rows.safety
        },
        **{("reference value", each.reference_id): each.label for each in rows.reference_values},
        **{("certainty", each.outcome): fact("certainty of", outcome=outcomes[each.outcome]) for each in rows.certainty},
    }
