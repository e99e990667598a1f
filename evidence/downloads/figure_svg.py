"""The figure of a view as one SVG sheet: text stays text, and any program that draws vectors can edit it."""

import re
from dataclasses import replace

from evidence.downloads.figure import figure_of
from evidence.downloads.figure_shapes import Disc, Letters, Shape, opaque, shapes_of
from evidence.drawings.palette import LIGHT
from evidence.facts.view import View
from evidence.wording.html import render
from evidence.wording.language import language

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that XML 1.0 has no place for."""
UNKNOWN = "\ufffd"


def figure_svg(view: View) -> bytes:
    """All rows of a view on one sheet, in the language of the run; the same view gives the same bytes."""
    figure = figure_of(view, tall=True)
    (page,) = figure.pages
    return render(
        "figure.svg",
        width=page.width,
        height=page.height,
        wide=round(page.width * 72, 2),
        high=round(page.height * 72, 2),
        title=_xml(figure.title),
        rows=_xml("\n".join(figure.rows)),
        ground=opaque(LIGHT["paper"]),
        shapes=[_with_xml(each) for each in shapes_of(page)],
        language=language().code,
    ).encode("utf-8")


def _with_xml(shape: Shape) -> Shape:
    if isinstance(shape, Letters):
        return replace(shape, text=_xml(shape.text))
    return replace(shape, name=_xml(shape.name)) if isinstance(shape, Disc) else shape


def _xml(text: str) -> str:
    """A text with a visible sign for each that XML has no place for."""
    return NOT_XML.sub(UNKNOWN, text)
