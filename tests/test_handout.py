"""The hand-out: one file, one page, nothing loaded from elsewhere, and the strings of the rows."""

import html
import io
import re
import subprocess
import zipfile

import pytest

from evidence.__main__ import main
from evidence.addresses import asked_at
from evidence.club.session import session_of
from evidence.downloads.converter import BROWSER, pdf_of
from evidence.downloads.exports import export
from evidence.downloads.handout import handout
from evidence.drawings.table import forest_table
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.forest.layout import layout_of
from evidence.forest.panel import panel_of
from evidence.forest.rows import TREATMENT, forest_of
from evidence.packs.pack import read_pack
from evidence.wording.forest import estimate
from evidence.wording.say import say
from tests.answered import answered
from tests.conftest import ROOT, means, small_pack
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
    session = session_of(evidence_in_view(shipped, Selection(compound=("magnesium oxide",))))
    with asked_at("https://evidence.example.org"):
        page = plain(handout(session).decode())
    assert "Data 2026.2" in page
    assert "compound: magnesium oxide; r = 0.5" in page
    assert "https://evidence.example.org/?version=2026.2&compound=magnesium+oxide&r=0.5&results=one" in page


def test_without_an_address_filters_and_version_are_named_and_no_half_a_link(shipped, monkeypatch, tmp_path):
    asked = ["export", "data", "--format", "html", "--compound", "magnesium oxide", "--output", str(tmp_path / "page.html")]
    assert main(asked) == 0
    page = plain((tmp_path / "page.html").read_text(encoding="utf-8"))
    assert "Data 2026.2" in page and "compound: magnesium oxide; r = 0.5" in page
    assert "?version=" not in page
    monkeypatch.setenv("EVIDENCE_ADDRESS", "https://evidence.example.org/")
    assert main(asked) == 0
    whole = "https://evidence.example.org/?version=2026.2&compound=magnesium+oxide&r=0.5&results=one"
    assert whole in plain((tmp_path / "page.html").read_text(encoding="utf-8"))


def test_the_figure_shows_every_trial_of_the_condition_and_says_why_one_has_no_number(shipped):
    session = session_of(evidence_in_view(shipped, Selection()))
    page = handout(session).decode()
    figure = page[page.index("What the studies found: restless legs syndrome") : page.index('class="two"')]
    for row in session.forests[0].rows:
        assert (html.escape(row.study) in figure) == row.group.direct
        if row.group.direct and not row.has_number:
            assert html.escape(say(row.reason)) in html.unescape(figure) or html.escape(say(row.reason)) in figure
        assert row.study in plain(page), "what is not drawn stands in words"


def test_what_the_figure_has_no_room_for_stands_in_words_or_is_counted():
    studies = [{"study_id": f"A{n}"} for n in range(100)]
    pack = small_pack(studies, [means(f"r{n}", f"A{n}", 3, 5) for n in range(100)])
    session = session_of(evidence_in_view(pack, Selection(results="all")))
    page = handout(session).decode()
    drawn = len(re.findall(r"<li>", page[page.index("only-read") : page.index('class="two"')]))
    told = plain(page[page.index("Not in the figure") :])
    spelled, more = len(re.findall(r"A\d+ : ", told)), int(re.search(r"(\d+) more", told)[1])
    assert drawn + spelled + more == 100 and drawn >= 10


def test_votes_stand_on_a_second_page_where_they_are_wanted_and_nowhere_else(shipped):
    session = session_of(evidence_in_view(shipped, Selection()), "Jadidi2022")
    seen = answered(session)
    assert "Votes of the journal club" not in handout(session).decode()
    page = handout(session, seen).decode()
    assert handout(session).decode().partition("</main>")[0] == page.partition("</main>")[0]
    assert pages(pdf_of(page.encode(), BROWSER)) == 2
    assert "Practice. After this, would you offer magnesium? Before After Yes 5 6" in plain(page)


@pytest.mark.parametrize("folder", ["data", "examples/bcg", "tests/packs/headache", "tests/packs/mixed"])
def test_it_is_one_page_for_the_view_of_every_pack(folder):
    pack = read_pack(ROOT / folder)
    with asked_at("https://evidence.example.org"):
        assert pages(pdf_of(handout(session_of(evidence_in_view(pack, Selection()))), BROWSER)) == 1


def pages(pdf: bytes) -> int:
    """Pages of a PDF."""
    return subprocess.run(["pdftotext", "-", "-"], input=pdf, check=True, capture_output=True).stdout.count(b"\f")


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


def test_the_link_at_the_foot_can_be_followed(shipped):
    with asked_at("https://evidence.example.org"):
        page = handout(session_of(evidence_in_view(shipped, Selection()))).decode()
    assert re.search(r'<p><a href="(https://evidence\.example\.org/[^"]*)">\1</a></p>', page)
