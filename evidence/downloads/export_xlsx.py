"""The evidence in view as an Excel workbook: the rows of the CSV with typed cells, the codebook, and what the file is.

Above the names of the columns stand their headings for people. A computed effect is shown with two decimals; its cell holds
the number in full.

Text is always written as text, never as a formula or a link; where it begins like a formula the cell is also marked
as quoted, so that editing it does not run it. The same view gives the same bytes: the creation date is that of the
last search.
"""

import io
from collections.abc import Collection
from datetime import datetime

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from evidence.downloads.about import about
from evidence.downloads.codebook import COUNTS, codebook
from evidence.downloads.export_columns import COMPUTED, EXACT, export_columns, headings, number_headers
from evidence.downloads.export_table import table_for_reading
from evidence.downloads.findings_files import findings_frame
from evidence.facts.view import View
from evidence.packs.pack import Pack
from evidence.wording.say import tr
from evidence.writing.csv_table import runs_in_spreadsheets

SHEETS = ("studies and results", "codebook", "about")
FINDINGS = "summary of findings"
"""The last sheet, where the pack rates outcomes."""
NARROWEST, WIDEST, LONGEST_TEXT = 8, 48, 32_767
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
            "short": book.add_format({"num_format": "0.00"}),
        }
        rows, words, said = (book.add_worksheet(name) for name in SHEETS)
        _write_headings(rows, headings(view.pack), look)
        _write_table(rows, table, number_headers(view.pack), look, top=1, short=_shown_short(view.pack))
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


def _shown_short(pack: Pack) -> frozenset[str]:
    """The computed numbers that are shown with fewer digits than they have; those in full are not."""
    computed = (each.header for each in export_columns(pack) if each.table in COMPUTED and each.type == "number")
    return frozenset(header for header in computed if not header.endswith(EXACT))


def _write_headings(sheet: Worksheet, said: dict[str, str], look: dict[str, Format | None]) -> None:
    for place, heading in enumerate(said.values()):
        sheet.write_string(0, place, heading, look["label"])


def _write_table(
    sheet: Worksheet,
    table: pd.DataFrame,
    numbers: Collection[str],
    look: dict[str, Format | None],
    top: int = 0,
    short: Collection[str] = (),
) -> None:
    """The names of the columns in row `top`, counted from 0, and the cells below; short are shown with two decimals."""
    for place, name in enumerate(table.columns):
        values = [None if gap else value for value, gap in zip(table[name], table[name].isna(), strict=True)]
        sheet.set_column(place, place, _width([name, *values]))
        sheet.write_string(top, place, name, look["heading"])
        for row, value in enumerate(values, start=top + 1):
            if value is not None and name in numbers:
                _write_number(sheet, row, place, float(value), look["short"] if name in short else None)
            elif value is not None:
                _write_text(sheet, row, place, str(value), look)
    if len(table):
        sheet.autofilter(top, 0, top + len(table), len(table.columns) - 1)


def _write_number(sheet: Worksheet, row: int, place: int, value: float, short: Format | None) -> None:
    """A number as a number; an infinite one, which Excel does not have, as text. A small or whole one is never cut short."""
    if abs(value) == float("inf"):
        sheet.write_string(row, place, str(value))
    else:
        sheet.write_number(row, place, value, None if abs(value) < 0.01 or value.is_integer() else short)


def _write_text(sheet: Worksheet, row: int, place: int, text: str, look: dict[str, Format | None]) -> None:
    """Text as text; cut with an ellipsis where Excel's limit of 32,767 characters cuts it."""
    kept = text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"
    sheet.write_string(row, place, kept, look["quoted" if runs_in_spreadsheets(kept) else "text"])


def _width(values: list[object]) -> int:
    longest = max(len(str(value)) for value in values if value is not None)
    return min(max(longest + 2, NARROWEST), WIDEST)
