"""The letters of reference values, so that none lies on another: one that has no room stands lower, beside its rows.

Where so many values meet that no place is left, the letter before tells how many more stand there: "d +3".
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

MOST = 24
"""How many places below each other are tried."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with its left edge and the tops it may have, the best first; the units are those of the drawing."""

    text: str
    left: float
    tops: tuple[float, ...]


@dataclass(slots=True)
class PlacedLetter:
    """A letter at its place, and how many more stand there."""

    text: str
    left: float
    top: float
    more: int = 0

    @property
    def said(self) -> str:
        """The letter with that number."""
        return f"{self.text} +{self.more}" if self.more else self.text


def apart(letters: Iterable[Letter], high: float, wide: Callable[[str], float]) -> list[PlacedLetter]:
    """The letters where they do not touch, from left to right; high is that of one, wide the width of a text."""
    placed: list[PlacedLetter] = []
    last: dict[float, PlacedLetter] = {}
    for letter in sorted(letters, key=lambda each: each.left):
        for top in letter.tops[:MOST]:
            beside = [each for other, each in last.items() if abs(other - top) < high]
            if all(each.left + wide(each.said) <= letter.left for each in beside):
                last[top] = PlacedLetter(letter.text, letter.left, top)
                placed.append(last[top])
                break
        else:
            max(beside, key=lambda each: each.left).more += 1
    return placed
