"""The tables of a pack for programs: as CSV, or as JSON rows; a gap is an empty cell or null, and never a value.

Studies and results are those in view; every other table is whole. The effects are worked out, all else is as entered.
"""

import json
import math
from numbers import Integral, Real

import pandas as pd

from evidence.downloads.effects_table import NUMBERS, effects_in_view, effects_text
from evidence.facts.view import View
from evidence.packs.datapackage import datapackage_text
from evidence.packs.pack import Pack
from evidence.vocabulary.columns import NUMBER_TYPES, TABLES, columns_of, file_name
from evidence.vocabulary.known import known
from evidence.writing.csv_table import csv_bytes

EFFECTS = "effects"
FILTERED = ("studies", "results", EFFECTS)
"""The tables that filters leave a part of."""


def plain_tables(pack: Pack) -> tuple[str, ...]:
    """The names of the tables that a pack came with, and the effects."""
    return (*(table for table in TABLES if pack.has(table)), EFFECTS)


def plain_csv(view: View, name: str) -> bytes:
    """A table as CSV bytes; the effects as the command line prints them. KeyError for an unknown table."""
    if name == EFFECTS:
        return effects_text(view).encode("utf-8")
    return csv_bytes(_table(view, name), _numbers(name))


def plain_json(view: View, name: str) -> str:
    """A table as JSON: its name, the data version, and its rows as objects. KeyError for an unknown table."""
    table, numbers = _table(view, name), _numbers(name)
    columns = [
        [_number(value) if column in numbers else _text(value) for value in table[column].astype(object)] for column in table
    ]
    rows = [dict(zip(table.columns, cells, strict=True)) for cells in zip(*columns, strict=True)]
    whole = {"table": name, "version": view.pack.version, "rows": rows}
    return json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def plain_datapackage(whole: View) -> str:
    """The Frictionless description of the tables as they are written here; of a view without filters."""
    files = {file_name(name): plain_csv(whole, name) for name in plain_tables(whole.pack) if name != EFFECTS}
    return datapackage_text(whole.pack, files)


def _table(view: View, name: str) -> pd.DataFrame:
    if name == EFFECTS:
        return effects_in_view(view)
    if name == "dataset":
        return pd.DataFrame({"key": list(view.pack.dataset), "value": list(view.pack.dataset.values())}, dtype="str")
    return {"studies": view.studies, "results": view.results}.get(name, view.pack.tables[name])


def _numbers(name: str) -> tuple[str, ...]:
    if name == EFFECTS:
        return NUMBERS
    return tuple(each.column for each in columns_of(name).values() if each.type in NUMBER_TYPES)


def _number(value: object) -> int | float | None:
    if isinstance(value, Integral):
        return int(value)
    return float(value) if isinstance(value, Real) and math.isfinite(value) else None


def _text(value: object) -> str | None:
    return str(value) if known(value) else None
