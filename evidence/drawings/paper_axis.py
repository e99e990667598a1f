"""The ticks of an axis on paper, with the numbers for which there is room."""

from collections.abc import Iterator

from evidence.drawings.paper_glyphs import at
from evidence.drawings.paper_items import FRAME, Item, Paper, text_width
from evidence.forest.layout import Layout
from evidence.wording.numbers import plain, whole

LONG, APART = 0.06, 0.05
"""Inches: the length of a tick, and the least space between two numbers."""
ROOM = 0.6
"""Inches for a number, and more for one that is wider."""


def ticks(layout: Layout, paper: Paper, top: float, size: float, line: float) -> Iterator[Item]:
    """A tick for each value, and its number unless that touches one nearer to no difference; size of type in points."""
    where = [(at(layout.axis.share(place), paper), tick_text(value)) for place, value in layout.axis.ticks]
    kept = dict[float, float]()
    for x, text in sorted(where, key=lambda each: abs(each[0] - at(layout.null, paper))):
        half = text_width(text, size) / 2
        if all(abs(x - other) >= half + wide + APART for other, wide in kept.items()):
            kept[x] = half
    for x, text in where:
        yield Item("line", x, top, 0, LONG, size=0.9, colour="faint", name="tick")
        if x in kept:
            room = max(ROOM, 2 * kept[x])
            box = (x - room / 2, top + LONG + 0.01, room, line)
            look = {"align": "center", "colour": "faint", "name": "tick text"}
            yield Item("words", *box, FRAME, text, size, **look)  # type: ignore[arg-type]


def tick_text(value: float) -> str:
    """The number at a tick, with signs at the thousands."""
    return whole(value) if abs(value) >= 1000 and value == int(value) else plain(value)
