"""A table as CSV: UTF-8 without a byte order mark, RFC 4180, numbers in full, no cell that a spreadsheet would run.

A text cell that begins with = + - @ tab or CR gets a leading apostrophe; a number never does. An empty cell means not
known. The same table gives the same bytes.
"""

import csv
import io
from collections.abc import Collection
from decimal import Decimal

import pandas as pd

RUNS_IN_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r")


def neutral(text: str) -> str:
    """The text, with a leading apostrophe when a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(RUNS_IN_SPREADSHEETS) else text


def decimal_text(value: float) -> str:
    """A number in full as a plain decimal with an ASCII minus: the shortest text that reads back to the same number."""
    text = format(Decimal(repr(float(value))), "f")
    return text.removesuffix(".0")


def csv_bytes(table: pd.DataFrame, numbers: Collection[str] = ()) -> bytes:
    """The table as CSV bytes; numbers names the columns that hold numbers, all others are text."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([neutral(str(name)) for name in table.columns])
    columns = [_cells(table[name], name in numbers) for name in table.columns]
    writer.writerows(zip(*columns, strict=True))
    return text.getvalue().encode("utf-8")


def _cells(column: pd.Series, is_number: bool) -> list[str]:
    missing = column.isna()
    return [
        "" if gap else _number_text(value) if is_number else neutral(str(value))
        for value, gap in zip(column, missing, strict=True)
    ]


def _number_text(value: object) -> str:
    return str(value) if isinstance(value, int) else decimal_text(value)  # type: ignore[arg-type]
