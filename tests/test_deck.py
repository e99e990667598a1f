"""The slides are real: native shapes from the rows of the figure, native tables, notes, and the link on every slide."""

import io
from collections import Counter

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from evidence.addresses import asked_at
from evidence.club.session import session_of
from evidence.downloads.deck import deck
from evidence.downloads.deck_shapes import HEIGHT, WIDTH
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


def test_one_interval_shape_for_each_row_with_an_interval(case):
    view, study, forests = case
    names = [shape.name for shape in shapes(deck(session_of(view, study))) if shape.name.startswith("interval ")]
    rows = [row for forest in forests for row in forest.rows if row.ci_low is not None]
    assert sorted(names) == sorted(f"interval {row.result_id}" for row in rows)


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


def test_a_whole_view_has_the_rows_of_the_figure(shipped):
    view = evidence_in_view(shipped, Selection())
    rows = [row for panel in (TREATMENT, ASSOCIATION) for row in forest_of(view, panel).rows]
    names = [shape.name for shape in shapes(deck(session_of(view))) if shape.name.startswith("study ")]
    assert names == [f"study {row.result_id or row.study_id}" for row in rows]


def test_the_only_picture_is_the_qr_code_on_the_last_slide(case):
    view, study, _ = case
    with asked_at("https://evidence.example.org"):
        slides = list(opened(deck(session_of(view, study))).slides)
    pictures = [(slide, shape) for slide in slides for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
    assert [(slide.slide_id, shape.name) for slide, shape in pictures] == [(slides[-1].slide_id, "QR code")]


def test_every_slide_has_a_title_the_version_the_filters_the_link_and_notes(shipped):
    view = evidence_in_view(shipped, Selection(directness=("direct",), r=0.7))
    for slide in opened(deck(session_of(view))).slides:
        said = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert slide.shapes.title.text_frame.text
        assert any("data 2026.2" in text and "directness: direct; r = 0.7" in text for text in said)
        assert "?version=2026.2&directness=direct&r=0.7&results=one" in said
        assert slide.has_notes_slide


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


def test_nothing_leaves_the_slide(case):
    view, study, _ = case
    for shape in shapes(deck(session_of(view, study))):
        assert shape.left >= 0 and shape.top >= 0, shape.name
        assert shape.left + shape.width <= WIDTH * PER_INCH + 9, (shape.name, shape.has_text_frame and shape.text_frame.text)
        assert shape.top + shape.height <= HEIGHT * PER_INCH + 9, shape.name


def test_a_pooled_result_is_a_diamond_and_without_one_there_is_none(bcg, shipped):
    pooled = evidence_in_view(bcg, Selection(outcome="tuberculosis"))
    assert [shape.name for shape in shapes(deck(session_of(pooled)))].count("pooled") == 1
    assert "pooled" not in [shape.name for shape in shapes(deck(session_of(evidence_in_view(shipped, Selection()))))]


def test_the_same_view_gives_the_same_bytes(shipped):
    view = evidence_in_view(shipped, Selection(directness=("direct",)))
    assert deck(session_of(view)) == deck(session_of(view)) == export(view, "pptx").content
