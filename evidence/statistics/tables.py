"""Tables and sentences for callers that do not take records and facts yet; goes when the last of them does."""

from collections.abc import Iterable, Mapping
from dataclasses import fields

import numpy as np
import pandas as pd

from evidence.packs.pack import Pack
from evidence.statistics.effect import Effect
from evidence.statistics.effects import native, standardised
from evidence.statistics.power import PowerRow, power_facts, power_rows
from evidence.wording.say import say

POWER_COLUMNS = tuple(each.name for each in fields(PowerRow))


def native_effects(results: pd.DataFrame, outcomes: pd.DataFrame, correlation: float = 0.5) -> pd.DataFrame:
    """The effects on the outcome's own scale as a table with the index of results."""
    return _table(native(results, outcomes, correlation), results.index)


def standardised_effects(results: pd.DataFrame, outcomes: pd.DataFrame, correlation: float = 0.5) -> pd.DataFrame:
    """The effects on the standardised axis as a table with the index of results, with the column mirrored."""
    effects = standardised(results, outcomes, correlation)
    return _table(effects, results.index).assign(mirrored=np.array([each.mirrored for each in effects], dtype=bool))


def _table(effects: Iterable[Effect], index: pd.Index) -> pd.DataFrame:
    effects = list(effects)
    texts: Mapping[str, list[str]] = {
        "result_id": [each.result_id for each in effects],
        "study_id": [each.study_id for each in effects],
        "outcome": [each.outcome for each in effects],
        "contrast": [each.contrast for each in effects],
        "measure": [each.measure for each in effects],
        "rule": [say(each.interval) for each in effects],
        "assumption": [", ".join(map(say, each.assumptions)) for each in effects],
        "formula": [say(each.formula) for each in effects],
        "reason": [say(each.reason) for each in effects],
    }
    numbers = {
        name: np.array([getattr(each, name) for each in effects], dtype=np.float64)
        for name in ("estimate", "ci_low", "ci_high", "se", "df")
    }
    names = list(texts)
    made: dict[str, object] = {name: pd.array(texts[name], dtype="str") for name in names}
    return pd.DataFrame(made | numbers, index=index)[[*names[:5], *numbers, *names[5:]]]


def power_table(results: pd.DataFrame, outcomes: pd.DataFrame, reference_values: pd.DataFrame) -> pd.DataFrame:
    """The power rows as a table; NaN for what is not known, the reason in words."""
    rows = power_rows(results, outcomes, reference_values)
    columns = {name: [getattr(each, name) for each in rows] for name in POWER_COLUMNS}
    columns["reason"] = [say(each) for each in columns["reason"]]
    words = ("result_id", "study_id", "outcome", "source", "reason")
    kinds = {name: "str" if name in words else "float64" for name in columns}
    return pd.DataFrame(columns).astype(kinds)


def power_sentences(results: pd.DataFrame, pack: Pack) -> dict[str, str]:
    """What each two-group trial of a continuous outcome could have found, in words, by result id."""
    facts = power_facts(results, pack.outcomes, pack.reference_values)
    return {result: say(each) for result, each in facts.items()}
