"""The slides are real: native shapes from the rows of the figure, native tables, notes, and the link on every slide."""

import io
from collections import Counter

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from evidence.addresses import asked_at
from evidence.club.session import session_of
from evidence.downloads.deck import deck
from evidence.downloads.deck_main import MOST_MAIN
from evidence.downloads.deck_own_master import HEIGHT, WIDTH
from evidence.downloads.exports import export
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.forest.rows import ASSOCIATION, TREATMENT, forest_of
from evidence.wording.forest import estimate, remark, sentence
from evidence.wording.say import say

PER_INCH = 914400


def opened(content: bytes):
    return Presentation(io.BytesIO(content))


def shapes(content: bytes):
    return [shape for slide in opened(content).slides for shape in slide.shapes]


def texts(content: bytes) -> Counter:
    return Counter(shape.text_frame.text for shape in shapes(content) if shape.has_text_frame)


@pytest.fixture(params=["whole", "one outcome", "pooled", "on a log axis", "one study"])
def case(request, shipped, headache, bcg):
    """A view, a study or none, and the forests that must be in the slides."""
    view, study = {
        "whole": (evidence_in_view(shipped, Selection()), ""),
        "one outcome": (evidence_in_view(shipped, Selection(outcome="IRLS")), ""),
        "pooled": (evidence_in_view(headache, Selection()), ""),
        "on a log axis": (evidence_in_view(bcg, Selection(outcome="tuberculosis")), ""),
        "one study": (evidence_in_view(shipped, Selection()), "Jadidi2022"),
    }[request.param]
    return view, study, session_of(view, study).forests


def main_part(content: bytes):
    """The slides before the one titled "Appendix"."""
    slides = list(opened(content).slides)
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    return slides[: titles.index("Appendix")]


def test_at_most_twelve_slides_stand_before_the_appendix(case):
    view, study, _ = case
    main = main_part(deck(session_of(view, study)))
    titles = [slide.shapes.title.text_frame.text for slide in main]
    assert len(main) <= MOST_MAIN == 12
    assert titles[0] == session_of(view, study).title
    assert titles[-1] == "Sources"
    assert len(set(titles)) == len(titles)


def test_no_text_of_the_main_part_is_smaller_than_14_points(case):
    view, study, _ = case
    for slide in main_part(deck(session_of(view, study))):
        sizes = [int(size) for size in slide._element.xpath("//a:rPr/@sz")]
        assert min(sizes, default=1400) >= 1400, slide.shapes.title.text_frame.text


def test_every_slide_has_its_number_and_its_content_in_places_of_the_layout(case):
    view, study, _ = case
    for number, slide in enumerate(opened(deck(session_of(view, study))).slides, start=1):
        fields = slide._element.xpath('//a:fld[@type="slidenum"]/a:t')
        assert [field.text for field in fields] == [str(number)]
        kept = {place.placeholder_format.idx for place in slide.slide_layout.placeholders}
        assert {place.placeholder_format.idx for place in slide.placeholders} <= kept


def test_one_interval_shape_for_each_row_with_an_interval(case):
    view, study, forests = case
    names = {shape.name for shape in shapes(deck(session_of(view, study))) if shape.name.startswith("interval ")}
    rows = [row for forest in forests for row in forest.rows if row.ci_low is not None]
    assert names == {f"interval {row.result_id}" for row in rows}


def test_every_text_of_a_row_stands_on_a_slide_as_it_is(case):
    view, study, forests = case
    found = texts(deck(session_of(view, study)))
    wanted = Counter(
        text
        for forest in forests
        for row in forest.rows
        for text in (row.study, estimate(row, forest.axis) if row.has_number else say(row.reason), remark(row))
        if text
    )
    assert not wanted - found


def test_the_forest_of_the_condition_stands_whole_on_one_slide(shipped):
    session = session_of(evidence_in_view(shipped, Selection()))
    slides = {slide.shapes.title.text_frame.text: slide for slide in main_part(deck(session))}
    slide = slides["What the studies found: restless legs syndrome"]
    said = "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    for row in session.forests[0].rows:
        assert (row.study in said) == row.group.direct
        if row.group.direct:
            assert (f"interval {row.result_id}" in {shape.name for shape in slide.shapes}) == (row.ci_low is not None)


def test_a_whole_view_has_the_rows_of_the_figure_in_its_appendix(shipped):
    view = evidence_in_view(shipped, Selection())
    rows = [row for panel in (TREATMENT, ASSOCIATION) for row in forest_of(view, panel).rows]
    content = deck(session_of(view))
    main = len(main_part(content))
    appendix = [shape for slide in list(opened(content).slides)[main:] for shape in slide.shapes]
    names = [shape.name for shape in appendix if shape.name.startswith("study ")]
    assert names == [f"study {row.result_id or row.study_id}" for row in rows]


def test_the_only_picture_is_the_qr_code_beside_the_whole_link(case):
    view, study, _ = case
    with asked_at("https://evidence.example.org"):
        content = deck(session_of(view, study))
    slides = list(opened(content).slides)
    last = slides[len(main_part(content)) - 1]
    pictures = [(slide, shape) for slide in slides for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
    assert [(slide.slide_id, shape.name) for slide, shape in pictures] == [(last.slide_id, "QR code")]
    said = [shape.text_frame.text for shape in last.shapes if shape.has_text_frame]
    assert any(text.startswith("https://evidence.example.org/") and "version=" in text for text in said)


def test_every_slide_has_a_title_the_version_the_filters_and_notes_and_one_the_link(shipped):
    view = evidence_in_view(shipped, Selection(directness=("direct",), r=0.7))
    with asked_at("https://evidence.example.org"):
        content = deck(session_of(view))
    for slide in opened(content).slides:
        said = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert slide.shapes.title.text_frame.text
        assert any("data 2026.2" in text and "directness: direct; r = 0.7" in text for text in said)
        assert slide.has_notes_slide
    assert texts(content)["https://evidence.example.org/?version=2026.2&directness=direct&r=0.7&results=one"] == 1


def test_filters_that_have_no_room_at_the_foot_are_not_silent(shipped):
    conditions = tuple(shipped.studies["condition"].unique())
    view = evidence_in_view(shipped, Selection(condition=conditions))
    for slide in opened(deck(session_of(view))).slides:
        said = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert any("filters: see Sources" in text for text in said)


def test_the_notes_hold_the_sources_and_the_rows_in_words(shipped):
    view = evidence_in_view(shipped, Selection(directness=("direct",)))
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in opened(deck(session_of(view))).slides)
    for study in view.studies.itertuples():
        assert f"{study.citation}:" in notes
    for forest in session_of(view).forests:
        assert all(sentence(row, forest.axis) in notes for row in forest.rows)
    assert "Let the room judge first" in notes


def test_tables_are_native(shipped):
    view = evidence_in_view(shipped, Selection())
    tables = {shape.name for shape in shapes(deck(session_of(view))) if shape.has_table}
    captions = {say(grid.caption) for step in session_of(view).steps for grid in step.grids}
    assert captions <= tables


def test_a_table_starts_on_the_slide_that_has_its_title(case):
    view, study, _ = case
    for slide in opened(deck(session_of(view, study))).slides:
        empty = [place for place in slide.placeholders if place.has_text_frame and not place.text_frame.text]
        assert not empty, slide.shapes.title.text_frame.text
        assert len(slide.shapes) > 3, slide.shapes.title.text_frame.text


def test_nothing_leaves_the_slide(case):
    view, study, _ = case
    for shape in shapes(deck(session_of(view, study))):
        assert shape.left >= 0 and shape.top >= 0, shape.name
        assert shape.left + shape.width <= WIDTH * PER_INCH + 9, (shape.name, shape.has_text_frame and shape.text_frame.text)
        assert shape.top + shape.height <= HEIGHT * PER_INCH + 9, shape.name


def test_a_pooled_result_is_a_diamond_and_without_one_there_is_none(bcg, shipped):
    pooled = evidence_in_view(bcg, Selection(outcome="tuberculosis"))
    assert [shape.name for shape in shapes(deck(session_of(pooled)))].count("pooled") >= 1
    assert "pooled" not in [shape.name for shape in shapes(deck(session_of(evidence_in_view(shipped, Selection()))))]


def test_the_same_view_gives_the_same_bytes(shipped):
    view = evidence_in_view(shipped, Selection(directness=("direct",)))
    assert deck(session_of(view)) == deck(session_of(view)) == export(view, "pptx").content
