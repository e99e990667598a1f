"""Twice the rows take twice the work, and a file works out each forest once."""

import sys

import pytest

from evidence.club.session import session_of
from evidence.downloads.exports import export
from evidence.downloads.figure import figure_of
from evidence.downloads.figure_shapes import shapes_of
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.forest import rows
from evidence.statistics import power
from evidence.study.comparison import comparison_of
from evidence.study.page import study_page
from tests.conftest import means, small_pack


def several_results(studies):
    """A view of so many studies with two results each."""
    results = [means(f"R{n}-{week}", f"S{n}", 3, 4, week=week) for n in range(studies) for week in (2, 8)]
    view = evidence_in_view(small_pack([{"study_id": f"S{n}"} for n in range(studies)], results), Selection(results="all"))
    rows.forest_of(view)  # what belongs to the pack is worked out before anything is counted
    return view


def calls(work, *args):
    """How many functions a piece of work calls."""
    count = 0

    def counted(frame, event, arg):
        nonlocal count
        count += event == "call"

    sys.setprofile(counted)
    try:
        work(*args)
    finally:
        sys.setprofile(None)
    return count


def whole_figure(view, tall):
    return [shape for page in figure_of(view, tall).pages for shape in shapes_of(page)]


def test_the_forest_of_twice_as_many_studies_takes_twice_the_work():
    few, many = (calls(rows.forest_of, several_results(studies)) for studies in (200, 400))
    assert many < 2.4 * few


@pytest.mark.parametrize("tall", [True, False])
def test_so_does_a_figure_of_them(tall):
    few, many = (calls(whole_figure, several_results(studies), tall) for studies in (150, 300))
    assert many < 2.4 * few


@pytest.mark.parametrize(("kind", "most"), [("svg", 2), ("pptx", 4), ("html", 4)])
def test_a_file_works_out_the_forest_of_each_panel_once(kind, most, shipped, monkeypatch):
    """Slides and hand-out have those of the view and those of the condition alone."""
    export(evidence_in_view(shipped, Selection()), kind)  # what belongs to the pack is worked out before anything is counted
    made, told_apart = [], rows._told_apart
    monkeypatch.setattr(rows, "_told_apart", lambda found: made.append(len(found)) or told_apart(found))
    export(evidence_in_view(shipped, Selection()), kind)
    assert len(made) == most


def test_studies_that_can_have_no_row_are_named_even_where_nobody_has_one(shipped):
    view = evidence_in_view(shipped, Selection(design=("systematic review",)))
    assert session_of(view).forests == ()
    said = " ".join(item.text for page in figure_of(view, True).pages for item in page.items)
    assert "No study with these filters can stand in the figure." in said and "Not in the figure, systematic reviews" in said


def test_a_study_and_a_comparison_work_out_the_power_of_their_own_results_alone(monkeypatch):
    view, asked, smallest = several_results(30), [], power.smallest_detectable_difference
    monkeypatch.setattr(power, "smallest_detectable_difference", lambda *given: asked.append(given) or smallest(*given))
    study_page("S7", view)
    assert len(asked) == 2
    comparison_of(("S7", "S8", "S9"), view)
    assert len(asked) == 6
