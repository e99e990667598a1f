"""Risk of bias on paper: a mark for each domain, and set apart at the right the overall judgement where there is one."""

from collections.abc import Iterator

from evidence.drawings.paper_items import Item, Paper, text_width
from evidence.facts.marks import Marks
from evidence.wording.say import tr

FEWEST = 8
"""Domains for which there is room in any case, so that marks of different tools stand below each other."""
LARGEST, SMALLEST = 0.2, 0.13
"""Sides of a mark in inches: at most, and the least that can be read in type of size 1."""
FILLED, APART, MORE = 0.92, 1.2, 2
"""In parts of the space of a mark: the mark itself, overall with the gap before it, and a number of marks left out."""
SIGN, WITHIN = 8.5, 0.8
"""The sign in a mark: its size in points at most, and as a part of the mark."""


def shown(marks: Marks, paper: Paper) -> int:
    """How many domains of a study are drawn on this paper; how many more it has stands beside them as a number."""
    left, right = paper.columns["marks"]
    most = max(int((right - left) * FILLED / (SMALLEST * paper.type_size) - APART), FEWEST)
    return len(marks.domains) if len(marks.domains) <= most else most - MORE


def drawn_marks(marks: Marks, index: int, top: float, paper: Paper) -> Iterator[Item]:
    """The marks of one row from left to right."""
    left, right = paper.columns["marks"]
    drawn = shown(marks, paper)
    more = len(marks.domains) - drawn
    last = max(drawn + (MORE if more else 0), FEWEST)
    step = (right - left) / (last + APART)
    side = min(LARGEST, step * FILLED)
    size = min(SIGN, side * 72 * WITHIN)
    overall = [(last + APART - 1, marks.overall)] if marks.has_overall else []
    for place, mark in [*enumerate(marks.domains[:drawn]), *overall]:
        name = tr("{domain:term}: {judgement:term}", domain=mark.domain, judgement=mark.judgement)
        where, look = left + place * step, {"align": "center", "look": mark.look, "name": name}
        yield Item("mark", where, top + 0.02, side, side, index, mark.symbol, size, True, **look)  # type: ignore[arg-type]
    if more:
        text, room = f"+{more}", MORE * step
        size *= min(1.0, room / text_width(text, size))
        yield Item(
            "words", left + drawn * step, top + 0.02, room, side, index, text, size, colour="faint", name="more marks"
        )
