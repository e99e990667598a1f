"""Where each number was read: the traces of a cell, and a value as it is shown together with them.

A *trace* is one row of the provenance table: what was read, in which source, where in it, when, and the arithmetic when
the value was computed. A *reading* is one cell with its traces. A *shown* value is a text on a page that opens its
readings; a value computed from several cells carries the readings of all of them and the arithmetic.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from weakref import WeakKeyDictionary

from evidence.packs.pack import Pack
from evidence.vocabulary.columns import KEYS, NUMBER_TYPES, column
from evidence.vocabulary.known import known
from evidence.wording.words import plain, tr

Cell = tuple[str, str, str]
"""Table, row and column, as in the provenance table."""


@dataclass(frozen=True)
class Trace:
    """One place in which a value was read; formula is the arithmetic, or empty."""

    read_as: str
    source: str
    url: str
    locator: str
    checked_on: str
    formula: str


@dataclass(frozen=True)
class Reading:
    """A cell with its label, its value as entered, its unit and the places it was read in."""

    label: str
    text: str
    traces: tuple[Trace, ...]


@dataclass(frozen=True)
class Shown:
    """A text on a page; key is unique on the page, arithmetic is told line by line."""

    text: str
    key: str = ""
    readings: tuple[Reading, ...] = ()
    arithmetic: tuple[str, ...] = ()

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


_traces_of_pack: WeakKeyDictionary[Pack, Mapping[Cell, tuple[Trace, ...]]] = WeakKeyDictionary()


def traces_of(pack: Pack) -> Mapping[Cell, tuple[Trace, ...]]:
    """The traces of every cell that has any; remembered for as long as the pack lives, because a pack never changes."""
    if pack not in _traces_of_pack:
        found: dict[Cell, tuple[Trace, ...]] = {}
        for row in pack.provenance.fillna("").itertuples():
            cell = (str(row.table), str(row.row_id), str(row.column))
            trace = Trace(row.read_as, row.source, _https(row.url), row.locator, row.checked_on, row.formula)
            found[cell] = (*found.get(cell, ()), trace)
        _traces_of_pack[pack] = MappingProxyType(found)
    return _traces_of_pack[pack]


def row_id(table: str, row: Mapping[str, object]) -> str:
    """The identifier of a row in the provenance table: its key cells joined by ' | '."""
    return " | ".join(str(row[name]) for name in KEYS[table])


def reading(pack: Pack, table: str, row: Mapping[str, object], name: str) -> Reading:
    """One cell of a row with the places it was read in; the text is empty when the cell is."""
    about = column(table, name)
    return Reading(tr(about.label), cell_text(table, row, name), traces_of(pack).get((table, row_id(table, row), name), ()))


def cell_text(table: str, row: Mapping[str, object], name: str) -> str:
    """A cell as it was entered, numbers with their unit; empty when the cell is."""
    value, about = row[name], column(table, name)
    if not known(value):
        return ""
    if about.type not in NUMBER_TYPES:
        return str(value)
    unit = {"percent": "%", "": ""}.get(about.unit, f" {about.unit}")
    return plain(float(value)) + unit  # type: ignore[arg-type]


def shown(pack: Pack, table: str, row: Mapping[str, object], name: str, place: str, text: str = "") -> Shown:
    """A cell as it stands on a page, in the words of text when given; place tells apart two showings of one cell."""
    found = reading(pack, table, row, name)
    return Shown(text or found.text, key(place, table, row_id(table, row), name), (found,) if found.text else ())


def key(*parts: str) -> str:
    """An identifier for HTML made from any texts: letters, digits and hyphens, other signs by their code point."""
    return "read-" + re.sub(r"[^A-Za-z0-9]", lambda sign: f"-{ord(sign[0]):x}-", "|".join(parts))


def _https(address: str) -> str:
    return address if address.startswith("https://") else ""
