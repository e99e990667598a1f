"""From cells to a typed table: each cell is read as its column says, or reported; nothing is coerced.

Numbers are plain decimals (`12.5`, `-3`), dates are `YYYY-MM-DD`, an empty cell means not known. A cell
that cannot be read is empty in the frame and remembered as *unread*, so that later checks do not
complain about it a second time.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from evidence.packs.cells import Finding, cell_problem, convert, is_plain
from evidence.packs.nearest import did_you_mean
from evidence.packs.problems import MOST_OF_A_KIND, Problem, capped, listed, shown
from evidence.packs.reading import MOST_CELLS, Cells, read_cells
from evidence.vocabulary.columns import NUMBER_TYPES, column, columns_of, file_name
from evidence.vocabulary.fact import Fact, fact


@dataclass(frozen=True)
class Table:
    """A typed table with where each row stands in its file.

    frame: every column of the dictionary, RangeIndex. lines: physical line of each row. texts: the
    cells as written, by column (columns left out of the file are absent). unread: (row, column) of
    cells that could not be read. given_up: columns in which so many were wrong that the rest was not read.
    complete: False when rows were lost to a damaged file.
    """

    name: str
    frame: pd.DataFrame
    lines: tuple[int, ...]
    texts: Mapping[str, Sequence[str]]
    unread: frozenset[tuple[int, str]]
    complete: bool
    present: bool = True
    given_up: frozenset[str] = frozenset()

    @property
    def file(self) -> str:
        """The file name for messages."""
        return file_name(self.name)

    def text(self, row: int, name: str) -> str:
        """A cell as it was written; empty when the column was left out."""
        return self.texts[name][row] if name in self.texts else ""

    def line(self, row: int, name: str = "") -> int:
        """The line of a row; for dataset, whose cells stand under each other, the line of the key."""
        if self.name == "dataset":
            order = list(self.texts)
            return self.lines[order.index(name)] if name in order else 0
        return self.lines[row]

    def readable(self, row: int, *names: str) -> bool:
        """True when none of these cells was already reported as unreadable."""
        if not self.given_up.isdisjoint(names):
            return False
        return not self.unread or not any((row, name) in self.unread for name in names)

    @cached_property
    def _records(self) -> list[dict[str, Any]]:
        names = tuple(self.frame.columns)
        columns = [self.frame[name].astype(object).where(self.frame[name].notna(), None).tolist() for name in names]
        return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]

    def records(self) -> list[dict[str, Any]]:
        """The rows as dictionaries, with None for empty; worked out once and not to be changed."""
        return self._records

    def problem(self, row: int, name: str, message: Fact, allowed: Fact | None = None, severity: str = "error") -> Problem:
        """A problem with one cell of this table."""
        return Problem(self.file, self.line(row, name), name, shown(self.text(row, name)), message, allowed, severity)

    def warning(self, row: int, name: str, message: Fact, allowed: Fact | None = None) -> Problem:
        """A warning about one cell of this table."""
        return self.problem(row, name, message, allowed, "warning")


def absent_table(name: str) -> Table:
    """The empty table of a file that is not there."""
    return Table(name, _frame(name, {}, 0), (), {}, frozenset(), True, present=False)


def read_table(name: str, data: bytes, most_cells: int = MOST_CELLS) -> tuple[Table, list[Problem]]:
    """Read and type one file of a pack, which may have so many cells; every problem found, never an exception."""
    if name == "dataset":
        return _read_dataset(data)
    known = columns_of(name)
    needed = [each for each in known if known[each].required]
    cells = read_cells(data, file_name(name), list(known), needed, most_cells)
    table, problems = _typed(name, cells)
    return table, [*cells.problems, *problems]


def _typed(name: str, cells: Cells) -> tuple[Table, list[Problem]]:
    texts = {each: [row[place] for row in cells.rows] for place, each in enumerate(cells.header)}
    problems: list[Problem] = []
    unread: set[tuple[int, str]] = set()
    given_up: set[str] = set()
    values: dict[str, list[object]] = {}
    for each, written in texts.items():
        values[each], found = _values(name, each, written, cells.lines, unread)
        problems += found
        if len(found) > MOST_OF_A_KIND:
            given_up.add(each)
    frame = _frame(name, values, len(cells.rows))
    complete = cells.complete and bool(cells.header)
    return Table(name, frame, cells.lines, texts, frozenset(unread), complete, given_up=frozenset(given_up)), problems


def _values(
    table: str, name: str, written: Sequence[str], lines: Sequence[int], unread: set[tuple[int, str]]
) -> tuple[list[object], list[Problem]]:
    """The values of one column and what is wrong with it; equal texts are judged once.

    Beyond MOST_OF_A_KIND wrong cells the rest is neither judged nor read: its values are None.
    """
    rule = column(table, name)
    judged: dict[str, tuple[object, Finding | None, bool]] = {}
    values: list[object] = []
    wrong: list[Problem] = []
    quick = rule.type == "text"
    for row, text in enumerate(written):
        if quick and is_plain(text):
            values.append(text)
            continue
        if text not in judged:
            found, stripped = cell_problem(rule, text), text.strip()
            readable = found is None or (stripped != text and cell_problem(rule, stripped) is None)
            judged[text] = (convert(rule, stripped) if readable else None, found, readable)
        value, found, readable = judged[text]
        if found:
            wrong.append(Problem(file_name(table), lines[row], name, shown(text), *found))
            if len(wrong) > MOST_OF_A_KIND:
                values += [None] * (len(written) - row)
                break
            if not readable:
                unread.add((row, name))
        values.append(value)
    return values, list(capped(wrong))


def _frame(table: str, values: Mapping[str, Sequence[object]], rows: int) -> pd.DataFrame:
    dtypes = {"number": "float64", "integer": "Int64", "year": "Int64"}
    return pd.DataFrame(
        {
            name: pd.Series(
                values.get(name, [None] * rows),
                dtype=dtypes[rule.type] if rule.type in NUMBER_TYPES else "str",
            )
            for name, rule in columns_of(table).items()
        },
        index=pd.RangeIndex(rows),
    )


def _read_dataset(data: bytes) -> tuple[Table, list[Problem]]:
    """dataset.csv stands on its side: one key and one value per row."""
    cells = read_cells(data, "dataset.csv", ["key", "value"], ["key", "value"])
    problems = list(cells.problems)
    if set(cells.header) != {"key", "value"}:
        return Table("dataset", _frame("dataset", {}, 0), (), {}, frozenset(), False), problems
    known = columns_of("dataset")
    order = {name: place for place, name in enumerate(cells.header)}
    found: dict[str, str] = {}
    lines: list[int] = []

    def wrong_keys() -> Iterator[Problem]:
        for row, line in zip(cells.rows, cells.lines, strict=True):
            key, value = row[order["key"]], row[order["value"]]
            problem = _key_problem(key, line, found)
            if problem:
                yield problem
            else:
                found[key] = value
                lines.append(line)

    problems += capped(wrong_keys())
    for name in known:
        if name not in found and cells.complete:
            problems.append(Problem("dataset.csv", 0, name, "", fact("missing key", key=name)))
    unread: set[tuple[int, str]] = set()
    values: dict[str, list[object]] = {}
    for (name, text), line in zip(found.items(), lines, strict=True):
        values[name], wrong = _values("dataset", name, [text], [line], unread)
        problems += wrong
    texts = {name: [text] for name, text in found.items()}
    return Table("dataset", _frame("dataset", values, 1), tuple(lines), texts, frozenset(unread), cells.complete), problems


def _key_problem(key: str, line: int, found: Mapping[str, str]) -> Problem | None:
    said, known = shown(key), list(columns_of("dataset"))
    if key in found:
        return Problem("dataset.csv", line, "key", said, fact("key twice", key=said))
    if key not in known:
        hint = did_you_mean(key, [name for name in known if name not in found])
        return Problem("dataset.csv", line, "key", said, fact("unknown key", key=said, hint=hint), listed(known))
    return None
