"""How far two extractions of the same studies agree, made independently: cell by cell, and beyond chance for judgements.

Rows are matched by their key; a row that only one has is counted apart, and its cells are compared with nothing. A pair of
cells that both are empty says nothing and is not counted; a cell that only one filled is counted apart. Numbers are
compared as numbers, texts letter by letter. What identifies a row cannot differ and is not compared, nor is the dataset,
which tells of the extraction itself.

Kappa is worked out for columns with a closed list of words (`evidence.statistics.kappa`). Tools of appraisal have words of
their own, so judgements are taken tool by tool.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from evidence.statistics.kappa import Kappa, cohens_kappa
from evidence.versions.cells import Tables, plain, rows_by_key, same_cells
from evidence.vocabulary.columns import KEYS, TABLES, columns_of

APART = {("appraisals", "judgement"): "tool"}
"""Columns whose words differ from one value of another column to the next."""


@dataclass(frozen=True, slots=True)
class Matched:
    """The rows of a table: those both have, and those that only one has."""

    table: str
    both: int
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """One column over the rows both have; part: the value of another column that it is limited to, "" for all.

    n: pairs in which both filled the cell; agreeing: of them, those that say the same; missing_first and missing_second:
    cells that the one left empty and the other filled.
    """

    table: str
    column: str
    part: str
    n: int
    agreeing: int
    missing_first: int
    missing_second: int
    kappa: Kappa | None

    @property
    def percent(self) -> float | None:
        """The share of pairs that agree, in percent; None without a pair."""
        return 100 * self.agreeing / self.n if self.n else None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A cell to settle; None where one left it empty. column is empty for a row that only one has: row_missing says who."""

    table: str
    row: str
    column: str
    first: object
    second: object
    row_missing: str = ""


@dataclass(frozen=True, eq=False)
class Agreed:
    """Everything two extractions have in common, and what is to settle, in the order of the format."""

    tables: tuple[Matched, ...]
    columns: tuple[Agreement, ...]
    disagreements: tuple[Disagreement, ...]


def agreement(first: Tables, second: Tables) -> Agreed:
    """What two extractions agree on; nothing of either is changed."""
    tables: list[Matched] = []
    columns: list[Agreement] = []
    disagreements: list[Disagreement] = []
    for name in TABLES:
        if name not in KEYS or (first[name].empty and second[name].empty):
            continue
        mine, theirs = rows_by_key(name, first[name]), rows_by_key(name, second[name])
        keys = [key for key in mine if key in theirs]
        alone = [tuple(_id(key) for key in one if key not in other) for one, other in ((mine, theirs), (theirs, mine))]
        tables.append(Matched(name, len(keys), *alone))
        disagreements += [Disagreement(name, row, "", None, None, "second") for row in alone[0]]
        disagreements += [Disagreement(name, row, "", None, None, "first") for row in alone[1]]
        if keys:
            pair = first[name].iloc[[mine[key] for key in keys]], second[name].iloc[[theirs[key] for key in keys]]
            columns += _columns(name, *pair)
            disagreements += _disagreements(name, keys, *pair)
    return Agreed(tuple(tables), tuple(columns), tuple(disagreements))


def _id(key: tuple[str, ...]) -> str:
    return " | ".join(key)


def _compared(table: str) -> list[str]:
    return [name for name in columns_of(table) if name not in KEYS[table]]


def _columns(table: str, first: pd.DataFrame, second: pd.DataFrame) -> Iterator[Agreement]:
    for name in _compared(table):
        by = APART.get((table, name))
        whole = [""] * len(first) if by is None else first[by].tolist()
        for part in dict.fromkeys(whole):
            places = [place for place, each in enumerate(whole) if each == part]
            found = _column(table, name, str(part), first[name].iloc[places], second[name].iloc[places])
            if found.n or found.missing_first or found.missing_second:
                yield found


def _column(table: str, name: str, part: str, first: pd.Series, second: pd.Series) -> Agreement:
    mine, theirs = first.notna().to_numpy(), second.notna().to_numpy()
    both = mine & theirs
    same = same_cells(table, name, first[both], second[both])
    words = columns_of(table)[name].words
    kappa = cohens_kappa(first[both].tolist(), second[both].tolist()) if words else None
    lacking = int((theirs & ~mine).sum()), int((mine & ~theirs).sum())
    return Agreement(table, name, part, int(both.sum()), sum(same), *lacking, kappa)


def _disagreements(table: str, keys: list[tuple[str, ...]], first: pd.DataFrame, second: pd.DataFrame) -> list[Disagreement]:
    """The cells that differ, row by row."""
    found: dict[int, list[Disagreement]] = {}
    for name in _compared(table):
        rows = zip(
            same_cells(table, name, first[name], second[name]), first[name].tolist(), second[name].tolist(), strict=True
        )
        for place, (same, mine, theirs) in enumerate(rows):
            if not same:
                told = Disagreement(table, _id(keys[place]), name, plain(mine), plain(theirs))
                found.setdefault(place, []).append(told)
    return [each for place in sorted(found) for each in found[place]]
