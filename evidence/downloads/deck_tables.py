"""Native tables on slides: columns as wide as their words need, rows as high as their longest text.

In the main part a table takes one slide, in the largest type with which it is whole; what has no room stands in the
appendix, and the slide says how much that is. In the appendix a table goes on over several slides.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evidence.club.session_parts import Grid
from evidence.downloads.deck_slides import Deck, Sheet, more_of
from evidence.downloads.drawingml import CELL_ACROSS as CELL
from evidence.downloads.drawingml import CELL_DOWN, Type, table
from evidence.wording.language import N_
from evidence.wording.say import say, tr

HANDS = 1.6
"""Inches for a column to write in."""
GAP = 0.2
"""Inches between two tables."""
SMALL = (14.0, 12.0, 11.0, 10.0)
"""Sizes of type of the appendix in points."""
MOST_ROWS = 120
"""Rows of one table in the appendix; files of the same view hold every row."""
SENTENCES = 0.55
"""The share of a slide that sentences take at most where a table follows and not all has room."""


@dataclass(frozen=True)
class Table:
    """A table in words; without headings it has no first row."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Content:
    """What one slide of the main part tells: sentences (the first one large where lead says so), then tables.

    told_whole: the appendix tells all of it in any case.
    """

    title: str
    sentences: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()
    lead: bool = False
    told_whole: bool = False


def said(grid: Grid) -> Table:
    """A table of a step in words."""
    rows = tuple(tuple(map(say, row)) for row in grid.rows)
    return Table(say(grid.caption), tuple(map(say, grid.headings)), rows)


def add_main(deck: Deck, content: Content, largest: float = 20.0) -> bool:
    """One slide of the main part, in the largest type with which all has room; False when something was left out."""
    least = deck.master.least
    sizes = [float(size) for size in range(int(largest), int(least), -2) if size > least] + [least]
    title, tables = content.title, [each for each in content.tables if each.rows]
    sheet = deck.add(deck.master.content, title, content.notes)
    for size in sizes:
        texts = _sized(content, size)
        if deck.paragraphs_height(texts) + sum(_table_height(deck, each, size) + GAP for each in tables) <= _room(deck):
            _draw(deck, sheet, texts, tables, size)
            return True
    left_out = _as_much_as_fits(deck, sheet, content, tables, least)
    return not left_out


def add_table(
    deck: Deck,
    grid: Table,
    title: str,
    notes: Sequence[str] = (),
    sizes: Sequence[float] = SMALL,
    below: Sequence[str] = (),
) -> None:
    """A table in the appendix, in the largest type with which it is whole, else in the smallest over several slides.

    below: sentences that stand under it, such as what its headings mean.
    """
    more = len(grid.rows) - MOST_ROWS
    grid = replace(grid, rows=grid.rows[:MOST_ROWS])
    rest = [*below, *([tr("{n:whole} more rows stand in the Excel file of the same view.", n=more)] if more > 0 else [])]
    texts = [(text, sizes[-2], False) for text in rest]
    room = _room(deck) - deck.paragraphs_height(texts) - (0.1 if texts else 0)
    size = next((each for each in sizes if _table_height(deck, grid, each) <= room), sizes[-1])
    widths, rows = column_widths(deck, grid, size), list(grid.rows)
    first = True
    while rows or first:
        sheet = deck.add(deck.master.content, title if first else more_of(title), notes if first else ())
        fit = max(_rows_that_fit(deck, grid, rows, widths, size, room), 1)
        end = _table(deck, sheet, replace(grid, rows=tuple(rows[:fit])), deck.top, size, widths)
        rows, first = rows[fit:], False
    deck.write(sheet, texts, end + 0.1)


def add_text(deck: Deck, title: str, texts: Sequence[str], notes: Sequence[str] = (), size: float = 14.0) -> None:
    """Sentences in the appendix, over as many slides as they need."""
    rest, first = [(text, size, False) for text in texts], True
    while rest or first:
        sheet = deck.add(deck.master.content, title if first else more_of(title), notes if first else ())
        fit = max(_texts_that_fit(deck, rest, _room(deck)), 1)
        deck.write(sheet, rest[:fit])
        rest, first = rest[fit:], False


def put_table(deck: Deck, sheet: Sheet, grid: Table, top: float, size: float) -> float:
    """A table on a slide at a height in inches; returns where it ends."""
    return _table(deck, sheet, grid, top, size, column_widths(deck, grid, size))


def _room(deck: Deck) -> float:
    return deck.bottom - deck.top


def _sized(content: Content, size: float) -> list[tuple[str, float, bool]]:
    """The sentences with size and weight; the first one stands out where it leads."""
    return [(text, size * 1.4 if content.lead and not at else size, content.lead and not at)
            for at, text in enumerate(content.sentences)]  # fmt: skip


def _draw(deck: Deck, sheet: Sheet, texts: Sequence[tuple[str, float, bool]], tables: Sequence[Table], size: float) -> float:
    top = deck.write(sheet, texts) if texts else deck.top
    for each in tables:
        top = _table(deck, sheet, each, top, size, column_widths(deck, each, size)) + GAP
    return top


def _as_much_as_fits(deck: Deck, sheet: Sheet, content: Content, tables: list[Table], size: float) -> int:
    """Sentences and rows from the first on, and a line that says how many more stand in the appendix; returns how many."""
    texts, line = _sized(content, size), deck.height(MORE, deck.body, size) + 0.1
    room = _room(deck) - line
    kept = _texts_that_fit(deck, texts, room * (SENTENCES if tables else 1.0))
    used = deck.paragraphs_height(texts[:kept])
    shown, left_out = list[Table](), len(texts) - kept
    for each in tables:
        widths = column_widths(deck, each, size)
        fit = _rows_that_fit(deck, each, each.rows, widths, size, room - used)
        left_out += len(each.rows) - fit
        if fit:
            shown.append(replace(each, rows=each.rows[:fit]))
            used += _table_height(deck, shown[-1], size, widths) + GAP
    top = _draw(deck, sheet, texts[:kept], shown, size)
    where = tr(MORE, n=left_out) if shown or kept else tr("All of this stands in the appendix.")
    deck.write(sheet, [(where, size, False)], max(top, deck.top + 0.001))
    return left_out


MORE = N_("{n:whole} more in the appendix.")


def _texts_that_fit(deck: Deck, texts: Sequence[tuple[str, float, bool]], room: float) -> int:
    used = 0.0
    for number, each in enumerate(texts):
        used += deck.paragraphs_height([each])
        if used > room:
            return number
    return len(texts)


def _rows_that_fit(
    deck: Deck, grid: Table, rows: Sequence[tuple[str, ...]], widths: Sequence[float], size: float, room: float
) -> int:
    used = _row_height(deck, grid.headings, widths, size, True) if any(grid.headings) else 0.0
    for number, row in enumerate(rows):
        used += _row_height(deck, row, widths, size)
        if used > room:
            return number
    return len(rows)


def column_widths(deck: Deck, grid: Table, size: float) -> list[float]:
    """Widths of the columns in inches: as much as the words need, long texts share what is left."""
    columns = list(zip(grid.headings, *grid.rows, strict=True))
    wanted = [max(deck.width(cell, size, True) for cell in column) + 2 * CELL + 0.06 for column in columns]
    wanted = [max(want, HANDS) if not any(column[1:]) else want for want, column in zip(wanted, columns, strict=True)]
    if sum(wanted) <= 0.8 * deck.body:
        return wanted
    longest = [max(deck.width(word, size, True) for cell in column for word in (cell.split() or [""])) for column in columns]
    least = [word + 2 * CELL + 0.06 for word in longest]
    free = deck.body - sum(least)
    more = [max(want - low, 0.0) for want, low in zip(wanted, least, strict=True)]
    if free <= 0 or sum(more) <= 0:
        return [deck.body * low / sum(least) for low in least]
    return [low + min(free / sum(more), 1.0) * extra for low, extra in zip(least, more, strict=True)]


def _table_height(deck: Deck, grid: Table, size: float, widths: Sequence[float] = ()) -> float:
    widths = widths or column_widths(deck, grid, size)
    head = _row_height(deck, grid.headings, widths, size, True) if any(grid.headings) else 0.0
    return head + sum(_row_height(deck, row, widths, size) for row in grid.rows)


def _row_height(deck: Deck, row: Sequence[str], widths: Sequence[float], size: float, bold: bool = False) -> float:
    each = (
        deck.height(cell, width - 2 * CELL, size, bold or place == 0)
        for place, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return max(*each, size * 1.22 / 72) + 2 * CELL_DOWN


def _table(deck: Deck, sheet: Sheet, grid: Table, top: float, size: float, widths: Sequence[float]) -> float:
    """One native table, in the place for content when that is free; returns where it ends."""
    head = [grid.headings] if any(grid.headings) else []
    heights = [*(_row_height(deck, row, widths, size, True) for row in head)]
    heights += [_row_height(deck, row, widths, size) for row in grid.rows]
    plain, bold, heading = Type(size), Type(size, bold=True), Type(size, bold=True, colour="accent")
    cells = [[(text, heading, "soft") for text in row] for row in head]
    cells += [[(text, plain if place else bold, "") for place, text in enumerate(row)] for row in grid.rows]
    place = sheet.layout.body
    free = place is not None and place.kind in ("", "obj") and not sheet.shapes
    box = (deck.left, top, sum(widths), sum(heights))
    index = place.index if place is not None and free else None
    sheet.put(table(cells, box, widths, heights, bool(head), index), grid.caption)
    return top + sum(heights)
