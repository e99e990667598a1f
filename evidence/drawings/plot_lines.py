"""The lines of a forest plot from top to bottom, and the widths of its columns; places are in pixels from the top."""

from dataclasses import dataclass

from evidence.forest.row import Forest, ForestRow
from evidence.statistics.pooling import Pooled

ROW, HEADING = 54, 34
TOP, BOTTOM = 30, 62
LEFT, EFFECT, TEXT, MARKS = (0.0, 0.335), (0.355, 0.56), (0.57, 0.76), (0.765, 1.0)
MARK_PLACES, OVERALL_PLACE, FLAGS_PLACE = 11, 8.75, 10.5
"""Eight domains at most, then the overall judgement and the number of flags, in parts of the last column."""


@dataclass(frozen=True)
class Line:
    """One horizontal line of the figure: a heading, a row, or a pooled result, at a y place measured in pixels."""

    y: float
    row: ForestRow | None = None
    heading: str = ""
    pooled: Pooled | None = None
    faded: bool = False


def layout_lines(forest: Forest, pooled: Pooled | None, unfiltered: Pooled | None) -> tuple[list[Line], float]:
    """All lines from the top, and the height of the plot area in pixels."""
    lines, y, group = [], 0.0, ""
    for row in forest.rows:
        if row.group != group:
            group = row.group
            lines.append(Line(y + HEADING / 2 + 4, heading=forest.headings[group]))
            y += HEADING
        lines.append(Line(y + ROW / 2, row=row))
        y += ROW
    for result, faded in ((pooled, False), (unfiltered, True)):
        if result is not None:
            lines.append(Line(y + ROW / 2, pooled=result, faded=faded))
            y += ROW
    return lines, max(y, ROW)


def inside(value: float, forest: Forest) -> float:
    return min(max(value, forest.axis.low), forest.axis.high)
