"""What two extractions disagree on as a CSV file, a line for each cell to settle, in English.

The columns settled and reason are empty, to be filled in by those who settle it.
"""

from evidence.versions.agreement import Agreed
from evidence.writing.csv_table import csv_text

COLUMNS = ("table", "row", "column", "kind", "first", "second", "settled", "reason")
"""kind: differs, missing in first, missing in second (the cell), or row missing in first or in second."""


def disagreements_csv(found: Agreed) -> bytes:
    """Every disagreement in the order of the format; an empty cell was left empty."""
    rows = []
    for each in found.disagreements:
        kind = "differs"
        if each.row_missing:
            kind = f"row missing in {each.row_missing}"
        elif each.first is None or each.second is None:
            kind = f"missing in {'first' if each.first is None else 'second'}"
        rows.append((each.table, each.row, each.column, kind, each.first, each.second, "", ""))
    return csv_text([COLUMNS, *rows]).encode("utf-8")
