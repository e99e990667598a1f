"""The forest plot on slides as native shapes: every line, square, arrow, diamond, mark and text can be moved and edited."""

from pptx.slide import Slide

from evidence.downloads.deck_shapes import BODY, MARGIN, TOP, Deck, new_slide, tr_more
from evidence.downloads.drawingml import Type, line, polygon, put, shape, text_box
from evidence.downloads.forest_key import key_of_marks, key_of_signs
from evidence.drawings.palette import LIGHT, look
from evidence.drawings.paper import pages_of
from evidence.drawings.paper_items import FRAME, Item, Paper
from evidence.forest.layout import Layout
from evidence.forest.rows import Forest
from evidence.wording.forest import sentence

SHAPES = {
    "square": ("rect", 0),
    "hollow": ("rect", 0),
    "arrow left": ("triangle", 270),
    "arrow right": ("triangle", 90),
}
"""The preset of each thing and by how many degrees it is turned."""
TYPE_SIZES = (1.3, 1.2, 1.1, 1.0)
THIN, THICK = 0.75, 1.5
"""Edges in points."""


def add_forest(deck: Deck, forest: Forest, layout: Layout, title: str, notes: tuple[str, ...]) -> None:
    """The slides of a forest, in the largest type with which it is whole; the notes of each hold its rows in words."""
    judged = forest.has_marks
    pages = pages_of(layout, *(Paper(BODY, deck.bottom - TOP, size, judged) for size in TYPE_SIZES))
    key = (*key_of_signs([layout]), *key_of_marks([forest], pages.paper))
    for number, rows in enumerate(pages.rows):
        words = [sentence(forest.rows[row], forest.axis) for row in rows]
        slide = new_slide(deck, tr_more(title) if number else title, (*notes, *words, *key))
        for item in pages.page(number).items:
            _draw(slide, item, _name(item, forest))


def _name(item: Item, forest: Forest) -> str:
    """The name of a shape, which tests and people find it by: interval Gorantla2024-IRLS."""
    if item.row == FRAME or item.row >= len(forest.rows):
        return item.name
    row = forest.rows[item.row]
    return f"{item.name} {row.result_id or row.study_id}"


def _draw(slide: Slide, item: Item, name: str) -> None:
    box = (MARGIN + item.left, TOP + item.top, item.width, item.height)
    if item.kind == "words":
        put(slide, text_box(item.text, box, Type(item.size, item.bold, item.italic, item.colour, item.align)), name)
    elif item.kind in ("line", "dashed"):
        put(slide, line(box, item.size, item.colour, dashed=item.kind == "dashed"), name)
    elif item.kind == "band":
        put(slide, shape("rect", box, "band", "band", 0), name)
    elif item.kind == "diamond":
        corners = ((0, 0.5), (item.tip, 0), (1, 0.5), (item.tip, 1))
        put(slide, polygon(corners, box, item.colour, THIN), name)
    elif item.kind == "mark":
        fill, ink, edge = map(_colour, look(LIGHT, item.look))
        sign = Type(item.size, bold=True, colour=ink, align="center", anchor="middle", wraps=False)
        put(slide, shape("ellipse", box, fill, edge, THIN, item.text, sign), name)
    else:
        kind, turned = SHAPES[item.kind]
        hollow = item.kind == "hollow"
        fill = "paper" if hollow else item.colour
        put(slide, shape(kind, box, fill, item.colour, THICK if hollow else THIN, turned=turned), name)


def _colour(text: str) -> str:
    return text[1:].upper() if text.startswith("#") else "paper"
