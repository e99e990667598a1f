"""The things on a page of a figure as the plainest shapes there are, in points from the top left: SVG and PDF draw these.

Colours are those of the light palette, mixed with white where they are transparent, so that every program shows the same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from evidence.downloads.figure import FigurePage
from evidence.downloads.typeface import width
from evidence.drawings.palette import LIGHT, look
from evidence.drawings.paper_items import Item, lines_of

EDGE, THIN = 1.1, 0.5
"""Edges in points: of a hollow square, and of a mark."""
BASELINE, LEADING, MIDDLE = 0.94, 1.22, 0.35
"""In parts of the size of type: the first baseline, from line to line, and from the middle of a sign to its baseline."""
DASHES = (4.0, 2.5)
TRANSPARENT = re.compile(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)")
ANCHORS = {"left": "start", "center": "middle", "right": "end"}


@dataclass(frozen=True)
class Stroke:
    """A straight line; dashes are the lengths of a piece and of a gap, nothing for a whole line."""

    x1: float
    y1: float
    x2: float
    y2: float
    thick: float
    colour: str
    dashes: tuple[float, ...]
    kind: str = "stroke"


@dataclass(frozen=True)
class Area:
    """A filled shape with straight sides; thick 0 means that it has no edge. what: square, hollow, band and so on."""

    corners: tuple[tuple[float, float], ...]
    fill: str
    edge: str
    thick: float
    what: str
    kind: str = "area"


@dataclass(frozen=True)
class Disc:
    """A filled circle with its edge, and what it means."""

    x: float
    y: float
    radius: float
    fill: str
    edge: str
    thick: float
    name: str
    kind: str = "disc"


@dataclass(frozen=True)
class Letters:
    """One line of text: x of its start, middle or end, y of its baseline; in points."""

    x: float
    y: float
    text: str
    size: float
    anchor: str
    bold: bool
    italic: bool
    colour: str
    room: float
    kind: str = "letters"


Shape = Stroke | Area | Disc | Letters


def shapes_of(page: FigurePage) -> Iterator[Shape]:
    """Everything on a page, from the back to the front."""
    for item in page.items:
        yield from _shapes(item)


@cache
def opaque(colour: str) -> str:
    """A colour as it looks on white."""
    found = TRANSPARENT.fullmatch(colour)
    if found is None:
        return colour
    share = float(found[4])
    return "#" + "".join(f"{round(255 - (255 - int(part)) * share):02x}" for part in found.groups()[:3])


def _shapes(item: Item) -> Iterator[Shape]:
    left, top = _points(item.left), _points(item.top)
    right, bottom = _points(item.left + item.width), _points(item.top + item.height)
    middle, centre = _points(item.top + item.height / 2), _points(item.left + item.width / 2)
    tip = _points(item.left + item.width * item.tip)
    corners = {
        "arrow left": ((left, middle), (right, top), (right, bottom)),
        "arrow right": ((right, middle), (left, top), (left, bottom)),
        "diamond": ((left, middle), (tip, top), (right, middle), (tip, bottom)),
    }.get(item.kind, ((left, top), (right, top), (right, bottom), (left, bottom)))
    colour = opaque(LIGHT[item.colour])
    if item.kind == "words":
        yield from _letters(item, colour)
    elif item.kind in ("line", "dashed"):
        yield Stroke(left, top, right, bottom, _round(item.size), colour, DASHES if item.kind == "dashed" else ())
    elif item.kind == "mark":
        fill, ink, edge = map(opaque, look(LIGHT, item.look))
        yield Disc(centre, middle, _round((right - left) / 2), fill, edge, THIN, item.name)
        if item.text:
            down = _round(middle + MIDDLE * item.size)
            yield Letters(centre, down, item.text, _round(item.size), "middle", True, False, ink, right - left)
    elif item.kind == "hollow":
        yield Area(corners, opaque(LIGHT["paper"]), colour, EDGE, item.kind)
    else:
        yield Area(corners, opaque(LIGHT["band"]) if item.kind == "band" else colour, "", 0.0, item.kind)


def _letters(item: Item, colour: str) -> Iterator[Letters]:
    """The lines of a text; one that the typeface makes wider than its box is set smaller, so that it ends inside."""
    x = {"left": item.left, "center": item.left + item.width / 2, "right": item.left + item.width}[item.align]
    for number, line in enumerate(lines_of(item.text, item.width, item.size, item.bold)):
        wide = width(line, item.size, item.bold, item.italic)
        size = item.size * min(1.0, item.width / wide) if wide else item.size
        y = _points(item.top) + (BASELINE + LEADING * number) * item.size
        look_of = (ANCHORS[item.align], item.bold, item.italic, colour, _points(item.width))
        yield Letters(_points(x), _round(y), line, int(size * 1000) / 1000, *look_of)


def _points(inches: float) -> float:
    return _round(inches * 72)


def _round(value: float) -> float:
    return round(value, 2)
