"""Tables and sentences for callers that do not take records and facts yet; goes when the last of them does."""

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from evidence.packs.pack import Pack
from evidence.statistics.effect import Effect
from evidence.statistics.effects import native, standardised
from evidence.wording.say import say


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
    columns = ("result_id", "study_id", "outcome", "contrast", "measure", *numbers, "rule", "assumption", "formula", "reason")
    made = {name: numbers[name] if name in numbers else pd.array(texts[name], dtype="str") for name in columns}
    return pd.DataFrame(made, index=index)
