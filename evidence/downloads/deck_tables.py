"""Native tables on slides: columns as wide as their words need, rows as high as their longest text, over several slides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pptx.slide import Slide

from evidence.club.session_parts import Grid
from evidence.downloads.deck_shapes import BODY, MARGIN, TOP, Deck, new_slide, tr_more
from evidence.downloads.drawingml import CELL_ACROSS as CELL
from evidence.downloads.drawingml import Type, put, table
from evidence.drawings.paper_items import text_height, text_width
from evidence.wording.say import say

HANDS = 1.6
"""Inches for a column to write in."""


@dataclass(frozen=True)
class Table:
    """A table in words; without headings it has no first row."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def said(grid: Grid) -> Table:
    """A table of a step in words."""
    rows = tuple(tuple(map(say, row)) for row in grid.rows)
    return Table(say(grid.caption), tuple(map(say, grid.headings)), rows)


def column_widths(grid: Table, size: float) -> list[float]:
    """Widths of the columns in inches: as much as the words need, long texts share what is left."""
    columns = list(zip(grid.headings, *grid.rows, strict=True))
    wanted = [max(text_width(cell, size, True) for cell in column) + 2 * CELL + 0.06 for column in columns]
    wanted = [max(want, HANDS) if not any(column[1:]) else want for want, column in zip(wanted, columns, strict=True)]
    if sum(wanted) <= 0.8 * BODY:
        return wanted
    longest = [max(text_width(word, size, True) for cell in column for word in (cell.split() or [""])) for column in columns]
    least = [word + 2 * CELL + 0.06 for word in longest]
    free = BODY - sum(least)
    more = [want - low for want, low in zip(wanted, least, strict=True)]
    if free <= 0 or sum(more) <= 0:
        return [BODY * low / sum(least) for low in least]
    return [low + free * extra / sum(more) for low, extra in zip(least, more, strict=True)]


def add_table(
    deck: Deck,
    grid: Table,
    title: str,
    notes: Sequence[str],
    sizes: Sequence[float],
    first: tuple[Slide, float] | None = None,
) -> tuple[Slide, float]:
    """A native table, in the largest type with which it is whole; returns its last slide and where that is free.

    It stands below what the first slide holds when there is room for all of it, else on a slide of its own; when it is too
    long for one slide it goes on over as many as it needs, in the smallest type.
    """
    starts = [first[1], TOP] if first and first[1] > TOP else [TOP]
    top, size = next(
        ((start, size) for start in starts for size in sizes if _fits(deck, grid, size, start)), (starts[0], sizes[-1])
    )
    widths = column_widths(grid, size)
    slide, free = first if first and first[1] == top else (None, TOP)
    for number, rows in enumerate(_portions(deck, grid, widths, size, top)):
        if rows and (number or slide is None):
            slide, free = new_slide(deck, tr_more(title) if number or first else title, notes), TOP
        if rows and slide is not None:
            free = _table(slide, grid, rows, widths, free, size)
    if slide is None:
        slide = new_slide(deck, title, notes)
    return slide, free + 0.2


def _fits(deck: Deck, grid: Table, size: float, top: float) -> bool:
    widths = column_widths(grid, size)
    head = _height(grid.headings, widths, size, True) if any(grid.headings) else 0.0
    return top + head + sum(_height(row, widths, size) for row in grid.rows) <= deck.bottom and sum(widths) <= BODY + 0.01


def _height(row: Sequence[str], widths: list[float], size: float, bold: bool = False) -> float:
    return (
        max(
            text_height(cell, width - 2 * CELL, size, bold or place == 0)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        + 0.09
    )


def _portions(deck: Deck, grid: Table, widths: list[float], size: float, top: float) -> Iterator[list[tuple[str, ...]]]:
    """The rows of one slide after the other; the first portion may be empty when there is no room."""
    rows: list[tuple[str, ...]] = []
    head = _height(grid.headings, widths, size, True) if any(grid.headings) else 0.0
    used = top + head
    for row in grid.rows:
        height = _height(row, widths, size)
        if used + height > deck.bottom and (rows or used > TOP + head):
            yield rows
            rows, used = [], TOP + head
        rows.append(row)
        used += height
    yield rows


def _table(slide: Slide, spoken: Table, rows: list[tuple[str, ...]], widths: list[float], top: float, size: float) -> float:
    """One native table; returns where it ends, in inches from the top."""
    head = [spoken.headings] if any(spoken.headings) else []
    heights = [*(_height(row, widths, size, True) for row in head), *(_height(row, widths, size) for row in rows)]
    plain, bold, heading = Type(size), Type(size, bold=True), Type(size, bold=True, colour="accent")
    cells = [[(text, heading, "soft") for text in row] for row in head]
    cells += [[(text, plain if place else bold, "paper") for place, text in enumerate(row)] for row in rows]
    box = (MARGIN, top, sum(widths), sum(heights))
    put(slide, table(cells, box, widths, heights, headed=bool(head)), spoken.caption)
    return top + sum(heights)
