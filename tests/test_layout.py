"""One layout for every drawing: nothing is lost by folding or paging, the axis follows the bulk, labels never overprint."""

import itertools
import math
from pathlib import Path

import pytest

from evidence.drawings.heights import placed_lines
from evidence.drawings.palette import LIGHT
from evidence.drawings.plot import forest_plot
from evidence.drawings.table import forest_table
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.forest.layout import MANY, PAGE, layout_of
from evidence.forest.panel import panel_of
from evidence.forest.rows import ASSOCIATION, TREATMENT, forest_of
from evidence.packs.pack import read_pack
from evidence.vocabulary.fact import fact
from evidence.wording import forest as words
from tests.conftest import means, small_pack

CASES = Path(__file__).parent / "cases"


def laid_out(pack, panel=TREATMENT, asked=None, **how):
    view = evidence_in_view(pack, asked or Selection())
    forest = forest_of(view, panel)
    return forest, layout_of(forest, panel_of(forest, view), **how), view


def many(number):
    studies = [{"study_id": f"S{place}"} for place in range(number)]
    return small_pack(studies, [means(f"r{place}", f"S{place}", 4 + place % 3, 5) for place in range(number)])


def test_one_far_estimate_does_not_stretch_the_axis_and_keeps_its_arrow_and_its_numbers():
    forest, layout, _ = laid_out(read_pack(CASES / "c10_outlier"), asked=Selection(outcome="y"))
    assert forest.axis.high < 7
    far = next(line for line in layout.lines if line.row and line.row.study_id == "G195")
    assert far.glyph.point is None and far.glyph.beyond == 1 and far.glyph.cut_high
    assert words.estimate(far.row, layout.axis) == "12.26 [10.22, 14.30]"
    arrows = [trace for trace in forest_plot(layout, LIGHT)["data"] if trace["name"] == "arrow"]
    assert [len(trace["x"]) for trace in arrows] == [1]
    wide = [line.glyph for line in layout.lines if line.row and line.glyph.point is not None]
    assert sum(glyph.high - glyph.low > 0.05 for glyph in wide) >= 8


def test_a_long_label_gets_lines_of_its_own_and_stands_whole_in_the_table():
    pack = read_pack(CASES / "c09_long_labels")
    forest, layout, view = laid_out(pack, asked=Selection(outcome=pack.outcomes["outcome"].iloc[0]))
    lines, height = placed_lines(layout)
    for above, below in itertools.pairwise(lines):
        assert above.top + above.height == below.top
    assert height == lines[-1].top + lines[-1].height
    long = next(each for each in lines if each.line.row and len(each.line.row.study) > 45)
    assert long.label_lines >= 2 and long.height > 30
    assert f">{long.line.row.study.replace('&', '&amp;')}</a>" in forest_table(forest, layout, view)
    cut = [each for each in lines if each.label_cut]
    assert all(f'title="{each.line.row.study.replace("&", "&amp;")}"' in forest_table(forest, layout, view) for each in cut)


@pytest.mark.parametrize("panel", [TREATMENT, ASSOCIATION])
def test_folded_rows_are_counted_and_come_back_when_unfolded(shipped, panel):
    forest, layout, _ = laid_out(shipped, panel)
    folded = sum(line.count for line in layout.lines if line.kind == "fold")
    assert layout.shown + folded == layout.all == len(forest.rows)
    _, whole, _ = laid_out(shipped, panel, unfold=True)
    assert [line.row.study_id for line in whole.lines if line.row] == [row.study_id for row in forest.rows]


def test_direct_evidence_is_never_folded(shipped):
    forest, layout, _ = laid_out(shipped)
    shown = {line.row.study_id for line in layout.lines if line.row}
    assert {row.study_id for row in forest.rows if row.group.direct} <= shown


def test_many_rows_come_in_pages_and_the_pooled_result_keeps_all():
    pack = many(MANY + 31)
    seen = []
    for page in (1, 2, 3):
        _, layout, _view = laid_out(pack, asked=Selection(outcome="pain"), page=page)
        assert (layout.page, layout.pages, layout.all) == (page, math.ceil((MANY + 31) / PAGE), MANY + 31)
        seen += [line.row.study_id for line in layout.lines if line.row]
        assert [line.pooled.k for line in layout.lines if line.kind == "pooled"] == [MANY + 31]
        assert all(each.height < 30 for each in placed_lines(layout)[0])
    assert seen == [f"S{place}" for place in range(MANY + 31)]
    _, beyond, _ = laid_out(pack, asked=Selection(outcome="pain"), page=99)
    assert beyond.page == 3
    assert laid_out(many(MANY))[1].pages == 1


def test_squares_have_weights_only_inside_a_pool(bcg, shipped):
    _, pooled, _ = laid_out(bcg, asked=Selection(outcome=bcg.outcomes["outcome"].iloc[0]))
    weights = [line.glyph.weight for line in pooled.lines if line.row]
    assert max(weights) == 1 and 0 < min(weights) < 1
    _, apart, _ = laid_out(shipped)
    assert {line.glyph.weight for line in apart.lines if line.row and line.glyph} == {None}


def test_a_filter_leaves_the_whole_pool_in_grey_beside_its_own():
    pack = small_pack(
        [{"study_id": name, "year": year} for name, year in (("A", 2001), ("B", 2002), ("C", 2003))],
        [means(f"r{name}", name, value, 5) for name, value in (("A", 4), ("B", 3.5), ("C", 3))],
    )
    _, layout, _ = laid_out(pack, asked=Selection(outcome="pain", year=(2001, 2002)))
    assert [(line.kind, line.pooled.k) for line in layout.lines if line.pooled] == [("pooled", 2), ("unfiltered", 3)]


def test_the_week_is_that_of_the_result_and_two_rows_of_a_study_are_told_apart():
    pack = small_pack(
        [{"study_id": "A", "duration_weeks": 26}, {"study_id": "B", "comparator": "coffee"}],
        [
            means("early", "A", 4, 5, week=2),
            means("late", "A", 4, 5, week=8),
            means("b", "B", 4, 5, week=8, comparator="coffee"),
        ],
    )
    forest, _, _ = laid_out(pack, asked=Selection(outcome="pain"))
    assert [words.week(row) for row in forest.rows] == ["2", "8", "8"]
    assert ["v. water" in words.second_line(row) for row in forest.rows] == [True, True, False]
    assert "v. coffee" in words.second_line(forest.rows[2])


def test_the_heading_of_the_number_column_is_true_for_every_row(shipped):
    forest, _, _ = laid_out(shipped)
    assert forest.axis.column == fact("column of SD units")
    mixed = small_pack(
        [{"study_id": "A"}, {"study_id": "B"}],
        [
            {"result_id": "a", "study_id": "A", "outcome": "pain", "contrast": "between groups", "events_1": 5, "n_1": 20,
             "events_2": 9, "n_2": 20, "measure": "RR"},
            {"result_id": "b", "study_id": "B", "outcome": "pain", "contrast": "between groups", "events_1": 5, "n_1": 20,
             "events_2": 9, "n_2": 20, "measure": "OR"},
        ],
        [{"outcome": "pain", "label": "Pain", "domain": "pain", "better": "lower", "measure": "RR"}],
    )  # fmt: skip
    forest, layout, _ = laid_out(mixed, asked=Selection(outcome="pain"))
    assert forest.axis.column == fact("column of estimates")
    assert [words.estimate(row, layout.axis)[:2] for row in forest.rows] == ["RR", "OR"]


def test_an_effect_in_standard_deviations_never_stands_on_an_axis_of_points():
    pack = small_pack(
        [{"study_id": "A"}, {"study_id": "B"}, {"study_id": "C"}],
        [means("a", "A", 4, 5), means("b", "B", 4, 5), means("c", "C", 4, 5, measure="SMD")],
    )
    forest, _, _ = laid_out(pack, asked=Selection(outcome="pain"))
    other = next(row for row in forest.rows if row.study_id == "C")
    assert not other.has_number and other.reason.kind == "on another scale"
