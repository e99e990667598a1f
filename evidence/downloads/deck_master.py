"""The master of the slides: the program's own, or a clinic's template with its typefaces, colours and logo.

EVIDENCE_DECK_TEMPLATE, or --template of the command line, names a PPTX or POTX file. Its slides are left out; of its layouts
those for a title, for title and content, for a title only and for a section are used.
"""

import io
import os
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lxml import etree
from pptx import Presentation
from pptx.exc import PackageNotFoundError
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Slides
from pptx.slide import SlideLayout as PowerPointLayout

from evidence.downloads.converter import NotConvertedError
from evidence.downloads.deck_own_master import own_master
from evidence.downloads.drawingml import EMU, Box
from evidence.vocabulary.fact import fact

SETTING = "EVIDENCE_DECK_TEMPLATE"
LEAST, USUAL = 14.0, 7.5
"""The smallest type of the main part in points, on slides of this height in inches; lower slides are shown larger."""
INSET_ACROSS, INSET_DOWN = 0.1, 0.05
NARROW = frozenset({
    "Arial", "Arial Narrow", "Liberation Sans", "Helvetica", "Calibri", "Carlito", "Candara", "Corbel", "Cambria",
    "Garamond", "Times New Roman", "Liberation Serif", "Gill Sans MT", "Source Sans Pro", "Tahoma", "Segoe UI",
    "Roboto", "Lato",
})  # fmt: skip
"""Typefaces that are no wider than what is measured; others get more room, the widest of all most."""
WIDEST = frozenset(("Verdana", "DejaVu Sans", "Bookman Old Style", "Lucida Sans", "Courier New", "Montserrat"))
WIDER, MUCH_WIDER = 1.12, 1.25
TITLES, BODIES, FOOTER, NUMBER = ("title", "ctrTitle"), ("", "obj", "body", "subTitle"), "ftr", "sldNum"
TEMPLATE_TYPE, SLIDES_TYPE = b"presentationml.template.main+xml", b"presentationml.presentation.main+xml"
MOST_BYTES = 50_000_000


class TemplateError(NotConvertedError):
    """The template cannot be used, so that no slides were made; `why` is the fact that says why."""


_named: ContextVar[str] = ContextVar("template for slides", default="")


@contextmanager
def using_template(path: str) -> Iterator[None]:
    """Slides made inside are made with this template; with "" as the environment says."""
    token = _named.set(path)
    try:
        yield
    finally:
        _named.reset(token)


@dataclass(frozen=True)
class Place:
    """A place that a layout keeps: the kind and number by which a slide names it, and its box in inches."""

    kind: str
    index: int
    box: Box


@dataclass(frozen=True)
class Layout:
    """A layout of slides, by the name of its part, with its kind and places; title_size is that of its titles in points."""

    name: str
    kind: str
    title: Place
    title_size: float
    body: Place | None
    footer: Place | None
    number: Place | None


@dataclass(frozen=True)
class Master:
    """A file without a slide yet, its layouts, the box for content in inches, and what type needs.

    wide: how much wider than measured the typeface may be; least: the smallest type of the main part in points.
    """

    content_of_file: bytes
    cover: Layout
    content: Layout
    only: Layout
    section: Layout
    area: Box
    wide: float
    least: float

    def opened(self) -> Slides:
        """The file as slides to be filled; each call opens another."""
        return Presentation(io.BytesIO(self.content_of_file))


def master() -> Master:
    """The master of the template in use, else our own; TemplateError for a file of no use."""
    named = _named.get() or os.environ.get(SETTING, "")
    return _master(named, _age(named) if named else 0.0)


@lru_cache(maxsize=4)
def _master(named: str, _changed: float) -> Master:
    """What is known of a file, until it changes."""
    file = _from_file(named) if named else own_master()
    slides = Presentation(io.BytesIO(file))
    layouts = [each for each in map(_layout, slides.slide_layouts) if each is not None]
    if not layouts:
        raise TemplateError(fact("template without titles", path=named))
    content = _first(layouts, "obj", lambda each: each.title.kind == "title" and each.body is not None)
    only = _first(layouts, "titleOnly", lambda each: each.title.kind == "title" and each.body is None, content)
    wide, high = ((each or 0) / EMU for each in (slides.slide_width, slides.slide_height))
    return Master(
        file,
        cover=_first(layouts, "title", lambda each: each.title.kind == "ctrTitle", content),
        content=content,
        only=only,
        section=_first(layouts, "secHead", lambda each: False, only),
        area=_area(content, wide, high),
        wide=_wide(slides),
        least=round(LEAST * min(1.0, high / USUAL), 1),
    )


def _age(path: str) -> float:
    try:
        return Path(path).stat().st_mtime
    except OSError as error:
        raise TemplateError(fact("template not found", path=path)) from error


def _from_file(path: str) -> bytes:
    """A template without its slides, as slides that can be opened."""
    try:
        content = Path(path).read_bytes()
        if len(content) > MOST_BYTES:
            raise TemplateError(fact("template too large", path=path))
        slides = Presentation(io.BytesIO(_as_slides(content)))
    except (OSError, zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise TemplateError(fact("template not read", path=path)) from error
    root = slides.part._element
    for each in list(slides.slides._sldIdLst):
        slides.part.drop_rel(each.rId)
        slides.slides._sldIdLst.remove(each)
    for name in ("p:custShowLst", "p:extLst"):  # shows and sections that name slides which are gone
        for each in root.findall(qn(name)):
            root.remove(each)
    raw = io.BytesIO()
    slides.save(raw)
    return raw.getvalue()


def _as_slides(content: bytes) -> bytes:
    """The content of a POTX as a PPTX, which differ in one word."""
    with zipfile.ZipFile(io.BytesIO(content)) as whole:
        files = {name: whole.read(name) for name in whole.namelist()}
    types = files["[Content_Types].xml"]
    if TEMPLATE_TYPE not in types:
        return content
    files["[Content_Types].xml"] = types.replace(TEMPLATE_TYPE, SLIDES_TYPE)
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as made:
        for name, file in files.items():
            made.writestr(name, file)
    return raw.getvalue()


def _layout(layout: PowerPointLayout) -> Layout | None:
    """A layout with its places; None for one without a title."""
    places: dict[str, list[Place]] = {}
    for each in tuple(layout.placeholders):
        asked = each._element.ph
        if asked is None:
            continue
        kind = asked.get("type", "")
        if each.width is not None and each.left is not None:
            box = (each.left / EMU, each.top / EMU, each.width / EMU, each.height / EMU)
            places.setdefault(kind, []).append(Place(kind, int(asked.get("idx", 0)), box))
    titles = [place for kind in TITLES for place in places.get(kind, ())]
    bodies = [place for kind in BODIES for place in places.get(kind, ())]
    if not titles:
        return None
    return Layout(
        str(layout.part.partname),
        layout._element.get("type", ""),
        titles[0],
        _title_size(layout),
        bodies[0] if len(bodies) == 1 else None,
        next(iter(places.get(FOOTER, ())), None),
        next(iter(places.get(NUMBER, ())), None),
    )


def _title_size(layout: PowerPointLayout) -> float:
    """The size of a title in points: of the place in the layout, in the master, or of the titles of the master."""
    own = '//p:sp[p:nvSpPr/p:nvPr/p:ph[@type="title" or @type="ctrTitle"]]/p:txBody/a:lstStyle/a:lvl1pPr/a:defRPr/@sz'
    master = layout.slide_master._element
    found = [*layout._element.xpath(own), *master.xpath(own), *master.xpath("//p:titleStyle/a:lvl1pPr/a:defRPr/@sz")]
    return int(found[0]) / 100 if found else 44.0


def _first(layouts: Sequence[Layout], kind: str, fits: Callable[[Layout], bool], other: Layout | None = None) -> Layout:
    """The layout of a kind, else the first with the right places, else another."""
    of_kind = [each for each in layouts if each.kind == kind]
    alike = [each for each in layouts if fits(each)]
    return next(iter([*of_kind, *alike]), other or layouts[0])


def _area(content: Layout, wide: float, high: float) -> Box:
    """Where content may stand: inside the place of the layout for it, else below the title."""
    left, top, width, height = content.title.box
    if content.body is not None:
        left, top, width, height = content.body.box
    else:
        top, height = top + height + 0.1, high * 0.9 - top - height - 0.1
    return left + INSET_ACROSS, top + INSET_DOWN, min(width, wide - left) - 2 * INSET_ACROSS, height - 2 * INSET_DOWN


def _wide(slides: Slides) -> float:
    """How much wider than measured the typeface of the text may be."""
    theme = slides.slide_masters[0].part.part_related_by(RELATIONSHIP_TYPE.THEME).blob.decode("utf-8", "replace")
    found = re.search(r'<a:minorFont>.*?<a:latin typeface="([^"]*)"', theme, re.S)
    face = found[1] if found else ""
    return 1.0 if face in NARROW else MUCH_WIDER if face in WIDEST else WIDER
