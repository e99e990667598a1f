"""Native shapes of a slide as DrawingML text: text boxes, lines, filled shapes and tables; inches, and points for type.

Written out in one go, because setting the properties of a shape one by one takes many times as long (names: ECMA-376).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from pptx.oxml import parse_xml
from pptx.slide import Slide

from evidence.drawings.palette import LIGHT

FACE = "Arial"
EMU = 914_400
"""English metric units in an inch."""
COLOURS = {name: colour[1:].upper() for name, colour in LIGHT.items() if colour.startswith("#")} | {"band": "E1EBED"}
"""The colours of the light theme as DrawingML writes them; a band is opaque here."""
ALIGN = {"left": "l", "right": "r", "center": "ctr"}
ANCHOR = {"top": "t", "middle": "ctr"}
SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
CELL_ACROSS, CELL_DOWN = 0.07, 0.035
"""Space between the edge of a cell and its text, in inches."""
NO_STYLE = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")

IDENTITY = "\0"
"""Stands in a shape for its number and name until it is put on a slide."""

Box = tuple[float, float, float, float]
"""Left, top, width and height in inches."""


@dataclass(frozen=True)
class Type:
    """How a text looks: size in points, weight, slant, colour by name or as RRGGBB, and where it stands in its box."""

    size: float
    bold: bool = False
    italic: bool = False
    colour: str = "ink"
    align: str = "left"
    anchor: str = "top"
    wraps: bool = True


def put(slide: Slide, shape: str, name: str = "") -> None:
    """Add a shape to a slide on top of the others; the name is what tests and people find it by."""
    tree = slide.shapes._spTree
    number = len(tree)
    start = f'id="{number}" name="{_escaped(name or f"TextBox {number - 1}")}"'
    tree.append(parse_xml(shape.replace(IDENTITY, start, 1)))


def text_box(text: str, box: Box, look: Type) -> str:
    """A text that stays one run, so that it can be edited and found whole."""
    return (
        f'<p:sp {SPACES}><p:nvSpPr><p:cNvPr {IDENTITY}/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{_place(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        f"<p:txBody>{_text(text, look, '<a:spAutoFit/>')}</p:txBody></p:sp>"
    )


def title(text: str, box: Box, look: Type) -> str:
    """The title of a slide, in the place its layout keeps for it."""
    return (
        f'<p:sp {SPACES}><p:nvSpPr><p:cNvPr {IDENTITY}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr>{_place(box)}</p:spPr>'
        f"<p:txBody>{_text(text, look)}</p:txBody></p:sp>"
    )


def line(box: Box, width: float, colour: str, dashed: bool = False) -> str:
    """A straight line from the left top to the right bottom of its box; width in points."""
    return (
        f"<p:cxnSp {SPACES}><p:nvCxnSpPr><p:cNvPr {IDENTITY}/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
        f'<p:spPr>{_place(box)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f"{_edge(colour, width, dashed)}</p:spPr></p:cxnSp>"
    )


def shape(
    kind: str, box: Box, fill: str, edge: str, width: float, text: str = "", look: Type | None = None, turned: int = 0
) -> str:
    """A filled shape of a preset kind such as rect, ellipse or triangle, turned by degrees, with a text inside."""
    inside = _text(text, look) if look else "<a:bodyPr/><a:lstStyle/><a:p/>"
    return (
        f"<p:sp {SPACES}><p:nvSpPr><p:cNvPr {IDENTITY}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f'<p:spPr>{_place(box, turned)}<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>{_fill(fill)}{_edge(edge, width)}'
        f"</p:spPr><p:txBody>{inside}</p:txBody></p:sp>"
    )


def polygon(corners: Sequence[tuple[float, float]], box: Box, fill: str, width: float) -> str:
    """A filled shape with corners at these shares of its box, its edge in the same colour; its points can be edited."""
    first, *others = (f'<a:pt x="{round(x * box[2] * EMU)}" y="{round(y * box[3] * EMU)}"/>' for x, y in corners)
    lines = "".join(f"<a:lnTo>{each}</a:lnTo>" for each in others)
    return (
        f"<p:sp {SPACES}><p:nvSpPr><p:cNvPr {IDENTITY}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{_place(box)}"
        f'<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{_emu(box[2])}" h="{_emu(box[3])}"><a:moveTo>{first}</a:moveTo>{lines}<a:close/></a:path></a:pathLst>'
        f"</a:custGeom>{_fill(fill)}{_edge(fill, width)}</p:spPr>"
        "<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
    )


def table(
    rows: Sequence[Sequence[tuple[str, Type, str]]],
    box: Box,
    widths: Sequence[float],
    heights: Sequence[float],
    headed: bool,
) -> str:
    """A native table; each cell is its text, its look and the colour of its ground."""
    columns = "".join(f'<a:gridCol w="{_emu(width)}"/>' for width in widths)
    lines = "".join(
        f'<a:tr h="{_emu(height)}">{"".join(_cell(*cell) for cell in row)}</a:tr>'
        for row, height in zip(rows, heights, strict=True)
    )
    first = ' firstRow="1"' if headed else ""
    return (
        f"<p:graphicFrame {SPACES}><p:nvGraphicFramePr><p:cNvPr {IDENTITY}/><p:cNvGraphicFramePr>"
        f'<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'{_place(box, space="p")}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
        f"<a:tbl><a:tblPr{first}><a:tableStyleId>{NO_STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{columns}</a:tblGrid>{lines}"
        f"</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _cell(text: str, look: Type, ground: str) -> str:
    across, down = _emu(CELL_ACROSS), _emu(CELL_DOWN)
    return (
        f"<a:tc><a:txBody>{_text(text, look)}</a:txBody>"
        f'<a:tcPr marL="{across}" marR="{across}" marT="{down}" marB="{down}">{_fill(ground)}</a:tcPr></a:tc>'
    )


def _text(text: str, look: Type, fit: str = "") -> str:
    """The body of a text: no margins, one paragraph, one run."""
    return (
        f'<a:bodyPr wrap="{"square" if look.wraps else "none"}" lIns="0" rIns="0" tIns="0" bIns="0" '
        f'anchor="{ANCHOR[look.anchor]}">{fit}</a:bodyPr><a:lstStyle/><a:p><a:pPr algn="{ALIGN[look.align]}"/><a:r>'
        f'<a:rPr sz="{round(look.size * 100)}" b="{int(look.bold)}" i="{int(look.italic)}">{_fill(look.colour)}'
        f'<a:latin typeface="{FACE}"/></a:rPr><a:t>{_escaped(text)}</a:t></a:r></a:p>'
    )


def _place(box: Box, turned: int = 0, space: str = "a") -> str:
    left, top, width, height = map(_emu, box)
    turn = f' rot="{turned * 60_000}"' if turned else ""
    return f'<{space}:xfrm{turn}><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></{space}:xfrm>'


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{COLOURS.get(colour, colour)}"/></a:solidFill>'


def _edge(colour: str, width: float, dashed: bool = False) -> str:
    dash = '<a:prstDash val="dash"/>' if dashed else ""
    return f'<a:ln w="{round(width * 12_700)}">{_fill(colour)}{dash}</a:ln>'


def _emu(inches: float) -> int:
    return int(inches * EMU)


def _escaped(text: str) -> str:
    """Text of an element or attribute; signs that XML cannot hold are spelled as the format asks."""
    return CONTROLS.sub(lambda sign: f"_x{ord(sign[0]):04X}_", escape(text))
