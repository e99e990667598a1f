"""The figure as a file: drawn for paper whatever the theme, with everything that is in view and what it stands on."""

import io
import re
import xml.etree.ElementTree as ElementTree
from html import escape

import pytest
from lxml import etree
from PIL import Image

from evidence.club.session import session_of
from evidence.downloads.exports import export
from evidence.downloads.figure import MARGIN, figure_of
from evidence.downloads.figure_shapes import Area, Disc, Letters, opaque, shapes_of
from evidence.downloads.typeface import width
from evidence.drawings.palette import LIGHT
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.wording.forest import estimate
from evidence.wording.language import speaking
from evidence.wording.say import say
from tests.conftest import means, small_pack
from tests.held_against import held_against
from tests.pseudo import Pseudo, undone
from tests.test_club_in_another_language import left_over
from tests.test_palette import contrast

SVG = "{http://www.w3.org/2000/svg}"
CASES = {
    "everything": ("shipped", {}),
    "held against references": ("shipped", {"outcome": "IRLS"}),
    "pooled": ("bcg", {"outcome": "tuberculosis"}),
    "a filter took studies from a pooled result": ("bcg", {"outcome": "tuberculosis", "design": ("randomised trial",)}),
    "hostile words": ("headache", {}),
    "nothing in view": ("shipped", {"year": (1900, 1901)}),
}
WHITE = "#ffffff"
LONG = (
    "A trial of a name that nobody can keep in mind, with its registration number and its acronym REMEMBERING-2001, part two"
)


@pytest.fixture(params=CASES)
def view(request):
    pack, asked = CASES[request.param]
    return evidence_in_view(request.getfixturevalue(pack), Selection(**asked))


def shapes(view, tall=True):
    return [shape for page in figure_of(view, tall).pages for shape in shapes_of(page)]


def drawing(view):
    return ElementTree.fromstring(export(view, "svg").content)


def texts(view):
    """The text of a drawing, its lines joined as they are read."""
    return " ".join(each.text or "" for each in drawing(view).iter(f"{SVG}text"))


def test_it_is_sound_xml_and_loads_nothing(view):
    content = export(view, "svg").content.decode()
    assert ElementTree.fromstring(content).tag == f"{SVG}svg"
    assert etree.fromstring(content.encode(), etree.XMLParser(recover=False)).tag == f"{SVG}svg"
    assert not re.search(r"<script|<image|<foreignObject|href|url\(|@import|on\w+=", content)


def test_every_row_in_view_stands_in_it_with_its_number_or_its_reason(view):
    said = texts(view)
    for forest in session_of(view).forests:
        assert forest.rows
        for row in forest.rows:
            told = estimate(row, forest.axis) if row.has_number else say(row.reason)
            for words in (row.study, told):
                assert all(word in said for word in words.split()), words


def covers(shape, x, y):
    if isinstance(shape, Disc):
        return (x - shape.x) ** 2 + (y - shape.y) ** 2 <= shape.radius**2
    across, down = zip(*shape.corners, strict=True)
    return min(across) <= x <= max(across) and min(down) <= y <= max(down)


def grounds(view):
    """Each text with the colours that lie under its middle and its ends, as they were drawn before it."""
    for page in figure_of(view, tall=True).pages:
        below = []
        for shape in shapes_of(page):
            if isinstance(shape, Area | Disc):
                below.append(shape)
            elif isinstance(shape, Letters):
                wide = width(shape.text, shape.size, shape.bold, shape.italic) * 72
                start = shape.x - {"start": 0, "middle": wide / 2, "end": wide}[shape.anchor]
                places = [(start + share * wide, shape.y - 0.3 * shape.size) for share in (0.05, 0.5, 0.95)]
                yield shape, {next((each.fill for each in reversed(below) if covers(each, *at)), WHITE) for at in places}


def test_words_are_dark_on_light(view):
    found = list(grounds(view))
    assert found
    assert [each.text for each, under in found if any(contrast(each.colour, ground) < 4.5 for ground in under)] == []


def test_that_holds_for_what_stands_on_a_mark_or_on_a_band(shipped):
    marks = {under for each, found in grounds(evidence_in_view(shipped, Selection())) for under in found}
    assert len(marks) > 3
    bands = [(each.text, found) for each, found in grounds(held_against(-2.0, -1.9, ci_low=-2.5, ci_high=-1.0))]
    assert [text for text, found in bands if opaque(LIGHT["band"]) in found] == ["a", "b"]
    test_words_are_dark_on_light(held_against(-2.0, -1.9, ci_low=-2.5, ci_high=-1.0))


def test_no_line_of_text_is_wider_than_its_room_or_leaves_the_sheet(view):
    for tall in (True, False):
        for page in figure_of(view, tall).pages:
            for each in shapes_of(page):
                if isinstance(each, Letters):
                    wide = width(each.text, each.size, each.bold, each.italic) * 72
                    assert wide <= each.room + 0.05, each.text
                    start = each.x - {"start": 0, "middle": wide / 2, "end": wide}[each.anchor]
                    assert start >= 0 and start + wide <= page.width * 72, each.text
                    assert 0 < each.y < page.height * 72


def test_it_says_version_day_filters_link_and_licence(shipped, monkeypatch):
    monkeypatch.setenv("EVIDENCE_ADDRESS", "https://evidence.example.org")
    said = texts(evidence_in_view(shipped, Selection(compound=("magnesium oxide",))))
    for words in (
        "Data version: 2026.2",
        f"Date of the last search: {shipped.dataset['last_search']}",
        "Filters: compound: magnesium oxide; r = 0.5",
        "Link: https://evidence.example.org/?version=2026.2&compound=magnesium+oxide&r=0.5&results=one",
        "Licence of the data: CC BY 4.0",
        "Cite as:",
    ):
        assert words in said


def test_the_question_is_its_title_and_the_outcome_stands_below_it(shipped):
    view = evidence_in_view(shipped, Selection(outcome="IRLS"))
    assert drawing(view).findtext(f"{SVG}title") == shipped.dataset["question"]
    assert "What the studies found: RLS severity (IRLS)" in texts(view)


def test_hollow_squares_are_hollow_and_filled_ones_are_not(shipped):
    view = evidence_in_view(shipped, Selection())
    areas = [each for each in shapes(view) if isinstance(each, Area)]
    rows = [row for forest in session_of(view).forests for row in forest.drawn]
    hollow, filled = ([each for each in areas if each.what == what] for what in ("hollow", "square"))
    assert len(hollow) == sum(row.hollow for row in rows) and len(filled) == sum(not row.hollow for row in rows)
    assert all(each.fill == "#ffffff" and each.thick > 0 and contrast(each.edge, "#ffffff") > 4.5 for each in hollow)
    assert all(contrast(each.fill, "#ffffff") > 4.5 for each in filled)


def test_a_filter_leaves_the_grey_diamond_of_all_studies_beside_the_pooled_one(bcg):
    view = evidence_in_view(bcg, Selection(outcome="tuberculosis", design=("randomised trial",)))
    diamonds = [each for each in shapes(view) if isinstance(each, Area) and each.what == "diamond"]
    assert len({each.fill for each in diamonds}) == 2
    assert "Without any filter, 13 results pool to" in texts(view)


def test_a_pooled_result_stands_there_with_its_model_and_how_far_the_studies_differ(bcg):
    said = texts(evidence_in_view(bcg, Selection(outcome="tuberculosis")))
    for words in ("RR 0.49 [0.33, 0.73]", "I² = 92.2%", "restricted maximum likelihood", "Hartung-Knapp"):
        assert words in said


def test_where_nothing_is_pooled_every_reason_stands_there(shipped):
    view = evidence_in_view(shipped, Selection())
    said = texts(view)
    reasons = [say(reason) for panel in session_of(view).panels for reason in panel.reasons]
    assert reasons and all(reason in said for reason in reasons)


def test_no_colour_is_transparent(view):
    assert "rgba" not in export(view, "svg").content.decode()


def test_the_key_explains_what_is_there_and_nothing_else(shipped, bcg):
    irls = texts(evidence_in_view(shipped, Selection(outcome="IRLS")))
    assert "Hollow squares: change without a control group." in irls and "Dashed lines with letters" in irls
    assert "An arrow:" not in irls and "The larger a square" not in irls
    pooled = texts(evidence_in_view(bcg, Selection(outcome="tuberculosis")))
    assert "An arrow:" in pooled and "The larger a square" in pooled and "Risk of bias was not assessed" in pooled
    assert "Hollow squares" not in pooled


def test_markup_and_long_names_of_the_data_are_text_that_fits():
    studies = [
        {"study_id": "A", "citation": "<script>alert(1)</script> & <b>co</b> \"x\" 'y'"},
        {"study_id": "B", "citation": LONG},
        {"study_id": "C", "citation": "https://example.org/" + "endless" * 40},
    ]
    view = evidence_in_view(small_pack(studies, [means(f"r{n}", n, 3, 5) for n in "ABC"]), Selection())
    said = texts(view)
    assert all(word in said for word in (*studies[0]["citation"].split(), *LONG.split()))
    assert "endless" * 40 in "".join(each.text or "" for each in drawing(view).iter(f"{SVG}text"))
    test_no_line_of_text_is_wider_than_its_room_or_leaves_the_sheet(view)


def test_margins_are_even_and_the_sheet_ends_with_its_last_line(view):
    content = export(view, "png").content
    image = Image.open(io.BytesIO(content)).convert("L")
    left, top, right, bottom = (each / image.info["dpi"][0] for each in image.point(lambda value: 255 - value).getbbox())
    wide, high = (each / image.info["dpi"][0] for each in image.size)
    assert (left, top) == pytest.approx((MARGIN, MARGIN), abs=0.07)
    assert wide - right >= MARGIN - 0.07
    assert high - bottom == pytest.approx(MARGIN, abs=0.07)


def test_an_empty_view_says_so(shipped):
    said = texts(evidence_in_view(shipped, Selection(year=(1900, 1901))))
    assert "No study with these filters can stand in the figure." in said


def words_of(view):
    items = [item for page in figure_of(view, tall=True).pages for item in page.items if item.name != "letter"]
    return " ".join(item.text for item in items)


def test_another_language_says_the_same_and_leaves_no_english(view):
    english = words_of(view)
    with speaking(Pseudo()):
        altered = words_of(view)
    assert sorted(undone(altered).split()) == sorted(english.split())
    assert left_over(f"<p>{escape(altered)}</p>", view) <= {"P <"}
