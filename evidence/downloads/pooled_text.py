"""The pooled result of one outcome as JSON for files and programs, or every reason why its results are not pooled."""

import json
import math

from evidence.facts.view import View
from evidence.forest.panel import pool_outcome
from evidence.statistics.pooling import Pooled
from evidence.wording.language import ENGLISH, speaking
from evidence.wording.say import say

KEYS = ("k", "method", "estimate", "ci_low", "ci_high", "tau2", "i2", "q", "q_p", "pi_low", "pi_high")


def pooled_text(view: View) -> str:
    """One object for the outcome of the selection: pooled true with KEYS, or pooled false with reasons in English.

    Ratios on their natural scale, tau2 on the log scale, i2 in percent; null is what does not exist, such as a prediction
    interval with two results. association is true, and else not there, where the pool is not one of treatments.
    """
    answer = pool_outcome(view, view.selection.outcome)
    if isinstance(answer, Pooled):
        found: dict[str, object] = {"pooled": True, **{name: _finite(getattr(answer, name)) for name in KEYS}}
        if answer.association:
            found["association"] = True
    else:
        with speaking(ENGLISH):
            found = {"pooled": False, "reasons": [say(reason) for reason in answer.reasons]}
    return json.dumps(found, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _finite(value: object) -> object:
    return None if isinstance(value, float) and not math.isfinite(value) else value
