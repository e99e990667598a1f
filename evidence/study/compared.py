"""Which studies a link asks to see side by side: two or three of them; what cannot be shown is named, never passed over."""

from collections.abc import Sequence
from dataclasses import dataclass

from evidence.facts.view import View
from evidence.packs.pack import Pack
from evidence.packs.problems import shown
from evidence.vocabulary.fact import Fact, fact

FEWEST, MOST = 2, 3
"""How many studies stand side by side."""
MOST_TOLD = 5
"""How many names a complaint has; the rest is counted."""


@dataclass(frozen=True)
class Compared:
    """The studies to show, at most MOST in the order of the link, and what is said of the others that were asked for."""

    study_ids: tuple[str, ...]
    complaints: tuple[Fact, ...]

    @property
    def are_enough(self) -> bool:
        """True when there is something to compare."""
        return len(self.study_ids) >= FEWEST


def read_compared(asked: Sequence[str], pack: Pack) -> Compared:
    """The studies that the values of a link name; empty values ask for nothing."""
    citations = {each.study_id: each.citation for each in pack.rows.studies}
    given = [each for each in asked if each]
    once = list(dict.fromkeys(given))
    known = [each for each in once if each in citations]
    unknown = [fact("value of a key", value=shown(each)) for each in once if each not in citations]
    twice = [citations[each] for each in dict.fromkeys(each for each in known if given.count(each) > 1)]
    beyond = [citations[each] for each in known[MOST:]]
    said = (("compared and unknown", unknown), ("compared twice", twice), ("compared beyond", beyond))
    return Compared(tuple(known[:MOST]), tuple(_named(kind, names) for kind, names in said if names))


def _named(kind: str, names: Sequence[Fact | str]) -> Fact:
    """A complaint with the first few names and the count of the others."""
    told, rest = tuple(names[:MOST_TOLD]), len(names) - MOST_TOLD
    return fact(kind, n=len(names), names=(*told, fact("names beyond", n=rest)) if rest > 0 else told)


@dataclass(frozen=True)
class Tick:
    """A study to tick for a comparison."""

    study_id: str
    citation: str
    design: str
    condition: str
    ticked: bool


def offered(study_ids: Sequence[str], view: View) -> tuple[tuple[Fact, tuple[Tick, ...]], ...]:
    """The studies to choose from, under headings: those chosen, those that measured the same, the others in view."""
    pack = view.pack
    own = {each.outcome for each in pack.rows.results if each.study_id in study_ids}
    same = {each.study_id for each in pack.rows.results if each.outcome in own}
    groups: dict[str, list[Tick]] = {"chosen to compare": [], "share an outcome": [], "others to compare": []}
    for each in pack.rows.studies:
        chosen = each.study_id in study_ids
        if chosen or each.study_id in view.study_ids:
            kind = "chosen to compare" if chosen else "share an outcome" if each.study_id in same else "others to compare"
            groups[kind].append(Tick(each.study_id, each.citation, each.design, each.condition, chosen))
    groups["chosen to compare"].sort(key=lambda tick: study_ids.index(tick.study_id))
    return tuple((fact(kind), tuple(ticks)) for kind, ticks in groups.items() if ticks)
