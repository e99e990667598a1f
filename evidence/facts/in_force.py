"""The filters in force one by one, each with the selection without it: what a reader can take away."""

from dataclasses import dataclass, replace
from typing import Any

from evidence.facts.selection import MANY, Selection
from evidence.packs.pack import Pack
from evidence.vocabulary.fact import Fact, fact


@dataclass(frozen=True)
class InForce:
    """One filter that could hide a study, and the selection that is left without it."""

    filter: Fact
    without: Selection


def filters_in_force(selection: Selection, pack: Pack, most: int | None = None) -> tuple[InForce, ...]:
    """The filters in force in the order of the address; a value of a filter that takes several stands alone.

    most: of the values of each filter, None for all; each holds all the others, so that thousands take millions of words.
    """
    found = [
        InForce(_word(name, value), _without(selection, name, value))
        for name in MANY
        for value in getattr(selection, name)[:most]
    ]
    if selection.outcome:
        label = next(each.label for each in pack.rows.outcomes if each.outcome == selection.outcome)
        found.append(InForce(fact("outcome in force", label=label), replace(selection, outcome="")))
    if selection.year:
        first, last = map(str, selection.year)
        years = fact("year in force", year=first) if first == last else fact("years in force", first=first, last=last)
        found.append(InForce(years, replace(selection, year=None)))
    return tuple(found)


def beyond(selection: Selection, most: int) -> int:
    """How many values of filters `filters_in_force` leaves out."""
    return sum(max(0, len(getattr(selection, name)) - most) for name in MANY)


def _word(name: str, value: str) -> Fact:
    return fact("flag in force", flag=value) if name == "flag" else fact("word in force", name=name, value=value)


def _without(selection: Selection, name: str, value: str) -> Selection:
    left: dict[str, Any] = {name: tuple(each for each in getattr(selection, name) if each != value)}
    return replace(selection, **left)
