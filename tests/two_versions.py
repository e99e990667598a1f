"""Two versions of a real pack for tests: an earlier one of the shipped data, and a copy with a few things changed."""

import csv
from collections.abc import Callable
from pathlib import Path

from evidence.packs.pack import Pack, folder_files, read_pack
from tests.conftest import ROOT

FIRST = ROOT / "data" / "earlier" / "2026.1"
Rows = list[dict[str, str]]
NEW, GONE, CHANGED = "Added2026", "Sinniah", "Hornyak1998"
VERSION = "next"


def edited(folder: Path, table: str, edit: Callable[[Rows], Rows]) -> None:
    """Write a table of a folder anew with its rows edited."""
    path = folder / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    columns = list(rows[0])
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(edit(rows))


def with_cell(key: str, name: str, column: str, value: str) -> Callable[[Rows], Rows]:
    """An edit that sets one cell of the row whose key column has a value."""
    return lambda rows: [{**row, column: value} if row[key] == name else row for row in rows]


def without(column: str, value: str) -> Callable[[Rows], Rows]:
    """An edit that drops the rows with a value."""
    return lambda rows: [row for row in rows if row[column] != value]


def next_version(folder: Path, version: str = VERSION) -> Pack:
    """Write the changed copy into a folder, with the tables as they were as its earlier version, and open it."""
    folder.mkdir(parents=True, exist_ok=True)
    before = folder / "earlier" / FIRST.name
    before.mkdir(parents=True)
    for name, content in folder_files(FIRST).items():
        (folder / name).write_bytes(content)
        (before / name).write_bytes(content)
    edited(folder, "dataset", with_cell("key", "version", "value", version))
    for table in ("studies", "results", "appraisals"):
        edited(folder, table, without("study_id", GONE))
    edited(folder, "claim_links", without("ref", GONE))
    edited(folder, "provenance", lambda rows: [row for row in rows if not row["row_id"].startswith(GONE)])
    edited(folder, "studies", with_cell("study_id", CHANGED, "n_analysed", "9"))
    edited(folder, "studies", _with_a_new_study)
    edited(folder, "guidelines", lambda rows: [{**rows[0], "strength": "strong"}, *rows[1:]])
    return read_pack(folder)


def _with_a_new_study(rows: Rows) -> Rows:
    pattern = next(row for row in rows if row["study_id"] == CHANGED)
    empty = ("doi", "pmid", "registration", "possibly_same_as", "n_enrolled", "n_analysed", "age_mean", "female_percent")
    numbers = ("year", "salt_mg_per_day", "elemental_mg_per_day", "duration_weeks", "dose_basis")
    new = {**pattern, **dict.fromkeys((*empty, *numbers), ""), "study_id": NEW, "citation": "Added 2026"}
    return [*rows, new]
