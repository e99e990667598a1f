"""A diamond has its tips at the pooled estimate in every file, however far its interval goes on beyond the axis."""

import io
import re
import subprocess
import xml.etree.ElementTree as ElementTree

import pytest
from PIL import Image, ImageColor
from pptx import Presentation

from evidence.club.positions import screen_pages
from evidence.club.session import session_of
from evidence.downloads.deck import deck
from evidence.downloads.deck_master import master
from evidence.downloads.exports import export
from evidence.downloads.figure import BODY, MARGIN, figure_of
from evidence.drawings.palette import LIGHT
from evidence.drawings.paper_glyphs import diamond
from evidence.drawings.paper_html import forest_html
from evidence.drawings.paper_items import Paper
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.forest.layout import Glyph

EVEN, CUT = {}, {"year": (1965, 1970)}
PARTLY_BEYOND, BEYOND = {"year": (1976, 1976)}, {"year": (1980, 1980)}
CLOSE = 0.02
"""Inches: a hair's breadth, and three dots of a picture."""


@pytest.fixture(params=[EVEN, CUT, {"design": ("randomised trial",)}], ids=["whole", "cut at both ends", "two diamonds"])
def view(request, bcg):
    return evidence_in_view(bcg, Selection(outcome="tuberculosis", **request.param))


def tips(view, width, marks=False, start=0.0):
    """Where each pooled estimate stands, in inches from the left of a sheet."""
    left, right = Paper(width, 1, marks=marks).columns["effect"]
    session = session_of(view)
    shares = [
        layout.axis.share(layout.axis.place(line.pooled.estimate))
        for layout in session.layouts
        for line in layout.lines
        if line.pooled is not None
    ]
    assert shares and all(0 < share < 1 for share in shares)
    return [start + left + share * (right - left) for share in shares]


def highest(image, item, dots):
    """Where the colour of a diamond begins at its top, in inches from the left of a picture."""
    box = [round(each * dots) for each in (item.left, item.top, item.left + item.width, item.top + item.height)]
    part, colour = image.convert("RGB").crop(box), ImageColor.getrgb(LIGHT[item.colour])
    for y in range(part.height):
        same = [x for x in range(part.width) if apart(part.getpixel((x, y)), colour) < 90]
        if same:
            return item.left + (same[0] + same[-1]) / 2 / dots
    raise AssertionError("no diamond there")


def apart(colour, other):
    return sum(abs(one - two) for one, two in zip(colour, other, strict=True))


def drawn_items(view, tall=True):
    return [item for page in figure_of(view, tall).pages for item in page.items if item.kind == "diamond"]


def test_in_the_svg(view):
    drawing = ElementTree.fromstring(export(view, "svg").content)
    diamonds = [each for each in drawing.iter("{http://www.w3.org/2000/svg}polygon") if each.get("class") == "diamond"]
    found = [[float(x) for x in re.findall(r"([\d.]+),", each.get("points"))] for each in diamonds]
    assert [corners[1] / 72 for corners in found] == pytest.approx(tips(view, BODY, start=MARGIN), abs=CLOSE)
    assert all(corners[1] == corners[3] for corners in found)


def test_in_the_pdf(view, tmp_path):
    (tmp_path / "figure.pdf").write_bytes(export(view, "pdf").content)
    subprocess.run(["pdftoppm", "-r", "300", "-png", "-singlefile", "figure.pdf", "figure"], check=True, cwd=tmp_path)
    image = Image.open(tmp_path / "figure.png")
    found = [highest(image, item, 300) for item in drawn_items(view, tall=False)]
    assert found == pytest.approx(tips(view, BODY, start=MARGIN), abs=CLOSE)


def test_in_the_picture(view):
    image = Image.open(io.BytesIO(export(view, "png").content))
    found = [highest(image, item, 300) for item in drawn_items(view)]
    assert found == pytest.approx(tips(view, BODY, start=MARGIN), abs=CLOSE)


def test_on_the_slide(view):
    slides = Presentation(io.BytesIO(deck(session_of(view)))).slides
    shapes = [shape for slide in slides for shape in slide.shapes if shape.name in ("pooled", "pooled, unfiltered")]
    found = []
    for shape in shapes:
        (path,) = shape._element.iter("{*}path")
        corners = [int(each.get("x")) / int(path.get("w")) for each in path.iter("{*}pt")]
        found.append((shape.left + corners[1] * shape.width) / 914_400)
    expected = tips(view, master().area[2], start=master().area[0])
    assert found == pytest.approx(2 * expected, abs=CLOSE)  # in the main part, and in the appendix


def test_on_the_page_of_the_club(view):
    pages = screen_pages(session_of(view))
    page = pages.page(len(pages.portions) - 1)
    html = forest_html(page.items, pages.paper, page.height, LIGHT)
    pattern = (
        r'data-part="pooled[^"]*" style="position:absolute;left:([\d.]+)%[^"]*?width:([\d.]+)%[^"]*polygon\(0 50%,([\d.]+)%'
    )
    found = [left + width * tip / 100 for left, width, tip in (map(float, each) for each in re.findall(pattern, html))]
    wide = pages.paper.width
    assert [each * wide / 100 for each in found] == pytest.approx(tips(view, wide), abs=CLOSE)


@pytest.mark.parametrize(("asked", "has_line"), [(PARTLY_BEYOND, True), (BEYOND, False)])
def test_an_estimate_beyond_the_axis_has_an_arrow_and_no_diamond(asked, has_line, bcg):
    view = evidence_in_view(bcg, Selection(outcome="tuberculosis", **asked))
    items = [item for page in figure_of(view, True).pages for item in page.items]
    assert not [item for item in items if item.kind == "diamond"]
    assert [item.colour for item in items if item.kind == "arrow left"] == ["axis"]
    lines = [item.width for item in items if item.name == "pooled, unfiltered interval"]
    assert any(width > 0 for width in lines) == has_line
    assert any(item.name == "pooled, unfiltered text" and "0.49 [0.33, 0.73]" in item.text for item in items)


def test_a_diamond_narrower_than_can_be_seen_still_has_its_tips_at_the_estimate():
    paper = Paper(BODY, 10)
    left, right = paper.columns["effect"]
    for share in (0.0, 0.3, 1.0):
        (drawn,) = diamond(Glyph(share, share, share, False, False, 0), 0, 1.0, paper, "accent", "pooled")
        assert drawn.width >= 0.04 - 1e-9
        assert drawn.left + drawn.tip * drawn.width == pytest.approx(left + share * (right - left))
