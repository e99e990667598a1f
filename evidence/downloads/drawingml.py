"""Native shapes of a slide as DrawingML text: text boxes, lines, filled shapes and tables; inches, and points for type.

Written out in one go, because setting the properties of a shape one by one takes many times as long (names: ECMA-376).
Typeface and colours are those of the theme, so that a template changes them; only marks keep their own colours, which mean
something.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

EMU = 914_400
"""English metric units in an inch."""
BACK = '<a:satMod val="60000"/><a:lumMod val="80000"/><a:lumOff val="20000"/>'
COLOURS = {
    "ink": '<a:schemeClr val="tx1"/>',
    "warn": '<a:schemeClr val="tx1"/>',
    "faint": f'<a:schemeClr val="tx1">{BACK}</a:schemeClr>',
    "axis": f'<a:schemeClr val="tx1">{BACK}</a:schemeClr>',
    "accent": '<a:schemeClr val="tx2"/>',
    "paper": '<a:schemeClr val="bg1"/>',
    "soft": '<a:schemeClr val="bg2"/>',
    "band": '<a:schemeClr val="bg2"><a:lumMod val="90000"/></a:schemeClr>',
}
"""The colours of a drawing as places of the theme: text, ground, and what stands out."""
ALIGN = {"left": "l", "right": "r", "center": "ctr"}
ANCHOR = {"top": "t", "middle": "ctr"}
SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
CELL_ACROSS, CELL_DOWN = 0.07, 0.035
"""Space between the edge of a cell and its text, in inches."""
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The table style without any line or fill."""
LEADING = 1.22
"""The height of a line in sizes of its type; it is set, so that no typeface of a template needs more than was measured."""
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")

NUMBER_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
"""The identity of the field with the number of a slide, which is free to choose."""
RULE = (
    '<a:lnB w="6350"><a:solidFill><a:schemeClr val="tx1"><a:satMod val="30000"/><a:lumMod val="40000"/>'
    '<a:lumOff val="60000"/></a:schemeClr>'
    "</a:solidFill></a:lnB>"
)
"""The thin line below a row of a table."""

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


def named(shape: str, number: int, name: str = "") -> str:
    """A shape with its number on the slide and its name, by which tests and people find it."""
    return shape.replace(IDENTITY, f'id="{number}" name="{escaped(name or f"TextBox {number - 1}")}"', 1)


def text_box(text: str, box: Box, look: Type) -> str:
    """A text that stays one run, so that it can be edited and found whole."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr {IDENTITY}/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{_place(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        f"<p:txBody>{_text(text, look, '<a:spAutoFit/>')}</p:txBody></p:sp>"
    )


def placeholder(kind: str, index: int, body: str, box: Box | None = None) -> str:
    """A text in a place that the layout of a slide keeps for it; without a box it stands where the layout says.

    kind: as the layout names it, "" for the general one; body: from `paragraphs` or `slide_number`.
    """
    place = "" if box is None else _place(box)
    named_so = f' type="{kind}"' if kind else ""
    numbered = f' idx="{index}"' if index else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr {IDENTITY}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph{named_so}{numbered}/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr>"
        f"<p:txBody>{body}</p:txBody></p:sp>"
    )


def paragraphs(texts: Sequence[tuple[str, float, bool]], gap: float = 0.0, own_place: bool = True) -> str:
    """Texts below each other with size in points (0: that of the layout) and weight; gap: points before each but the first.

    own_place: from the top of the place without bullets, as it was measured; else as the layout has it.
    """
    said = []
    for number, (text, size, bold) in enumerate(texts):
        before = f'<a:spcBef><a:spcPts val="{round(gap * 100) if number else 0}"/></a:spcBef>'
        set_so = f'<a:pPr marL="0" indent="0">{_leading(size)}{before}<a:buNone/></a:pPr>' if own_place and size else ""
        sized = f' sz="{round(size * 100)}"' if size else ""
        heavy = ' b="1"' if bold else ""
        said.append(f"<a:p>{set_so}<a:r><a:rPr{sized}{heavy}/><a:t>{escaped(text)}</a:t></a:r></a:p>")
    start = '<a:bodyPr anchor="t"><a:normAutofit/></a:bodyPr>' if own_place else "<a:bodyPr><a:normAutofit/></a:bodyPr>"
    return f"{start}<a:lstStyle/>{''.join(said) or '<a:p/>'}"


def slide_number(number: int, size: float) -> str:
    """The number of a slide as a field that follows when slides are moved; size in points."""
    return (
        f'<a:bodyPr/><a:lstStyle/><a:p><a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr sz="{round(size * 100)}"/>'
        f"<a:t>{number}</a:t></a:fld></a:p>"
    )


def picture(relation: str, box: Box, told: str) -> str:
    """A picture of the package by its relation to the slide; told: what it shows, for those who do not see it."""
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr {IDENTITY} descr="{escaped(told)}"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/>'
        f'</p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</p:blipFill><p:spPr>{_place(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def line(box: Box, width: float, colour: str, dashed: bool = False) -> str:
    """A straight line from the left top to the right bottom of its box; width in points."""
    return (
        f"<p:cxnSp><p:nvCxnSpPr><p:cNvPr {IDENTITY}/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
        f'<p:spPr>{_place(box)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f"{_edge(colour, width, dashed)}</p:spPr></p:cxnSp>"
    )


def shape(
    kind: str, box: Box, fill: str, edge: str, width: float, text: str = "", look: Type | None = None, turned: int = 0
) -> str:
    """A filled shape of a preset kind such as rect, ellipse or triangle, turned by degrees, with a text inside."""
    inside = _text(text, look) if look else "<a:bodyPr/><a:lstStyle/><a:p/>"
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr {IDENTITY}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f'<p:spPr>{_place(box, turned)}<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>{_fill(fill)}{_edge(edge, width)}'
        f"</p:spPr><p:txBody>{inside}</p:txBody></p:sp>"
    )


def polygon(corners: Sequence[tuple[float, float]], box: Box, fill: str, width: float) -> str:
    """A filled shape with corners at these shares of its box, its edge in the same colour; its points can be edited."""
    first, *others = (f'<a:pt x="{round(x * box[2] * EMU)}" y="{round(y * box[3] * EMU)}"/>' for x, y in corners)
    lines = "".join(f"<a:lnTo>{each}</a:lnTo>" for each in others)
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr {IDENTITY}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{_place(box)}"
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
    index: int | None = None,
) -> str:
    """A native table; each cell is its text, its look and the colour of its ground ("" for none).

    index: of the place of the layout that the table takes, None outside such a place.
    """
    kept = "<p:nvPr/>" if index is None else f'<p:nvPr><p:ph idx="{index}"/></p:nvPr>'
    columns = "".join(f'<a:gridCol w="{_emu(width)}"/>' for width in widths)
    lines = "".join(
        f'<a:tr h="{_emu(height)}">{"".join(_cell(*cell) for cell in row)}</a:tr>'
        for row, height in zip(rows, heights, strict=True)
    )
    first = ' firstRow="1"' if headed else ""
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr {IDENTITY}/><p:cNvGraphicFramePr>"
        f'<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>{kept}</p:nvGraphicFramePr>'
        f'{_place(box, space="p")}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
        f"<a:tbl><a:tblPr{first}><a:tableStyleId>{NO_STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{columns}</a:tblGrid>{lines}"
        f"</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _cell(text: str, look: Type, ground: str) -> str:
    across, down = _emu(CELL_ACROSS), _emu(CELL_DOWN)
    filled = _fill(ground) if ground else "<a:noFill/>"
    return (
        f"<a:tc><a:txBody>{_text(text, look)}</a:txBody>"
        f'<a:tcPr marL="{across}" marR="{across}" marT="{down}" marB="{down}">{RULE}{filled}</a:tcPr></a:tc>'
    )


def _text(text: str, look: Type, fit: str = "") -> str:
    """The body of a text: no margins, a paragraph for each line, each of them one run."""
    start = f'<a:pPr algn="{ALIGN[look.align]}">{_leading(look.size)}</a:pPr>'
    so = f'sz="{round(look.size * 100)}" b="{int(look.bold)}" i="{int(look.italic)}"'
    run = f"<a:r><a:rPr {so}>{_fill(look.colour)}</a:rPr>"
    said = "".join(f"<a:p>{start}{run}<a:t>{escaped(line)}</a:t></a:r></a:p>" for line in text.split("\n"))
    return (
        f'<a:bodyPr wrap="{"square" if look.wraps else "none"}" lIns="0" rIns="0" tIns="0" bIns="0" '
        f'anchor="{ANCHOR[look.anchor]}">{fit}</a:bodyPr><a:lstStyle/>{said}'
    )


def _leading(size: float) -> str:
    return f'<a:lnSpc><a:spcPts val="{round(size * LEADING * 100)}"/></a:lnSpc>'


def _place(box: Box, turned: int = 0, space: str = "a") -> str:
    left, top, width, height = map(_emu, box)
    turn = f' rot="{turned * 60_000}"' if turned else ""
    return f'<{space}:xfrm{turn}><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></{space}:xfrm>'


def _fill(colour: str) -> str:
    own = COLOURS.get(colour) or f'<a:srgbClr val="{colour}"/>'
    return f"<a:solidFill>{own}</a:solidFill>"


def _edge(colour: str, width: float, dashed: bool = False) -> str:
    dash = '<a:prstDash val="dash"/>' if dashed else ""
    return f'<a:ln w="{round(width * 12_700)}">{_fill(colour)}{dash}</a:ln>'


def _emu(inches: float) -> int:
    return int(inches * EMU)


def escaped(text: str) -> str:
    """Text of an element or attribute; signs that XML cannot hold are spelled as the format asks."""
    return CONTROLS.sub(lambda sign: f"_x{ord(sign[0]):04X}_", escape(text))
