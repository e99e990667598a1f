"""Estimates on paper: squares, intervals, diamonds and arrows, each where its numbers stand on the axis."""

from collections.abc import Iterator

from evidence.drawings.paper_items import Item, Paper
from evidence.forest.layout import Glyph

SIDE, LIGHTEST, HEAVIEST = 0.13, 0.07, 0.2
"""Sides of a square in inches: outside a pool, and by its weight in one."""
HIGH, NARROWEST = 0.22, 0.04
"""A diamond in inches: its height, and how wide the narrowest is."""


def at(share: float, paper: Paper) -> float:
    """Where a share of the axis stands, in inches from the left."""
    left, right = paper.columns["effect"]
    return left + share * (right - left)


def estimate(glyph: Glyph, index: int, middle: float, paper: Paper) -> Iterator[Item]:
    """A square on its interval; where the estimate lies beyond the axis the arrow alone."""
    yield from _interval(glyph, index, middle, paper, "ink", "interval")
    yield from _arrows(glyph, index, middle, paper, "ink")
    if glyph.point is not None:
        side = SIDE if glyph.weight is None else LIGHTEST + (HEAVIEST - LIGHTEST) * glyph.weight**0.5
        side *= paper.type_size
        kind = "hollow" if glyph.hollow else "square"
        yield Item(kind, at(glyph.point, paper) - side / 2, middle - side / 2, side, side, index, name="estimate")


def diamond(glyph: Glyph, index: int, middle: float, paper: Paper, colour: str, name: str) -> Iterator[Item]:
    """A diamond as wide as the interval, its tips at the estimate; none where the estimate lies beyond the axis."""
    if glyph.point is None or glyph.low is None or glyph.high is None:
        yield from _interval(glyph, index, middle, paper, colour, f"{name} interval")
    else:
        high, tip = HIGH * paper.type_size, at(glyph.point, paper)
        left = min(at(glyph.low, paper), tip - NARROWEST / 2)
        right = max(at(glyph.high, paper), tip + NARROWEST / 2)
        place = (tip - left) / (right - left)
        yield Item("diamond", left, middle - high / 2, right - left, high, index, colour=colour, name=name, tip=place)
    yield from _arrows(glyph, index, middle, paper, colour)


def _interval(glyph: Glyph, index: int, middle: float, paper: Paper, colour: str, name: str) -> Iterator[Item]:
    if glyph.low is not None and glyph.high is not None:
        left, right = at(glyph.low, paper), at(glyph.high, paper)
        yield Item("line", left, middle, right - left, 0, index, size=1.8, colour=colour, name=name)


def _arrows(glyph: Glyph, index: int, middle: float, paper: Paper, colour: str) -> Iterator[Item]:
    """An arrow at each end of the axis beyond which an interval goes on."""
    side = SIDE * paper.type_size
    for cut, end, kind in ((glyph.cut_low, 0.0, "arrow left"), (glyph.cut_high, 1.0, "arrow right")):
        if cut:
            where = at(end, paper) - side / 2
            yield Item(kind, where, middle - side / 2, side, side, index, colour=colour, name="arrow")
