"""The figure of a view as a picture: the shapes and the typeface of its PDF, drawn dot by dot.

A sheet that would become too large a picture is drawn with fewer dots to the inch. Where its type could not be read any
more, the picture says so and which files hold the figure; nothing else is drawn.
"""

import io
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context

from PIL import Image, ImageDraw, ImageFont

from evidence.downloads.figure import A4, FigurePage, figure_of, is_higher_than, notice_of
from evidence.downloads.figure_shapes import Area, Disc, Letters, Stroke, shapes_of
from evidence.downloads.typeface import boxes_told, drawn_text, face_file, face_name
from evidence.drawings.palette import LIGHT
from evidence.facts.view import View
from evidence.wording.say import tr

DOTS, FEWEST = 300, 100
"""Dots to the inch: what journals ask for, and from where on nine points can be read."""
MOST = 24_000_000
"""Dots of a picture, which take three bytes each while it is made."""
AT_ONCE = ThreadPoolExecutor(2, "picture")
"""So many pictures are made at a time, however many readers ask, and always by the same threads: each thread keeps the
memory of the largest picture it made."""
FINE = 8
"""Slanted and round edges are drawn so many times as large, and then made small again."""
ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}
Corners = Sequence[tuple[float, float]]


def figure_png(view: View) -> bytes:
    """All rows of a view in one picture, in the language of the run; the same view gives the same bytes."""
    return AT_ONCE.submit(copy_context().run, _picture, view).result()


def _picture(view: View) -> bytes:
    page = _sheet(view)
    dots = min(float(DOTS), _dots(page))
    picture, out = _drawn(page, dots), io.BytesIO()
    picture.save(out, "PNG", dpi=(dots, dots), compress_level=3)
    return out.getvalue()


def _sheet(view: View) -> FigurePage:
    """The tall sheet of a view, or a notice that it is too long."""
    if not is_higher_than(view, MOST / FEWEST**2 / A4[0]):
        page = _with_boxes_told(lambda told: figure_of(view, True, told).pages[0])
        if _dots(page) >= FEWEST:
            return page
    notice = tr("The figure is too long for a picture that can be read. As PDF and as SVG it is whole.")
    return _with_boxes_told(lambda told: notice_of(view, (notice, *told)))


def _with_boxes_told(made: Callable[[Sequence[str]], FigurePage]) -> FigurePage:
    page = made(())
    told = boxes_told(item.text for item in page.items)
    return made((told,)) if told else page


def _dots(page: FigurePage) -> float:
    """With how many dots to the inch a page has as many dots as a picture may have."""
    return (MOST / (page.width * page.height)) ** 0.5


def _drawn(page: FigurePage, dots: float) -> Image.Image:
    scale = dots / 72
    picture = Image.new("RGB", (round(page.width * dots), round(page.height * dots)), LIGHT["paper"])
    draw = ImageDraw.Draw(picture)
    for shape in shapes_of(page):
        if isinstance(shape, Letters):
            _write(draw, shape, scale)
        elif isinstance(shape, Stroke):
            _stroke(draw, shape, scale)
        elif isinstance(shape, Disc):
            _disc(picture, shape, scale)
        elif len(shape.corners) == 4 and shape.what != "diamond":
            _rectangle(draw, shape, scale)
        else:
            _smooth(picture, [(x * scale, y * scale) for x, y in shape.corners], shape.fill)
    return picture


def _write(draw: ImageDraw.ImageDraw, line: Letters, scale: float) -> None:
    """A line of text, a little smaller where whole dots would make it wider than its room."""
    text, file, size = drawn_text(line.text), face_file(face_name(line.bold, line.italic)), max(line.size * scale, 1.0)
    font = ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)
    wide = font.getlength(text)
    if wide > line.room * scale:
        font = ImageFont.truetype(file, max(size * line.room * scale / wide, 1.0), layout_engine=ImageFont.Layout.BASIC)
    draw.text((line.x * scale, line.y * scale), text, line.colour, font, ANCHORS[line.anchor])


def _stroke(draw: ImageDraw.ImageDraw, line: Stroke, scale: float) -> None:
    """An upright or level line on whole dots, in pieces where it is dashed."""
    half = max(1, round(line.thick * scale)) / 2
    upright = line.x1 == line.x2
    start, end = (line.y1, line.y2) if upright else (line.x1, line.x2)
    dash, gap = line.dashes or (end - start, 0.0)
    while start < end:
        stop = min(start + dash, end)
        low, high = start * scale, stop * scale
        across = (line.x1 if upright else line.y1) * scale
        box = (across - half, low, across + half, high) if upright else (low, across - half, high, across + half)
        _fill(draw, box, line.colour)
        start = stop + gap


def _rectangle(draw: ImageDraw.ImageDraw, shape: Area, scale: float) -> None:
    (left, top), _, (right, bottom), _ = shape.corners
    half = shape.thick / 2
    outer = (left - half, top - half, right + half, bottom + half)
    _fill(draw, tuple(each * scale for each in outer), shape.edge or shape.fill)
    if shape.edge:
        inner = (left + half, top + half, right - half, bottom - half)
        _fill(draw, tuple(each * scale for each in inner), shape.fill)


def _fill(draw: ImageDraw.ImageDraw, box: Sequence[float], colour: str) -> None:
    """A rectangle on whole dots, at least one wide and high."""
    left, top, right, bottom = map(round, box)
    draw.rectangle((left, top, max(right - 1, left), max(bottom - 1, top)), colour)


def _disc(picture: Image.Image, disc: Disc, scale: float) -> None:
    x, y, half = disc.x * scale, disc.y * scale, disc.thick / 2
    for radius, colour in (((disc.radius + half) * scale, disc.edge), (max(disc.radius - half, 0) * scale, disc.fill)):
        _smooth(picture, [(x - radius, y - radius), (x + radius, y + radius)], colour, round_one=True)


def _smooth(picture: Image.Image, corners: Corners, colour: str, round_one: bool = False) -> None:
    """A shape with soft edges: a polygon, or the ellipse between two corners."""
    left, top = int(min(x for x, _ in corners)), int(min(y for _, y in corners))
    wide = int(max(x for x, _ in corners)) - left + 1
    high = int(max(y for _, y in corners)) - top + 1
    mask = Image.new("L", (wide * FINE, high * FINE), 0)
    fine = [((x - left) * FINE, (y - top) * FINE) for x, y in corners]
    draw = ImageDraw.Draw(mask)
    if round_one:
        draw.ellipse([*fine[0], *fine[1]], 255)
    else:
        draw.polygon(fine, 255)
    small = mask.resize((wide, high), Image.Resampling.BOX)
    picture.paste(colour, (left, top, left + wide, top + high), small)
