"""A forest plot as places on a page, in inches: the slide draws them as native shapes, the club page and hand-out as HTML.

A long forest goes on over several pages; every page has its own headings and axis.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from evidence.drawings.paper_items import FRAME, ForestPage, Item, Paper, text_height, text_width
from evidence.forest.row import Forest, ForestRow
from evidence.statistics.pooling import Pooled
from evidence.wording.words import interval, tr


def forest_pages(forest: Forest, paper: Paper, pooled: Pooled | None = None) -> tuple[ForestPage, ...]:
    """The pages of a forest; a pooled result is a diamond below the last row, with the index after the last row."""
    head, foot = _head_height(paper), _foot_height(paper)
    pages: list[ForestPage] = []
    items: list[Item] = []
    top, first, group = head, 0, ""
    for index, row in enumerate(forest.rows):
        needed = row_height(row, paper) + (_heading_height(forest.headings[row.group], paper) if row.group != group else 0)
        if top + needed > paper.height - foot and index > first:
            pages.append(_page(forest, paper, items, range(first, index), top))
            items, top, first, group = [], head, index, ""
        if row.group != group:
            group = row.group
            items.append(_group_heading(forest.headings[group], top, index, paper))
            top += _heading_height(forest.headings[group], paper)
        items += _row(row, index, top, forest, paper)
        top += row_height(row, paper)
    if pooled is not None:
        height = 0.5 * paper.type_size
        if top + height > paper.height - foot and len(forest.rows) > first:
            pages.append(_page(forest, paper, items, range(first, len(forest.rows)), top))
            items, top, first = [], head, len(forest.rows)
        items += _diamond(pooled, len(forest.rows), top, height, forest, paper)
        top += height
    pages.append(_page(forest, paper, items, range(first, len(forest.rows)), top))
    return tuple(pages)


def _below(row: ForestRow) -> str:
    return " \u00b7 ".join(part for part in (row.outcome, row.detail) if part)


def _sizes(paper: Paper) -> tuple[float, float]:
    return 13 * paper.type_size, 10 * paper.type_size


def row_height(row: ForestRow, paper: Paper) -> float:
    """The height of a row in inches, with the space below it."""
    large, small = _sizes(paper)
    columns = paper.columns
    study = columns["study"][1] - columns["study"][0]
    left = text_height(row.study, study, large, True) + text_height(_below(row), study, small)
    text = columns["text"][1] - columns["text"][0]
    right = text_height(row.text, text, large) + text_height(row.remark, text, small)
    if not row.has_number:
        right = text_height(row.reason, columns["text"][1] - columns["effect"][0], small * 1.1)
    return max(left, right, 0.28 * paper.type_size) + 0.1 * paper.type_size


def _heading_height(text: str, paper: Paper) -> float:
    return text_height(text, paper.width, 11.5 * paper.type_size, True) + 0.12 * paper.type_size


def _head_height(paper: Paper) -> float:
    return 0.3 * paper.type_size


def _foot_height(paper: Paper) -> float:
    return 0.78 * paper.type_size


def _group_heading(text: str, top: float, index: int, paper: Paper) -> Item:
    size = 11.5 * paper.type_size
    height = _heading_height(text, paper)
    return Item("words", 0, top, paper.width, height, index, text, size, bold=True, colour="accent", name="group")


def _place(value: float, forest: Forest, paper: Paper) -> float:
    """Where a value of the axis stands, in inches from the left; outside values stand at the end."""
    axis, (left, right) = forest.axis, paper.columns["effect"]
    share = (value - axis.low) / (axis.high - axis.low)
    return left + min(max(share, 0.0), 1.0) * (right - left)


def _row(row: ForestRow, index: int, top: float, forest: Forest, paper: Paper) -> Iterator[Item]:
    large, small = _sizes(paper)
    columns = paper.columns
    height = row_height(row, paper)
    left, right = columns["study"]
    title = text_height(row.study, right - left, large, True)
    yield Item("words", left, top, right - left, title, index, row.study, large, bold=True, name="study")
    if below := _below(row):
        rest = text_height(below, right - left, small)
        yield Item("words", left, top + title, right - left, rest, index, below, small, colour="faint", name="detail")
    left, right = columns["people"]
    yield Item("words", left, top, right - left, title, index, row.people, large, align="right", name="people")
    if row.has_number:
        yield from _interval(row, index, top + height / 2 - 0.05, forest, paper)
        left, right = columns["text"]
        first = text_height(row.text, right - left, large)
        yield Item("words", left, top, right - left, first, index, row.text, large, name="estimate text")
        if row.remark:
            rest = text_height(row.remark, right - left, small)
            yield Item(
                "words", left, top + first, right - left, rest, index, row.remark, small, colour="faint", name="remark"
            )
    else:
        left, right = columns["effect"][0], columns["text"][1]
        size = small * 1.1
        rest = text_height(row.reason, right - left, size)
        yield Item(
            "words", left, top, right - left, rest, index, row.reason, size, italic=True, colour="warning", name="reason"
        )
    if paper.marks:
        yield from _marks(row, index, top, paper)


def _interval(row: ForestRow, index: int, middle: float, forest: Forest, paper: Paper) -> Iterator[Item]:
    if row.ci_low is not None and row.ci_high is not None:
        left, right = _place(row.ci_low, forest, paper), _place(row.ci_high, forest, paper)
        yield Item("line", left, middle, right - left, 0, index, size=1.8, name="interval")
        side = 0.13 * paper.type_size
        if row.ci_low < forest.axis.low:
            yield Item("arrow left", left - side / 2, middle - side / 2, side, side, index, name="arrow")
        if row.ci_high > forest.axis.high:
            yield Item("arrow right", right - side / 2, middle - side / 2, side, side, index, name="arrow")
    if row.estimate is not None:
        side = 0.13 * paper.type_size
        where = _place(row.estimate, forest, paper)
        kind = "hollow" if row.hollow else "square"
        yield Item(kind, where - side / 2, middle - side / 2, side, side, index, name="estimate")


def _marks(row: ForestRow, index: int, top: float, paper: Paper) -> Iterator[Item]:
    left, right = paper.columns["marks"]
    step = (right - left) / 9.2
    side = min(0.2, step * 0.92)
    placed = [*enumerate(row.marks), (8.2, row.overall)]
    for place, mark in placed:
        where = left + place * step
        name = f"{mark.domain}: {mark.judgement}"
        yield Item(
            "mark", where, top + 0.02, side, side, index, mark.symbol, 8.5, True, align="center", look=mark.look, name=name
        )


def _diamond(pooled: Pooled, index: int, top: float, height: float, forest: Forest, paper: Paper) -> Iterator[Item]:
    large, _ = _sizes(paper)
    axis, columns = forest.axis, paper.columns
    low, high = (_place(axis.place(value), forest, paper) for value in (pooled.ci_low, pooled.ci_high))
    side = 0.22 * paper.type_size
    middle = top + height / 2
    words = tr("Pooled, {k} studies", k=pooled.k)
    text = interval(pooled.estimate, pooled.ci_low, pooled.ci_high, axis.digits)
    left, right = columns["study"]
    yield Item("words", left, top + 0.08, right - left, height - 0.1, index, words, large, bold=True, name="study")
    yield Item("diamond", low, middle - side / 2, max(high - low, 0.04), side, index, colour="accent", name="pooled")
    left, right = columns["text"]
    yield Item("words", left, top + 0.08, right - left, height - 0.1, index, text, large, bold=True, name="pooled text")


def _page(forest: Forest, paper: Paper, items: list[Item], rows: range, bottom: float) -> ForestPage:
    foot = _foot_height(paper)
    headings = [(item.top, item.top + item.height) for item in items if item.name == "group"]
    silent = [
        (item.top, item.top + row_height(forest.rows[item.row], paper))
        for item in items
        if item.name == "study" and item.row < len(forest.rows) and not forest.rows[item.row].has_number
    ]
    return ForestPage((*_frame(forest, paper, bottom, sorted([*silent, *headings])), *items), rows, bottom + foot)


def _frame(forest: Forest, paper: Paper, bottom: float, silent: list[tuple[float, float]]) -> Iterator[Item]:
    """Column headings, line of no difference (not through words), axis with ticks, and the words at its ends."""
    axis, columns = forest.axis, paper.columns
    small = 10 * paper.type_size
    head, line = _head_height(paper), small * 1.22 / 72
    titles = [
        ("study", tr("Study"), "left"),
        ("people", "n", "right"),
        ("effect", tr("Effect or change"), "left"),
        ("text", axis.column, "left"),
    ]
    titles += [("marks", tr("Risk of bias, all"), "left")] if paper.marks else []
    for name, text, align in titles:
        left, right = columns[name]
        yield Item("words", left, 0, right - left, line, FRAME, text, small, align=align, colour="faint", name="column")
    null, start = _place(axis.null, forest, paper), head
    for top, end in [*silent, (bottom, bottom)]:
        if top > start:
            yield Item("line", null, start, 0, top - start, size=0.9, name="no difference")
        start = max(start, end)
    left, right = columns["effect"]
    yield Item("line", left, bottom, right - left, 0, size=0.9, colour="faint", name="axis")
    for where, text in axis.ticks:
        x = _place(where, forest, paper)
        yield Item("line", x, bottom, 0, 0.06, size=0.9, colour="faint", name="tick")
        yield Item(
            "words", x - 0.3, bottom + 0.07, 0.6, line, FRAME, text, small, align="center", colour="faint", name="tick text"
        )
    down = bottom + 0.09 + line
    room = 0.12 * paper.type_size
    to_left, to_right = f"\u2190 {axis.left}", f"{axis.right} \u2192"
    width = max(text_width(to_left, small), text_width(to_right, small)) + 0.15
    yield Item("words", null - room - width, down, width, line, FRAME, to_left, small, align="right", name="end")
    yield Item("words", null + room, down, width, line, FRAME, to_right, small, name="end")
    label = min(text_width(axis.label, small) + 0.3, paper.width)
    middle = min(max(null - label / 2, 0), paper.width - label)
    yield Item(
        "words",
        middle,
        down + line,
        label,
        line,
        FRAME,
        axis.label,
        small,
        align="center",
        colour="faint",
        name="axis label",
    )


def page_of(pages: tuple[ForestPage, ...], row: int) -> int:
    """The index of the page that holds a row; the last one for the pooled result."""
    return next((index for index, page in enumerate(pages) if row in page.rows), len(pages) - 1 if row > 0 else 0)


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
