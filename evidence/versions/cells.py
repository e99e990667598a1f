"""What differs between the tables of two packs, cell by cell: rows that were added, removed or changed, by their key.

Numbers are compared as numbers (12.50 is 12.5), everything else as text; an empty cell differs from a filled one. A row
whose key was changed counts as removed and added, because nothing else says that it is the same row. The order of rows is
no difference.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from evidence.vocabulary.columns import KEYS, NUMBER_TYPES, TABLES, columns_of

Tables = Mapping[str, pd.DataFrame]
ADDED, REMOVED, CHANGED = "added", "removed", "changed"
STUDY = "study_id"


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell before and after; None where it is empty."""

    column: str
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row; cells only of a changed one, in the order of the format. study: the study it is about, "" for none."""

    table: str
    key: tuple[str, ...]
    kind: str
    study: str
    cells: tuple[CellChange, ...] = ()

    @property
    def row_id(self) -> str:
        """The identifier of the row, as in the provenance table; empty for the only row of dataset."""
        return " | ".join(self.key)


@dataclass(frozen=True, slots=True)
class TableChange:
    """One table that differs: its rows before and after, columns that only one of the two fills, and the rows that differ.

    Changed and added rows stand in the order of the newer table, removed ones after them in that of the older.
    """

    table: str
    old_rows: int
    new_rows: int
    new_columns: tuple[str, ...]
    dropped_columns: tuple[str, ...]
    rows: tuple[RowChange, ...]

    def count(self, kind: str) -> int:
        """How many rows were added, removed or changed."""
        return sum(each.kind == kind for each in self.rows)

    @property
    def cells(self) -> int:
        """How many cells of changed rows differ."""
        return sum(len(each.cells) for each in self.rows)


def differences(old: Tables, new: Tables) -> tuple[TableChange, ...]:
    """Every table that differs, in the order of the format; nothing for two that say the same."""
    found = (_table(name, old[name], new[name]) for name in TABLES)
    return tuple(each for each in found if each.rows)


def rows_by_key(table: str, rows: pd.DataFrame) -> dict[tuple[str, ...], int]:
    """The place of every row by its key; an empty part of a key is empty text, and the only row of dataset has no key."""
    if table not in KEYS:
        return {(): 0} if len(rows) else {}
    parts = [rows[name].astype(object).where(rows[name].notna(), "").astype(str).tolist() for name in KEYS[table]]
    return {key: place for place, key in enumerate(zip(*parts, strict=True))}


def plain(value: Any) -> object:
    """A cell as a value of Python; None when it is empty."""
    if pd.isna(value):
        return None
    return value.item() if hasattr(value, "item") else value


def same_cells(table: str, name: str, old: pd.Series, new: pd.Series) -> list[bool]:
    """For the cells of one column in two tables, row by row, whether they say the same; two empty ones do."""
    if columns_of(table)[name].type in NUMBER_TYPES:
        before, after = (column.to_numpy("float64", na_value=math.nan) for column in (old, new))
        return ((before == after) | (np.isnan(before) & np.isnan(after))).tolist()
    gaps = zip(old.isna().tolist(), new.isna().tolist(), strict=True)
    pairs = zip(old.tolist(), new.tolist(), gaps, strict=True)
    return [all(gap) or (not any(gap) and was == now) for was, now, gap in pairs]


def _table(name: str, old: pd.DataFrame, new: pd.DataFrame) -> TableChange:
    before, after = rows_by_key(name, old), rows_by_key(name, new)
    columns = [each for each in columns_of(name) if each not in KEYS.get(name, ())]
    filled, was_filled = ({each for each in columns if rows[each].notna().any()} for rows in (new, old))
    changed = dict(_changed(name, old, new, before, after, columns))
    rows = [
        RowChange(name, key, CHANGED if key in before else ADDED, _study(new, place), changed.get(key, ()))
        for key, place in after.items()
        if key not in before or key in changed
    ]
    rows += [RowChange(name, key, REMOVED, _study(old, place)) for key, place in before.items() if key not in after]
    both = bool(before) and bool(after)
    return TableChange(
        name,
        len(old),
        len(new),
        tuple(each for each in columns if both and each in filled - was_filled),
        tuple(each for each in columns if both and each in was_filled - filled),
        tuple(rows),
    )


def _changed(
    name: str,
    old: pd.DataFrame,
    new: pd.DataFrame,
    before: Mapping[tuple[str, ...], int],
    after: Mapping[tuple[str, ...], int],
    columns: list[str],
) -> Iterator[tuple[tuple[str, ...], tuple[CellChange, ...]]]:
    """The rows that both have with the cells that differ."""
    keys = [key for key in after if key in before]
    mine, theirs = old.iloc[[before[key] for key in keys]], new.iloc[[after[key] for key in keys]]
    found: dict[tuple[str, ...], list[CellChange]] = {}
    for each in columns:
        same = same_cells(name, each, mine[each], theirs[each])
        if all(same):
            continue
        for key, alike, was, now in zip(keys, same, mine[each].tolist(), theirs[each].tolist(), strict=True):
            if not alike:
                found.setdefault(key, []).append(CellChange(each, plain(was), plain(now)))
    return ((key, tuple(cells)) for key, cells in found.items())


def _study(rows: pd.DataFrame, place: int) -> str:
    return str(rows[STUDY].iloc[place]) if STUDY in rows else ""
