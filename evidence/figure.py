"""The forest plot as a Plotly figure, drawn from the rows of evidence.forest and from nothing else.

Four x axes with domains of their own share one numeric y axis (row numbers, never labels: equal labels would collapse rows).
Text from data is escaped, because Plotly reads a little HTML in its labels.
"""

import html
import textwrap
from dataclasses import dataclass

import plotly.graph_objects as go

from evidence.against import Against
from evidence.forest import Forest, ForestRow
from evidence.palette import Palette
from evidence.pooling import Pooled
from evidence.words import interval, plain, tr

ROW, HEADING = 42, 34
TOP, BOTTOM = 40, 62
LEFT, EFFECT, TEXT, MARKS = (0.0, 0.335), (0.375, 0.60), (0.615, 0.79), (0.80, 1.0)
REASON_WIDTH = 50
FONT = '"Source Sans", "Source Sans Pro", "Segoe UI", "Noto Sans", sans-serif'
MARK_PLACES = 9


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


def forest_figure(
    forest: Forest, colours: Palette, against: tuple[Against, ...] = (), pooled: Pooled | None = None, unfiltered: Pooled | None = None
) -> go.Figure:
    """The figure of a forest; pooled adds a diamond, unfiltered a grey one, against the lines a change can be held against."""
    lines, height = layout_lines(forest, pooled, unfiltered)
    figure = go.Figure()
    rows = [line for line in lines if line.row is not None]
    figure.add_traces([
        _text_column(lines, colours),
        _people_column(rows, colours),
        _intervals(rows, forest, colours),
        *_points(rows, colours, pooled),
        *_arrows(rows, forest, colours),
        _estimates(lines, forest, colours),
        _reasons(rows, colours),
        *_marks(rows, colours),
    ])
    diamonds = [line for line in lines if line.pooled is not None]
    figure.add_traces([_diamond(line, forest, colours) for line in diamonds])
    shapes, annotations = _frame(forest, lines, height, colours, against)
    axis = forest.axis
    hidden = {"visible": False, "fixedrange": True, "range": [0, 1]}
    figure.update_layout(
        template="none", height=int(height) + TOP + BOTTOM, margin={"l": 0, "r": 0, "t": TOP, "b": BOTTOM}, showlegend=False,
        paper_bgcolor="rgba(0,0,0,0)", plot_bgcolor="rgba(0,0,0,0)", dragmode=False, hovermode="closest",
        font={"family": FONT, "size": 13, "color": colours.ink}, shapes=shapes, annotations=annotations,
        xaxis={**hidden, "domain": LEFT}, xaxis3={**hidden, "domain": (EFFECT[0], TEXT[1])}, xaxis4={**hidden, "domain": MARKS},
        xaxis2={
            "domain": EFFECT, "range": [axis.low, axis.high], "fixedrange": True, "zeroline": False, "showgrid": False, "anchor": "y",
            "tickvals": [tick for tick, _ in axis.ticks], "ticktext": [text for _, text in axis.ticks], "ticks": "outside",
            "tickcolor": colours.line, "linecolor": colours.line, "showline": True, "tickfont": {"size": 12, "color": colours.faint},
        },
        yaxis={"visible": False, "range": [height, 0], "fixedrange": True},
        hoverlabel={"bgcolor": colours.paper, "font": {"family": FONT, "color": colours.ink}},
    )
    return figure


def _ids(rows: list[Line]) -> list[str]:
    return [line.row.study_id for line in rows if line.row is not None]


def _text_column(lines: list[Line], colours: Palette) -> go.Scatter:
    texts = []
    for line in lines:
        if line.row is not None:
            below = " \u00b7 ".join(part for part in (line.row.outcome, line.row.detail) if part)
            texts.append(f"<b>{html.escape(line.row.study)}</b><br><span style='font-size:11px'>{html.escape(_shortened(below))}</span>")
        elif line.pooled is not None:
            what = tr("Pooled, all studies, no filter") if line.faded else tr("Pooled, {k} studies", k=line.pooled.k)
            texts.append(f"<b>{html.escape(what)}</b>")
        else:
            texts.append(f"<span style='color:{colours.accent}'><b>{html.escape(line.heading)}</b></span>")
    return go.Scatter(
        x=[0] * len(lines), y=[line.y for line in lines], text=texts, mode="text", textposition="middle right", cliponaxis=False,
        textfont={"size": 13, "color": colours.ink}, customdata=[line.row.study_id if line.row else "" for line in lines], hoverinfo="skip",
    )


def _shortened(text: str, length: int = 46) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip(" ,\u00b7") + "\u2026"


def _people_column(rows: list[Line], colours: Palette) -> go.Scatter:
    return go.Scatter(
        x=[1.06] * len(rows), y=[line.y for line in rows], text=[line.row.people for line in rows if line.row], mode="text",
        textposition="middle left", textfont={"size": 13, "color": colours.ink}, hoverinfo="skip", cliponaxis=False,
    )


def _inside(value: float, forest: Forest) -> float:
    return min(max(value, forest.axis.low), forest.axis.high)


def _intervals(rows: list[Line], forest: Forest, colours: Palette) -> go.Scatter:
    x: list[float | None] = []
    y: list[float | None] = []
    for line in rows:
        row = line.row
        if row is not None and row.ci_low is not None and row.ci_high is not None:
            x += [_inside(row.ci_low, forest), _inside(row.ci_high, forest), None]
            y += [line.y, line.y, None]
    return go.Scatter(x=x, y=y, xaxis="x2", mode="lines", line={"color": colours.ink, "width": 1.6}, hoverinfo="skip", name="intervals")


def _points(rows: list[Line], colours: Palette, pooled: Pooled | None) -> list[go.Scatter]:
    weights = dict(zip(pooled.weights["result_id"], pooled.weights["weight_percent"], strict=True)) if pooled else {}
    top = max(weights.values(), default=1.0)
    traces = []
    for hollow in (False, True):
        chosen = [line for line in rows if line.row is not None and line.row.has_number and line.row.hollow is hollow]
        traces.append(go.Scatter(
            x=[line.row.estimate for line in chosen if line.row], y=[line.y for line in chosen], xaxis="x2", mode="markers",
            name="hollow" if hollow else "solid", customdata=_ids(chosen),
            marker={
                "symbol": "square", "color": colours.paper if hollow else colours.ink, "line": {"color": colours.ink, "width": 2},
                "size": [6 + 10 * (weights.get(line.row.result_id, 0) / top) ** 0.5 if weights else 10 for line in chosen if line.row],
            },
            hovertext=[html.escape(f"{line.row.study}: {line.row.measure} {line.row.text}") for line in chosen if line.row], hoverinfo="text",
        ))
    return traces


def _arrows(rows: list[Line], forest: Forest, colours: Palette) -> list[go.Scatter]:
    low, high = forest.axis.low, forest.axis.high
    ends = [("triangle-left", low, [line.y for line in rows if line.row and line.row.ci_low is not None and line.row.ci_low < low]),
            ("triangle-right", high, [line.y for line in rows if line.row and line.row.ci_high is not None and line.row.ci_high > high])]
    return [
        go.Scatter(x=[end] * len(places), y=places, xaxis="x2", mode="markers", name="arrow", hoverinfo="skip", cliponaxis=False,
                   marker={"symbol": symbol, "size": 10, "color": colours.ink})
        for symbol, end, places in ends if places
    ]


def _estimates(lines: list[Line], forest: Forest, colours: Palette) -> go.Scatter:
    chosen = [line for line in lines if line.pooled is not None or (line.row is not None and line.row.has_number)]
    texts = []
    for line in chosen:
        if line.row is not None:
            remark = f"<br><span style='font-size:11px'>{html.escape(_shortened(line.row.remark, 30))}</span>" if line.row.remark else ""
            texts.append(html.escape(line.row.text) + remark)
        elif line.pooled is not None:
            result = line.pooled
            texts.append(f"<b>{html.escape(interval(result.estimate, result.ci_low, result.ci_high, forest.axis.digits))}</b>")
    start = (TEXT[0] - EFFECT[0]) / (TEXT[1] - EFFECT[0])
    return go.Scatter(x=[start] * len(chosen), y=[line.y for line in chosen], xaxis="x3", text=texts, mode="text", hoverinfo="skip",
                      textposition="middle right", textfont={"size": 13, "color": colours.ink}, cliponaxis=False)


def _reasons(rows: list[Line], colours: Palette) -> go.Scatter:
    chosen = [line for line in rows if line.row is not None and not line.row.has_number]
    texts = []
    for line in chosen:
        if line.row is not None:
            wrapped = textwrap.wrap(line.row.reason, REASON_WIDTH)
            shown = wrapped if len(wrapped) <= 2 else [wrapped[0], wrapped[1][: REASON_WIDTH - 2].rstrip(" ,;") + " \u2026"]
            texts.append("<i>" + "<br>".join(html.escape(part) for part in shown) + "</i>")
    return go.Scatter(
        x=[0] * len(chosen), y=[line.y for line in chosen], xaxis="x3", text=texts, mode="text", textposition="middle right",
        textfont={"size": 12, "color": colours.warning}, cliponaxis=False, customdata=_ids(chosen), name="reasons",
        hovertext=["<br>".join(html.escape(part) for part in textwrap.wrap(line.row.reason, 70)) for line in chosen if line.row],
        hoverinfo="text",
    )


def _marks(rows: list[Line], colours: Palette) -> list[go.Scatter]:
    x, y, text, fill, ink, edge, hover, ids = [], [], [], [], [], [], [], []
    flag_y, flag_text, flag_hover = [], [], []
    for line in rows:
        row = line.row
        if row is None:
            continue
        placed = [*enumerate(row.marks), (MARK_PLACES - 2, row.overall)]
        for place, mark in placed:
            look = colours.looks[mark.look]
            x.append((place + 0.5) / MARK_PLACES)
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
    marks = go.Scatter(
        x=x, y=y, xaxis="x4", mode="markers+text", text=text, textposition="middle center", customdata=ids, name="risk of bias",
        textfont={"size": 12, "color": ink}, marker={"size": 17, "color": fill, "line": {"color": edge, "width": 1.2}},
        hovertext=hover, hoverinfo="text", cliponaxis=False,
    )
    flags = go.Scatter(x=[(MARK_PLACES - 0.5) / MARK_PLACES] * len(flag_y), y=flag_y, xaxis="x4", mode="text", text=flag_text,
                       textfont={"size": 13, "color": colours.ink}, hovertext=flag_hover, hoverinfo="text", name="flags", cliponaxis=False)
    return [marks, flags]


def _diamond(line: Line, forest: Forest, colours: Palette) -> go.Scatter:
    result = line.pooled
    if result is None:
        raise ValueError("a diamond needs a pooled result")
    low, middle, high = (_inside(forest.axis.place(v), forest) for v in (result.ci_low, result.estimate, result.ci_high))
    colour = colours.line if line.faded else colours.accent
    return go.Scatter(
        x=[low, middle, high, middle, low], y=[line.y, line.y - 9, line.y, line.y + 9, line.y], xaxis="x2", mode="lines", fill="toself",
        fillcolor=colour, line={"color": colour, "width": 1}, hoverinfo="skip", name="pooled, unfiltered" if line.faded else "pooled",
    )


def _frame(
    forest: Forest, lines: list[Line], height: float, colours: Palette, against: tuple[Against, ...]
) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """Shapes and annotations: null line, group rules, reference lines each only beside the rows of its contrast, headings."""
    axis = forest.axis
    shapes: list[dict[str, object]] = [_rule("x2", axis.null, axis.null, 0, height, colours.ink, 1.2)]
    shapes += [
        {"type": "line", "xref": "paper", "yref": "y", "x0": 0, "x1": 1, "y0": line.y + 13, "y1": line.y + 13, "layer": "below",
         "line": {"color": colours.line, "width": 0.6}}
        for line in lines if line.heading
    ]
    notes = [_note(axis.left, EFFECT[0], 0, colours, y_pixels=-34, anchor="left", prefix="\u25c2 "),
             _note(axis.right, EFFECT[1], 0, colours, y_pixels=-34, anchor="right", suffix=" \u25b8"),
             _note(tr("Study, outcome, compound and dose"), LEFT[0], 1, colours, 10), _note("n", LEFT[1] + 0.02, 1, colours, 10, anchor="right"),
             _note(axis.column, TEXT[0], 1, colours, 10), _note(_effect_heading(forest), EFFECT[0], 1, colours, 10),
             _note(tr("Risk of bias by domain"), MARKS[0], 1, colours, 10),
             _note(tr("all"), MARKS[0] + (MARK_PLACES - 1.5) / MARK_PLACES * (MARKS[1] - MARKS[0]), 1, colours, 10, anchor="center"),
             _note(tr("flags"), MARKS[1], 1, colours, 10, anchor="right")]
    for number, each in enumerate(against):
        places = [line.y for line in lines if line.row is not None and line.row.contrast == each.contrast]
        if not places or not axis.low <= axis.place(each.estimate) <= axis.high:
            continue
        top, bottom = min(places) - ROW / 2, max(places) + ROW / 2
        where = axis.place(each.estimate)
        if each.ci_low is not None and each.ci_high is not None:
            shapes.append({"type": "rect", "xref": "x2", "yref": "y", "x0": _inside(axis.place(each.ci_low), forest),
                           "x1": _inside(axis.place(each.ci_high), forest), "y0": top, "y1": bottom, "fillcolor": colours.band,
                           "line": {"width": 0}, "layer": "below"})
        shapes.append(_rule("x2", where, where, top, bottom, colours.accent, 1.6, "dash"))
        notes.append({"text": html.escape(chr(ord("a") + number)), "x": where, "xref": "x2", "y": top, "yref": "y", "showarrow": False,
                      "yanchor": "bottom", "yshift": -2, "font": {"size": 12, "color": colours.accent}})
    return shapes, notes


def _effect_heading(forest: Forest) -> str:
    return tr("Effect or change")


def _rule(xref: str, x0: float, x1: float, y0: float, y1: float, colour: str, width: float, dash: str = "solid") -> dict[str, object]:
    return {"type": "line", "xref": xref, "yref": "y", "x0": x0, "x1": x1, "y0": y0, "y1": y1, "layer": "below",
            "line": {"color": colour, "width": width, "dash": dash}}


def _note(
    text: str, x: float, y: float, colours: Palette, y_pixels: float = 0, anchor: str = "left", prefix: str = "", suffix: str = ""
) -> dict[str, object]:
    return {"text": prefix + html.escape(text) + suffix, "x": x, "y": y, "xref": "paper", "yref": "paper", "showarrow": False,
            "xanchor": anchor, "yanchor": "bottom" if y else "top", "yshift": y_pixels, "font": {"size": 12, "color": colours.faint}}


def figure_alt(forest: Forest) -> str:
    """A short description for screen readers; every row stands in full in the text below the figure."""
    drawn = len(forest.drawn)
    return tr(
        "Forest plot with {rows} rows, {drawn} with a number, {silent} without. Axis: {axis} from {low} to {high}. All rows follow as text.",
        rows=len(forest.rows), drawn=drawn, silent=len(forest.rows) - drawn, axis=forest.axis.label,
        low=forest.axis.ticks[0][1] if forest.axis.ticks else plain(forest.axis.low),
        high=forest.axis.ticks[-1][1] if forest.axis.ticks else plain(forest.axis.high),
    )
