"""Slides in the making: title, content, footer, number and speaker notes in the places of a master, written in one go.

A deck has a main part, in which no type is below `least` and every slide stands alone, and an appendix with all the rest.
"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Slides

from evidence.downloads.deck_master import INSET_ACROSS, INSET_DOWN, Layout, Master, Place
from evidence.downloads.deck_package import notes_xml, slide_xml
from evidence.downloads.drawingml import (
    SPACES,
    Box,
    Type,
    paragraphs,
    placeholder,
    slide_number,
    text_box,
)
from evidence.drawings.paper_items import text_height, text_width
from evidence.wording.say import tr

TITLES = (40.0, 32.0, 28.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0)
"""Sizes of a title in points, from the largest that its layout may have."""
PARAGRAPH = 0.55
"""The space between two paragraphs, in sizes of their type."""


@dataclass(eq=False)
class Sheet:
    """One slide: its layout, title and notes, and the shapes put on it."""

    layout: Layout
    title: str
    notes: tuple[str, ...]
    shapes: list[tuple[str, str]] = field(default_factory=list)
    picture: bytes = b""

    def put(self, shape: str, name: str = "") -> None:
        """Add a shape on top of the others; the name is what tests and people find it by."""
        self.shapes.append((shape, name))


@dataclass(eq=False)
class Deck:
    """The slides so far; footers: what may stand at the foot of each, the first that has room does."""

    master: Master
    footers: tuple[str, ...]
    sheets: list[Sheet] = field(default_factory=list)

    @property
    def bottom(self) -> float:
        """Where the content of a slide must end, in inches from the top."""
        return self.master.area[1] + self.master.area[3]

    @property
    def top(self) -> float:
        """Where the content of a slide starts."""
        return self.master.area[1]

    @property
    def left(self) -> float:
        """Where the content starts from the left."""
        return self.master.area[0]

    @property
    def body(self) -> float:
        """How wide the content may be, in inches."""
        return self.master.area[2]

    def add(self, layout: Layout, title: str, notes: Iterable[str] = ()) -> Sheet:
        """A slide at the end."""
        sheet = Sheet(layout, title, tuple(note for note in notes if note))
        self.sheets.append(sheet)
        return sheet

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """The width of the longest line of a text in inches, in the typeface of the master."""
        return max(text_width(line, size, bold) for line in text.split("\n")) * self.master.wide

    def height(self, text: str, width: float, size: float, bold: bool = False) -> float:
        """The height of a wrapped text in inches, in the typeface of the master."""
        return sum(text_height(line, width / self.master.wide, size, bold) for line in text.split("\n"))

    def paragraphs_height(self, texts: Iterable[tuple[str, float, bool]]) -> float:
        """The height of texts below each other in the content of a slide, with the space after each."""
        return sum(self.height(text, self.body, size, bold) + size / 72 * PARAGRAPH for text, size, bold in texts)

    def write(self, sheet: Sheet, texts: Sequence[tuple[str, float, bool]], top: float | None = None) -> float:
        """Texts with size and weight below each other, in the place of the layout for content; returns where they end."""
        start = self.top if top is None else top
        end = start + self.paragraphs_height(texts)
        place = sheet.layout.body
        if place is not None and place.kind in ("", "obj", "body") and top is None:
            gap = texts[0][1] * PARAGRAPH if texts else 0
            box = _around((self.left, start, self.body, end - start))
            sheet.put(placeholder(place.kind, place.index, paragraphs(texts, gap), box), tr("Text"))
        else:
            for text, size, bold in texts:
                high = self.height(text, self.body, size, bold)
                sheet.put(text_box(text, (self.left, start, self.body, high), Type(size, bold)))
                start += high + size / 72 * PARAGRAPH
        return end

    def fill(self, slides: Slides) -> None:
        """Put every slide with its notes into a file that the master opened."""
        whole, notes_master = slides.part, slides.notes_master.part
        layouts = {str(each.part.partname): each.part for each in slides.slide_layouts}
        package = whole.package
        ids = slides.slides._sldIdLst
        for number, sheet in enumerate(self.sheets, start=1):
            part = Part(PackURI(f"/ppt/slides/slide{number}.xml"), CONTENT_TYPE.PML_SLIDE, package, b"")
            part.relate_to(layouts[sheet.layout.name], RELATIONSHIP_TYPE.SLIDE_LAYOUT)
            if sheet.picture:
                image = package.get_or_add_image_part(io.BytesIO(sheet.picture))
                part.relate_to(image, RELATIONSHIP_TYPE.IMAGE)
            where = PackURI(f"/ppt/notesSlides/notesSlide{number}.xml")
            notes = Part(where, CONTENT_TYPE.PML_NOTES_SLIDE, package, notes_xml(sheet.notes))
            notes.relate_to(notes_master, RELATIONSHIP_TYPE.NOTES_MASTER)
            notes.relate_to(part, RELATIONSHIP_TYPE.SLIDE)
            part.relate_to(notes, RELATIONSHIP_TYPE.NOTES_SLIDE)
            part._blob = slide_xml(self._shapes(sheet, number))
            relation = whole.relate_to(part, RELATIONSHIP_TYPE.SLIDE)
            ids.append(parse_xml(f'<p:sldId {SPACES} id="{255 + number}" r:id="{relation}"/>'))

    def _shapes(self, sheet: Sheet, number: int) -> list[tuple[str, str]]:
        layout, shapes = sheet.layout, [(self._title(sheet), tr("Title")), *sheet.shapes]
        said = self._footer(layout.footer)
        if layout.footer is not None and said:
            words = paragraphs(((said, self.master.least, False),), own_place=False)
            shapes.append((placeholder(layout.footer.kind, layout.footer.index, words), tr("Footer")))
        if layout.number is not None:
            field_of = slide_number(number, self.master.least)
            shapes.append((placeholder(layout.number.kind, layout.number.index, field_of), tr("Slide number")))
        return shapes

    def _title(self, sheet: Sheet) -> str:
        place, own = sheet.layout.title, sheet.layout.title_size
        width, room = place.box[2] - 2 * INSET_ACROSS, place.box[3] - 2 * INSET_DOWN
        sizes = [own, *(size for size in TITLES if size < own)]
        size = next((each for each in sizes if self.height(sheet.title, width, each, True) <= room), 0.0)
        text = sheet.title
        if not size:
            size = sizes[-1]
            while len(text) > 1 and self.height(f"{text}\u2026", width, size, True) > room:
                text = text[: int(len(text) * 0.9)]
            sheet.notes, text = (sheet.title, *sheet.notes), f"{text}\u2026"
        return placeholder(
            place.kind, place.index, paragraphs(((text, 0 if size == own else size, False),), own_place=False)
        )

    def _footer(self, place: Place | None) -> str:
        """The first of the texts for the foot that has room on one line; none when none has."""
        if place is None:
            return ""
        room = place.box[2] - 2 * INSET_ACROSS
        return next((text for text in self.footers if self.width(text, self.master.least) <= room), "")


def more_of(title: str) -> str:
    """The title of a slide on which a table or figure goes on."""
    return tr("{title} (continued)", title=title)


def _around(box: Box) -> Box:
    """The box of a place whose text has the usual margins, around the box of the text."""
    left, top, width, height = box
    return left - INSET_ACROSS, top - INSET_DOWN, width + 2 * INSET_ACROSS, height + 2 * INSET_DOWN
