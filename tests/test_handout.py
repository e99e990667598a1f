"""The hand-out: one file, one page, nothing loaded from elsewhere, and the strings of the rows."""

import html
import io
import re
import zipfile

from evidence.club.session import session_of
from evidence.downloads.exports import export
from evidence.downloads.handout import handout
from evidence.drawings.table import forest_table
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.forest.layout import layout_of
from evidence.forest.panel import panel_of
from evidence.forest.rows import TREATMENT, forest_of
from evidence.wording.forest import estimate
from evidence.wording.say import say
from tests.conftest import means, small_pack
from tests.test_deck import texts


def plain(page: str) -> str:
    """The text of a page without its tags."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))


def test_table_slide_and_hand_out_show_the_same_strings(shipped):
    view = evidence_in_view(shipped, Selection(directness=("direct",)))
    forest = forest_of(view, TREATMENT)
    table = plain(forest_table(forest, layout_of(forest, panel_of(forest, view)), view))
    page, slides = plain(handout(session_of(view)).decode()), texts(export(view, "pptx").content)
    for row in forest.rows:
        for text in (row.study, estimate(row, forest.axis) if row.has_number else say(row.reason)):
            assert text in table
            assert text in page
            assert slides[text]


def test_nothing_is_loaded_from_elsewhere_and_there_is_no_script(shipped):
    page = handout(session_of(evidence_in_view(shipped, Selection()))).decode()
    assert "<script" not in page
    assert all(source.startswith("data:image/png;base64,") for source in re.findall(r'src="([^"]*)"', page))
    assert "<link" not in page and "url(" not in page


def test_text_from_data_is_escaped():
    nasty = small_pack([{"study_id": "A2001", "citation": "<b>A</b> & co"}], [means("a", "A2001", 3, 5)])
    page = handout(session_of(evidence_in_view(nasty, Selection()))).decode()
    assert "<b>A</b>" not in page
    assert "&lt;b&gt;A&lt;/b&gt; &amp; co" in page


def test_it_carries_version_filters_and_link(shipped):
    page = plain(handout(session_of(evidence_in_view(shipped, Selection(compound=("magnesium oxide",))))).decode())
    assert "Data 2026.2" in page
    assert "compound: magnesium oxide; r = 0.5" in page
    assert "?version=2026.2&compound=magnesium+oxide&r=0.5&results=one" in page


def test_the_zip_holds_slides_and_hand_out_as_they_are_alone_and_explains_them(shipped):
    view = evidence_in_view(shipped, Selection())
    archive = zipfile.ZipFile(io.BytesIO(export(view, "zip").content))
    assert archive.read("slides.pptx") == export(view, "pptx").content
    assert archive.read("handout.html") == export(view, "html").content
    assert "slides.pptx\n    " in archive.read("README.txt").decode()


def test_every_study_has_a_hand_out(shipped, headache):
    for pack in (shipped, headache):
        view = evidence_in_view(pack, Selection())
        for study in pack.studies.itertuples():
            page = handout(session_of(view, study.study_id)).decode().replace("&#34;", '"').replace("&#39;", "'")
            assert html.escape(study.citation, quote=False) in page


def test_who_should_not_take_it_stands_in_the_answer(shipped):
    page = handout(session_of(evidence_in_view(shipped, Selection()))).decode()
    answer = plain(page[page.index('class="answer"') : page.index("<h2>")])
    assert "Not for: kidney function below 30 mL/min" in answer
