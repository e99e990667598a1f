"""A page of a forest as HTML: boxes placed in percent, so that it fits any width and its text stays text.

Club page and hand-out show the same places and strings as the slides. The drawing is hidden from screen readers, which get
the rows in words beside it.
"""

from evidence.drawings.palette import Palette, look
from evidence.drawings.paper_items import Item, Paper
from evidence.wording.html import render


def forest_html(items: tuple[Item, ...], paper: Paper, height: float, colours: Palette) -> str:
    """The things on one page as an HTML drawing; height is that of the page in inches."""
    grounds = {"hollow": colours["paper"], "band": colours["band"]}
    drawn = []
    for item in items:
        fill, ink, edge = look(colours, item.look) if item.look else (colours[item.colour],) * 3
        drawn.append(
            {
                "item": item,
                "left": round(100 * item.left / paper.width, 3),
                "top": round(100 * item.top / height, 3),
                "width": round(100 * item.width / paper.width, 3),
                "height": round(100 * item.height / height, 3),
                "tip": round(100 * item.tip, 3),
                "size": round(100 * item.size / 72 / paper.width, 3),
                "fill": grounds.get(item.kind, fill),
                "ink": ink,
                "edge": edge,
            }
        )
    return render("forest_drawing.html", drawn=drawn, ratio=round(paper.width / height, 4))
