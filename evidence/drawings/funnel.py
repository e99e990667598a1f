"""The funnel plot of a pooled result: effect against standard error, most precise on top, with the 95 % funnel."""

import html
import math

import plotly.graph_objects as go

from evidence.drawings.palette import Palette
from evidence.drawings.plot import FONT
from evidence.statistics.pooling import Pooled
from evidence.statistics.small_studies import Funnel
from evidence.wording.numbers import number
from evidence.wording.say import tr

Z = 1.959963984540054


def funnel_figure(shape: Funnel, pooled: Pooled, colours: Palette) -> go.Figure:
    """The figure; the x axis is in the units of pooling with ticks on the natural scale for ratios."""
    deepest = max(point.se for point in shape.points) * 1.08
    widest = max(Z * deepest, max(abs(point.effect - shape.centre) for point in shape.points)) * 1.05
    ticks = [shape.centre + widest * step / 2 for step in (-2, -1, 0, 1, 2)]
    figure = go.Figure()
    figure.add_traces(
        [
            go.Scatter(
                x=[shape.centre - Z * deepest, shape.centre, shape.centre + Z * deepest],
                y=[deepest, 0, deepest],
                mode="lines",
                line={"color": colours["axis"], "dash": "dash", "width": 1.2},
                hoverinfo="skip",
            ),
            go.Scatter(
                x=[point.effect for point in shape.points],
                y=[point.se for point in shape.points],
                mode="markers",
                marker={"size": 9, "color": colours["accent"], "line": {"color": colours["ink"], "width": 1}},
                hovertext=[html.escape(point.citation) for point in shape.points],
                hoverinfo="text",
            ),
        ]
    )
    scale = tr("{measure}, natural scale", measure=pooled.measure) if pooled.is_ratio else pooled.measure
    figure.update_layout(
        template="none",
        height=340,
        margin={"l": 60, "r": 10, "t": 10, "b": 50},
        showlegend=False,
        dragmode=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": FONT, "size": 13, "color": colours["ink"]},
        shapes=[
            {
                "type": "line",
                "x0": shape.centre,
                "x1": shape.centre,
                "y0": 0,
                "y1": deepest,
                "layer": "below",
                "line": {"color": colours["axis"], "width": 1},
            }
        ],
        xaxis={
            "title": {"text": html.escape(scale)},
            "range": [shape.centre - widest, shape.centre + widest],
            "tickvals": ticks,
            "ticktext": [number(math.exp(tick) if pooled.is_ratio else tick) for tick in ticks],
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "showline": True,
            "linecolor": colours["axis"],
        },
        yaxis={
            "title": {"text": tr("standard error")},
            "range": [deepest, 0],
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
        },
    )
    return figure
