"""The workbook holds the rows of the view with typed cells, and nothing in it runs."""

import io
import zipfile

import openpyxl
import pandas as pd
import pytest

from evidence.downloads.codebook import codebook
from evidence.downloads.export_columns import number_headers
from evidence.downloads.export_table import export_table
from evidence.downloads.export_xlsx import SHEETS, xlsx_bytes
from tests.export_views import TEA, view_of, with_cells


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.mark.parametrize("asked", [{}, {"outcome": "pain"}, {"design": ("case report",)}])
def test_the_sheet_reads_back_into_the_rows_of_the_view(asked):
    view = view_of(**asked)
    sheet = pd.read_excel(
        io.BytesIO(xlsx_bytes(view)), SHEETS[0], header=1, dtype="object", keep_default_na=False, na_values=[""]
    )
    table = export_table(view)
    assert list(sheet) == list(table)
    assert len(sheet) == len(table)
    for name in table:
        if name in number_headers(TEA):
            expected = table[name].astype("float64")
            pd.testing.assert_series_equal(sheet[name].astype("float64"), expected, rtol=1e-14, check_index=False)
        else:
            assert list(sheet[name].fillna("")) == list(table[name].fillna(""))


def test_numbers_are_numbers_and_text_is_text():
    sheet = opened(xlsx_bytes(view_of()))[SHEETS[0]]
    by_name = {cell.value: cell.column for cell in sheet[2]}
    assert sheet.cell(3, by_name["year"]).data_type == "n"
    assert sheet.cell(3, by_name["mean_1"]).value == 4.1
    assert sheet.cell(3, by_name["study_id"]).data_type == "s"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "https://example.org", "12", "{=1}"])
def test_text_is_never_a_formula_a_number_or_a_link(text):
    sheet = opened(xlsx_bytes(view_of(with_cells(TEA, "studies", "summary", {0: text}))))[SHEETS[0]]
    cell = sheet.cell(3, next(cell.column for cell in sheet[2] if cell.value == "summary"))
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@", "\t"))


def test_no_sheet_holds_a_formula():
    book = zipfile.ZipFile(io.BytesIO(xlsx_bytes(view_of(with_cells(TEA, "studies", "summary", {0: "=1+1"})))))
    sheets = [name for name in book.namelist() if "worksheets/sheet" in name]
    assert len(sheets) == len(SHEETS)
    assert not any(b"<f>" in book.read(name) for name in sheets)


def test_headings_stay_in_sight_and_columns_are_wide_enough_to_read():
    sheet = opened(xlsx_bytes(view_of()))[SHEETS[0]]
    assert sheet.freeze_panes == "C3"
    assert sheet.column_dimensions["A"].width >= len("Silent2019")


def test_the_codebook_and_what_the_file_is_come_along():
    book = opened(xlsx_bytes(view_of(outcome="pain")))
    assert tuple(book.sheetnames) == SHEETS
    assert book["codebook"].max_row == len(codebook(TEA)) + 1
    said = {label.value: text.value for label, text in book["about"].iter_rows(max_col=2)}
    assert said["Data version"] == "1"
    assert said["Filters"] == "outcome: pain; r = 0.5"
    assert said["Date of the last search"] == "2026-01-31"
    assert said["Licence of the data"] == "CC BY 4.0"
    assert said["Cite as"] == "Tea for headache, version 1"


def test_the_same_view_gives_the_same_bytes_and_the_date_of_the_search():
    content = xlsx_bytes(view_of())
    assert content == xlsx_bytes(view_of())
    assert opened(content).properties.created.isoformat() == "2026-01-31T00:00:00"
