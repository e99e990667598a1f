"""The effect column of the forest as a Plotly figure: intervals, squares, arrows, diamonds, reference lines and the axis.

Everything else of the forest is the table beneath it (evidence.drawings.table). Places are pixels from the first line, so
that the marks meet the rows; the figure is plain data, because building and checking Plotly's own objects takes longer than
drawing them.
"""

import html
from collections.abc import Sequence
from typing import Any

from evidence.drawings.heights import AXIS, Placed, placed_lines
from evidence.drawings.letters import MOST, Letter, apart
from evidence.drawings.palette import Palette
from evidence.forest.layout import Glyph, Layout, Reference
from evidence.wording.forest import estimate, pooled_name, pooled_number
from evidence.wording.numbers import plain

Drawing = dict[str, Any]
FONT = '"Source Sans", "Source Sans Pro", "Segoe UI", "Noto Sans", sans-serif'
WORDS = 36
"""Pixels at the foot that the table keeps for the words at the ends of the axis."""
APART = 0.17
"""Least distance of two ticks, as a share of the axis: about 26 of 150 pixels."""
LETTER_HIGH, LETTER_WIDE = 13.0, 0.045
"""Of a letter: pixels it is high, and its width as a share of the axis: 7 of 150 pixels."""
SMALLEST, LARGEST, PLAIN = 6.0, 16.0, 10.0
"""Sides of a square by its weight in a pool, and outside a pool."""


def forest_plot(layout: Layout, colours: Palette) -> Drawing:
    """The figure of a layout, as Plotly's JSON."""
    lines, height = placed_lines(layout)
    marks = [(each, each.line.glyph) for each in lines if each.line.glyph is not None]
    rows = [(each, glyph) for each, glyph in marks if each.line.kind == "row" and glyph is not None]
    traces = [
        _intervals(rows, colours),
        *(_points(rows, layout, colours, hollow) for hollow in (False, True)),
        *_arrows(rows, colours),
        *(_diamond(each, glyph, layout, colours) for each, glyph in marks if each.line.kind != "row" and glyph is not None),
    ]
    ticks = ticks_of(layout)
    return {
        "data": [trace for trace in traces if trace["x"]],
        "layout": {
            **bare(colours, int(height) + AXIS - WORDS, b=AXIS - WORDS),
            "hovermode": "closest",
            "shapes": [*_null(lines, layout.null, height, colours), *_references(layout.references, lines, colours)],
            "annotations": _letters(layout.references, lines, colours),
            "xaxis": {
                "range": [0, 1],
                "fixedrange": True,
                "zeroline": False,
                "showgrid": False,
                "tickvals": [round(share, 5) for share, _ in ticks],
                "ticktext": [number for _, number in ticks],
                "tickangle": 0,
                "ticks": "outside",
                "tickcolor": colours["axis"],
                "linecolor": colours["axis"],
                "showline": True,
                "tickfont": {"size": 12, "color": colours["faint"]},
            },
            "yaxis": {"visible": False, "range": [height, 0], "fixedrange": True},
            "hoverlabel": {"bgcolor": colours["paper"], "font": {"family": FONT, "color": colours["ink"]}},
        },
    }


def bare(colours: Palette, height: int, **margins: int) -> Drawing:
    """What every figure of the program shares: nothing of Plotly's own look, no legend, no dragging; margins in pixels."""
    return {
        "template": "none",
        "height": height,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, **margins},
        "showlegend": False,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "dragmode": False,
        "font": {"family": FONT, "size": 13, "color": colours["ink"]},
    }


def ticks_of(layout: Layout) -> list[tuple[float, str]]:
    """The ticks of the axis as shares of it with their numbers, as many as the narrowest column can hold."""
    axis = layout.axis
    found = _apart([(axis.share(place), value) for place, value in axis.ticks], layout.null)
    return [(share, plain(value)) for share, value in found]


def _apart(ticks: Sequence[tuple[float, float]], null: float) -> list[tuple[float, float]]:
    """The ticks, as share and value, whose numbers do not touch in the narrowest column; that of no difference is kept."""
    kept: list[tuple[float, float]] = []
    for share, value in sorted(ticks, key=lambda each: abs(each[0] - null)):
        if all(abs(share - other) >= APART for other, _ in kept):
            kept.append((share, value))
    return sorted(kept)


def _trace(**values: object) -> Drawing:
    return {"type": "scatter", "cliponaxis": False, **values}


def _intervals(rows: Sequence[tuple[Placed, Glyph]], colours: Palette) -> Drawing:
    x: list[float | None] = []
    y: list[float | None] = []
    for each, glyph in rows:
        if glyph.low is not None and glyph.high is not None:
            x += [round(glyph.low, 5), round(glyph.high, 5), None]
            y += [each.middle, each.middle, None]
    return _trace(x=x, y=y, mode="lines", line={"color": colours["ink"], "width": 1.6}, hoverinfo="skip", name="intervals")


def _points(rows: Sequence[tuple[Placed, Glyph]], layout: Layout, colours: Palette, hollow: bool) -> Drawing:
    chosen = [(each, glyph) for each, glyph in rows if glyph.hollow is hollow and glyph.point is not None]
    return _trace(
        x=[round(glyph.point or 0.0, 5) for _, glyph in chosen],
        y=[each.middle for each, _ in chosen],
        mode="markers",
        name="hollow" if hollow else "solid",
        customdata=[each.line.row.study_id for each, _ in chosen if each.line.row],
        marker={
            "symbol": "square",
            "opacity": 1,
            "color": colours["paper"] if hollow else colours["ink"],
            "line": {"color": colours["ink"], "width": 2},
            "size": [PLAIN if glyph.weight is None else side_of_square(glyph.weight) for _, glyph in chosen],
        },
        hovertext=[
            html.escape(f"{each.line.row.study}: {each.line.row.effect.measure} {estimate(each.line.row, layout.axis)}")
            for each, _ in chosen
            if each.line.row and each.line.row.effect
        ],
        hoverinfo="text",
    )


def side_of_square(weight: float) -> float:
    """The side of a square whose area follows the weight."""
    return round(SMALLEST + (LARGEST - SMALLEST) * weight**0.5, 1)


def _arrows(rows: Sequence[tuple[Placed, Glyph]], colours: Palette) -> list[Drawing]:
    ends = [
        ("triangle-left", 0.0, [each.middle for each, glyph in rows if glyph.cut_low]),
        ("triangle-right", 1.0, [each.middle for each, glyph in rows if glyph.cut_high]),
    ]
    return [
        _trace(
            x=[end] * len(places),
            y=places,
            mode="markers",
            name="arrow",
            hoverinfo="skip",
            marker={"symbol": symbol, "size": 10, "color": colours["ink"]},
        )
        for symbol, end, places in ends
    ]


def _diamond(each: Placed, glyph: Glyph, layout: Layout, colours: Palette) -> Drawing:
    faded = each.line.kind == "unfiltered"
    colour = colours["axis"] if faded else colours["accent"]
    low, middle, high = glyph.corners
    pooled = each.line.pooled
    said = f"{pooled_name(pooled, faded)}: {pooled_number(pooled, layout.axis)}" if pooled else ""
    return _trace(
        x=[low, middle, high, middle, low],
        y=[each.middle, each.middle - 9, each.middle, each.middle + 9, each.middle],
        mode="lines",
        fill="toself",
        fillcolor=colour,
        line={"color": colour, "width": 1},
        hoveron="fills",
        text=html.escape(said),
        hoverinfo="text",
        name="pooled, unfiltered" if faded else "pooled",
    )


def _null(lines: Sequence[Placed], null: float, height: float, colours: Palette) -> list[Drawing]:
    """The line of no difference beside whatever has a number, and down to the axis."""
    pieces: list[list[float]] = []
    for each in lines:
        if each.line.glyph is None:
            continue
        if pieces and pieces[-1][1] == each.top:
            pieces[-1][1] = each.top + each.height
        else:
            pieces.append([each.top, each.top + each.height])
    return [_line(null, top, bottom, colours["ink"], 1.1) for top, bottom in [*pieces, [height - 6, height]]]


def _references(references: Sequence[Reference], lines: Sequence[Placed], colours: Palette) -> list[Drawing]:
    """Lettered lines beside the rows of their contrast, each with its interval as a band."""
    shapes = []
    for each in references:
        top, bottom = lines[each.first].top, lines[each.last].top + lines[each.last].height
        shapes.append({**_line(each.place, top, bottom, colours["accent"], 1.6), "name": each.letter})
        shapes[-1]["line"]["dash"] = "dash"
        if each.low is not None and each.high is not None:
            shapes.append(rectangle(each.low, each.high, top, bottom, colours["band"]))
    return shapes


def _letters(references: Sequence[Reference], lines: Sequence[Placed], colours: Palette) -> list[Drawing]:
    letters = [Letter(each.letter, each.place, _tops(lines[each.first : each.last + 1])) for each in references]
    look = {"showarrow": False, "xanchor": "left", "yanchor": "top", "font": {"size": 11, "color": colours["accent"]}}
    return [
        {"x": each.left, "y": each.top, "text": f" {each.said}", **look}
        for each in apart(letters, LETTER_HIGH, lambda text: LETTER_WIDE * (len(text) + 1))
    ]


def _tops(lines: Sequence[Placed]) -> tuple[float, ...]:
    """Where a letter may stand: at the top of each line, and below its square where there is room."""
    found = [top for each in lines[:MOST] for top in (each.top, each.middle + PLAIN / 2)]
    return (found[0], *(top for top in found[1:] if top + LETTER_HIGH <= lines[-1].top + lines[-1].height))


def rectangle(left: float, right: float, top: float, bottom: float, colour: str) -> Drawing:
    """A filled rectangle without a frame, behind everything else."""
    look = {"type": "rect", "layer": "below", "fillcolor": colour, "line": {"width": 0}}
    return {**look, "x0": left, "x1": right, "y0": top, "y1": bottom}


def _line(x: float, top: float, bottom: float, colour: str, width: float) -> Drawing:
    stroke = {"color": colour, "width": width}
    return {"type": "line", "x0": x, "x1": x, "y0": top, "y1": bottom, "layer": "below", "line": stroke}
