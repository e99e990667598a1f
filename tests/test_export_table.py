"""A download has exactly the studies and results in view, with what they are in columns that are all explained."""

import pandas as pd
import pytest

from evidence.downloads.effects_table import effects_table
from evidence.downloads.export_columns import added_columns, export_columns
from evidence.downloads.export_table import export_table
from evidence.statistics.effects import native, standardised
from evidence.vocabulary.columns import columns_of
from tests.export_views import TEA, view_of


def test_every_result_in_view_is_a_row_in_the_order_of_the_studies():
    table = export_table(view_of())
    assert list(table["study_id"]) == ["Ek2020a", "Ek2020a", "Ek2020b", "Ek2020b", "Silent2019"]
    assert list(table["result_id"].fillna("")) == ["a-1", "a-2", "b-1", "b-2", ""]


def test_two_studies_with_the_same_label_stay_two():
    table = export_table(view_of(outcome="pain"))
    assert set(table.loc[table["citation"] == "Ek 2020", "study_id"]) == {"Ek2020a", "Ek2020b"}


def test_a_study_without_a_result_keeps_its_row_with_empty_result_and_effect_cells():
    row = export_table(view_of()).iloc[-1]
    assert row["study_id"] == "Silent2019"
    assert row["design"] == "before-after"
    beyond_the_study = [each.header for each in export_columns(TEA) if each.table in ("results", "effects")]
    assert row[beyond_the_study].isna().all()


def test_filters_decide_which_rows_are_there():
    assert list(export_table(view_of(outcome="relief"))["result_id"]) == ["b-2"]
    assert list(export_table(view_of(year=(2021, 2021)))["study_id"]) == ["Ek2020b", "Ek2020b"]


def test_study_columns_come_first_then_results_then_effects():
    headers = list(export_table(view_of()))
    studies, results = list(columns_of("studies")), list(columns_of("results"))
    assert headers[: len(studies)] == studies
    rest = [f"result_{name}" if name in studies else name for name in results if name != "study_id"]
    assert headers[len(studies) : len(studies) + len(rest)] == rest
    effects = [
        name for name in headers[len(studies) + len(rest) :] if name not in {each.header for each in added_columns(TEA)}
    ]
    assert all(name.startswith(("effect_", "standardised_")) for name in effects)
    assert headers == [*studies, *rest, *effects, *(each.header for each in added_columns(TEA))]


def test_no_two_columns_share_a_name():
    headers = [each.header for each in export_columns(TEA)]
    assert len(headers) == len(set(headers))


def test_the_comparators_of_study_and_result_do_not_overwrite_each_other():
    row = export_table(view_of()).iloc[0]
    assert (row["comparator"], row["result_comparator"]) == ("water or milk", "water")


@pytest.mark.parametrize("r", [0.3, 0.5, 0.8])
def test_effects_are_those_of_the_figure_at_the_correlation_the_reader_chose(r):
    view = view_of(r=r)
    table = export_table(view).dropna(subset=["result_id"]).reset_index(drop=True)
    own = effects_table(native(view.results, TEA.outcomes, r))
    common = effects_table(standardised(view.results, TEA.outcomes, r))
    for name in ("estimate", "ci_low", "ci_high", "se"):
        pd.testing.assert_series_equal(table[f"effect_{name}"], own[name], check_names=False)
        pd.testing.assert_series_equal(table[f"standardised_{name}"], common[name], check_names=False)


def test_an_estimate_carries_its_unit_and_a_ratio_has_none():
    table = export_table(view_of()).set_index("result_id")
    assert table.loc["a-1", "effect_unit"] == "points"
    assert pd.isna(table.loc["b-2", "effect_unit"])
    assert (table.loc["a-1", "standardised_mirrored"], table.loc["b-2", "standardised_mirrored"]) == ("no", "yes")


def test_an_empty_view_gives_every_heading_and_no_row():
    table = export_table(view_of(design=("case report",)))
    assert len(table) == 0
    assert list(table) == [each.header for each in export_columns(TEA)]


def test_whole_numbers_stay_whole_where_some_are_missing():
    table = export_table(view_of())
    assert str(table["year"].dtype) == "Int64"
    assert str(table["n_1"].dtype) == "Int64"


def test_making_the_table_changes_nothing_in_the_view():
    view = view_of()
    studies, results = view.studies.copy(), view.results.copy()
    export_table(view)
    pd.testing.assert_frame_equal(view.studies, studies)
    pd.testing.assert_frame_equal(view.results, results)
