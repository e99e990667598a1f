"""Computed numbers are read with sensible digits; data, statistics and programs keep them exact."""

import io

import pandas as pd
import pytest

from evidence.downloads.added_cells import for_reading
from evidence.downloads.export_columns import export_columns, number_headers
from evidence.downloads.export_table import export_table, table_csv, table_for_reading
from evidence.downloads.export_xlsx import SHEETS, xlsx_bytes
from evidence.downloads.plain_tables import plain_csv
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.packs.provenance import DESCRIBING, reading, traces_of
from evidence.wording.say import say
from tests.conftest import means, small_pack

PLACE = {"read_as": "abstract", "source": "Ek 2020", "checked_on": "2026-01-30"}


@pytest.fixture(scope="module")
def view(shipped):
    return evidence_in_view(shipped, Selection())


def test_two_months_are_8_7_weeks_on_the_page_and_in_csv_and_excel(shipped, view):
    jadidi = next(each for each in shipped.rows.studies if each.study_id == "Jadidi2022")
    assert say(reading(shipped, "studies", jadidi, "duration_weeks").text) == "8.7 weeks"
    sheets = (
        pd.read_csv(io.BytesIO(table_csv(view))),
        pd.read_excel(io.BytesIO(xlsx_bytes(view)), SHEETS[0], header=1),
    )
    for table in sheets:
        rows = table[table["study_id"] == "Jadidi2022"]
        assert set(rows["duration_weeks"]) == {8.7} and set(rows["week"]) == {8.7, 4.35}
        assert set(table.loc[table["study_id"] == "Gorantla2024", "female_percent"]) == {83.3}


def test_the_exact_value_stays_in_the_data_in_its_arithmetic_and_for_programs(shipped, view):
    assert 8.69642857142857 in set(shipped.studies["duration_weeks"])
    (trace,) = traces_of(shipped)["studies", "Jadidi2022", "duration_weeks"]
    assert trace.formula.endswith("= 8.69642857142857 weeks")
    assert b"8.69642857142857" in plain_csv(view, "studies") and b"8.69642857142857" in plain_csv(view, "results")


def test_no_number_of_the_downloads_reads_as_more_precise_than_it_is(view):
    table = table_for_reading(view)
    for each in export_columns(view.pack):
        if (each.table, each.column) in DESCRIBING:
            written = table[each.header].dropna().map(repr)
            assert not written.str.contains(r"\.[0-9]{4,}").any(), each.header


def test_what_statistics_work_with_is_never_rounded(view):
    exact, shown = export_table(view), table_for_reading(view)
    describing = {each.header for each in export_columns(view.pack) if (each.table, each.column) in DESCRIBING}
    others = [name for name in exact if name not in describing]
    pd.testing.assert_frame_equal(shown[others], exact[others], check_exact=True)
    assert {"mean_1", "sd_1", "estimate", "ci_low", "p_value", "effect_se"} <= set(others) & set(number_headers(view.pack))


def test_a_number_that_was_read_keeps_its_digits():
    rows = [
        {"table": "studies", "row_id": "Ek2020", "column": "age_mean", **PLACE},
        {"table": "studies", "row_id": "Ek2020", "column": "year", **PLACE},
        *({"table": "results", "row_id": "a", "column": name, **PLACE}
          for name in ("mean_1", "sd_1", "n_1", "mean_2", "sd_2", "n_2")),
    ]  # fmt: skip
    pack = small_pack([{"study_id": "Ek2020", "age_mean": 47.0625}], [means("a", "Ek2020", 4, 6)], provenance=rows)
    assert set(table_for_reading(evidence_in_view(pack, Selection()))["age_mean"]) == {47.0625}
    assert say(reading(pack, "studies", pack.rows.studies[0], "age_mean").text) == "47.0625 years"


def test_every_computed_length_of_the_shipped_data_is_short_on_the_page(shipped):
    for table in ("studies", "results"):
        for row in getattr(shipped.rows, table):
            for name in [name for of, name in DESCRIBING if of == table]:
                text = say(reading(shipped, table, row, name).text)
                assert len(text.split(".")[-1].split(" ")[0].rstrip("%")) <= 3 or "." not in text, text


def test_a_computed_dose_above_zero_is_never_zero():
    assert (for_reading(0.0024), for_reading(0.00037519), for_reading(2e-20)) == (0.0024, 0.00038, 2e-20)
    place = {"row_id": "Ek2020", **PLACE}
    rows = [
        {"table": "studies", "column": "year", **place},
        {"table": "studies", "column": "elemental_mg_per_day", "formula": "0.02 x 0.12 = 0.0024", **place},
        *(
            {"table": "results", "column": name, **place, "row_id": "a"}
            for name in ("mean_1", "sd_1", "n_1", "mean_2", "sd_2", "n_2")
        ),
    ]
    study = {"study_id": "Ek2020", "elemental_mg_per_day": 0.0024}
    pack = small_pack([study], [means("a", "Ek2020", 4, 6)], provenance=rows)
    assert set(table_for_reading(evidence_in_view(pack, Selection()))["elemental_mg_per_day"]) == {0.0024}
    assert say(reading(pack, "studies", pack.rows.studies[0], "elemental_mg_per_day").text).startswith("0.0024 mg")
