"""The CSV for a decimal comma: a spreadsheet in German reads every number of it as that number, and nothing in it runs."""

import csv
import io
import re

import pandas as pd
import pytest

from evidence.__main__ import main
from evidence.downloads.export_columns import export_columns, number_headers
from evidence.downloads.export_table import table_csv, table_for_reading, table_semicolons
from evidence.downloads.exports import export
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.packs.cells import cell_problem
from evidence.packs.reading import read_cells
from evidence.vocabulary.columns import NUMBER_TYPES, columns_of
from evidence.writing.csv_table import UTF8_MARK, csv_bytes, semicolon_bytes
from tests.conftest import ROOT
from tests.export_views import TEA, view_of, with_cells

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("https://example.org")']
GERMAN_NUMBER = re.compile(r"-?[0-9]+(,[0-9]+)?")
"""What Excel in German takes for a number and for nothing else: no full stop, which makes 4.1 a day and 1.234 a thousand."""


def lines(content: bytes) -> list[list[str]]:
    text = content.removeprefix(UTF8_MARK).decode("utf-8")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True))


def test_every_number_is_one_to_a_spreadsheet_in_german_and_the_same(shipped):
    view = evidence_in_view(shipped, Selection())
    table = table_for_reading(view)
    heading, *rows = lines(table_semicolons(view))
    assert len(rows) == len(table)
    for name in number_headers(shipped):
        for cell, value in zip((row[heading.index(name)] for row in rows), table[name], strict=True):
            if pd.isna(value):
                assert cell == ""
            else:
                assert GERMAN_NUMBER.fullmatch(cell), (name, cell)
                assert float(cell.replace(",", ".")) == value, (name, cell)


def test_it_is_the_other_csv_in_another_dress(shipped):
    view = evidence_in_view(shipped, Selection())
    plain = list(csv.reader(io.StringIO(table_csv(view).decode("utf-8"), newline="")))
    other = lines(table_semicolons(view))
    numbers = [each.header in number_headers(shipped) for each in export_columns(shipped)]
    assert other[0] == plain[0] and len(other) == len(plain)
    for left, right in zip(plain[1:], other[1:], strict=True):
        assert [cell.removeprefix("'") for cell in right] == [
            cell.replace(".", ",") if number else cell.removeprefix("'") for cell, number in zip(left, numbers, strict=True)
        ]


def test_no_text_turns_into_a_day(shipped):
    heading, *rows = lines(table_semicolons(evidence_in_view(shipped, Selection())))
    cells = {row[heading.index("study_id")]: row for row in rows}
    assert cells["Jadidi2022"][heading.index("issue")] == "'1/2023"
    table = pd.DataFrame({"a": ["7-19", "501-505", "4.1", "2026-01-31", "12-2020", "1-2-3", "10.1000/5"], "b": [4.5] * 7})
    written = [row[0] for row in lines(semicolon_bytes(table, ["b"]))[1:]]
    assert written == ["'7-19", "501-505", "'4.1", "2026-01-31", "'12-2020", "'1-2-3", "10.1000/5"]
    assert "'" not in csv_bytes(table, ["b"]).decode()


def test_a_byte_order_mark_semicolons_and_a_decimal_comma_in_numbers_alone():
    content = semicolon_bytes(pd.DataFrame({"a": [0.5, -2.0], "b": ["1.5; 2,5", None]}), ["a"])
    assert content == b'\xef\xbb\xbfa;b\r\n0,5;"1.5; 2,5"\r\n-2;\r\n'


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text):
    heading, first, *_ = lines(table_semicolons(view_of(with_cells(TEA, "studies", "summary", {0: text}))))
    cell = first[heading.index("summary")]
    assert cell.startswith("'") and cell.replace("'", "") == text


def test_the_same_view_gives_the_same_bytes_and_the_command_line_writes_them(tmp_path):
    view = evidence_in_view(TEA, Selection())
    assert table_semicolons(view) == table_semicolons(view)
    headache = str(ROOT / "tests" / "packs" / "headache")
    assert main(["export", headache, "--format", "csv-semicolon", "--output", str(tmp_path)]) == 0
    (file,) = tmp_path.iterdir()
    assert file.name.endswith("_all-studies.semicolon.csv") and file.read_bytes().startswith(UTF8_MARK)


def test_its_name_differs_from_that_of_the_other_csv():
    assert export(view_of(), "csv").file_name != export(view_of(), "csv-semicolon").file_name


def test_a_table_of_this_form_is_refused_by_name_and_never_read_as_other_numbers():
    known = tuple(columns_of("studies"))
    numbers = [name for name, each in columns_of("studies").items() if each.type in NUMBER_TYPES]
    refused = read_cells(semicolon_bytes(TEA.studies, numbers), "studies.csv", known)
    assert [problem.message.kind for problem in refused.problems] == ["separated by semicolons"]
    age = refused.rows[0][refused.header.index("age_mean")]
    assert (age, cell_problem(columns_of("studies")["age_mean"], age)[0].kind) == ("40,1", "not a number: decimal comma")
    plain = read_cells(csv_bytes(TEA.studies, numbers), "studies.csv", known)
    assert plain.problems == () and plain.rows[0][plain.header.index("age_mean")] == "40.1"
