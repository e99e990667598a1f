"""The marks of a forest plot: intervals, points, arrows, risk-of-bias marks and diamonds.

Text from data is escaped, because Plotly reads a little HTML in its labels.
"""

import html

from evidence.drawings.palette import Palette
from evidence.drawings.plot_lines import MARK_PLACES, OVERALL_PLACE, Line, inside
from evidence.forest.row import Forest
from evidence.statistics.pooling import Pooled

Trace = dict[str, object]


def _scatter(**values: object) -> Trace:
    """A trace as Plotly's JSON has it; the figure checks all of them once."""
    return {"type": "scatter", "yaxis": "y", **values}


def _ids(rows: list[Line]) -> list[str]:
    return [line.row.study_id for line in rows if line.row is not None]


def intervals(rows: list[Line], forest: Forest, colours: Palette) -> Trace:
    x: list[float | None] = []
    y: list[float | None] = []
    for line in rows:
        row = line.row
        if row is not None and row.ci_low is not None and row.ci_high is not None:
            x += [inside(row.ci_low, forest), inside(row.ci_high, forest), None]
            y += [line.y, line.y, None]
    return _scatter(
        x=x,
        y=y,
        xaxis="x2",
        mode="lines",
        line={"color": colours.ink, "width": 1.6},
        hoverinfo="skip",
        name="intervals",
    )


def points(rows: list[Line], colours: Palette, pooled: Pooled | None) -> list[Trace]:
    weights = pooled.weights if pooled else {}
    top = max(weights.values(), default=1.0)
    traces = []
    for hollow in (False, True):
        chosen = [line for line in rows if line.row is not None and line.row.has_number and line.row.hollow is hollow]
        traces.append(
            _scatter(
                x=[line.row.estimate for line in chosen if line.row],
                y=[line.y for line in chosen],
                xaxis="x2",
                mode="markers",
                name="hollow" if hollow else "solid",
                customdata=_ids(chosen),
                marker={
                    "symbol": "square",
                    "opacity": 1,
                    "color": colours.paper if hollow else colours.ink,
                    "line": {"color": colours.ink, "width": 2},
                    "size": [
                        6 + 10 * (weights.get(line.row.result_id, 0) / top) ** 0.5 if weights else 10
                        for line in chosen
                        if line.row
                    ],
                },
                hovertext=[
                    html.escape(f"{line.row.study}: {line.row.measure} {line.row.text}") for line in chosen if line.row
                ],
                hoverinfo="text",
            )
        )
    return traces


def arrows(rows: list[Line], forest: Forest, colours: Palette) -> list[Trace]:
    low, high = forest.axis.low, forest.axis.high
    ends = [
        (
            "triangle-left",
            low,
            [line.y for line in rows if line.row and line.row.ci_low is not None and line.row.ci_low < low],
        ),
        (
            "triangle-right",
            high,
            [line.y for line in rows if line.row and line.row.ci_high is not None and line.row.ci_high > high],
        ),
    ]
    return [
        _scatter(
            x=[end] * len(places),
            y=places,
            xaxis="x2",
            mode="markers",
            name="arrow",
            hoverinfo="skip",
            cliponaxis=False,
            marker={"symbol": symbol, "size": 10, "color": colours.ink},
        )
        for symbol, end, places in ends
        if places
    ]


def marks(rows: list[Line], colours: Palette) -> Trace:
    x, y, text, fill, ink, edge, hover, ids = [], [], [], [], [], [], [], []
    for line in rows:
        row = line.row
        if row is None:
            continue
        placed = [*((place + 0.5, mark) for place, mark in enumerate(row.marks)), (OVERALL_PLACE, row.overall)]
        for place, mark in placed:
            look = colours.looks[mark.look]
            x.append(place / MARK_PLACES)
            y.append(line.y)
            text.append(mark.symbol)
            fill.append(look[0])
            ink.append(look[1])
            edge.append(look[2])
            hover.append(html.escape(f"{row.study}, {mark.domain}: {mark.judgement}"))
            ids.append(row.study_id)
    return _scatter(
        x=x,
        y=y,
        xaxis="x4",
        mode="markers+text",
        text=text,
        textposition="middle center",
        customdata=ids,
        name="risk of bias",
        textfont={"size": 11, "color": ink},
        marker={"size": 13, "color": fill, "line": {"color": edge, "width": 1.2}},
        hovertext=hover,
        hoverinfo="text",
        cliponaxis=False,
    )


def diamond(line: Line, forest: Forest, colours: Palette) -> Trace:
    result = line.pooled
    if result is None:
        raise ValueError("a diamond needs a pooled result")
    low, middle, high = (inside(forest.axis.place(v), forest) for v in (result.ci_low, result.estimate, result.ci_high))
    colour = colours.line if line.faded else colours.accent
    return _scatter(
        x=[low, middle, high, middle, low],
        y=[line.y, line.y - 9, line.y, line.y + 9, line.y],
        xaxis="x2",
        mode="lines",
        fill="toself",
        fillcolor=colour,
        line={"color": colour, "width": 1},
        hoverinfo="skip",
        name="pooled, unfiltered" if line.faded else "pooled",
    )
