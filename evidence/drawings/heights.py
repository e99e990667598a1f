"""How high each line of the forest table is, in pixels, so that the Plotly column laid over it meets its rows.

Labels take the lines they need in the narrowest table; what does not fit is cut with an
ellipsis and stands whole in the title of its cell, on the page of the study, and in the cards of a narrow screen.
"""

from dataclasses import dataclass

from evidence.drawings.paper_items import lines_needed
from evidence.forest.layout import Layout, Line
from evidence.wording.forest import dose, remark, second_line
from evidence.wording.say import say

HEAD, HEADING, FOLD, POOLED, AXIS = 24, 26, 26, 28, 58
TEXT_LINE, PADDING, LEAST = 15, 8, 24
"""No row is lower than what must be clicked in it."""
LABEL_WIDTH, DOSE_WIDTH, REASON_WIDTH = 1.75, 1.15, 2.5
"""Inches for the label of a study, a dose and a reason in the narrowest table, at 96 pixels an inch."""
MOST_LINES = 3
CAREFUL = 0.85
"""Of a width, when it is judged whether a text may be cut: fonts differ."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its top and height in pixels from the first line, and how many lines of text its label may take."""

    line: Line
    top: float
    height: float
    label_lines: int = 1
    label_cut: bool = False
    """Whether the label may not fit in its lines; then its title has it whole."""

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return self.top + self.height / 2


def placed_lines(layout: Layout) -> tuple[tuple[Placed, ...], float]:
    """Every line with its place, and the height of all of them."""
    found, top = [], 0.0
    for line in layout.lines:
        label, cut = 1, False
        if line.row is not None:
            below = 1 if second_line(line.row) or layout.mark(line.row) else 0
            needed = lines_needed(line.row.study, LABEL_WIDTH, 10, True)
            label = 1 if layout.compact else min(needed, MOST_LINES - below)
            cut = lines_needed(line.row.study, CAREFUL * LABEL_WIDTH, 10, True) > label
            reason = "" if line.row.has_number else say(line.row.reason)
            beside = min(lines_needed(reason, REASON_WIDTH, 9.5), 2)
            given = min(lines_needed(dose(line.row), DOSE_WIDTH, 9.5), 2)
            text_lines = 1 if layout.compact else max(label + below, beside, given, 2 if remark(line.row) else 1)
            height = float(max(text_lines * TEXT_LINE + PADDING, LEAST))
        else:
            height = float({"heading": HEADING, "fold": FOLD}.get(line.kind, POOLED))
        found.append(Placed(line, top, height, label, cut))
        top += height
    return tuple(found), top
