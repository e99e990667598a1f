"""The data dictionary of the pack format, read once from columns.csv.

It types the reading and drives the checks, the labels, the codebook and the downloads. A *vocabulary*
is a closed list of words; a *range* is written `>0`, `>=0` or `0..100`; a reference names its target as
`table.column`.
"""

import csv
import math
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.measures import ENTERED

DICTIONARY = Path(__file__).parents[1] / "columns.csv"
TEXT_TYPES = frozenset({"text", "id", "category", "reference", "references", "date", "doi", "pmid", "url"})
NUMBER_TYPES = frozenset({"number", "integer", "year"})
REQUIRED_TABLES = ("dataset", "studies", "outcomes", "results")

KEYS: dict[str, tuple[str, ...]] = {
    "studies": ("study_id",),
    "outcomes": ("outcome",),
    "reference_values": ("reference_id",),
    "results": ("result_id",),
    "appraisals": ("study_id", "outcome", "tool", "domain"),
    "certainty": ("outcome",),
    "guidelines": ("guideline_id",),
    "claims": ("claim_id",),
    "claim_links": ("claim_id", "kind", "ref"),
    "compounds": ("compound", "form"),
    "limits": ("limit_id",),
    "consultation": ("consultation_id",),
    "safety": ("safety_id",),
    "glossary": ("term",),
    "provenance": ("table", "row_id", "column", "url"),
}
"""The columns that identify a row of each table; dataset has a single row and needs none."""


@dataclass(frozen=True)
class Range:
    """Numbers allowed in a cell, from low to high; low itself is left out when low_is_open."""

    low: float
    high: float
    low_is_open: bool = False

    def __contains__(self, value: float) -> bool:
        return (self.low < value if self.low_is_open else self.low <= value) and value <= self.high

    @property
    def as_fact(self) -> Fact:
        """What is allowed, to be said."""
        if math.isinf(self.high):
            return fact("allowed more than" if self.low_is_open else "allowed at least", low=self.low)
        return fact("allowed range", low=self.low, high=self.high)


@dataclass(frozen=True)
class Column:
    """One line of the dictionary; `allowed` is a tuple of words, a range as text, a target, or empty text."""

    table: str
    column: str
    label: str
    type: str
    unit: str
    required: bool
    allowed: tuple[str, ...] | str
    traced: bool
    meaning: str

    @property
    def words(self) -> tuple[str, ...]:
        """The closed vocabulary; empty when the column has none."""
        return self.allowed if isinstance(self.allowed, tuple) else ()

    @property
    def target(self) -> tuple[str, str] | None:
        """Table and column a reference points to; None for other types."""
        if self.type not in ("reference", "references") or not isinstance(self.allowed, str):
            return None
        table, _, name = self.allowed.partition(".")
        return table, name

    @property
    def range(self) -> Range | None:
        """The numbers allowed; None when any number is."""
        return _range(self.allowed) if self.type in NUMBER_TYPES and isinstance(self.allowed, str) else None


def _range(text: str) -> Range | None:
    if not text:
        return None
    bound = re.fullmatch(r"(>=?)(-?[0-9.]+)", text)
    if bound:
        return Range(float(bound[2]), math.inf, low_is_open=bound[1] == ">")
    low, _, high = text.partition("..")
    return Range(float(low), float(high))


def _allowed(words: str) -> tuple[str, ...]:
    """The words of a category; `measures` stands for those of evidence.vocabulary.measures."""
    return ENTERED if words == "measures" else tuple(words.split("|"))


def _read_dictionary() -> tuple[Column, ...]:
    with DICTIONARY.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    return tuple(
        Column(
            table=line["table"],
            column=line["column"],
            label=line["label"],
            type=line["type"],
            unit=line["unit"],
            required=line["required"] == "yes",
            allowed=_allowed(line["allowed"]) if line["type"] == "category" else line["allowed"],
            traced=line["traced"] == "yes",
            meaning=line["meaning"],
        )
        for line in lines
    )


COLUMNS: tuple[Column, ...] = _read_dictionary()
TABLES: tuple[str, ...] = tuple(dict.fromkeys(each.table for each in COLUMNS))


@cache
def columns_of(table: str) -> dict[str, Column]:
    """The columns of a table by name, in dictionary order; KeyError for an unknown table."""
    if table not in TABLES:
        raise KeyError(table)
    return {each.column: each for each in COLUMNS if each.table == table}


def column(table: str, name: str) -> Column:
    """One column of the dictionary; KeyError when table or column is unknown."""
    return columns_of(table)[name]


def allowed_words(table: str, name: str) -> tuple[str, ...]:
    """The closed vocabulary of a column, in dictionary order; empty when it has none."""
    return column(table, name).words


def label(table: str, name: str) -> str:
    """The label of a column as readers see it."""
    return column(table, name).label


def file_name(table: str) -> str:
    """The file a table is kept in, for example studies.csv."""
    return f"{table}.csv"
