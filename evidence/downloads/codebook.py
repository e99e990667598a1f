"""The codebook: every column of the pack format and of the downloads with its type, unit, vocabulary and meaning."""

import pandas as pd

from evidence.downloads.export_columns import COMPUTED, export_columns
from evidence.packs.pack import Pack
from evidence.vocabulary.columns import COLUMNS, Column
from evidence.wording.html import render
from evidence.writing.csv_table import csv_bytes

COUNTS = ("rows", "filled")


def codebook(pack: Pack) -> pd.DataFrame:
    """One row per column: table, column, header, label, type, unit, required, allowed, traced, rows, filled, meaning.

    header is the name in the filtered table that is downloaded, empty for columns that are not in it; the table
    effects holds the computed columns, quality those of flags, certainty and risk of bias. rows and filled count this pack's
    rows and those that are not empty, and are missing for effects and quality.
    """
    headers = {(each.table, each.column): each.header for each in export_columns(pack)}
    headers["results", "study_id"] = headers["studies", "study_id"]
    rows = [_row(each, headers.get((each.table, each.column), ""), pack) for each in COLUMNS]
    computed = [
        {
            "table": each.table,
            "column": each.header,
            "header": each.header,
            "label": each.label,
            "type": each.type,
            "unit": each.unit,
            "required": "no",
            "allowed": "",
            "traced": "no",
            "rows": None,
            "filled": None,
            "meaning": each.meaning,
        }
        for each in export_columns(pack)
        if each.table in COMPUTED
    ]
    whole = pd.DataFrame([*rows, *computed])
    return whole.astype({name: "Int64" if name in COUNTS else "str" for name in whole}).replace("", pd.NA)


def codebook_csv(pack: Pack) -> bytes:
    """The codebook as CSV bytes."""
    return csv_bytes(codebook(pack), COUNTS)


def codebook_html(pack: Pack) -> str:
    """The codebook as one HTML table per table of the format, every value escaped."""
    whole = codebook(pack)
    shown = whole.astype("object").where(whole.notna(), "")
    tables = [(str(table), rows.to_dict("records")) for table, rows in shown.groupby("table", sort=False)]
    return render("codebook.html", tables=tables)


def _row(each: Column, header: str, pack: Pack) -> dict[str, object]:
    cells = pack.tables[each.table][each.column]
    return {
        "table": each.table,
        "column": each.column,
        "header": header,
        "label": each.label,
        "type": each.type,
        "unit": each.unit,
        "required": "yes" if each.required else "no",
        "allowed": " | ".join(each.words) if each.words else each.allowed,
        "traced": "yes" if each.traced else "no",
        "rows": len(cells),
        "filled": int(cells.notna().sum()),
        "meaning": each.meaning,
    }
