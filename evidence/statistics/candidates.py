"""Candidates for a pool: each effect beside what its result and its study say about whether it may be averaged."""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from evidence.statistics.effect import Effect


class Candidate(NamedTuple):
    """One effect and what the gate must know; "" and None where it is not known.

    comparator is that of the result, else of its study. paired: a result of a crossover trial reported as the difference
    within people. shares_with: results from the same patients; same_as: studies that may be this one.
    """

    effect: Effect
    citation: str
    outcome_label: str
    condition: str
    directness: str
    design: str
    structure: str
    comparator: str
    value_type: str
    week: float | None
    paired: bool
    shares_with: tuple[str, ...]
    same_as: tuple[str, ...]


def candidates(
    results: pd.DataFrame, studies: pd.DataFrame, outcomes: pd.DataFrame, effects: Sequence[Effect]
) -> tuple[Candidate, ...]:
    """The candidates of results in their order; effects are those of the same rows, else ValueError."""
    if results["result_id"].tolist() != [each.result_id for each in effects]:
        raise ValueError("effects must have the rows of results, in the same order")
    first = studies.drop_duplicates("study_id")
    names = ("citation", "condition", "directness", "design", "structure", "comparator", "possibly_same_as")
    of_study = dict(zip(_texts(first["study_id"]), zip(*(_texts(first[name]) for name in names), strict=True), strict=True))
    known_outcomes = outcomes.drop_duplicates("outcome")
    labels = dict(zip(_texts(known_outcomes["outcome"]), _texts(known_outcomes["label"]), strict=True))
    nobody = ("",) * len(names)
    columns = (_texts(results[name]) for name in ("comparator", "value_type", "shares_patients_with"))
    weeks = [None if each != each else each for each in results["week"].to_numpy("float64", na_value=float("nan")).tolist()]
    found = []
    for effect, own, value_type, shares, week in zip(effects, *columns, weeks, strict=True):
        citation, condition, directness, design, structure, comparator, same_as = of_study.get(effect.study_id, nobody)
        paired = structure == "crossover" and effect.is_reported
        label = labels.get(effect.outcome, "") or effect.outcome
        about = (citation or effect.study_id, label, condition, directness, design, structure, own or comparator)
        found.append(Candidate(effect, *about, value_type, week, paired, ids(shares), ids(same_as)))
    return tuple(found)


def ids(cell: str) -> tuple[str, ...]:
    """The ids of a cell that holds several, separated by semicolons."""
    return tuple(each.strip() for each in cell.split(";") if each.strip()) if cell else ()


def _texts(column: pd.Series) -> list[str]:
    found: list[str] = column.astype(object).where(column.notna(), "").tolist()
    return found
