"""A forest plot as places on a page, in inches: the slide draws them as native shapes, the club page and hand-out as HTML.

A long forest goes on over several pages; every page has its own headings and axis. It is the layout of the board: squares
by weight in a pool, lettered lines of reference values, the diamond, and the grey one without any filter.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from evidence.drawings.letters import MOST, Letter, apart
from evidence.drawings.paper_axis import ticks
from evidence.drawings.paper_glyphs import at, diamond, estimate
from evidence.drawings.paper_items import FRAME, ForestPage, Item, Paper, text_height, text_width
from evidence.drawings.paper_lines import (
    Said,
    Sheet,
    foot_of,
    head_height,
    line_height,
    number_size,
    portions,
    reason_size,
    rows_on,
    sheet_of,
    sizes,
)
from evidence.drawings.paper_marks import drawn_marks
from evidence.forest.layout import Layout, Line
from evidence.wording.say import tr

BESIDE, BELOW = 0.03, 0.06
"""Inches: between a line and its letter, and from the middle of a row to a letter below its square."""


@dataclass(frozen=True, eq=False)
class Pages:
    """A forest divided into pages of a paper; each page is drawn when it is asked for."""

    sheet: Sheet
    paper: Paper
    portions: tuple[tuple[int, ...], ...]

    @property
    def rows(self) -> tuple[range, ...]:
        """Which rows stand on each page."""
        return tuple(rows_on(self.sheet, portion) for portion in self.portions)

    def holding(self, row: int) -> int:
        """The index of the page that holds a row; the last one for the pooled result."""
        return next((index for index, rows in enumerate(self.rows) if row in rows), len(self.portions) - 1 if row > 0 else 0)

    def page(self, index: int) -> ForestPage:
        """What stands on a page."""
        return _page(self.sheet, self.paper, self.portions[index])


def pages_of(layout: Layout, *papers: Paper, used: float = 0.0) -> Pages:
    """The pages on the first paper that holds all in one, else on the last; used: inches taken on the first page."""
    sheet = sheet_of(layout)
    for paper in papers:
        found = portions(sheet, paper, used)
        if len(found) == 1:
            break
    return Pages(sheet, paper, found)


def _page(sheet: Sheet, paper: Paper, portion: Sequence[int]) -> ForestPage:
    lines, items, top = sheet.layout.lines, list[Item](), head_height(paper)
    tops: dict[int, tuple[float, float]] = {}
    numbers = number_size(sheet, paper)
    for number, place in enumerate(portion):
        line, said = lines[place], sheet.said[place]
        height = line_height(line, said, paper, numbers)
        if line.kind == "heading":
            items.append(_heading(said, top, height, lines[portion[number + 1]].index, paper))
        elif line.row is not None:
            items += _row(line, said, top, height, paper, numbers)
        else:
            items += _diamond(line, said, top, height, paper, numbers)
        tops[place] = (top, top + height)
        top += height
    blank = [tops[place] for place in portion if lines[place].glyph is None]
    behind = list(_references(sheet, tops, paper))
    frame = _frame(sheet, paper, top, blank)
    return ForestPage((*behind, *frame, *items), rows_on(sheet, portion), top + foot_of(sheet, paper).height)


def middle(top: float, bottom: float) -> float:
    """Where the square of a row stands, in inches from the top of the page; the space below the row does not count."""
    return (top + bottom) / 2 - 0.05


def _heading(said: Said, top: float, height: float, index: int, paper: Paper) -> Item:
    size = sizes(paper)[2]
    return Item("words", 0, top, paper.width, height, index, said.name, size, bold=True, colour="accent", name="group")


def _row(line: Line, said: Said, top: float, height: float, paper: Paper, numbers: float) -> Iterator[Item]:
    large, small, _ = sizes(paper)
    columns, index = paper.columns, line.index
    left, right = columns["study"]
    title = text_height(said.name, right - left, large, True)
    yield Item("words", left, top, right - left, title, index, said.name, large, bold=True, name="study")
    if said.below:
        rest = text_height(said.below, right - left, small)
        yield Item("words", left, top + title, right - left, rest, index, said.below, small, colour="faint", name="detail")
    left, right = columns["people"]
    size = max(min(large, large * (right - left) / (text_width(said.people, large) or 1.0)), paper.least)
    yield Item("words", left, top, right - left, title, index, said.people, size, align="right", name="people")
    if line.glyph is not None:
        yield from estimate(line.glyph, index, middle(top, top + height), paper)
        left, right = columns["text"]
        first = text_height(said.number, right - left, numbers)
        yield Item("words", left, top, right - left, first, index, said.number, numbers, name="estimate text")
        if said.remark:
            rest = text_height(said.remark, right - left, small)
            look = {"colour": "faint", "name": "remark"}
            yield Item("words", left, top + first, right - left, rest, index, said.remark, small, **look)  # type: ignore[arg-type]
    else:
        left, right = columns["effect"][0], columns["text"][1]
        size = reason_size(paper)
        rest = text_height(said.reason, right - left, size)
        reason = Item("words", left, top, right - left, rest, index, said.reason, size, italic=True, name="reason")
        yield replace(reason, colour="warn")
    if paper.marks and line.row is not None:
        yield from drawn_marks(line.row.record.marks, index, top, paper)


def _diamond(line: Line, said: Said, top: float, height: float, paper: Paper, numbers: float) -> Iterator[Item]:
    if line.glyph is None:
        return
    large = sizes(paper)[0]
    grey = line.kind == "unfiltered"
    look = {"bold": not grey, "colour": "faint" if grey else "ink"}
    colour, name = ("axis", "pooled, unfiltered") if grey else ("accent", "pooled")
    for column, text, part, size in (("study", said.name, "study", large), ("text", said.number, f"{name} text", numbers)):
        left, right = paper.columns[column]
        box = (left, top + 0.08, right - left, height - 0.1)
        yield Item("words", *box, line.index, text, size, name=part, **look)  # type: ignore[arg-type]
    yield from diamond(line.glyph, line.index, top + height / 2, paper, colour, name)


def _references(sheet: Sheet, tops: dict[int, tuple[float, float]], paper: Paper) -> Iterator[Item]:
    """Lettered lines beside the rows of their contrast, with their interval as a band; they come with the last row."""
    small, letters, rows = sizes(paper)[1], list[Letter](), dict[str, int]()
    high, end = small * 1.22 / 72, paper.columns["effect"][1]
    for each in sheet.layout.references:
        beside = [place for place in range(each.first, each.last + 1) if place in tops]
        if not beside:
            continue
        top, bottom = tops[beside[0]][0], tops[beside[-1]][1]
        row, where = sheet.layout.lines[each.last].index, at(each.place, paper)
        if each.low is not None and each.high is not None:
            low, right = at(each.low, paper), at(each.high, paper)
            yield Item("band", low, top, right - low, bottom - top, row, name="reference interval")
        yield Item("dashed", where, top, 0, bottom - top, row, size=1.2, colour="accent", name="reference")
        wide = text_width(each.letter, small)
        left = where + BESIDE if where + BESIDE <= end else where - BESIDE - wide
        free = [places for place in beside[:MOST] for places in (tops[place][0] - 0.02, middle(*tops[place]) + BELOW)]
        letters.append(Letter(each.letter, left, (free[0], *(place for place in free[1:] if place + high <= bottom))))
        rows[each.letter] = row
    for letter in apart(letters, high, lambda text: text_width(text, small) + BESIDE):
        box = (letter.left, letter.top, text_width(letter.said, small) + BESIDE, high)
        yield Item("words", *box, rows[letter.text], letter.said, small, colour="accent", name="letter")


def _frame(sheet: Sheet, paper: Paper, bottom: float, blank: list[tuple[float, float]]) -> Iterator[Item]:
    """Column headings, line of no difference (not through words), axis with ticks, and the words at its ends."""
    columns, foot = paper.columns, foot_of(sheet, paper)
    small = sizes(paper)[1]
    line = small * 1.22 / 72
    titles = [("study", tr("Study"), "left"), ("people", tr("n"), "right"), ("effect", tr("Effect or change"), "left")]
    titles += [("text", sheet.column, "left"), *([("marks", tr("Risk of bias, all"), "left")] if paper.marks else [])]
    for name, text, align in titles:
        left, right = columns[name]
        yield Item("words", left, 0, right - left, line, FRAME, text, small, align=align, colour="faint", name="column")
    null, start = at(sheet.layout.null, paper), head_height(paper)
    for top, end in [*sorted(blank), (bottom, bottom)]:
        if top > start:
            yield Item("line", null, start, 0, top - start, size=0.9, name="no difference")
        start = max(start, end)
    left, right = columns["effect"]
    yield Item("line", left, bottom, right - left, 0, size=0.9, colour="faint", name="axis")
    back = {"size": small, "colour": "faint", "align": "center"}
    yield from ticks(sheet.layout, paper, bottom, small, line)
    down, room = bottom + 0.09 + line, 0.12 * paper.type_size
    to_left = min(text_width(sheet.left, small) + 0.15, foot.left)
    to_right = min(text_width(sheet.right, small) + 0.15, foot.right)
    yield Item("words", null - room - to_left, down, to_left, foot.ends, FRAME, sheet.left, small, align="right", name="end")
    yield Item("words", null + room, down, to_right, foot.ends, FRAME, sheet.right, small, name="end")
    width = min(text_width(sheet.label, small) + 0.3, paper.width)
    middle = min(max(null - width / 2, 0), paper.width - width)
    yield Item("words", middle, down + foot.ends, width, foot.label, FRAME, sheet.label, name="axis label", **back)  # type: ignore[arg-type]
    down += foot.ends + foot.label
    for reference, key in zip(sheet.layout.references, sheet.keys, strict=True):
        height = text_height(key, paper.width, small)
        row = sheet.layout.lines[reference.last].index
        yield Item("words", 0, down, paper.width, height, row, key, small, colour="faint", name="key")
        down += height


def revealed(page: ForestPage, rows: int) -> tuple[Item, ...]:
    """What is on a page when only the first rows of the forest are shown; the frame always is.

    The line of no difference leaves no gap where something is still hidden, so that it does not tell what will come.
    """
    shown = tuple(item for item in page.items if item.row < rows)
    pieces = sorted((item for item in shown if item.name == "no difference"), key=lambda item: item.top)
    bridges = []
    for above, below in pairwise(pieces):
        end = above.top + above.height
        if not any(item.row != FRAME and end - 0.01 <= item.top < below.top for item in shown):
            bridges.append(replace(above, top=end, height=below.top - end))
    return (*shown, *bridges)
