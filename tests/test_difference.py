"""The difference between two packs names every cell that differs, and what that does to the answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.forest.panel import pool_outcome
from evidence.packs.pack import read_pack
from evidence.statistics.pooling import NotPooled, Pooled
from evidence.versions.answer import pools_moved
from evidence.versions.cells import ADDED, CHANGED, REMOVED, CellChange, RowChange, differences
from evidence.versions.since import difference
from evidence.vocabulary.fact import fact
from evidence.wording.say import say
from tests.conftest import PAIN, means, small_pack
from tests.two_versions import CHANGED as STUDY
from tests.two_versions import FIRST, GONE, NEW, next_version

TRIALS = [{"study_id": each, "comparator": "water"} for each in ("A", "B", "C")]


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    return read_pack(FIRST), next_version(tmp_path_factory.mktemp("next") / "pack")


@pytest.fixture(scope="module")
def found(two):
    return difference(*two)


@pytest.mark.parametrize("name", ["shipped", "headache", "bcg"])
def test_a_pack_does_not_differ_from_itself(name, request):
    pack = request.getfixturevalue(name)
    found = difference(pack, pack)
    assert (found.tables, found.bottom_line, found.pools) == ((), (), ())


def test_each_difference_is_named_by_table_and_key_and_cell(found):
    tables = {each.table: each for each in found.tables}
    assert list(tables) == ["dataset", "studies", "results", "appraisals", "guidelines", "provenance"]
    assert tables["studies"].rows == (
        RowChange("studies", (STUDY,), CHANGED, STUDY, (CellChange("n_analysed", 10, 9),)),
        RowChange("studies", (NEW,), ADDED, NEW),
        RowChange("studies", (GONE,), REMOVED, GONE),
    )
    assert {each.kind for each in tables["appraisals"].rows} == {REMOVED}
    (guideline,) = tables["guidelines"].rows
    assert guideline.cells == (CellChange("strength", None, "strong"),)


def test_the_other_way_round_added_is_removed_and_before_is_after(two):
    old, new = two
    there, back = differences(old.tables, new.tables), differences(new.tables, old.tables)
    swapped = {ADDED: REMOVED, REMOVED: ADDED, CHANGED: CHANGED}

    def rows(tables, turned):
        return {
            (row.table, row.key, swapped[row.kind] if turned else row.kind): {
                (cell.column, *((cell.new, cell.old) if turned else (cell.old, cell.new))) for cell in row.cells
            }
            for table in tables
            for row in table.rows
        }

    assert rows(there, True) == rows(back, False)
    assert [(each.new_columns, each.old_rows) for each in there] == [(each.dropped_columns, each.new_rows) for each in back]


@given(st.lists(st.tuples(st.sampled_from("ABCDE"), st.integers(1, 3), st.sampled_from(["", "x"])), max_size=8))
def test_every_made_pair_is_symmetric_and_empty_with_itself(made):
    def pack(rows):
        wanted = {name: (number, title) for name, number, title in rows}
        return small_pack(
            [{"study_id": "Z"}, *({"study_id": name, "n_analysed": n, "title": t} for name, (n, t) in wanted.items())]
        )

    first, second = pack(made), pack(made[::2])
    there, back = differences(first.tables, second.tables), differences(second.tables, first.tables)
    assert differences(first.tables, first.tables) == ()
    for one, other in ((ADDED, REMOVED), (REMOVED, ADDED), (CHANGED, CHANGED)):
        assert [each.count(one) for each in there] == [each.count(other) for each in back]


def test_numbers_are_compared_as_numbers_and_a_new_key_is_a_new_row():
    old = small_pack([{"study_id": "A", "age_mean": "50.0"}, {"study_id": "B"}])
    same = small_pack([{"study_id": "A", "age_mean": "50"}, {"study_id": "B"}])
    renamed = small_pack([{"study_id": "A", "age_mean": "50"}, {"study_id": "C"}])
    assert differences(old.tables, same.tables) == ()
    (studies,) = differences(same.tables, renamed.tables)
    assert [(row.kind, row.row_id) for row in studies.rows] == [(ADDED, "C"), (REMOVED, "B")]


def test_the_order_of_rows_is_no_difference():
    one, other = small_pack(TRIALS), small_pack([TRIALS[0], *TRIALS[:0:-1]])
    assert differences(one.tables, other.tables) == ()


def test_a_column_filled_for_the_first_time_is_named():
    old, new = small_pack([{"study_id": "A"}]), small_pack([{"study_id": "A", "funding": "none"}])
    (there,), (back,) = differences(old.tables, new.tables), differences(new.tables, old.tables)
    assert there.new_columns == ("funding",) == back.dropped_columns and there.dropped_columns == ()


def test_what_it_does_to_the_bottom_line_is_told_part_by_part(found):
    moved = {each.about.kind: each for each in found.bottom_line}
    assert list(moved) == ["bottom line: studies"]
    assert "1 case report" in say(moved["bottom line: studies"].old)
    assert "1 case report" not in say(moved["bottom line: studies"].new)


def test_a_pooled_result_that_moves_is_told_from_what_to_what():
    rows = [means(name, name, 4.0, 6.0) for name in "AB"]
    old = small_pack(TRIALS, [*rows, means("C", "C", 4.0, 6.0)])
    new = small_pack(TRIALS, [*rows, means("C", "C", 3.0, 6.0)])
    (moved,) = difference(old, new).pools
    assert moved.about == fact("pooled: all", outcome="Pain score") and moved.outcome == "pain"
    for pack, told in ((old, moved.old), (new, moved.new)):
        pooled = pool_outcome(evidence_in_view(pack, Selection()), "pain")
        assert isinstance(pooled, Pooled)
        assert told["interval"][:3] == (pooled.estimate, pooled.ci_low, pooled.ci_high) and told["k"] == pooled.k == 3


def test_a_pool_that_comes_into_being_or_ends_is_told_with_the_reasons():
    alone = small_pack(TRIALS, [means("A", "A", 4.0, 6.0)])
    pair = small_pack(TRIALS, [means("A", "A", 4.0, 6.0), means("B", "B", 5.0, 6.0)])
    (moved,), (back,) = pools_moved(alone, pair), pools_moved(pair, alone)
    assert (moved.old, moved.new) == (back.new, back.old)
    refused = pool_outcome(evidence_in_view(alone, Selection()), "pain")
    assert isinstance(refused, NotPooled) and moved.old["reasons"] == refused.reasons
    assert say(moved.new).startswith("2 results pool to MD")


def test_direct_evidence_and_randomised_trials_are_told_where_they_say_something_else():
    studies = [*TRIALS, {"study_id": "D", "directness": "indirect"}]
    rows = [*(means(name, name, 4.0, 6.0) for name in "ABD")]
    moved = pools_moved(small_pack(studies, rows), small_pack(studies, [*rows, means("C", "C", 4.5, 6.0)]))
    assert [each.about.kind for each in moved] == ["pooled: direct"]


def test_an_outcome_that_is_gone_has_no_pool_any_more():
    relief = {**PAIN, "outcome": "relief", "label": "Relief"}
    rows = [means("A", "A", 4.0, 6.0), means("B", "B", 5.0, 6.0)]
    more = [means(f"{name}-r", name, 4.0, 6.0, outcome="relief") for name in "AB"]
    (moved,) = pools_moved(small_pack(TRIALS, [*rows, *more], [PAIN, relief]), small_pack(TRIALS, rows))
    assert moved.outcome == "relief" and moved.new is None
