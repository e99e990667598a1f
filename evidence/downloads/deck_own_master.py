"""The program's own master of slides: 13.33 x 7.5 inches, the colours of the pages, Arial, and four layouts."""

import io
import re
from functools import cache

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from evidence.downloads.drawingml import BACK
from evidence.drawings.palette import LIGHT

WIDTH, HEIGHT = 13.333, 7.5
FACE = "Arial"
KEPT = ("title", "obj", "secHead", "titleOnly")
"""The layouts that are used, as the format names them."""
THEME = {
    "dk1": "ink", "lt1": "paper", "dk2": "accent", "lt2": "soft", "accent1": "accent", "accent2": "warn", "accent3": "low",
    "accent4": "some", "accent5": "high", "accent6": "critical", "hlink": "accent", "folHlink": "accent",
}  # fmt: skip
"""The colours of the theme by their names in the palette."""
FOOT = 6.98
PLACES = {
    "title": (0.45, 0.28, 12.43, 0.8), "body": (0.45, 1.15, 12.43, 5.75), "ftr": (0.45, FOOT, 11.3, 0.36),
    "sldNum": (11.88, FOOT, 1.0, 0.36),
}  # fmt: skip
OWN_PLACES = {
    ("title", "ctrTitle"): (0.45, 1.3, 12.43, 1.5),
    ("title", "subTitle"): (0.45, 2.95, 12.43, 3.8),
    ("secHead", "title"): (0.45, 2.2, 12.43, 1.0),
    ("secHead", "body"): (0.45, 3.3, 12.43, 3.3),
}
"""Places of a layout that stand elsewhere than those of the master, in inches."""
SIZES = {"title": 28, "ctrTitle": 40, "ftr": 14, "sldNum": 14}
FIRST, BODY = 36, 20
"""Points: the title of a section, and text."""


@cache
def own_master() -> bytes:
    """The bytes of a presentation without slides, the same in every run."""
    slides = Presentation()
    slides.slide_width, slides.slide_height = Inches(WIDTH), Inches(HEIGHT)
    master = slides.slide_master
    for layout in list(slides.slide_layouts):
        if layout._element.get("type") not in KEPT:
            slides.slide_layouts.remove(layout)
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = _themed(theme.blob.decode("utf-8")).encode("utf-8")
    for owner in (master, *slides.slide_layouts):
        for each in list(owner.placeholders):
            _place(each)
    _type(master._element)
    for name in ("thumbnail", "printerSettings"):
        for rels in (slides.part.package._rels, slides.part.rels):
            for key in [key for key, rel in rels.items() if rel.reltype.endswith(f"/{name}")]:
                rels.pop(key)
    raw = io.BytesIO()
    slides.save(raw)
    return raw.getvalue()


def _themed(theme: str) -> str:
    colours = "".join(f'<a:{name}><a:srgbClr val="{LIGHT[own][1:].upper()}"/></a:{name}>' for name, own in THEME.items())
    theme = re.sub(
        r"<a:clrScheme.*?</a:clrScheme>", f'<a:clrScheme name="Evidence">{colours}</a:clrScheme>', theme, flags=re.S
    )
    return re.sub(r'(<a:m(?:ajor|inor)Font><a:latin typeface=")[^"]*', rf"\g<1>{FACE}", theme)


def _place(each: object) -> None:
    """A place in the master or a layout: where it stands, or nothing where the layout follows the master; no date."""
    element = each._element  # type: ignore[attr-defined]
    kind = element.ph.get("type", "")
    of_layout = element.getroottree().getroot().get("type")
    if kind == "dt":
        element.getparent().remove(element)
        return
    box = OWN_PLACES.get((of_layout, kind)) if of_layout else PLACES.get(kind)
    moved = element.spPr.find(qn("a:xfrm"))
    if moved is not None:
        element.spPr.remove(moved)
    if box is not None:
        each.left, each.top, each.width, each.height = map(Inches, box)  # type: ignore[attr-defined]
    size = FIRST if (of_layout, kind) == ("secHead", "title") else SIZES.get(kind) if kind != "title" else None
    style = element.txBody.find(qn("a:lstStyle"))
    for child in list(style):
        style.remove(child)
    if size or kind in ("subTitle", "body"):
        shown = Pt(size or BODY).centipoints
        bare = '<a:buNone xmlns:a="{0}"/>' if of_layout else ""
        _level(
            style, shown, "r" if kind == "sldNum" else "l", bare, heavy=kind in ("ctrTitle", "title"), faint=kind in FAINT
        )
    if kind in ("ctrTitle", "title"):
        element.txBody.find(qn("a:bodyPr")).set("anchor", "b" if of_layout in ("title", "secHead") else "ctr")


FAINT = ("ftr", "sldNum")


def _level(style: object, size: int, align: str, bullet: str, heavy: bool, faint: bool) -> None:
    space = "http://schemas.openxmlformats.org/drawingml/2006/main"
    back = BACK if faint else ""
    colour = f'<a:schemeClr val="{"tx2" if heavy else "tx1"}">{back}</a:schemeClr>'
    indent = ' marL="0" indent="0"' if bullet else ""
    style.append(  # type: ignore[attr-defined]
        parse_xml(
            f'<a:lvl1pPr xmlns:a="{space}"{indent} algn="{align}">{"<a:buNone/>" if bullet else ""}'
            f'<a:defRPr sz="{size}" b="{int(heavy)}"><a:solidFill>{colour}</a:solidFill></a:defRPr></a:lvl1pPr>'
        )
    )


def _type(master: object) -> None:
    """Titles from the left in the accent, bold; text in the size of the pages."""
    styles = master.find(qn("p:txStyles"))  # type: ignore[attr-defined]
    first = styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    first.set("algn", "l")
    words = first.find(qn("a:defRPr"))
    words.set("sz", str(SIZES["title"] * 100))
    words.set("b", "1")
    words.find(qn("a:solidFill")).find(qn("a:schemeClr")).set("val", "tx2")
    for level, each in enumerate(styles.find(qn("p:bodyStyle")).findall("*"), start=1):
        if each.find(qn("a:defRPr")) is not None:
            each.find(qn("a:defRPr")).set("sz", str(max(BODY - 2 * (level - 1), 14) * 100))
