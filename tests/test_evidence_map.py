"""The map counts what the board shows after a click, and keeps its empty cells."""

from urllib.parse import parse_qs, urlsplit

import pytest

from evidence.facts.evidence_map import evidence_map, weight
from evidence.facts.selection import Selection, read_selection
from evidence.facts.view import evidence_in_view
from evidence.vocabulary.columns import allowed_words
from evidence.wording.html import render
from tests.conftest import small_pack

SELECTIONS = [
    Selection(),
    Selection(directness=("direct",)),
    Selection(design=("randomised trial",), year=(2015, 2024)),
    Selection(compound=("magnesium oxide",), flag=("small",)),
]


def studies_behind(href, pack):
    selection, complaints = read_selection(parse_qs(urlsplit(href).query), pack)
    assert not complaints
    return len(evidence_in_view(pack, selection).studies)


@pytest.mark.parametrize("side", ["compound", "condition"])
@pytest.mark.parametrize("selection", SELECTIONS, ids=lambda selection: str(selection.query()))
def test_a_cell_counts_what_the_board_shows_after_its_link_is_followed(shipped, selection, side):
    chart = evidence_map(shipped, selection, side)
    for row in chart.rows:
        assert row.total == sum(cell.count for cell in row.cells)
        for cell in row.cells:
            if cell.count:
                assert studies_behind(cell.href, shipped) == cell.count
        if row.total:
            assert studies_behind(row.href, shipped) == row.total


def test_empty_cells_and_designs_without_a_study_stay_on_the_map(shipped):
    chart = evidence_map(shipped, Selection(), "compound")
    assert chart.designs == allowed_words("studies", "design")
    assert all(len(row.cells) == len(chart.designs) for row in chart.rows)
    assert chart.totals[chart.designs.index("cohort")] == 0
    assert chart.empty_cells > 0
    html = render("evidence_map.html", chart=chart, side="Compound", heading="Map")
    assert html.count("no study") >= chart.empty_cells


def test_the_filters_of_its_own_sides_make_no_false_gaps(shipped):
    whole = evidence_map(shipped, Selection(), "compound")
    narrowed = evidence_map(shipped, Selection(design=("before-after",), compound=("magnesium citrate",)), "compound")
    assert narrowed.totals == whole.totals
    assert narrowed.set_aside == ("design", "compound")


def test_every_study_is_counted_once(shipped):
    for side in ("compound", "condition"):
        chart = evidence_map(shipped, Selection(), side)
        assert sum(chart.totals) == sum(row.total for row in chart.rows) == len(shipped.studies)


def test_compounds_that_nobody_studied_are_named(shipped):
    chart = evidence_map(shipped, Selection(), "compound")
    assert "magnesium carbonate" in chart.unstudied
    assert not set(chart.unstudied) & set(shipped.studies["compound"])


def test_rows_without_a_compound_stand_last():
    pack = small_pack([{"study_id": f"S{n}", "compound": "not applicable"} for n in range(3)] + [{"study_id": "T"}])
    assert [row.name for row in evidence_map(pack, Selection(), "compound").rows] == ["green tea", "not applicable"]


def test_weight_grows_as_the_count_doubles():
    assert [weight(count) for count in (0, 1, 2, 3, 4, 7, 8, 50)] == [0, 1, 2, 2, 3, 3, 4, 4]


def test_another_side_is_an_error(shipped):
    with pytest.raises(ValueError, match="compound or condition"):
        evidence_map(shipped, Selection(), "year")
