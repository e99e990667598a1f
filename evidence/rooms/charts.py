"""The answers of a room as charts: one a question, phones and hands together; before against after where both were asked."""

from dataclasses import dataclass

from evidence.club.session_parts import Part, Words
from evidence.rooms.questions import AFTER, BEFORE, name_of
from evidence.rooms.seen import Seen
from evidence.vocabulary.fact import Fact, fact

FULL = 80
"""Percent of the width that the longest bar takes; its number needs the rest."""


@dataclass(frozen=True)
class Count:
    """A number of answers and the length of its bar in percent."""

    n: int
    share: float


@dataclass(frozen=True)
class Row:
    """One option with its number of answers, a number for each time it was asked."""

    words: Words
    counts: tuple[Count, ...]


@dataclass(frozen=True)
class Chart:
    """The answers to one question; series names the times it was asked when there are several."""

    name: str
    heading: Words
    question: Words
    series: tuple[Fact, ...]
    rows: tuple[Row, ...]
    phones: int
    hands: int

    @property
    def told(self) -> Fact:
        """How many answers by phone and by hand."""
        kind = (
            "answers by phone and hand"
            if self.hands and self.phones
            else "answers by hand"
            if self.hands
            else "answers by phone"
        )
        return fact(kind, n=self.phones or self.hands, phones=self.phones, hands=self.hands)


def chart(seen: Seen, scope: str, kind: str, part: Part) -> Chart | None:
    """The answers to one question of a step, None when there are none.

    What would be done after the evidence stands beside what would have been done before it, when that was answered.
    """
    name = name_of(scope, kind, part)
    names = [name]
    if kind == AFTER and _total(seen, before := name_of(scope, BEFORE, part)):
        names = [before, name]
    if not _total(seen, name):
        return None
    counts = [[seen.counted(each, option.key) for each in names] for option in part.options]
    most = max(max(row) for row in counts)
    rows = tuple(
        Row(option.words, tuple(Count(n, round(FULL * n / most, 1)) for n in row))
        for option, row in zip(part.options, counts, strict=True)
    )
    series = (fact("before the evidence"), fact("after the evidence")) if len(names) > 1 else ()
    return Chart(
        name, part.heading, part.question, series, rows, seen.answered(name), sum(seen.hands.get(name, {}).values())
    )


def _total(seen: Seen, name: str) -> int:
    return seen.answered(name) + sum(seen.hands.get(name, {}).values())
