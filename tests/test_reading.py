"""Bytes become cells with the line they stand on, and damage is named without stopping the reading."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.packs.cells import cell_problem, is_plain
from evidence.packs.reading import LONGEST_CELL, read_cells
from evidence.vocabulary.columns import column
from evidence.vocabulary.fact import fact
from evidence.wording.problems import problem_text
from evidence.wording.say import say

KNOWN = ["a", "b", "c_d"]


def read(text, **options):
    data = text if isinstance(text, bytes) else text.encode()
    return read_cells(data, "t.csv", KNOWN, **options)


def said(cells):
    return [problem_text(problem) for problem in cells.problems]


def test_lines_are_those_of_the_file_also_after_cells_of_several_lines():
    cells = read('a,b\n1,"x\ny\nz"\n2,w\n\n3,v\n')
    assert cells.rows == (("1", "x\ny\nz"), ("2", "w"), ("3", "v"))
    assert cells.lines == (2, 5, 7)
    assert cells.problems == ()


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_ending_is_read(ending):
    cells = read(f"a,b{ending}1,2{ending}3,4{ending}")
    assert cells.rows == (("1", "2"), ("3", "4"))
    assert cells.lines == (2, 3)


def test_a_file_may_end_without_a_line_end_and_leave_out_columns():
    cells = read("b\nx")
    assert (cells.header, cells.rows, cells.problems) == (("b",), (("x",),), ())


def test_the_order_of_columns_is_free():
    assert read("b,a\n1,2\n").header == ("b", "a")


@pytest.mark.parametrize("text", ["", "\n", "  \r\n \n"])
def test_an_empty_file_is_named_as_such(text):
    cells = read(text)
    assert said(cells) == ["t.csv:0:: the file is empty, it needs a header row; allowed: a, b, c_d"]
    assert not cells.complete


def test_a_damaged_file_is_read_up_to_the_damage_and_marked_incomplete():
    cells = read('a,b\n1,2\n3,"4\n5,6\n')
    assert cells.rows == (("1", "2"),)
    assert not cells.complete
    assert "t.csv:3:: a quoted cell that starts in this row never ends" in said(cells)[0]


def test_latin_1_is_reported_with_the_line_and_the_rest_is_still_read():
    cells = read("a,b\nfine,1\nZürich,2\n".encode("latin-1"))
    assert [(problem.line, problem.value) for problem in cells.problems] == [(3, "ü")]
    assert cells.rows[1] == ("Zürich", "2")


def test_a_byte_order_mark_is_no_part_of_the_text_and_lines_stay_those_of_the_file():
    cells = read(b'\xef\xbb\xbfa,b\r\n1,"x\r\ny"\r\n2,3,4\r\n')
    assert cells.header == ("a", "b")
    assert cells.rows == (("1", "x\r\ny"),) and cells.lines == (2,)
    assert [(problem.line, problem.message.kind) for problem in cells.problems] == [(4, "too many cells")]


def test_a_quoted_first_column_may_follow_a_byte_order_mark():
    cells = read(b'\xef\xbb\xbf"a","b"\n1,2\n')
    assert (cells.header, cells.problems) == (("a", "b"), ())


def test_a_byte_order_mark_alone_is_an_empty_file():
    assert [problem.message.kind for problem in read(b"\xef\xbb\xbf\n").problems] == ["empty file"]


def test_a_mark_inside_the_text_is_still_an_invisible_character():
    assert cell_problem(column("studies", "summary"), "a\ufeffb")[0].kind == "hidden character"


@pytest.mark.parametrize("mark", ["NA", "N/A", "#N/A", "NaN", "nan", "NULL", "null", " NA "])
@pytest.mark.parametrize("name", ["comparator", "doi", "registration", "dose_basis", "possibly_same_as"])
def test_the_mark_of_a_program_for_a_missing_value_is_not_a_text(mark, name):
    message, _ = cell_problem(column("studies", name), mark)
    assert message.kind == "marked as missing"
    assert "leave the cell empty" in say(message)


def test_where_a_value_is_needed_a_mark_for_a_missing_one_is_not_answered_with_leave_it_empty():
    message, allowed = cell_problem(column("studies", "design"), "NA")
    assert message.kind == "marked as missing where needed" and "randomised trial" in say(allowed)


@pytest.mark.parametrize("text", ["none", "None", "unknown", "n/a for adults", "NAD", "Na", "not reported"])
def test_words_that_may_be_meant_are_texts(text):
    assert cell_problem(column("studies", "comparator"), text) is None


def test_thousands_of_columns_are_one_problem_and_nothing_of_the_table_is_read():
    header = ",".join(f"column_{number}" for number in range(8_000))
    cells = read(f"a,{header}\n1{',' * 8_000}\n")
    assert said(cells) == ["t.csv:1:: the table has 8,001 columns; allowed: up to 100"]
    assert cells.rows == () and not cells.complete


def test_a_cell_of_two_million_characters_is_one_short_problem():
    found = cell_problem(column("studies", "summary"), "x" * 2_000_000)
    assert found == (fact("cell too long", n=2_000_000, most=LONGEST_CELL), None)
    assert say(found[0]) == "the cell has 2,000,000 characters; the longest allowed is 20,000"


def test_a_hopeless_file_is_cut_short_and_says_so():
    cells = read("a,b\n" + "1,2,3\n" * 50_000)
    assert len(cells.problems) == 1_001
    assert "there are more problems of this kind" in said(cells)[-1]


@given(st.binary(max_size=300))
def test_no_bytes_whatever_make_the_reading_fail(data):
    read(data)


@given(st.lists(st.lists(st.text(alphabet=st.characters(exclude_categories=["C"]), min_size=1), min_size=2, max_size=2)))
def test_what_a_csv_writer_writes_is_what_is_read(rows):
    text = io.StringIO()
    csv.writer(text).writerows([["a", "b"], *rows])
    assert [list(row) for row in read(text.getvalue()).rows] == rows


@pytest.mark.parametrize("text", ["0", "12", "-3", "0.5", "-0.25", "100.0"])
def test_plain_decimals_are_numbers(text):
    assert cell_problem(column("results", "mean_1"), text) is None


@pytest.mark.parametrize(
    "text", ["NA", "1,5", "ten", "+5", "1e3", ".5", "5.", "007", "٣", "1 000", "inf", "nan", "0x10", "1_000", "½", "9" * 400]
)
def test_nothing_else_is(text):
    assert cell_problem(column("results", "mean_1"), text) is not None


@given(st.text(alphabet=st.characters(max_codepoint=0x2FF), max_size=30), st.booleans())
def test_what_is_told_plain_quickly_has_no_problem(text, needed):
    rule = replace(column("studies", "title"), required=needed)
    assert not is_plain(text) or cell_problem(rule, text) is None
