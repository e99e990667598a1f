"""The evidence in view as an Excel workbook: the rows of the CSV with typed cells, the codebook, and what the file is.

Above the names of the columns stand their headings for people. A computed effect is shown with the decimals of the pages;
its cell holds the number in full. A table that a sheet cannot hold is refused, never cut.

Text is always written as text, never as a formula or a link; where it begins like a formula the cell is also marked
as quoted, so that editing it does not run it. The same view gives the same bytes: the creation date is that of the
last search.
"""

import io
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from evidence.downloads.about import about
from evidence.downloads.added_cells import told_effects
from evidence.downloads.codebook import COUNTS, codebook
from evidence.downloads.export_columns import (
    COMPUTED,
    EXACT,
    OWN_SCALE,
    STANDARDISED,
    export_columns,
    headings,
    number_headers,
)
from evidence.downloads.export_table import table_for_reading
from evidence.downloads.findings_files import findings_frame
from evidence.facts.view import View
from evidence.packs.pack import Pack
from evidence.wording.numbers import LONGEST, decimals
from evidence.wording.say import tr
from evidence.writing.csv_table import runs_in_spreadsheets

SHEETS = ("studies and results", "codebook", "about")
FINDINGS = "summary of findings"
"""The last sheet, where the pack rates outcomes."""
NARROWEST, WIDEST, LONGEST_TEXT = 8, 48, 32_767
MOST_COLUMNS, MOST_ROWS = 16_384, 1_048_576
"""What a sheet of Excel holds."""
AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def xlsx_bytes(view: View) -> bytes:
    """The workbook of a view, with the sheets named in SHEETS, and FINDINGS where outcomes are rated."""
    return workbook(view, table_for_reading(view), codebook(view.pack))


def workbook(view: View, table: pd.DataFrame, meanings: pd.DataFrame) -> bytes:
    """The workbook of a view whose table and codebook are there already."""
    file = io.BytesIO()
    dataset = view.pack.dataset
    with xlsxwriter.Workbook(file, {"in_memory": True, **AS_TEXT}) as book:
        book.set_properties({"title": dataset["title"], "created": datetime.fromisoformat(dataset["last_search"])})
        look = {
            "heading": book.add_format({"bold": True, "bottom": 1}),
            "quoted": book.add_format({"quote_prefix": True}),
            "text": None,
            "label": book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
        }
        look |= {f"{digits}": book.add_format({"num_format": f"0.{'0' * digits}"}) for digits in range(2, LONGEST + 1)}
        rows, words, said = (book.add_worksheet(name) for name in SHEETS)
        _write_headings(rows, headings(view.pack), look)
        _write_table(rows, table, number_headers(view.pack), look, top=1, short=_shown_short(view.pack, table))
        rows.freeze_panes(2, 2)
        _write_table(words, meanings, COUNTS, look)
        words.freeze_panes(1, 2)
        facts = pd.DataFrame(about(view), columns=[tr("About"), tr("Text")], dtype="str")
        _write_table(said, facts, (), look)
        said.freeze_panes(1, 0)
        if view.pack.rows.certainty:
            found = book.add_worksheet(FINDINGS)
            _write_table(found, findings_frame(view.pack), (), look)
            found.freeze_panes(1, 1)
    return file.getvalue()


def _shown_short(pack: Pack, table: pd.DataFrame) -> dict[str, list[int | None]]:
    """The decimals of each row for computed numbers that are shown with fewer than they have; those in full are not there.

    An estimate and its interval have the same. None: a small number that stands alone is never cut short.
    """
    computed = (each.header for each in export_columns(pack) if each.table in COMPUTED and each.type == "number")
    found: dict[str, list[int | None]] = {
        header: [None if abs(value) < 0.01 else 2 for value in table[header].astype("float64").tolist()]
        for header in computed
        if not header.endswith(EXACT)
    }
    for scale in (OWN_SCALE, STANDARDISED):
        together = [None if numbers is None else decimals(numbers[:3], numbers[3]) for numbers in told_effects(table, scale)]
        found |= {f"{scale}{name}": [*together] for name in ("estimate", "ci_low", "ci_high")}
    return found


def _write_headings(sheet: Worksheet, said: dict[str, str], look: dict[str, Format | None]) -> None:
    for place, heading in enumerate(said.values()):
        sheet.write_string(0, place, heading, look["label"])


def _write_table(
    sheet: Worksheet,
    table: pd.DataFrame,
    numbers: Collection[str],
    look: dict[str, Format | None],
    top: int = 0,
    short: Mapping[str, Sequence[int | None]] = MappingProxyType({}),
) -> None:
    """The names of the columns in row `top`, counted from 0, and the cells below; short: decimals of each row by column.

    ValueError for a table that is too large for a sheet.
    """
    if len(table.columns) > MOST_COLUMNS or top + 1 + len(table) > MOST_ROWS:
        raise ValueError(f"{len(table)} rows of {len(table.columns)} columns do not fit in a sheet of Excel")
    for place, name in enumerate(table.columns):
        values = [None if gap else value for value, gap in zip(table[name], table[name].isna(), strict=True)]
        sheet.set_column(place, place, _width([name, *values]))
        sheet.write_string(top, place, name, look["heading"])
        digits = short.get(name) or [None] * len(values)
        for row, value in enumerate(values, start=top + 1):
            if value is not None and name in numbers:
                _write_number(sheet, row, place, float(value), look.get(f"{digits[row - top - 1]}"))
            elif value is not None:
                _write_text(sheet, row, place, str(value), look)
    if len(table):
        sheet.autofilter(top, 0, top + len(table), len(table.columns) - 1)


def _write_number(sheet: Worksheet, row: int, place: int, value: float, short: Format | None) -> None:
    """A number as a number; an infinite one, which Excel does not have, as text. A whole one is shown as it is."""
    if abs(value) == float("inf"):
        sheet.write_string(row, place, str(value))
    else:
        sheet.write_number(row, place, value, None if value.is_integer() else short)


def _write_text(sheet: Worksheet, row: int, place: int, text: str, look: dict[str, Format | None]) -> None:
    """Text as text; cut with an ellipsis where Excel's limit of 32,767 characters cuts it."""
    kept = text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"
    sheet.write_string(row, place, kept, look["quoted" if runs_in_spreadsheets(kept) else "text"])


def _width(values: list[object]) -> int:
    longest = max(len(str(value)) for value in values if value is not None)
    return min(max(longest + 2, NARROWEST), WIDEST)
