"""The forest plot on slides as native shapes: every line, square, arrow, diamond, mark and text can be moved and edited."""

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.util import Inches, Pt

from evidence.downloads.deck_shapes import BODY, COLOURS, MARGIN, TOP, Deck, add_words, new_slide, tr_more, write
from evidence.drawings.palette import LIGHT
from evidence.drawings.paper import forest_pages
from evidence.drawings.paper_items import FRAME, ForestPage, Item, Paper
from evidence.forest.panel import Panel
from evidence.forest.row import Forest, sentence
from evidence.wording.words import tr

SHAPES = {
    "square": MSO_SHAPE.RECTANGLE,
    "hollow": MSO_SHAPE.RECTANGLE,
    "diamond": MSO_SHAPE.DIAMOND,
    "mark": MSO_SHAPE.OVAL,
    "arrow left": MSO_SHAPE.ISOSCELES_TRIANGLE,
    "arrow right": MSO_SHAPE.ISOSCELES_TRIANGLE,
}
TYPE_SIZES = (1.3, 1.2, 1.1, 1.0)
TURNED = {"arrow left": 270.0, "arrow right": 90.0}


def add_forest(deck: Deck, forest: Forest, panel: Panel, title: str, notes: tuple[str, ...]) -> None:
    """The slides of a forest; the notes of each hold its rows in words."""
    for number, page in enumerate(_pages(deck, forest, panel)):
        words = tuple(sentence(forest.rows[row], forest.axis) for row in page.rows)
        slide = new_slide(deck, tr_more(title) if number else title, (*notes, *words, legend()))
        for item in page.items:
            _draw(slide, item, _name(item, forest))


def _pages(deck: Deck, forest: Forest, panel: Panel) -> tuple[ForestPage, ...]:
    """One page in the largest type with which that is possible, else as many as it takes."""
    for size in TYPE_SIZES:
        pages = forest_pages(forest, Paper(BODY, deck.bottom - TOP, size), panel.pooled)
        if len(pages) == 1:
            break
    return pages


def legend() -> str:
    """What the marks of a forest mean."""
    return tr(
        "Hollow squares: change without a control group. An arrow: the interval goes on beyond the axis. Risk of bias: "
        "+ low or yes, \u2212 some concerns or moderate, \u00d7 high, serious or no, ! critical, ? no information or "
        "unclear, empty circle not assessed; the last mark is the overall judgement."
    )


def _name(item: Item, forest: Forest) -> str:
    """The name of a shape, which tests and people find it by: interval Gorantla2024-IRLS."""
    if item.row == FRAME or item.row >= len(forest.rows):
        return item.name
    row = forest.rows[item.row]
    return f"{item.name} {row.result_id or row.study_id}"


def _draw(slide: Slide, item: Item, name: str) -> None:
    left, top = MARGIN + item.left, TOP + item.top
    if item.kind == "words":
        look = {"bold": item.bold, "italic": item.italic, "align": item.align, "colour": item.colour}
        add_words(slide, item.text, left, top, item.width, item.height, item.size, name, **look)
        return
    if item.kind == "line":
        ends = (left, top, left + item.width, top + item.height)
        line = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *(Inches(each) for each in ends))
        line.name = name
        _unstyled(line)
        line.line.width, line.line.color.rgb = Pt(item.size), COLOURS[item.colour]
        return
    shape = slide.shapes.add_shape(SHAPES[item.kind], *(Inches(each) for each in (left, top, item.width, item.height)))
    shape.name = name
    shape.rotation = TURNED.get(item.kind, 0.0)
    _unstyled(shape)
    fill, ink, edge = _look(item)
    shape.fill.solid()
    shape.fill.fore_color.rgb = fill
    shape.line.color.rgb, shape.line.width = edge, Pt(1.5 if item.kind == "hollow" else 0.75)
    if item.kind == "mark":
        write(shape.text_frame, item.text, item.size, bold=True, align="center", anchor="middle")
        shape.text_frame.word_wrap = False
        shape.text_frame.paragraphs[0].runs[0].font.color.rgb = ink


def _unstyled(shape: BaseShape) -> None:
    """Take away the style of the theme, which would add shadows."""
    for style in shape._element.findall(qn("p:style")):
        shape._element.remove(style)


def _look(item: Item) -> tuple[RGBColor, RGBColor, RGBColor]:
    """Fill, text and edge of a shape."""
    if item.kind == "mark":
        fill, text, edge = LIGHT.looks[item.look]
        return _colour(fill), _colour(text), _colour(edge)
    ink = COLOURS[item.colour]
    return (COLOURS["paper"] if item.kind == "hollow" else ink), ink, ink


def _colour(text: str) -> RGBColor:
    return RGBColor.from_string(text[1:].upper()) if text.startswith("#") else COLOURS["paper"]
