"""Lines of a table as a curator would type them: every column of the dictionary in its order, cells as entered."""

from collections.abc import Mapping

from evidence.vocabulary.columns import NUMBER_TYPES, columns_of
from evidence.vocabulary.known import known
from evidence.writing.csv_table import csv_line, decimal_text


def header_line(table: str) -> str:
    """The names of all columns of a table."""
    return csv_line(columns_of(table))


def table_line(table: str, row: Mapping[str, object]) -> str:
    """A row as a line of its table; columns that the row does not have stay empty."""
    return csv_line(_entered(table, name, row.get(name)) for name in columns_of(table))


def _entered(table: str, name: str, value: object) -> str:
    if not known(value):
        return ""
    if columns_of(table)[name].type in NUMBER_TYPES:
        return decimal_text(float(value))  # type: ignore[arg-type]
    return str(value)
