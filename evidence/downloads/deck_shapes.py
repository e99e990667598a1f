"""Slides of 13.33 x 7.5 inches: title, text, footer and speaker notes."""

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.presentation import Presentation as Slides
from pptx.slide import Slide

from evidence.downloads.drawingml import Type, put, text_box, title
from evidence.drawings.paper_items import text_height
from evidence.wording.say import tr

WIDTH, HEIGHT = 13.333, 7.5
MARGIN, TOP = 0.55, 1.2
BODY = WIDTH - 2 * MARGIN
TITLE_ONLY = 5


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


def new_slide(deck: Deck, heading: str, notes: Sequence[str] = ()) -> Slide:
    """A slide with its title, footer and speaker notes, added at the end."""
    slide = deck.slides.slides.add_slide(deck.slides.slide_layouts[TITLE_ONLY])
    tree = slide.shapes._spTree
    tree.remove(slide.shapes.title._element)
    size = 28 if text_height(heading, BODY, 28, True) < 0.6 else 20
    look = Type(size, bold=True, colour="accent", anchor="middle")
    put(slide, title(heading, (MARGIN, 0.3, BODY, 0.8), look), "Title 1")
    footer, small = deck.footer, Type(9, colour="faint")
    half = footer.height / 2
    put(slide, text_box(footer.about, (MARGIN, footer.top, BODY, half), small))
    second = footer.top + text_height(footer.about, BODY, small.size)
    put(slide, text_box(footer.link, (MARGIN, second, BODY, half), small))
    slide.notes_slide.notes_text_frame.text = "\n".join(notes)
    return slide


def add_paragraphs(slide: Slide, texts: Sequence[str], top: float, size: float, bold: bool = False) -> float:
    """Texts below each other; returns where the last one ends, in inches from the top."""
    for text in texts:
        height = text_height(text, BODY, size, bold)
        put(slide, text_box(text, (MARGIN, top, BODY, height), Type(size, bold)))
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
