"""How much room words take on a projected step, in ems of its type; so that a step can be paged before it is drawn.

All screens show the same picture: one rem is a share of the screen (projector.css), so that a screen of 4:3 is 62.5 rem
wide and 46.9 high and one of 16:9 is 80 wide and 45 high. What has room in both has room on every screen: one between them
is as high as one of 4:3 and wider, and a screen with warnings over the step is higher by their lines.
"""

from collections.abc import Sequence
from typing import NamedTuple

from evidence.club.session_parts import Cell, Grid, Pair, Part, Words
from evidence.drawings.paper_items import beginning, lines_needed, longest_word, text_width
from evidence.vocabulary.fact import fact
from evidence.wording.say import say


class Shape(NamedTuple):
    """The room of a step on a screen, without edges and footer: in rem, or in ems of larger type."""

    width: float
    height: float

    def in_type(self, scale: float) -> "Shape":
        """The same room in ems of a type that is scale rem large."""
        return Shape(self.width / scale, self.height / scale)


SHAPES = (Shape(59.0, 41.4), Shape(76.4, 39.4))
"""What screens of 4:3 and of 16:9 leave between edge and footer."""
EM, SET, EAST_ASIAN = 72.0, 0.93, "\u2e80"
"""The size of type in points at which an inch of paper is one em; how wide the pages' face is beside that of paper, except
in scripts of which each sign fills a square."""
LINE, CLOSE = 1.35, 1.3
"""The height of a line of text, and of one in a table."""
LEAD, TITLE, PART, SMALL_TITLE = 1.1, 1.45, 1.2, 1.08
"""Sizes of type in ems of the step: its first sentence, its heading, a question's heading, one inside it."""
AFTER = 0.4
"""Space below a sentence, a pair, a heading."""
GAP, ACROSS, DOWN = 1.2, 1.3, 0.6
"""Between a label and its text; what a cell of a table needs beside its words, across and down, with its line."""
LABELS = (10.0, 28.0)
"""The narrowest and widest column of labels in percent."""
COLUMN = 0.36
"""The share of a table that the longest word of a column takes at most before it is broken."""
MOST_CELLS = 0.75
"""The share of the cells of a column that stand on one line where there is room."""
BOX, BETWEEN = 2.3, 0.5
"""The width of a box to tick with the space beside it, and the space between two of them."""
BAR, FIELDS, FIELD = 1.75, 5.2, 12.8
"""The height of a bar in ems; height and width of fields for hands in rem."""
STRIP, FOLD = 8.8, 3.2
"""What the strip of a room, and the fold for hands below its questions take, in rem."""


def _size(text: str) -> float:
    return EM * SET if text.isascii() or max(text) < EAST_ASIAN else EM


def wide(text: str, bold: bool = False) -> float:
    """The width of a text in ems of its type."""
    return text_width(text, _size(text), bold)


def text_lines(words: Words, width: float, bold: bool = False) -> int:
    """How many lines words take in a width in ems of their type; none when they are empty."""
    text = say(words)
    if not text or wide(text, bold) <= width:
        return bool(text)
    return lines_needed(text, width, _size(text), bold)


def sentence_height(words: Words, width: float, size: float = 1.0) -> float:
    """The height of a paragraph in ems of the step; larger type is bold."""
    return text_lines(words, width / size, size > 1) * LINE * size + AFTER


def label_share(pairs: Sequence[Pair], width: float) -> float:
    """The width of the column of labels in percent."""
    longest = max((wide(say(pair.label), True) + 1 for pair in pairs), default=0.0)
    return round(min(max(100 * longest / width, LABELS[0]), LABELS[1]), 1)


def text_beside(width: float, share: float) -> float:
    """What labels of a share leave to the texts beside them."""
    return width * (1 - share / 100) - GAP


def pair_height(pair: Pair, width: float, share: float) -> float:
    """The height of a label with its text."""
    label = text_lines(pair.label, width * share / 100, True)
    return max(label, text_lines(pair.text, text_beside(width, share))) * LINE + AFTER


def column_shares(grid: Grid, width: float) -> tuple[float, ...]:
    """The widths of columns in percent: short ones as their words need, long ones share what is left."""
    columns = list(zip(grid.headings, *grid.rows, strict=True))
    texts = [[say(cell) for cell in column] for column in columns]
    bold = [[place == 0 or number == 0 for place in range(len(column))] for number, column in enumerate(texts)]
    needed = [
        sorted(wide(text, heavy) + ACROSS for text, heavy in zip(column, heavies, strict=True))
        for column, heavies in zip(texts, bold, strict=True)
    ]
    if sum(column[-1] for column in needed) <= width:
        return tuple(round(100 * column[-1] / sum(each[-1] for each in needed), 2) for column in needed)
    wanted = [column[int(MOST_CELLS * (len(column) - 1))] for column in needed]
    least = [min(max(longest_word(text, _size(text), True) for text in column), COLUMN * width) + ACROSS for column in texts]
    free = width - sum(least)
    if free <= 0 or all(want <= low for want, low in zip(wanted, least, strict=True)):
        return tuple(round(100 * low / sum(least), 2) for low in least)
    more = [max(want - low, 0.0) ** 0.6 for want, low in zip(wanted, least, strict=True)]
    return tuple(round(100 * (low + free * extra / sum(more)) / width, 2) for low, extra in zip(least, more, strict=True))


def cell_widths(shares: Sequence[float], width: float) -> list[float]:
    """What is left to the words of each column, in ems."""
    return [max(width * share / 100 - ACROSS, 1.0) for share in shares]


def row_height(cells: Sequence[Cell], shares: Sequence[float], width: float, heading: bool = False) -> float:
    """The height of a row of a table with its line."""
    widths = cell_widths(shares, width)
    lines = (
        text_lines(cell, room, heading or place == 0)
        for place, (cell, room) in enumerate(zip(map(say, cells), widths, strict=True))
    )
    return max(1, *lines) * CLOSE + DOWN


def grid_head(grid: Grid, shares: Sequence[float], width: float) -> float:
    """The height of what stands over the rows of a table: space, caption, headings."""
    caption = (say(grid.caption), "00 to 00 of 000; 000 more outside the presentation")
    return 1.2 + text_lines(caption, width - ACROSS, True) * CLOSE + row_height(grid.headings, shares, width, True)


def title_height(words: Words, width: float) -> float:
    """The height of the heading of a step, with the count of its pages."""
    return text_lines((words, "(10 of 10)"), width / TITLE, True) * 1.2 * TITLE + AFTER


def part_height(part: Part, width: float) -> float:
    """The height of a question: its heading and its words."""
    heading = text_lines(part.heading, width / PART, True) * 1.2 * PART + AFTER
    return heading + sentence_height(part.question, width, LEAD)


def checks_height(part: Part, width: float) -> float:
    """The height of what is ticked before a question is answered, or of why there is nothing to tick."""
    lines = sum(text_lines(check, width - BOX) * CLOSE + BETWEEN for check in part.checks)
    return lines + (LINE + AFTER if part.checks else 0) + (sentence_height(part.note, width) if part.note else 0)


def ticked_height(part: Part, width: float) -> float:
    """The height of what was ticked, in the smaller type that stands below the votes."""
    return 0.9 * sum(text_lines(check, width / 0.9 - BOX) * CLOSE + 0.2 for check in part.checks)


def chart_height(part: Part, width: float) -> float:
    """The height of the bars of a question, with its words above them."""
    words = text_lines((part.question, "(000 by phone, 000 by hand)"), width / 0.83) * 1.1
    return 2.4 + words + len(part.options) * BAR + CLOSE


def cut(words: Words, width: float, most: float, bold: bool = False) -> Words:
    """Words that take at most so many lines: they end with how much of them is missing, never without a word."""
    text = say(words)
    if text_lines(text, width, bold) <= most:
        return words
    ends = text_lines(fact("cut on the screen", text="", n=len(text)), width, bold)
    shown = beginning(text, max(int(most) - ends, 1), width, _size(text), bold)
    return fact("cut on the screen", text=shown, n=len(text) - len(shown))
