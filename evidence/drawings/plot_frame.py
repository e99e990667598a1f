"""What stands around the rows of a forest plot: null line, rules, reference lines, column headings and words at the ends."""

import html

from evidence.drawings.palette import Palette
from evidence.drawings.plot_lines import EFFECT, LEFT, MARK_PLACES, MARKS, OVERALL_PLACE, ROW, TEXT, Line, inside
from evidence.forest.row import Forest
from evidence.statistics.against import Against
from evidence.wording.words import tr

Drawing = dict[str, object]
ABOVE, BELOW = 8, -32
"""Pixels from the plot area to the column headings and to the words at the ends of the axis."""


def frame(
    forest: Forest, lines: list[Line], height: float, colours: Palette, against: tuple[Against, ...]
) -> tuple[list[Drawing], list[Drawing]]:
    """Shapes and annotations around the lines of a forest."""
    shapes = [*_null_line(forest, lines, height, colours), *_heading_rules(lines, colours)]
    notes = [*_headings(forest, colours), *_end_words(forest, colours)]
    for number, each in enumerate(against):
        drawn, letter = _reference(each, chr(ord("a") + number), forest, lines, colours)
        shapes += drawn
        notes += letter
    return shapes, notes


def _null_line(forest: Forest, lines: list[Line], height: float, colours: Palette) -> list[Drawing]:
    """The line of no difference beside rows with a number and pooled results, and down to the axis."""
    null = forest.axis.null
    drawn = [line.y for line in lines if line.pooled is not None or (line.row is not None and line.row.has_number)]
    pieces = [(y - ROW / 2, y + ROW / 2) for y in drawn] + [(height - 8, height)]
    return [_line("x2", null, null, top, bottom, colours.ink, 1.1) for top, bottom in pieces]


def _heading_rules(lines: list[Line], colours: Palette) -> list[Drawing]:
    return [_line("paper", 0, 1, line.y + 13, line.y + 13, colours.line, 0.6) for line in lines if line.heading]


def _reference(
    each: Against, letter: str, forest: Forest, lines: list[Line], colours: Palette
) -> tuple[list[Drawing], list[Drawing]]:
    """A lettered line, with its interval as a band, beside the rows of its contrast only."""
    axis = forest.axis
    places = [
        line.y for line in lines if line.row is not None and line.row.contrast == each.contrast and line.row.has_number
    ]
    where = axis.place(each.estimate)
    if not places or not axis.low <= where <= axis.high:
        return [], []
    top, bottom = min(places) - ROW / 2, max(places) + ROW / 2
    shapes = [_line("x2", where, where, top, bottom, colours.accent, 1.6, "dash")]
    if each.ci_low is not None and each.ci_high is not None:
        low, high = (inside(axis.place(end), forest) for end in (each.ci_low, each.ci_high))
        band = {"x0": low, "x1": high, "y0": top, "y1": bottom, "fillcolor": colours.band, "line": {"width": 0}}
        shapes.append({"type": "rect", "xref": "x2", "yref": "y", "layer": "below", **band})
    note = _note(f" {letter}", where, top, colours.accent, "left", "top", xref="x2", yref="y")
    return shapes, [note]


def _headings(forest: Forest, colours: Palette) -> list[Drawing]:
    width = MARKS[1] - MARKS[0]
    columns = [
        (tr("Study"), LEFT[0], "left"),
        ("n", LEFT[1], "right"),
        (tr("Effect or change"), EFFECT[0], "left"),
        (forest.axis.column, TEXT[0], "left"),
        (tr("Risk of bias"), MARKS[0], "left"),
        (tr("all"), MARKS[0] + OVERALL_PLACE / MARK_PLACES * width, "center"),
        (tr("flags"), MARKS[1], "right"),
    ]
    return [_note(text, x, 1, colours.faint, anchor, "bottom", shift=ABOVE) for text, x, anchor in columns]


def _end_words(forest: Forest, colours: Palette) -> list[Drawing]:
    """Left and right of no difference, and below them what the axis measures."""
    axis = forest.axis
    gap = 0.02 * (axis.high - axis.low)
    return [
        _note(f"\u2190 {axis.left}", axis.null - gap, 0, colours.ink, "right", "top", xref="x2", shift=BELOW + 10),
        _note(f"{axis.right} \u2192", axis.null + gap, 0, colours.ink, "left", "top", xref="x2", shift=BELOW + 10),
        _note(axis.label, axis.null, 0, colours.faint, "center", "top", xref="x2", shift=BELOW - 8),
    ]


def _line(xref: str, x0: float, x1: float, y0: float, y1: float, colour: str, width: float, dash: str = "solid") -> Drawing:
    stroke = {"color": colour, "width": width, "dash": dash}
    return {
        "type": "line",
        "xref": xref,
        "yref": "y",
        "x0": x0,
        "x1": x1,
        "y0": y0,
        "y1": y1,
        "layer": "below",
        "line": stroke,
    }


def _note(
    text: str,
    x: float,
    y: float,
    colour: str,
    anchor: str,
    yanchor: str,
    xref: str = "paper",
    yref: str = "paper",
    shift: float = 0,
) -> Drawing:
    place = {"x": x, "y": y, "xref": xref, "yref": yref, "xanchor": anchor, "yanchor": yanchor, "yshift": shift}
    return {**place, "text": html.escape(text), "showarrow": False, "font": {"size": 11, "color": colour}}
