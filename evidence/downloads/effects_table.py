"""Effects as a table for files and the command line: a row each, with its facts said in English."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from evidence.facts.evidence import effects_of
from evidence.facts.view import View
from evidence.statistics.effect import Effect
from evidence.wording.language import ENGLISH, speaking
from evidence.wording.say import say
from evidence.writing.csv_table import csv_text

NUMBERS = ("estimate", "ci_low", "ci_high", "se", "df")
PRINTED = ("result_id", "study_id", "outcome", "measure", "estimate", "ci_low", "ci_high", "se", "assumption")


def effects_table(effects: Iterable[Effect]) -> pd.DataFrame:
    """result_id, study_id, outcome, contrast, measure, NUMBERS, rule, assumption, formula, reason, mirrored; RangeIndex.

    Ratios on their natural scale, se on the log scale, nothing rounded; NaN and empty text for what does not exist.
    """
    effects = list(effects)
    with speaking(ENGLISH):
        texts = {
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
    made: dict[str, object] = {name: pd.array(values, dtype="str") for name, values in texts.items()}
    made |= {name: np.array([getattr(each, name) for each in effects], dtype=np.float64) for name in NUMBERS}
    order = [*list(texts)[:5], *NUMBERS, *list(texts)[5:]]
    mirrored = np.array([each.mirrored for each in effects], dtype=bool)
    return pd.DataFrame({**{name: made[name] for name in order}, "mirrored": mirrored})


def effects_in_view(view: View) -> pd.DataFrame:
    """PRINTED, a row for every result in view on the scale of its outcome; RangeIndex."""
    own, _ = effects_of(view.pack, view.selection.r)
    return effects_table([own[result.result_id] for result in view.result_rows])[list(PRINTED)]


def effects_text(view: View) -> str:
    """effects_in_view() as CSV with line feeds; a result without a number has empty cells."""
    return csv_text([PRINTED, *effects_in_view(view).itertuples(index=False)], end="\n")
