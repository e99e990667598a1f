"""The funnel plot of a pooled result: effect against standard error, most precise on top, with the 95 % funnel."""

import html
import math

from evidence.drawings.palette import Palette
from evidence.drawings.plot import Drawing, bare
from evidence.statistics.pooling import Pooled
from evidence.statistics.small_studies import Funnel
from evidence.wording.numbers import number
from evidence.wording.say import tr

Z = 1.959963984540054


def funnel_figure(shape: Funnel, pooled: Pooled, colours: Palette) -> Drawing:
    """The figure; the x axis is in the units of pooling with ticks on the natural scale for ratios."""
    deepest = max(point.se for point in shape.points) * 1.08
    widest = max(Z * deepest, max(abs(point.effect - shape.centre) for point in shape.points)) * 1.05
    ticks = [shape.centre + widest * step / 2 for step in (-2, -1, 0, 1, 2)]
    centre, still = shape.centre, {"fixedrange": True, "showgrid": False, "zeroline": False}
    rule = {"type": "line", "x0": centre, "x1": centre, "y0": 0, "y1": deepest, "layer": "below"}
    scale = tr("{measure}, natural scale", measure=pooled.measure) if pooled.is_ratio else pooled.measure
    funnel = {
        "x": [centre - Z * deepest, centre, centre + Z * deepest],
        "y": [deepest, 0, deepest],
        "mode": "lines",
        "line": {"color": colours["axis"], "dash": "dash", "width": 1.2},
        "hoverinfo": "skip",
    }
    points = {
        "x": [point.effect for point in shape.points],
        "y": [point.se for point in shape.points],
        "mode": "markers",
        "marker": {"size": 9, "color": colours["accent"], "line": {"color": colours["ink"], "width": 1}},
        "hovertext": [html.escape(point.citation) for point in shape.points],
        "hoverinfo": "text",
    }
    layout = {
        **bare(colours, 340, l=60, r=10, t=10, b=50),
        "shapes": [{**rule, "line": {"color": colours["axis"], "width": 1}}],
        "xaxis": {
            **still,
            "title": {"text": html.escape(scale)},
            "range": [centre - widest, centre + widest],
            "tickvals": ticks,
            "ticktext": [number(math.exp(tick) if pooled.is_ratio else tick) for tick in ticks],
            "showline": True,
            "linecolor": colours["axis"],
        },
        "yaxis": {**still, "title": {"text": tr("standard error")}, "range": [deepest, 0]},
    }
    return {"data": [{"type": "scatter", **each} for each in (funnel, points)], "layout": layout}
