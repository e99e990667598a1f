"""The layout of a forest, the same for every drawing: its lines from top to bottom, and where things stand on the axis.

Places are shares of the axis, 0 at its left end and 1 at its right end. Board, phone, slide, hand-out and club draw these
lines, each in its own units. Indirect rows are folded past the first few where there are direct ones; beyond MANY rows a
page of them is drawn at a time. Nothing is left out of numbers and tables by that, and each fold says how many it holds.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from evidence.facts.groups import Group
from evidence.forest.axis import Axis
from evidence.forest.panel import Panel
from evidence.forest.rows import Forest, ForestRow
from evidence.statistics.against import Against
from evidence.statistics.pooling import Pooled
from evidence.versions.marks import Mark, RowName

MANY, PAGE = 60, 40
"""What a reader can take in, and how many of more rows stand on a page."""
FOLDED_FROM, FIRST_OF_FOLDED = 14, 1
LETTERS = 26


@dataclass(frozen=True, slots=True)
class Glyph:
    """An estimate with its interval on the axis; None where it has none or it lies beyond the axis.

    low and high are cut at the ends of the axis, and cut_low or cut_high says so. beyond: -1 or 1 when the estimate itself
    lies left or right of the axis. weight: its share of the heaviest in the pool, None outside a pool.
    """

    point: float | None
    low: float | None
    high: float | None
    cut_low: bool
    cut_high: bool
    beyond: int
    hollow: bool = False
    weight: float | None = None

    @property
    def corners(self) -> tuple[float, float, float]:
        """Left end, estimate and right end as drawn: what lies beyond the axis stands at its end."""
        point = self.point if self.point is not None else float(self.beyond > 0)
        return self.low or 0.0, point, 1.0 if self.high is None else self.high


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a heading of a group, a row, a pooled result, or a fold with the number of rows it holds.

    kind: heading, row, pooled, unfiltered (grey) or fold. index: of the row among all rows of the forest.
    """

    kind: str
    group: Group | None = None
    row: ForestRow | None = None
    glyph: Glyph | None = None
    pooled: Pooled | None = None
    count: int = 0
    index: int = -1


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference value on the axis: its letter, its place and interval, and the lines it stands beside (first, last)."""

    letter: str
    against: Against
    place: float
    low: float | None
    high: float | None
    first: int
    last: int


@dataclass(frozen=True, eq=False)
class Layout:
    """All lines with the axis; shown of all rows are drawn, on this page of pages (counted from 1).

    since: rows that are new or changed in this version of the data. folded: the indirect groups, of which a wide screen
    shows the first row and a narrow one the count.
    """

    lines: tuple[Line, ...]
    axis: Axis
    null: float
    references: tuple[Reference, ...]
    shown: int
    all: int
    page: int = 1
    pages: int = 1
    since: Mapping[RowName, Mark] = field(default_factory=dict)
    folded: frozenset[Group] = frozenset()

    def mark(self, row: ForestRow) -> Mark | None:
        """That a row is new or changed in this version; None when it is as before, or nothing is known of before."""
        return self.since.get((row.study_id, row.result_id))

    @property
    def compact(self) -> bool:
        """True when there are so many rows that each takes one line."""
        return self.pages > 1


def layout_of(
    forest: Forest,
    panel: Panel,
    unfold: bool = False,
    page: int = 1,
    whole: bool = False,
    since: Mapping[RowName, Mark] | None = None,
) -> Layout:
    """The layout of a forest with what stands under it.

    unfold opens the folded groups; page chooses among pages, the nearest one where there is none such; whole draws all.
    since: the marks of rows that are new or changed.
    """
    rows = list(enumerate(forest.rows))
    pages = 1 if whole or len(rows) <= MANY else math.ceil(len(rows) / PAGE)
    page = min(max(page, 1), pages)
    if pages > 1:
        rows = rows[(page - 1) * PAGE : page * PAGE]
    folded = frozenset() if unfold or whole or pages > 1 else _folded(forest)
    lines = tuple(_lines(forest, panel, rows, folded))
    return Layout(
        lines,
        forest.axis,
        forest.axis.share(forest.axis.null),
        tuple(_references(forest.axis, lines, panel.against)),
        sum(line.kind == "row" for line in lines),
        len(forest.rows),
        page,
        pages,
        since or {},
        folded,
    )


def _folded(forest: Forest) -> frozenset[Group]:
    """Indirect groups, where there are direct rows and more lines than a screen holds."""
    if len(forest.rows) <= FOLDED_FROM or not any(group.direct for group in forest.groups):
        return frozenset()
    return frozenset(group for group in forest.groups if not group.direct)


def _lines(forest: Forest, panel: Panel, rows: Sequence[tuple[int, ForestRow]], folded: frozenset[Group]) -> Iterator[Line]:
    weights = panel.pooled.weights if panel.pooled is not None else {}
    heaviest = max(weights.values(), default=1.0)
    for group in dict.fromkeys(row.group for _, row in rows):
        own = [(index, row) for index, row in rows if row.group == group]
        kept = _first_of(own) if group in folded else own
        yield Line("heading", group, count=len(own))
        for index, row in kept:
            weight = weights.get(row.result_id)
            share = None if not weights else (weight or 0.0) / heaviest
            yield Line("row", group, row, _glyph(row, forest.axis, share), index=index)
        if len(kept) < len(own):
            yield Line("fold", group, count=len(own) - len(kept))
    for kind, pooled in (("pooled", panel.pooled), ("unfiltered", panel.unfiltered)):
        if pooled is not None:
            yield Line(kind, pooled=pooled, glyph=_diamond(pooled, forest.axis), index=len(forest.rows))


def _first_of(rows: Sequence[tuple[int, ForestRow]]) -> list[tuple[int, ForestRow]]:
    """The first few rows of a folded group: those with a number before those without."""
    ranked = sorted(rows, key=lambda each: not each[1].has_number)
    return sorted(ranked[:FIRST_OF_FOLDED]) if len(rows) > FIRST_OF_FOLDED + 1 else list(rows)


def _glyph(row: ForestRow, axis: Axis, weight: float | None) -> Glyph | None:
    if row.estimate is None:
        return None
    return _on(axis, row.estimate, row.ci_low, row.ci_high, row.hollow, weight)


def _diamond(pooled: Pooled, axis: Axis) -> Glyph:
    return _on(axis, axis.place(pooled.estimate), axis.place(pooled.ci_low), axis.place(pooled.ci_high))


def _on(
    axis: Axis,
    estimate: float,
    low: float | None,
    high: float | None,
    hollow: bool = False,
    weight: float | None = None,
) -> Glyph:
    share = axis.share(estimate)
    beyond = -1 if share < 0 else 1 if share > 1 else 0
    return Glyph(
        point=None if beyond else share,
        low=_inside(axis, low),
        high=_inside(axis, high),
        cut_low=(low is not None and low < axis.low) or beyond < 0,
        cut_high=(high is not None and high > axis.high) or beyond > 0,
        beyond=beyond,
        hollow=hollow,
        weight=weight,
    )


def _inside(axis: Axis, place: float | None) -> float | None:
    """A place as a share of the axis, at its end where it lies beyond it."""
    return None if place is None else min(max(axis.share(place), 0.0), 1.0)


def _references(axis: Axis, lines: Sequence[Line], against: Sequence[Against]) -> Iterator[Reference]:
    """Each reference value that lies on the axis, beside the rows of its contrast that have a number."""
    for number, each in enumerate(against):
        beside = [
            place
            for place, line in enumerate(lines)
            if line.row is not None and line.row.has_number and line.row.contrast == each.contrast
        ]
        where = axis.share(axis.place(each.estimate))
        if not beside or not 0 <= where <= 1:
            continue
        low, high = (None if end is None else _inside(axis, axis.place(end)) for end in (each.ci_low, each.ci_high))
        yield Reference(_letter(number), each, where, low, high, min(beside), max(beside))


def _letter(number: int) -> str:
    """The letter of the first, second and so on: a to z, then aa, ab."""
    before, place = divmod(number, LETTERS)
    return (_letter(before - 1) if before else "") + chr(ord("a") + place)
