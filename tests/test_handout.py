"""The hand-out: one file, one page, nothing loaded from elsewhere, and the strings of the rows."""

import html
import io
import re
import zipfile

from evidence.drawings.listing import text_twin
from evidence.forest.row import sentence

from evidence.downloads.exports import export
from evidence.downloads.handout import handout
from evidence.drawings.palette import LIGHT
from evidence.drawings.plot import forest_figure
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.forest.rows import TREATMENT, forest_rows
from tests.conftest import means, small_pack
from tests.test_deck import texts


def plain(page: str) -> str:
    """The text of a page without its tags."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))


def test_figure_twin_slide_and_hand_out_show_the_same_strings(shipped):
    view = evidence_in_view(shipped, Selection(directness=("direct",)))
    forest = forest_rows(view, TREATMENT)
    figure = " ".join(
        str(text)
        for trace in forest_figure(forest, LIGHT).data
        for field in (trace.text, trace.hovertext)
        if field is not None
        for text in ([field] if isinstance(field, str) else field)
    )
    drawn = html.unescape(figure.replace("<br>", " "))
    twin, page = plain(text_twin(forest, view)), plain(handout(view))
    slides = texts(export(view, "pptx").content)
    for row in forest.rows:
        for text in (row.study, row.text if row.has_number else row.reason):
            assert text in drawn
            assert text in twin
            assert text in page
            assert slides[text]
        assert sentence(row, forest.axis).removeprefix(f"{row.study}, ") in twin


def test_nothing_is_loaded_from_elsewhere_and_there_is_no_script(shipped):
    page = handout(evidence_in_view(shipped, Selection()))
    assert "<script" not in page
    assert all(source.startswith("data:image/png;base64,") for source in re.findall(r'src="([^"]*)"', page))
    assert "<link" not in page and "url(" not in page


def test_text_from_data_is_escaped():
    nasty = small_pack([{"study_id": "A2001", "citation": "<b>A</b> & co"}], [means("a", "A2001", 3, 5)])
    page = handout(evidence_in_view(nasty, Selection()))
    assert "<b>A</b>" not in page
    assert "&lt;b&gt;A&lt;/b&gt; &amp; co" in page


def test_it_carries_version_filters_and_link(shipped):
    page = plain(handout(evidence_in_view(shipped, Selection(compound=("magnesium oxide",)))))
    assert "Data 2026.1" in page
    assert "compound: magnesium oxide; r = 0.5" in page
    assert "?version=2026.1&compound=magnesium+oxide&r=0.5&results=one" in page


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
            assert html.escape(study.citation, quote=False) in handout(view, study.study_id).replace("&#34;", '"').replace(
                "&#39;", "'"
            )
