"""Where each number was read: the traces of a cell, and a value as it is shown together with them.

A *trace* is one row of the provenance table: what was read, in which source, where in it, when, the arithmetic when the
value was computed, and who else read it again. A *reading* is one cell with its traces. A *shown* value stands on a page and
opens its readings; a value computed from several cells carries the readings of all of them and the arithmetic.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from evidence.packs.pack import Pack
from evidence.packs.remember import per_pack
from evidence.vocabulary.columns import COLUMNS, KEYS, NUMBER_TYPES, Column, column
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.known import known

Cell = tuple[str, str, str]
"""Table, row and column, as in the provenance table."""
FORMAT_WORDS = frozenset({"not stated", "not applicable", "none"})
"""What a cell of free text says in a word of the format instead of a text of its own."""
DESCRIBING = frozenset(
    (each.table, each.column)
    for each in COLUMNS
    if each.type == "number" and (each.table == "studies" or (each.table, each.column) == ("results", "week"))
)
"""The columns of numbers that describe studies and results; no statistics are made from them."""


@dataclass(frozen=True)
class Trace:
    """One place in which a value was read; formula is the arithmetic, or empty.

    confirmed_on and confirmed_by: when and by whom the value was read again and found the same. disagreement: what another
    reader read instead. All three may be empty.
    """

    read_as: str
    source: str
    url: str
    locator: str
    checked_on: str
    formula: str
    confirmed_on: str = ""
    confirmed_by: str = ""
    disagreement: str = ""


@dataclass(frozen=True)
class Reading:
    """A cell with its label, its value as entered with its unit (empty when the cell is), and where it was read."""

    label: Fact
    text: Fact | str
    traces: tuple[Trace, ...]


@dataclass(frozen=True)
class Shown:
    """A value on a page; key is unique on the page, arithmetic is told line by line."""

    text: Fact | str
    key: str = ""
    readings: tuple[Reading, ...] = ()
    arithmetic: tuple[Fact | str, ...] = ()

    @property
    def opens(self) -> bool:
        """True when there is something to open."""
        return any(each.traces for each in self.readings) or bool(self.arithmetic)

    @property
    def grouped(self) -> tuple[tuple[tuple[Reading, ...], tuple[Trace, ...]], ...]:
        """The readings by the places they were read in, each place told once."""
        groups: dict[tuple[Trace, ...], tuple[Reading, ...]] = {}
        for each in self.readings:
            groups[each.traces] = (*groups.get(each.traces, ()), each)
        return tuple((cells, traces) for traces, cells in groups.items())


@per_pack
def traces_of(pack: Pack) -> Mapping[Cell, tuple[Trace, ...]]:
    """The traces of every cell that has any."""
    found: dict[Cell, tuple[Trace, ...]] = {}
    for row in pack.provenance.fillna("").itertuples():
        cell = (str(row.table), str(row.row_id), str(row.column))
        trace = Trace(
            row.read_as,
            row.source,
            _https(row.url),
            row.locator,
            row.checked_on,
            row.formula,
            row.confirmed_on,
            row.confirmed_by,
            row.disagreement,
        )
        found[cell] = (*found.get(cell, ()), trace)
    return MappingProxyType(found)


def row_id(table: str, row: object) -> str:
    """The identifier of a record in the provenance table: its key cells joined by ' | '."""
    return " | ".join(str(getattr(row, name)) for name in KEYS[table])


def reading(pack: Pack, table: str, row: object, name: str) -> Reading:
    """One cell of a record with the places it was read in; a computed one that describes is rounded for reading."""
    cell = (table, row_id(table, row), name)
    text, value = cell_text(table, row, name), getattr(row, name)
    if known(value) and is_rounded(pack, cell):
        text = with_unit(value, column(table, name), rounded=True)
    return Reading(column_label(table, name), text, traces_of(pack).get(cell, ()))


def is_rounded(pack: Pack, cell: Cell) -> bool:
    """True for a number that describes, such as a length in weeks, and was computed: its digits come from arithmetic.

    It is rounded where it is read; the pack keeps it as computed, and its arithmetic tells it in full. A number that was
    read, and every number that statistics work with, is never rounded.
    """
    table, _, name = cell
    return (table, name) in DESCRIBING and any(trace.formula for trace in traces_of(pack).get(cell, ()))


def column_label(table: str, name: str) -> Fact:
    """The label of a column as a fact."""
    return fact("column label", label=column(table, name).label)


def cell_text(table: str, row: object, name: str) -> Fact | str:
    """A cell as it was entered, numbers with their unit; empty when the cell is."""
    value, about = getattr(row, name), column(table, name)
    if not known(value):
        return ""
    if about.type in NUMBER_TYPES:
        return with_unit(value, about)
    return fact("cell word", word=value) if about.type == "category" or value in FORMAT_WORDS else str(value)


def with_unit(value: float, about: Column, rounded: bool = False) -> Fact:
    """A number with the unit of its column, as it was entered or rounded for reading."""
    how = "rounded" if rounded else "entered"
    return fact(f"{how} in {about.unit}" if about.unit else f"number {how}", n=value)


def shown(pack: Pack, table: str, row: object, name: str, place: str, text: Fact | str = "") -> Shown:
    """A cell as it stands on a page, as text when given; place tells apart two showings of one cell."""
    found = reading(pack, table, row, name)
    return Shown(text or found.text, key(place, table, row_id(table, row), name), (found,) if found.text else ())


def key(*parts: str) -> str:
    """An identifier for HTML made from any texts: letters, digits and hyphens, other signs by their code point."""
    return "read-" + re.sub(r"[^A-Za-z0-9]", lambda sign: f"-{ord(sign[0]):x}-", "|".join(parts))


def _https(address: str) -> str:
    return address if address.startswith("https://") else ""
