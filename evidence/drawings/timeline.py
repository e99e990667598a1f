"""The time axis as a Plotly figure: guidelines above the years, studies below, each label in a lane of its own.

Labels are packed into lanes by their length, so that none covers another at widths from `NARROWEST` pixels. The figure is
plain data, because building Plotly's own objects takes longer than drawing them.
"""

import html
from collections.abc import Iterable
from dataclasses import dataclass

from evidence.drawings.palette import Palette, look
from evidence.drawings.plot import Drawing, bare, rectangle
from evidence.guidelines.timeline import Document, Publication, Timeline
from evidence.vocabulary.positions import POSITIONS
from evidence.wording.say import count, tr

NARROWEST = 700
LETTER, MARK = 6.9, 26
LANE, MIDDLE = 25, 34
Ends = tuple[float, float]
"""The lower and the upper end of an axis."""


@dataclass(frozen=True)
class Placed:
    """A label on the figure: place in years, lane counted from the axis outward, and on which side of its mark it stands."""

    label: str
    place: float
    lane: int
    leftward: bool


def place_labels(labels: Iterable[tuple[str, float, float | None]], first: float, last: float) -> tuple[Placed, ...]:
    """Pack labels (text, place, end of a line under them) into lanes so that none touches another; the order is kept."""
    year = (last - first) / NARROWEST
    lanes: list[list[tuple[float, float]]] = []
    placed = []
    for label, place, until in labels:
        length = (len(label) * LETTER + MARK) * year
        leftward = place + length > last
        start = place - length if leftward else place - MARK / 2 * year
        end = max(place + (MARK / 2 * year if leftward else length), min(until or place, last))
        free = (at for at, taken in enumerate(lanes) if all(end <= low or start >= high for low, high in taken))
        lane = next(free, len(lanes))
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].append((start, end))
        placed.append(Placed(label, place, lane, leftward))
    return tuple(placed)


def timeline_figure(line: Timeline, colours: Palette, seen_from: Document | None = None) -> Drawing:
    """The figure; seen_from shades what appeared after that document. Undated documents and studies are not on it."""
    first, last = line.years or (0, 0)
    low, high = first - 1.0, last + 1.5
    documents = [each for each in line.documents if each.place is not None]
    studies = [each for each in line.publications if each.place is not None]
    above = place_labels([(_document_label(each), each.place or 0.0, each.until) for each in documents], low, high)
    below = place_labels([(each.citation, float(each.place or 0), None) for each in studies], low, high)
    top = MIDDLE / 2 + LANE * (1 + max((each.lane for each in above), default=0)) + 26
    bottom = -MIDDLE / 2 - LANE * (1 + max((each.lane for each in below), default=0)) - 26
    traces = [
        _spans(documents, above, colours, high),
        *_document_marks(documents, above, colours),
        *_study_marks(studies, below, colours),
        _years(first, last, colours),
    ]
    layout = {
        **bare(colours, int(top - bottom) + 8, t=4, b=4),
        "hovermode": False,
        "xaxis": {"range": [low, high], "visible": False, "fixedrange": True},
        "yaxis": {"range": [bottom, top], "visible": False, "fixedrange": True},
        "shapes": _frame((low, high), (bottom, top), colours, seen_from),
        "annotations": _captions((low, high), (bottom, top), colours, seen_from),
    }
    return {"data": [{"type": "scatter", "cliponaxis": False, **each} for each in traces], "layout": layout}


def timeline_alt(line: Timeline) -> str:
    """What the figure shows, in a sentence or two; the table beside it holds the rest."""
    documents = [each for each in line.documents if each.place is not None]
    studies = [each for each in line.publications if each.place is not None]
    first, last = line.years or (0, 0)
    return tr(
        "Time axis from {first} to {last}: {documents} above, {studies} below. The table of years says the same in words.",
        first=first,
        last=last,
        documents=count("guideline document", "guideline documents", len(documents)),
        studies=count("study", "studies", len(studies)),
    )


def _document_label(document: Document) -> str:
    return (
        document.name if document.stands else tr("{name} ({standing})", name=document.name, standing=document.standing.fact)
    )


def _height(lane: int, upward: bool) -> float:
    return (MIDDLE / 2 + LANE * (lane + 0.5)) * (1 if upward else -1)


def _document_marks(documents: list[Document], placed: tuple[Placed, ...], colours: Palette) -> list[Drawing]:
    looks = [look(colours, POSITIONS[each.position].look) for each in documents]
    standing = list(zip(looks, documents, strict=True))
    heights = [_height(each.lane, True) for each in placed]
    marks = {
        "x": [each.place for each in placed],
        "y": heights,
        "mode": "markers+text",
        "text": [each.symbol for each in documents],
        "textposition": "middle center",
        "textfont": {"color": [look[1] if each.stands else colours["ink"] for look, each in standing], "size": 13},
        "marker": {
            "symbol": "circle",
            "size": 19,
            "color": [look[0] if each.stands else colours["paper"] for look, each in standing],
            "line": {"color": [look[2] for look in looks], "width": 1.5},
        },
    }
    inks = [colours["ink"] if each.stands else colours["faint"] for each in documents]
    return [marks, _labels(placed, heights, inks)]


def _study_marks(studies: list[Publication], placed: tuple[Placed, ...], colours: Palette) -> list[Drawing]:
    heights = [_height(each.lane, False) for each in placed]
    marks = {
        "x": [each.place for each in placed],
        "y": heights,
        "mode": "markers",
        "marker": {
            "symbol": ["square" if each.central else "square-open" for each in studies],
            "size": [11 if each.central else 8 for each in studies],
            "color": [colours["accent"] if each.central else colours["faint"] for each in studies],
        },
    }
    return [marks, _labels(placed, heights, [colours["ink"] if each.central else colours["faint"] for each in studies])]


def _labels(placed: tuple[Placed, ...], heights: list[float], inks: list[str]) -> Drawing:
    space = "\u2003"
    return {
        "x": [each.place for each in placed],
        "y": heights,
        "mode": "text",
        "text": [html.escape(each.label) + space if each.leftward else space + html.escape(each.label) for each in placed],
        "textposition": ["middle left" if each.leftward else "middle right" for each in placed],
        "textfont": {"color": inks, "size": 13},
    }


def _spans(documents: list[Document], placed: tuple[Placed, ...], colours: Palette, high: float) -> Drawing:
    """A line under each document that runs to the day it expires or is replaced."""
    x: list[float | None] = []
    y: list[float | None] = []
    for document, label in zip(documents, placed, strict=True):
        if document.until is not None:
            height = _height(label.lane, True) - LANE * 0.42
            x += [label.place, min(document.until, high), None]
            y += [height, height, None]
    return {"x": x, "y": y, "mode": "lines", "line": {"color": colours["axis"], "width": 2, "dash": "dot"}}


def _years(first: int, last: int, colours: Palette) -> Drawing:
    step = 5 if last - first > 12 else 1
    ticks = [year for year in range(first, last + 1) if year % step == 0]
    return {
        "x": ticks,
        "y": [0] * len(ticks),
        "mode": "text",
        "text": [str(year) for year in ticks],
        "textfont": {"color": colours["ink"], "size": 13, "weight": 600},
    }


def _frame(x: Ends, y: Ends, colours: Palette, seen_from: Document | None) -> list[Drawing]:
    """The band of years; seen from a document, its line and what appeared in later years."""
    shapes = [rectangle(*x, -MIDDLE / 2 + 4, MIDDLE / 2 - 4, colours["band"])]
    if seen_from is not None and seen_from.place is not None:
        place = seen_from.place
        here = {"type": "line", "x0": place, "x1": place, "y0": -MIDDLE / 2, "y1": y[1], "layer": "below"}
        shapes += [
            rectangle(int(place) + 1.0, x[1], y[0], -MIDDLE / 2 + 4, colours["band"]),
            {**here, "line": {"color": colours["accent"], "width": 1.5, "dash": "dash"}},
        ]
    return shapes


def _captions(x: Ends, y: Ends, colours: Palette, seen_from: Document | None) -> list[Drawing]:
    style = {"showarrow": False, "font": {"color": colours["faint"], "size": 13}}
    captions: list[Drawing] = [
        {**style, "x": x[0], "y": y[1], "xanchor": "left", "yanchor": "top", "text": tr("Guidelines")},
        {**style, "x": x[0], "y": y[0], "xanchor": "left", "yanchor": "bottom", "text": tr("Studies in view")},
    ]
    if seen_from is not None and seen_from.place is not None:
        words = tr("after {name}", name=html.escape(seen_from.name))
        captions.append({**style, "x": x[1], "y": y[0], "xanchor": "right", "yanchor": "bottom", "text": words})
    return captions
