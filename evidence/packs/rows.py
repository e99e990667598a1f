"""The typed records of every table of a pack, made from its frames."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, TypeVar, get_args, get_type_hints

import pandas as pd

from evidence.packs.cautions import Advice, Explained, Safety
from evidence.packs.records import (
    Appraised,
    ClaimLink,
    ClaimRow,
    Compound,
    Guideline,
    Limit,
    Outcome,
    Rating,
    ReferenceValue,
    Result,
    Study,
)

Row = TypeVar("Row")


def rows_of(frame: pd.DataFrame, kind: type[Row]) -> tuple[Row, ...]:
    """The rows of a table as records of a kind, in their order."""
    return tuple(kind(*cells) for cells in zip(*(_cells(frame[each.name]) for each in fields(kind)), strict=True))  # type: ignore[arg-type]


def _cells(column: pd.Series) -> Iterable[Any]:
    empty: object = "" if pd.api.types.is_string_dtype(column.dtype) else None
    return column.astype(object).where(column.notna(), empty).tolist()


@dataclass(frozen=True, eq=False)
class Rows:
    """The records of every table of a pack, in the order of the tables."""

    studies: tuple[Study, ...]
    outcomes: tuple[Outcome, ...]
    reference_values: tuple[ReferenceValue, ...]
    results: tuple[Result, ...]
    appraisals: tuple[Appraised, ...]
    certainty: tuple[Rating, ...]
    guidelines: tuple[Guideline, ...]
    claims: tuple[ClaimRow, ...]
    claim_links: tuple[ClaimLink, ...]
    compounds: tuple[Compound, ...]
    limits: tuple[Limit, ...]
    consultation: tuple[Advice, ...]
    safety: tuple[Safety, ...]
    glossary: tuple[Explained, ...]


KINDS: dict[str, type] = {table: get_args(kind)[0] for table, kind in get_type_hints(Rows).items()}
"""The record of each table."""
