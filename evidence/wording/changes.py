"""The difference between two versions as a page shows it: what is long is cut and counted; the file has everything."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evidence.packs.provenance import column_label
from evidence.versions.cells import ADDED, CHANGED, REMOVED, CellChange, RowChange
from evidence.versions.marks import ABOUT_A_STUDY, Mark
from evidence.versions.since import Difference
from evidence.versions.told import cell_told, row_told
from evidence.vocabulary.fact import Fact, fact
from evidence.wording.html import render
from evidence.wording.problems import problem_text
from evidence.wording.say import say
from evidence.wording.versions import answer_told, columns_told, counts

MOST_ROWS, MOST_OF_A_STUDY, MOST_CELLS, MOST_PROBLEMS = 25, 40, 8, 10
MOST_SIGNS, BEFORE = 160, 40
"""How much of each is shown, and of a long text before the first sign that differs; nobody would read hundreds of rows."""
CUT = "\u2026"


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell before and after, cut; empty text where it is empty."""

    label: Fact
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row with its first cells and how many more differ."""

    said: Fact
    cells: tuple[ShownCell, ...]
    more: int


def changes_html(found: Difference) -> str:
    """The whole difference, for the page of the data."""
    tables = [
        {
            "table": each.table,
            "old_rows": each.old_rows,
            "new_rows": each.new_rows,
            **{kind: each.count(kind) for kind in (ADDED, REMOVED, CHANGED)},
            "cells": each.cells,
            "said": counts(each),
            "columns": columns_told(each),
            "rows": shown_rows(each.rows, MOST_ROWS),
            "more": max(len(each.rows) - MOST_ROWS, 0),
        }
        for each in found.tables
    ]
    answer = [
        (fact("effect on the bottom line"), answer_told(found, found.bottom_line, "bottom line the same")),
        (fact("effect on pooled results"), answer_told(found, found.pools, "pooled results the same")),
    ]
    problems = [problem_text(each) for each in found.problems[:MOST_PROBLEMS]]
    more = max(len(found.problems) - MOST_PROBLEMS, 0)
    return render("changes.html", found=found, tables=tables, answer=answer, problems=problems, more_problems=more)


def study_changes_html(found: Difference, study_id: str, mark: Mark) -> str:
    """What changed of one study, folded under its mark."""
    rows = [each for each in found.rows if each.table in ABOUT_A_STUDY and each.study == study_id]
    more = max(len(rows) - MOST_OF_A_STUDY, 0)
    return render("changes_of_study.html", mark=mark, old=found.old, rows=shown_rows(rows, MOST_OF_A_STUDY), more=more)


def shown_rows(rows: Sequence[RowChange], most: int) -> list[ShownRow]:
    """The first rows of a list with their first cells."""
    return [_row(each) for each in rows[:most]]


def _row(row: RowChange) -> ShownRow:
    told = fact("row of a table", table=row.table, row=row_told(row))
    cells = tuple(_cells(row.table, row.cells[:MOST_CELLS]))
    return ShownRow(fact(f"row {row.kind}", row=told), cells, max(len(row.cells) - MOST_CELLS, 0))


def _cells(table: str, cells: Iterable[CellChange]) -> Iterable[ShownCell]:
    for each in cells:
        old, new = _ends(table, each)
        yield ShownCell(column_label(table, each.column), old, new)


def _ends(table: str, cell: CellChange) -> tuple[str, str]:
    """A cell before and after in words; of long texts what stands around the first sign that differs."""
    if isinstance(cell.old, str) and isinstance(cell.new, str):
        pairs = zip(cell.old, cell.new, strict=False)
        alike = next((place for place, (was, now) in enumerate(pairs) if was != now), min(len(cell.old), len(cell.new)))
        start = alike - BEFORE if alike > BEFORE else 0
        return tuple(_cut(say(cell_told(table, cell.column, each)), start) for each in (cell.old, cell.new))  # type: ignore[return-value]
    old, new = ("" if each is None else say(cell_told(table, cell.column, each)) for each in (cell.old, cell.new))
    return _cut(old, 0), _cut(new, 0)


def _cut(text: str, start: int) -> str:
    """A piece of a text, with a sign where something was left out."""
    if len(text) <= MOST_SIGNS:
        return text
    end = start + MOST_SIGNS
    return f"{CUT if start else ''}{text[start:end]}{CUT if end < len(text) else ''}"
