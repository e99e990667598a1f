"""The tables of a pack as the CSV files they came from, one by one or all in one ZIP that opens as a pack again.

Each file holds the columns that are filled or required; the same pack gives the same bytes.
"""

from datetime import date

import pandas as pd

from evidence.packs.pack import Pack
from evidence.vocabulary.columns import NUMBER_TYPES, TABLES, columns_of, file_name
from evidence.writing.csv_table import csv_bytes
from evidence.writing.zipped import zipped


def tables_of(pack: Pack) -> tuple[str, ...]:
    """The tables this pack came with, in the order of the format."""
    return tuple(table for table in TABLES if pack.has(table))


def table_file(pack: Pack, table: str) -> bytes:
    """One table of the pack as the bytes of its CSV file."""
    rows = pack.tables[table]
    if table == "dataset":
        return csv_bytes(pd.DataFrame({"key": rows.columns, "value": [str(value) for value in rows.iloc[0]]}))
    rules = columns_of(table)
    kept = [name for name in rows.columns if rules[name].required or rows[name].notna().any()]
    return csv_bytes(rows[kept], [name for name in kept if rules[name].type in NUMBER_TYPES])


def pack_zip(pack: Pack) -> bytes:
    """Every table of the pack in one ZIP; entries carry the date of the last search."""
    day = date.fromisoformat(pack.dataset["last_search"])
    return zipped({file_name(table): table_file(pack, table) for table in tables_of(pack)}, day)
