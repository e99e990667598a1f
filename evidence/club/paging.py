"""What stands on each page of a projected step, and how large its type is: sentences, pairs and rows of tables go on over
several pages where one does not hold them.

A step that is one page stands in the largest type with which it is whole; of several pages all have the same type. Of a
table with more rows than a room can take in the first are shown, and its caption says of how many. A text that is longer
than a page ends with how much of it is missing; away from the projector every step is whole.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from evidence.club.session_parts import Cell, Grid, Pair, Step, Words
from evidence.club.sheet import (
    AFTER,
    CLOSE,
    DOWN,
    LEAD,
    LINE,
    SHAPES,
    Shape,
    cell_widths,
    column_shares,
    cut,
    grid_head,
    label_share,
    pair_height,
    row_height,
    sentence_height,
    text_beside,
    title_height,
)
from evidence.vocabulary.fact import fact
from evidence.wording.say import say

SCALES = (1.6, 1.45, 1.3, 1.15)
"""Sizes of type in rem that are tried, from the largest; 1 is the smallest."""
MOST_PAGES = 3
"""Pages that a table may take; a room does not read on."""
MOST_ROWS, MOST_PAIRS = 90, 30
"""Rows of a table, and pairs, that are looked at."""
Measure = Callable[[float], float]
"""The height in ems of something that takes the whole width in ems."""


class Page(NamedTuple):
    """A page of a step: what of it stands there, counted from 1; widths of columns and of labels in percent."""

    step: Step
    number: int
    of: int
    scale: float
    widths: tuple[tuple[float, ...], ...] = ()
    labels: float = 0.0


class _Item(NamedTuple):
    """Something that stands on one page whole; head: what must stand over the first of its kind on a page."""

    kind: str
    place: int
    height: float
    head: float = 0.0


def none_at_all(_width: float) -> float:
    """Nothing stands there."""
    return 0.0


@dataclass(frozen=True)
class Around:
    """What stands around the content of a step: its heading, more on the first page and on each, rem for a room's strip."""

    heading: Words
    first: Measure = none_at_all
    each: Measure = none_at_all
    strip: float = 0.0

    def room(self, shape: Shape, scale: float = 1.0) -> float:
        """What is left on each page of a shape in ems of its type."""
        return shape.height - self.strip / scale - title_height(self.heading, shape.width) - self.each(shape.width)


@dataclass(frozen=True)
class _Sheet:
    """A step measured for one shape of screen: its items in order and the room for them on each page."""

    items: tuple[_Item, ...]
    room: float


def paged(step: Step, around: Around) -> tuple[Page, ...]:
    """The pages of a step: at least one, also of a step without content."""
    whole, step = step, _cut(_said(step), around)
    smallest = _sheets(step, around, 1.0)
    scale, portions = 1.0, _flow(smallest)
    while len(portions) > MOST_PAGES and any(len(grid.rows) > 1 for grid in step.grids):
        step = _on_first_pages(step, whole, portions)
        smallest = _sheets(step, around, 1.0)
        portions = _flow(smallest)
    for larger in SCALES:
        if not _may_hold(smallest, len(portions), around, larger):
            continue
        sheets = _sheets(step, around, larger)
        tried = _flow(sheets)
        if len(tried) <= len(portions) and _holds(sheets):
            scale, portions = larger, tried
            break
    width = SHAPES[0].in_type(scale).width
    shares = tuple(column_shares(grid, width) for grid in step.grids)
    labels = label_share(step.pairs, width)
    return tuple(
        Page(_portion(step, whole, portion), number, len(portions), scale, _of_grids(shares, portion), labels)
        for number, portion in enumerate(portions, start=1)
    )


def _may_hold(smallest: Sequence["_Sheet"], pages: int, around: Around, scale: float) -> bool:
    """Whether so many pages could hold the items in larger type, in which they take as many ems or more."""
    rooms = (around.room(shape.in_type(scale), scale) for shape in SHAPES)
    return all(sum(item.height for item in sheet.items) <= pages * room for sheet, room in zip(smallest, rooms, strict=True))


def _holds(sheets: Sequence["_Sheet"]) -> bool:
    """Whether nothing is higher than a page."""
    return all(item.height + item.head <= sheet.room for sheet in sheets for item in sheet.items)


def _said(step: Step) -> Step:
    """A step in words, with as much of its tables and pairs as is projected: each is said once and measured often."""
    grids = []
    for grid in step.grids:
        rows = tuple(tuple(map(say, row)) for row in grid.rows[:MOST_ROWS])
        grids.append(Grid(grid.kind, _caption(grid, 1, len(rows), len(rows)), tuple(map(say, grid.headings)), rows))
    pairs = tuple(Pair(pair.label, say(pair.text)) for pair in step.pairs[:MOST_PAIRS])
    if len(step.pairs) > MOST_PAIRS:
        pairs = (*pairs, Pair(fact("more"), fact("more of these", n=len(step.pairs) - MOST_PAIRS)))
    return replace(step, sentences=tuple(map(say, step.sentences)), grids=tuple(grids), pairs=pairs)


def _caption(whole: Grid, first: int, last: int, shown: int) -> Words:
    """The caption of rows of a table, counted from 1; the last of those that are projected says how many are not."""
    every = len(whole.rows)
    if last - first + 1 == every:
        return whole.caption
    kind = "rows of all" if last < shown or shown == every else "last rows on the screen"
    return fact(kind, caption=whole.caption, first=first, last=last, every=every, n=every - shown)


def _on_first_pages(step: Step, whole: Step, portions: Sequence[Sequence[_Item]]) -> Step:
    """A step with those rows of its tables that stand on its first pages, and of the last of these one less."""
    kept = [item.kind for portion in portions[:MOST_PAGES] for item in portion]
    grids = []
    for number, (grid, every) in enumerate(zip(step.grids, whole.grids, strict=True)):
        rows = grid.rows[: max(kept.count(f"grid {number}"), 1)]
        rows = rows[: max(len(rows) - 1, 1)] if len(rows) < len(grid.rows) else rows
        grids.append(replace(grid, rows=rows, caption=_caption(every, 1, len(rows), len(rows))))
    return replace(step, grids=tuple(grids))


def _cut(step: Step, around: Around) -> Step:
    """A step of which every text has room on a page of the narrowest and of the lowest screen."""
    width = min(shape.width for shape in SHAPES)
    room = around.room(Shape(width, min(shape.height for shape in SHAPES)))
    shares = [column_shares(grid, width) for grid in step.grids]
    labels = label_share(step.pairs, width)
    beside = text_beside(width, labels)
    return replace(
        step,
        sentences=tuple(
            cut(text, width / (LEAD if place == 0 else 1), (room - AFTER) / LINE / (LEAD if place == 0 else 1), place == 0)
            for place, text in enumerate(step.sentences)
        ),
        pairs=tuple(pair._replace(text=cut(pair.text, beside, (room - AFTER) / LINE - 1)) for pair in step.pairs),
        grids=tuple(_cut_rows(grid, share, width, room) for grid, share in zip(step.grids, shares, strict=True)),
    )


def _cut_rows(grid: Grid, shares: Sequence[float], width: float, room: float) -> Grid:
    most = (room - grid_head(grid, shares, width) - DOWN) / CLOSE
    widths = cell_widths(shares, width)

    def whole(cell: Cell, place: int) -> Cell:
        return cell if isinstance(cell, int) else cut(cell, widths[place], most, place == 0)

    return replace(grid, rows=tuple(tuple(whole(cell, place) for place, cell in enumerate(row)) for row in grid.rows))


def _sheets(step: Step, around: Around, scale: float) -> list[_Sheet]:
    """A step in type of a size, measured for each shape; widths of columns and labels are those of the narrowest."""
    narrow = SHAPES[0].in_type(scale).width
    shares, labels = [column_shares(grid, narrow) for grid in step.grids], label_share(step.pairs, narrow)
    return [
        _Sheet(tuple(_items(step, each.width, around, shares, labels)), around.room(each, scale))
        for each in (shape.in_type(scale) for shape in SHAPES)
    ]


def _items(step: Step, width: float, around: Around, shares: Sequence[Sequence[float]], labels: float) -> Iterator[_Item]:
    if around.first is not none_at_all:
        yield _Item("first", 0, around.first(width))
    for place, text in enumerate(step.sentences):
        yield _Item("sentence", place, sentence_height(text, width, LEAD if place == 0 else 1.0))
    for place, pair in enumerate(step.pairs):
        yield _Item("pair", place, pair_height(pair, width, labels), 2 * AFTER)
    if step.links:
        yield _Item("links", 0, sentence_height(tuple((label, "-") for label, _ in step.links), width))
    for number, (grid, own) in enumerate(zip(step.grids, shares, strict=True)):
        head = grid_head(grid, own, width)
        for place, row in enumerate(grid.rows):
            yield _Item(f"grid {number}", place, row_height(row, own, width), head)


def _flow(sheets: Sequence[_Sheet]) -> list[list[_Item]]:
    """The items of each page: as many as all sheets have room for."""
    pages: list[list[_Item]] = [[]]
    used = [0.0 for _ in sheets]
    for place, item in enumerate(sheets[0].items):
        new = all(other.kind != item.kind for other in pages[-1])
        needed = [sheet.items[place].height + new * sheet.items[place].head for sheet in sheets]
        if pages[-1] and any(taken + more > sheet.room for taken, more, sheet in zip(used, needed, sheets, strict=True)):
            pages.append([])
            used = [0.0 for _ in sheets]
            needed = [sheet.items[place].height + sheet.items[place].head for sheet in sheets]
        pages[-1].append(item)
        used = [taken + more for taken, more in zip(used, needed, strict=True)]
    return pages


def _portion(step: Step, whole: Step, items: Sequence[_Item]) -> Step:
    """What of a step stands on a page; the caption of a table that goes on says which of its rows."""
    places: dict[str, list[int]] = {}
    for item in items:
        places.setdefault(item.kind, []).append(item.place)
    grids = []
    for number, (grid, every) in enumerate(zip(step.grids, whole.grids, strict=True)):
        rows = places.get(f"grid {number}", [])
        if rows:
            caption = _caption(every, rows[0] + 1, rows[-1] + 1, len(grid.rows))
            grids.append(replace(grid, caption=caption, rows=grid.rows[rows[0] : rows[-1] + 1]))
    sentences = tuple(step.sentences[place] for place in places.get("sentence", ()))
    pairs = tuple(step.pairs[place] for place in places.get("pair", ()))
    links = step.links if "links" in places else ()
    return replace(step, sentences=sentences, pairs=pairs, links=links, grids=tuple(grids))


def _of_grids(shares: Sequence[tuple[float, ...]], items: Sequence[_Item]) -> tuple[tuple[float, ...], ...]:
    kinds = {item.kind for item in items}
    return tuple(own for number, own in enumerate(shares) if f"grid {number}" in kinds)
