"""The traces of a forest plot: text columns, intervals, points, arrows, risk-of-bias marks and diamonds.

Text from data is escaped, because Plotly reads a little HTML in its labels.
"""

import html
import textwrap

from evidence.figure_lines import EFFECT, FLAGS_PLACE, MARK_PLACES, OVERALL_PLACE, TEXT, Line, inside
from evidence.forest_row import Forest
from evidence.palette import Palette
from evidence.pooling import Pooled
from evidence.words import interval, tr

REASON_WIDTH, REMARK_WIDTH = 46, 24

Trace = dict[str, object]


def _scatter(**values: object) -> Trace:
    """A trace as Plotly's JSON has it; the figure checks all of them once."""
    return {"type": "scatter", "yaxis": "y", **values}


def _ids(rows: list[Line]) -> list[str]:
    return [line.row.study_id for line in rows if line.row is not None]


def text_column(lines: list[Line], colours: Palette) -> Trace:
    texts = []
    for line in lines:
        if line.row is not None:
            below = "<br>".join(html.escape(_shortened(part)) for part in (line.row.outcome, line.row.detail) if part)
            small = f"<br><span style='font-size:11px'>{below}</span>" if below else ""
            texts.append(f"<b>{html.escape(line.row.study)}</b>{small}")
        elif line.pooled is not None:
            what = tr("Pooled, all studies, no filter") if line.faded else tr("Pooled, {k} studies", k=line.pooled.k)
            texts.append(f"<b>{html.escape(what)}</b>")
        else:
            texts.append(f"<span style='color:{colours.accent}'><b>{html.escape(line.heading)}</b></span>")
    return _scatter(
        x=[0] * len(lines),
        y=[line.y for line in lines],
        text=texts,
        mode="text",
        textposition="middle right",
        cliponaxis=False,
        textfont={"size": 13, "color": colours.ink},
        customdata=[line.row.study_id if line.row else "" for line in lines],
        hoverinfo="skip",
    )


def _few_lines(text: str, width: int, most: int) -> str:
    """Text wrapped into a few escaped lines, with an ellipsis where it goes on; the whole text stands in the twin."""
    wrapped = textwrap.wrap(text, width)
    if len(wrapped) > most:
        wrapped = [*wrapped[: most - 1], wrapped[most - 1][: width - 2].rstrip(" ,;") + " \u2026"]
    return "<br>".join(html.escape(part) for part in wrapped)


def _shortened(text: str, length: int = 42) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip(" ,\u00b7") + "\u2026"


def people_column(rows: list[Line], colours: Palette) -> Trace:
    return _scatter(
        x=[1] * len(rows),
        y=[line.y for line in rows],
        text=[line.row.people for line in rows if line.row],
        mode="text",
        textposition="middle left",
        textfont={"size": 13, "color": colours.ink},
        hoverinfo="skip",
        cliponaxis=False,
    )


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
    weights = dict(zip(pooled.weights["result_id"], pooled.weights["weight_percent"], strict=True)) if pooled else {}
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


def estimates(lines: list[Line], forest: Forest, colours: Palette) -> Trace:
    chosen = [line for line in lines if line.pooled is not None or (line.row is not None and line.row.has_number)]
    texts = []
    for line in chosen:
        if line.row is not None:
            wrapped = _few_lines(line.row.remark, REMARK_WIDTH, 2)
            remark = f"<br><span style='font-size:11px'>{wrapped}</span>" if wrapped else ""
            texts.append(html.escape(line.row.text) + remark)
        elif line.pooled is not None:
            result = line.pooled
            texts.append(
                f"<b>{html.escape(interval(result.estimate, result.ci_low, result.ci_high, forest.axis.digits))}</b>"
            )
    start = (TEXT[0] - EFFECT[0]) / (TEXT[1] - EFFECT[0])
    return _scatter(
        x=[start] * len(chosen),
        y=[line.y for line in chosen],
        xaxis="x3",
        text=texts,
        mode="text",
        hoverinfo="skip",
        textposition="middle right",
        textfont={"size": 13, "color": colours.ink},
        cliponaxis=False,
    )


def reasons(rows: list[Line], colours: Palette) -> Trace:
    chosen = [line for line in rows if line.row is not None and not line.row.has_number]
    texts = []
    for line in chosen:
        if line.row is not None:
            texts.append(f"<i>{_few_lines(line.row.reason, REASON_WIDTH, 3)}</i>")
    return _scatter(
        x=[0] * len(chosen),
        y=[line.y for line in chosen],
        xaxis="x3",
        text=texts,
        mode="text",
        textposition="middle right",
        textfont={"size": 12, "color": colours.warning},
        cliponaxis=False,
        customdata=_ids(chosen),
        name="reasons",
        hovertext=[
            "<br>".join(html.escape(part) for part in textwrap.wrap(line.row.reason, 70)) for line in chosen if line.row
        ],
        hoverinfo="text",
    )


def marks(rows: list[Line], colours: Palette) -> list[Trace]:
    x, y, text, fill, ink, edge, hover, ids = [], [], [], [], [], [], [], []
    flag_y, flag_text, flag_hover = [], [], []
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
        flag_y.append(line.y)
        flag_text.append(str(len(row.flags)))
        flag_hover.append(html.escape(tr("Flags: {flags}", flags=", ".join(row.flags) or tr("none"))))
    marks = _scatter(
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
    flags = _scatter(
        x=[FLAGS_PLACE / MARK_PLACES] * len(flag_y),
        y=flag_y,
        xaxis="x4",
        mode="text",
        text=flag_text,
        textfont={"size": 13, "color": colours.ink},
        hovertext=flag_hover,
        hoverinfo="text",
        name="flags",
        cliponaxis=False,
    )
    return [marks, flags]


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
