"""A table as CSV: UTF-8 without a byte order mark, RFC 4180, numbers in full, no cell that a spreadsheet would run.

A text cell that begins with = + - @ tab or CR gets a leading apostrophe; a number never does. The same signs get one where
they follow a comma, semicolon, tab or line end within a text: a spreadsheet that takes another separator than the file has
begins a cell there. What merely reads as a negative number (1,-2) has none. An empty cell means not known. The same table
gives the same bytes.

A second form is for spreadsheets in languages that write 1,5: semicolons, decimal commas, and a byte order mark, without
which Excel does not take a file for UTF-8. In the first form such an Excel takes 4.1 for the fourth of January. In this one
a text that reads like a day or a month (pages 7-19, issue 1/2023) has an apostrophe too, so that it stays as it was read.
"""

import csv
import io
import re
from collections.abc import Collection, Iterable
from decimal import Decimal
from numbers import Integral, Real

import pandas as pd

from evidence.vocabulary.known import known

UTF8_MARK = b"\xef\xbb\xbf"
RUNS_IN_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r")
RUNS_WITHIN = re.compile(r"""([,;\t\r\n]["]*)(?=[=+@]|-(?!\d+(?:\.\d+)?(?:$|[\s,;:)\]"])))""")
"""Where a cell would begin under another separator, perhaps behind a quote, and run."""

LIKE_A_DAY = re.compile(r"\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{1,4})?\.?|\d{1,2}[-/.]\d{4}|\d{4}[-/.]\d{1,2}")
"""A text that spreadsheets turn into a day or a month; a whole ISO day may be one."""


def runs_in_spreadsheets(text: str) -> bool:
    """True for a text that a spreadsheet would take for a formula."""
    return text.startswith(RUNS_IN_SPREADSHEETS)


def neutral(text: str) -> str:
    """The text with an apostrophe before what a spreadsheet would take for a formula, whichever separator it takes."""
    inside = RUNS_WITHIN.sub(r"\1'", text)
    return f"'{inside}" if runs_in_spreadsheets(inside) else inside


def decimal_text(value: float) -> str:
    """A number in full as a plain decimal with an ASCII minus: the shortest text that reads back to the same number."""
    text = format(Decimal(repr(float(value))), "f")
    return text.removesuffix(".0")


def csv_line(cells: Iterable[str], end: str = "") -> str:
    """Cells as they are, as one line."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator=end).writerow(list(cells))
    return text.getvalue()


def csv_text(rows: Iterable[Iterable[object]], end: str = "\r\n") -> str:
    """Rows of numbers, texts and gaps as lines."""
    return _written(rows, end, ",", ".")


def csv_bytes(table: pd.DataFrame, numbers: Collection[str] = ()) -> bytes:
    """The table as CSV bytes; numbers names the columns that hold numbers, all others are text."""
    return csv_text(_rows(table, numbers)).encode("utf-8")


def semicolon_bytes(table: pd.DataFrame, numbers: Collection[str] = ()) -> bytes:
    """The table as csv_bytes has it, with semicolons, decimal commas in numbers alone, and a byte order mark."""
    return UTF8_MARK + _written(_rows(table, numbers), "\r\n", ";", ",").encode("utf-8")


def _rows(table: pd.DataFrame, numbers: Collection[str]) -> list[Iterable[object]]:
    columns = [table[name] if name in numbers else _texts(table[name]) for name in table.columns]
    return [[str(name) for name in table.columns], *zip(*columns, strict=True)]


def _written(rows: Iterable[Iterable[object]], end: str, between: str, decimal: str) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=between, lineterminator=end)
    writer.writerows([_cell(value, decimal) for value in row] for row in rows)
    return text.getvalue()


def _texts(column: pd.Series) -> list[str]:
    return ["" if gap else str(value) for value, gap in zip(column, column.isna(), strict=True)]


def _cell(value: object, decimal: str) -> str:
    if isinstance(value, str):
        is_day = decimal == "," and LIKE_A_DAY.fullmatch(value)
        return f"'{value}" if is_day else neutral(value)
    if not known(value):
        return ""
    if isinstance(value, Integral):
        return str(int(value))
    return decimal_text(float(value)).replace(".", decimal) if isinstance(value, Real) else neutral(str(value))
