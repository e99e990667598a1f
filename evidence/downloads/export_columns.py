"""The columns of the filtered table that leaves the program: name, origin, type, unit and meaning of each.

Study columns come first, then result columns, then effect columns. A result column whose name a study column already
has is written with the prefix `result_`; `study_id` joins the two and stands once. Effects on the outcome's own scale
start with `effect_`, those on the standardised axis with `standardised_`; effect_columns.csv says what they mean.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from evidence.vocabulary.columns import NUMBER_TYPES, Column, columns_of

KEY = "study_id"
RESULT_PREFIX = "result_"
OWN_SCALE, STANDARDISED = "effect_", "standardised_"
EFFECT_COLUMNS = Path(__file__).with_name("effect_columns.csv")


@dataclass(frozen=True)
class ExportColumn:
    """One column: its header in the file, the table (effects when computed) and column it comes from, and its words."""

    header: str
    table: str
    column: str
    label: str
    type: str
    unit: str
    meaning: str


@cache
def export_columns() -> tuple[ExportColumn, ...]:
    """The columns of the filtered table, in the order of the file."""
    studies, results = columns_of("studies"), columns_of("results")
    of_studies = [_copied(each, name) for name, each in studies.items()]
    of_results = [
        _copied(each, RESULT_PREFIX + name if name in studies else name) for name, each in results.items() if name != KEY
    ]
    with EFFECT_COLUMNS.open(encoding="utf-8", newline="") as file:
        of_effects = [ExportColumn(table="effects", **line) for line in csv.DictReader(file)]
    return (*of_studies, *of_results, *of_effects)


def number_headers() -> frozenset[str]:
    """The headers of the columns that hold numbers."""
    return frozenset(each.header for each in export_columns() if each.type in NUMBER_TYPES)


def _copied(each: Column, header: str) -> ExportColumn:
    return ExportColumn(header, each.table, each.column, each.label, each.type, each.unit, each.meaning)
