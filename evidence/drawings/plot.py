"""The forest plot as a Plotly figure, drawn from the rows of evidence.forest.rows and from nothing else.

Four x axes with domains of their own share one numeric y axis (places in pixels, never labels: equal labels would collapse
rows).
"""

import plotly.graph_objects as go

from evidence.drawings.palette import Palette
from evidence.drawings.plot_frame import frame
from evidence.drawings.plot_lines import BOTTOM, EFFECT, LEFT, MARKS, TEXT, TOP, layout_lines
from evidence.drawings.plot_texts import text_columns
from evidence.drawings.plot_traces import arrows, diamond, intervals, marks, points
from evidence.forest.row import Forest
from evidence.statistics.against import Against
from evidence.statistics.pooling import Pooled
from evidence.wording.words import plain, tr

FONT = '"Source Sans", "Source Sans Pro", "Segoe UI", "Noto Sans", sans-serif'


def forest_figure(
    forest: Forest,
    colours: Palette,
    against: tuple[Against, ...] = (),
    pooled: Pooled | None = None,
    unfiltered: Pooled | None = None,
) -> go.Figure:
    """The figure of a forest; pooled adds a diamond, unfiltered a grey one, against reference lines."""
    lines, height = layout_lines(forest, pooled, unfiltered)
    rows = [line for line in lines if line.row is not None]
    traces = [
        *text_columns(lines, forest, colours),
        intervals(rows, forest, colours),
        *points(rows, colours, pooled),
        *arrows(rows, forest, colours),
        marks(rows, colours),
        *(diamond(line, forest, colours) for line in lines if line.pooled is not None),
    ]
    shapes, annotations = frame(forest, lines, height, colours, against)
    axis = forest.axis
    hidden = {"visible": False, "fixedrange": True, "range": [0, 1]}
    layout = go.Layout(
        template="none",
        height=int(height) + TOP + BOTTOM,
        margin={"l": 0, "r": 0, "t": TOP, "b": BOTTOM},
        showlegend=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        dragmode=False,
        hovermode="closest",
        font={"family": FONT, "size": 13, "color": colours.ink},
        shapes=shapes,
        annotations=annotations,
        xaxis={**hidden, "domain": LEFT},
        xaxis3={**hidden, "domain": (EFFECT[0], TEXT[1])},
        xaxis4={**hidden, "domain": MARKS},
        xaxis2={
            "domain": EFFECT,
            "range": [axis.low, axis.high],
            "fixedrange": True,
            "zeroline": False,
            "showgrid": False,
            "anchor": "y",
            "tickvals": [tick for tick, _ in axis.ticks],
            "ticktext": [text for _, text in axis.ticks],
            "ticks": "outside",
            "tickcolor": colours.line,
            "linecolor": colours.line,
            "showline": True,
            "tickfont": {"size": 12, "color": colours.faint},
        },
        yaxis={"visible": False, "range": [height, 0], "fixedrange": True},
        hoverlabel={"bgcolor": colours.paper, "font": {"family": FONT, "color": colours.ink}},
    )
    return go.Figure(data=traces, layout=layout)


def figure_alt(forest: Forest) -> str:
    """A short description for screen readers; every row stands in full in the text below the figure."""
    drawn = len(forest.drawn)
    return tr(
        "Forest plot with {rows} rows, {drawn} with a number, {silent} without. Axis: {axis} from {low} to {high}. "
        "All rows follow as text.",
        rows=len(forest.rows),
        drawn=drawn,
        silent=len(forest.rows) - drawn,
        axis=forest.axis.label,
        low=forest.axis.ticks[0][1] if forest.axis.ticks else plain(forest.axis.low),
        high=forest.axis.ticks[-1][1] if forest.axis.ticks else plain(forest.axis.high),
    )
