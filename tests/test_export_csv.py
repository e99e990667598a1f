"""What is written to CSV reads back as the same table, and no spreadsheet runs any of it."""

import csv
import io
import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.downloads.export_columns import export_columns, number_headers
from evidence.downloads.export_table import export_table, table_csv
from evidence.writing.csv_table import csv_bytes, decimal_text, neutral, semicolon_bytes
from tests.export_views import TEA, view_of, with_cells

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("https://example.org")']


def read_back(content: bytes) -> pd.DataFrame:
    types = {each.header: "float64" if each.header in number_headers(TEA) else "str" for each in export_columns(TEA)}
    return pd.read_csv(io.BytesIO(content), dtype=types, keep_default_na=False, na_values=[""])


@pytest.mark.parametrize("asked", [{}, {"outcome": "pain"}, {"year": (2021, 2021)}, {"design": ("case report",)}])
def test_the_bytes_read_back_into_the_rows_of_the_view(asked):
    view = view_of(**asked)
    table = export_table(view)
    expected = table.astype({name: "float64" for name in number_headers(TEA)})
    pd.testing.assert_frame_equal(read_back(table_csv(view)), expected, check_exact=True)


def test_the_same_view_gives_the_same_bytes():
    assert table_csv(view_of()) == table_csv(view_of())


def test_utf8_without_a_byte_order_mark_and_lines_of_rfc_4180():
    content = table_csv(view_of())
    assert not content.startswith(b"\xef\xbb\xbf")
    assert "»Ruhe«" in content.decode("utf-8")
    assert content.endswith(b"\r\n")


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text):
    pack = with_cells(TEA, "studies", "summary", {0: text})
    rows = list(csv.DictReader(io.StringIO(table_csv(view_of(pack)).decode(), newline="")))
    assert rows[0]["summary"].startswith("'") and rows[0]["summary"].replace("'", "") == text


def test_a_negative_number_stays_a_number_with_an_ascii_minus():
    rows = list(csv.DictReader(io.StringIO(table_csv(view_of()).decode(), newline="")))
    assert rows[1]["mean_1"] == "-0.1"
    assert float(rows[0]["effect_estimate"]) == pytest.approx(-2.2)


def test_a_small_number_is_written_out_in_full():
    rows = list(csv.DictReader(io.StringIO(table_csv(view_of()).decode(), newline="")))
    assert rows[0]["p_value"] == "0.00001"
    assert rows[0]["n_1"] == "30"
    assert rows[0]["year"] == "2020"


@given(st.floats(allow_nan=False))
def test_every_number_reads_back_as_itself(value):
    assert float(decimal_text(value)) == value
    assert math.isinf(value) or set(decimal_text(value)) <= set("-.0123456789")


@given(st.text())
def test_no_written_text_begins_like_a_formula(text):
    written = neutral(text)
    assert not written.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert written.replace("'", "") == text.replace("'", "")


def test_a_heading_is_neutralised_too():
    assert csv_bytes(pd.DataFrame({"=1": ["a"]})) == b"'=1\r\na\r\n"


def test_text_that_looks_like_a_gap_is_not_a_gap():
    assert csv_bytes(pd.DataFrame({"note": ["NA", None, "nan"]}, dtype="str")) == b'note\r\nNA\r\n""\r\nnan\r\n'


@pytest.mark.parametrize(
    "text",
    [
        *("x;=1+1;", "x,=1+1,", "a;+1", "a;@SUM(1)", "a;-cmd", "a;-2+3+cmd|' /C calc'!A0", "a\t=1+1", "a\n=1+1", "a\r\n=1"),
        *('x;"=1+1', 'x,""=1+1', "=1;=2,=3", "a, b;=1"),
    ],
)
@pytest.mark.parametrize("written", [csv_bytes, semicolon_bytes])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_cell_runs_whichever_separator_a_spreadsheet_takes(text, written, separator):
    table = pd.DataFrame({"first": [text], "note": [text], "last": ["z"]}, dtype="str")
    content = written(table).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(content, newline=""), delimiter=separator))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_numbers_in_a_text_stay_as_they_are():
    for text in ("1,-2", "[-0.5,-0.2]", "a;-3; b", "see a; b, c", "https://doi.org/10.1/a;b"):
        assert neutral(text) == text
