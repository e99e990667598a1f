"""The text columns of a forest plot: study, people, estimate, reason, flags.

Each printed line is a point of its own without markup, because Plotly draws plain text several times faster than text with
tags; what could be read as a tag is escaped. A row has at most three lines, stacked around its middle.
"""

import html
import textwrap
from dataclasses import dataclass

from evidence.drawings.palette import Palette
from evidence.drawings.plot_lines import EFFECT, FLAGS_PLACE, MARK_PLACES, TEXT, Line
from evidence.forest.row import Forest
from evidence.wording.words import interval, tr

Trace = dict[str, object]
LONGEST, REASON_WIDTH, REMARK_WIDTH = 42, 46, 24
STEP = 15
"""Pixels from one printed line to the next."""


@dataclass(frozen=True)
class Text:
    """One printed line: its place in pixels from the top, what it says, and the study it belongs to."""

    y: float
    words: str
    study_id: str = ""
    hover: str = ""


def stacked(middle: float, lines: list[str], study_id: str = "", hover: str = "") -> list[Text]:
    """Lines one under another, centred on a place."""
    top = middle - STEP * (len(lines) - 1) / 2
    return [Text(top + STEP * number, words, study_id, hover) for number, words in enumerate(lines)]


def few_lines(text: str, width: int, most: int) -> list[str]:
    """Text wrapped into a few lines, with an ellipsis where it goes on; the whole text stands in the twin."""
    wrapped = textwrap.wrap(text, width)
    if len(wrapped) > most:
        return [*wrapped[: most - 1], wrapped[most - 1][: width - 2].rstrip(" ,;") + " \u2026"]
    return wrapped


def shortened(text: str) -> str:
    """Text cut to the width of the first column."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip(" ,\u00b7") + "\u2026"


def text_columns(lines: list[Line], forest: Forest, colours: Palette) -> list[Trace]:
    """Every text of the figure but the risk-of-bias letters, as one trace a kind of print."""
    rows = [line for line in lines if line.row is not None]
    names: list[Text] = []
    small: list[Text] = []
    for line in rows:
        if line.row is not None:
            below = [shortened(part) for part in (line.row.outcome, line.row.detail) if part]
            first, *others = stacked(line.y, [line.row.study, *below], line.row.study_id)
            names.append(first)
            small += others
    headings = [Text(line.y, line.heading) for line in lines if line.heading]
    silent = [line.row for line in rows if line.row is not None and not line.row.has_number]
    reasons = [
        text
        for line in rows
        if line.row is not None and line.row in silent
        for text in stacked(line.y, few_lines(line.row.reason, REASON_WIDTH, 3), line.row.study_id, _hover(line.row.reason))
    ]
    estimates, remarks = _estimates(rows)
    pooled_names, pooled_numbers = _pooled(lines, forest)
    start = (TEXT[0] - EFFECT[0]) / (TEXT[1] - EFFECT[0])
    people = [Text(line.y, line.row.people) for line in rows if line.row is not None]
    flags = [
        Text(
            line.y,
            str(len(line.row.flags)),
            hover=_hover(tr("Flags: {flags}", flags=", ".join(line.row.flags) or tr("none"))),
        )
        for line in rows
        if line.row is not None
    ]
    return [
        _trace(headings, "x", 0, colours.accent, 13, weight=700),
        _trace([*names, *pooled_names], "x", 0, colours.ink, 13, weight=700),
        _trace(small, "x", 0, colours.ink, 11),
        _trace(people, "x", 1, colours.ink, 13, place="middle left"),
        _trace(estimates, "x3", start, colours.ink, 13),
        _trace(pooled_numbers, "x3", start, colours.ink, 13, weight=700),
        _trace(remarks, "x3", start, colours.ink, 11),
        _trace(reasons, "x3", 0, colours.warning, 12, style="italic", name="reasons"),
        _trace(flags, "x4", FLAGS_PLACE / MARK_PLACES, colours.ink, 13, place="middle center", name="flags"),
    ]


def _estimates(rows: list[Line]) -> tuple[list[Text], list[Text]]:
    """The numbers of the rows that have one, and under each what was assumed or mirrored."""
    estimates: list[Text] = []
    remarks: list[Text] = []
    for line in rows:
        if line.row is not None and line.row.has_number:
            first, *others = stacked(line.y, [line.row.text, *few_lines(line.row.remark, REMARK_WIDTH, 2)])
            estimates.append(first)
            remarks += others
    return estimates, remarks


def _pooled(lines: list[Line], forest: Forest) -> tuple[list[Text], list[Text]]:
    names, numbers = [], []
    for line in lines:
        if line.pooled is not None:
            result = line.pooled
            what = tr("Pooled, all studies, no filter") if line.faded else tr("Pooled, {k} studies", k=result.k)
            names.append(Text(line.y, what))
            numbers.append(Text(line.y, interval(result.estimate, result.ci_low, result.ci_high, forest.axis.digits)))
    return names, numbers


def _hover(text: str) -> str:
    return "<br>".join(html.escape(part) for part in textwrap.wrap(text, 70))


def _trace(
    texts: list[Text],
    axis: str,
    x: float,
    colour: str,
    size: int,
    weight: int = 400,
    style: str = "normal",
    place: str = "middle right",
    name: str = "",
) -> Trace:
    hovers = any(text.hover for text in texts)
    return {
        "type": "scatter",
        "mode": "text",
        "xaxis": axis,
        "yaxis": "y",
        "x": [x] * len(texts),
        "y": [text.y for text in texts],
        "text": [html.escape(text.words) for text in texts],
        "textposition": place,
        "textfont": {"size": size, "color": colour, "weight": weight, "style": style},
        "customdata": [text.study_id for text in texts],
        "cliponaxis": False,
        "name": name,
        "hovertext": [text.hover for text in texts] if hovers else None,
        "hoverinfo": "text" if hovers else "skip",
    }
