"""Slides of 13.33 x 7.5 inches: title, text, footer and speaker notes."""

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.presentation import Presentation as Slides
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Inches, Pt

from evidence.drawings.paper_items import text_height
from evidence.wording.words import tr

WIDTH, HEIGHT = 13.333, 7.5
MARGIN, TOP = 0.55, 1.2
BODY = WIDTH - 2 * MARGIN
FACE = "Arial"
TITLE_ONLY = 5
COLOURS = {
    "ink": RGBColor(0x18, 0x26, 0x2E),
    "faint": RGBColor(0x4C, 0x5A, 0x62),
    "line": RGBColor(0xB8, 0xC0, 0xC4),
    "accent": RGBColor(0x0D, 0x5C, 0x6C),
    "warning": RGBColor(0x6B, 0x4E, 0x00),
    "paper": RGBColor(0xFF, 0xFF, 0xFF),
    "soft": RGBColor(0xEE, 0xF4, 0xF5),
}
ALIGN = {"left": PP_ALIGN.LEFT, "right": PP_ALIGN.RIGHT, "center": PP_ALIGN.CENTER}


@dataclass(frozen=True)
class Footer:
    """What stands at the foot of every slide: data version and filters, then the link."""

    about: str
    link: str

    @property
    def height(self) -> float:
        """Its height in inches."""
        return text_height(self.about, BODY, 9) + text_height(self.link, BODY, 9) + 0.1

    @property
    def top(self) -> float:
        """Where it starts, in inches from the top of the slide."""
        return HEIGHT - 0.2 - self.height


@dataclass(frozen=True)
class Deck:
    """A deck in the making: the slides and what stands at the foot of each."""

    slides: Slides
    footer: Footer

    @property
    def bottom(self) -> float:
        """Where the body of a slide must end."""
        return self.footer.top - 0.15


def new_slide(deck: Deck, title: str, notes: Sequence[str] = ()) -> Slide:
    """A slide with its title, footer and speaker notes, added at the end."""
    slide = deck.slides.slides.add_slide(deck.slides.slide_layouts[TITLE_ONLY])
    slide.shapes.turbo_add_enabled = True
    heading = slide.shapes.title
    heading.left, heading.top, heading.width, heading.height = Inches(MARGIN), Inches(0.3), Inches(BODY), Inches(0.8)
    size = 28 if text_height(title, BODY, 28, True) < 0.6 else 20
    write(heading.text_frame, title, size, bold=True, colour="accent", anchor="middle")
    add_words(slide, deck.footer.about, MARGIN, deck.footer.top, BODY, deck.footer.height / 2, 9, colour="faint")
    second = deck.footer.top + text_height(deck.footer.about, BODY, 9)
    add_words(slide, deck.footer.link, MARGIN, second, BODY, deck.footer.height / 2, 9, colour="faint")
    slide.notes_slide.notes_text_frame.text = "\n".join(notes)
    return slide


def write(
    frame: TextFrame,
    text: str,
    size: float,
    bold: bool = False,
    italic: bool = False,
    colour: str = "ink",
    align: str = "left",
    anchor: str = "top",
) -> None:
    """Put one text into a frame without margins; the text stays one run, so that it can be edited and found whole."""
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Inches(0)
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE if anchor == "middle" else MSO_ANCHOR.TOP
    paragraph = frame.paragraphs[0]
    paragraph.alignment = ALIGN[align]
    run = paragraph.add_run()
    run.text = text
    run.font.name, run.font.size, run.font.bold, run.font.italic = FACE, Pt(size), bold, italic
    run.font.color.rgb = COLOURS[colour]


def add_words(
    slide: Slide,
    text: str,
    left: float,
    top: float,
    width: float,
    height: float,
    size: float,
    name: str = "",
    **look: object,
) -> None:
    """A text box; places in inches, size in points, look as in write()."""
    box = slide.shapes.add_textbox(*(Inches(each) for each in (left, top, width, height)))
    if name:
        box.name = name
    write(box.text_frame, text, size, **look)  # type: ignore[arg-type]


def add_paragraphs(slide: Slide, texts: Sequence[str], top: float, size: float, bold: bool = False) -> float:
    """Texts below each other; returns where the last one ends, in inches from the top."""
    for text in texts:
        height = text_height(text, BODY, size, bold)
        add_words(slide, text, MARGIN, top, BODY, height, size, bold=bold)
        top += height + size / 72 * 0.55
    return top


def fitting_size(texts: Sequence[str], room: float, largest: float, smallest: float = 12) -> float:
    """The largest type in points with which the texts stand below each other in the room, in inches; not below smallest."""
    size = largest
    while size > smallest and sum(text_height(text, BODY, size) + size / 72 * 0.55 for text in texts) > room:
        size -= 1
    return size


def tr_more(title: str) -> str:
    """The title of a slide on which a table or figure goes on."""
    return tr("{title} (continued)", title=title)
