"""The answer in short: what the evidence says in GRADE words, which studies exist, why nothing is pooled, guidelines.

It speaks of the whole pack, never of a filtered view, so that a filter cannot change the answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from evidence.facts.evidence import effects_of
from evidence.facts.flags import people_of, same_as
from evidence.facts.groups import ASSOCIATED
from evidence.facts.pooled_in_short import pooled_in_short
from evidence.facts.selection import DEFAULT_R
from evidence.packs.pack import Pack
from evidence.packs.records import Study
from evidence.packs.remember import per_pack
from evidence.vocabulary.certainty import certainty_symbol
from evidence.vocabulary.designs import DESIGNS, OBSERVATIONAL, TREATING
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.positions import POSITIONS, RECOMMENDS


@dataclass(frozen=True)
class BottomLine:
    """Headline with its certainty ("" when the pack rates none), what is known of studies, of pooling and of guidelines."""

    statement: str | Fact
    certainty: str
    symbol: str
    rationale: str
    studies: Fact
    pooled: Fact | None
    guidelines: Fact


@per_pack
def bottom_line(pack: Pack) -> BottomLine:
    """The bottom line of a pack; the first row of certainty.csv is the headline."""
    known = known_studies(pack), pooled_in_short(pack), guidelines_say(pack)
    if not pack.rows.certainty:
        return BottomLine(fact("certainty not rated"), "", "", "", *known)
    first = pack.rows.certainty[0]
    return BottomLine(first.statement, first.certainty, certainty_symbol(first.certainty), first.rationale, *known)


def known_studies(pack: Pack) -> Fact:
    """How many direct treatment studies of each design exist and how many of them give a number that can be used.

    Studies that only observed are told where no treatment study exists, and where their numbers stand among effects.
    """
    effects, associations = _with_number(pack)
    direct = [study for study in pack.rows.studies if study.directness == "direct"]
    treated = _by_design([study for study in direct if study.design in TREATING], effects)
    observed = [study for study in direct if study.design in OBSERVATIONAL]
    if treated and not any(study.study_id in effects for study in observed):
        return fact("studies known", studies=treated)
    seen = _by_design(observed, effects | associations)
    if treated:
        return fact("studies and associations known", studies=treated, associations=seen)
    return fact("only associations known", associations=seen) if seen else fact("no study of a treatment")


def _with_number(pack: Pack) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of studies with a usable number: for an effect, and for an association of cases and controls."""
    usable = [effect for effect in effects_of(pack, DEFAULT_R)[0].values() if effect.has_number]
    effects = frozenset(each.study_id for each in usable if each.contrast != ASSOCIATED)
    return effects, frozenset(each.study_id for each in usable if each.contrast == ASSOCIATED)


def _by_design(studies: Sequence[Study], with_number: frozenset[str]) -> tuple[Fact, ...]:
    """A fact for every design that occurs: how many studies, their people, and how many have a usable number."""
    found = []
    for name, design in DESIGNS.items():
        rows = [study for study in studies if study.design == name]
        if rows:
            usable = sum(study.study_id in with_number for study in rows)
            sizes, numbers = people_in(rows), _numbers(usable, len(rows))
            told = {"studies": counted(design.counted, rows), "numbers": numbers}
            found.append(fact("studies of people", people=sizes, **told) if sizes else fact("studies of a design", **told))
    return tuple(found)


def _numbers(usable: int, every: int) -> Fact:
    if usable in (0, every):
        return fact("all with a number" if usable else "none with a number")
    return fact("some with a number", some=usable)


def counted(kind: str, rows: Sequence[Study]) -> Fact:
    """Two reports that may be one study make the count a range: 2 or 3."""
    ids = {study.study_id for study in rows}
    pairs = {frozenset((study.study_id, other)) for study in rows for other in same_as(study) if other in ids}
    every = fact(kind, n=len(rows))
    return fact("this many or fewer", fewer=len(rows) - len(pairs), studies=every) if pairs else every


def people_in(rows: Sequence[Study]) -> Fact | None:
    """How many people were in these studies, as far as it is known; None where no size is known."""
    sizes = [size for size in map(people_of, rows) if size is not None]
    if not sizes:
        return None
    if len(sizes) == len(rows):
        return fact("people in all", n=sum(sizes))
    return fact("people in some", n=sum(sizes), some=len(sizes))


def guidelines_say(pack: Pack) -> Fact:
    """In how many documents the relevant text was read, and what those say; the counts add up to all documents."""
    positions = [row.position for row in pack.rows.guidelines]
    if not positions:
        return fact("no guideline")
    intervention = pack.dataset["intervention"]
    read = [each for each in positions if POSITIONS[each].was_read]
    if not read:
        return fact("no guideline read", n=len(positions), intervention=intervention)
    none = () if RECOMMENDS in read else (fact("none recommends", n=len(read), intervention=intervention),)
    stances = sorted(POSITIONS.values(), key=lambda each: each.weight)
    said = [fact(each.said, n=read.count(each.name), intervention=intervention) for each in stances if each.name in read]
    return fact("guidelines say", n=len(positions), read=len(read), parts=(*none, *said))
