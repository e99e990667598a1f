"""Print the pooled result of one outcome as JSON, or every reason why its results are not pooled."""

import argparse
import json
import math

from evidence.commands.filters import add_filters, add_pack, chosen_pack, chosen_selection
from evidence.facts.view import evidence_in_view
from evidence.forest.panel import pool_outcome
from evidence.statistics.pooling import Pooled
from evidence.wording.language import ENGLISH, speaking
from evidence.wording.say import say

KEYS = ("k", "method", "estimate", "ci_low", "ci_high", "tau2", "i2", "q", "q_p", "pi_low", "pi_high")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `pool`."""
    add_pack(parser)
    add_filters(parser)
    parser.set_defaults(refuse=parser.error)


def run(arguments: argparse.Namespace) -> int:
    """Write one object: pooled true with KEYS, or pooled false with reasons in English.

    Ratios on their natural scale, tau2 on the log scale, i2 in percent; null is what does not exist, such as a prediction
    interval with two results. association is true, and else not there, where the pool is not one of treatments.
    """
    if len(arguments.outcome) != 1:
        arguments.refuse("pool needs one --outcome")
    pack = chosen_pack(arguments)
    selection = chosen_selection(arguments, pack)
    answer = pool_outcome(evidence_in_view(pack, selection), selection.outcome)
    if isinstance(answer, Pooled):
        found: dict[str, object] = {"pooled": True, **{name: _finite(getattr(answer, name)) for name in KEYS}}
        if answer.association:
            found["association"] = True
    else:
        with speaking(ENGLISH):
            found = {"pooled": False, "reasons": [say(reason) for reason in answer.reasons]}
    print(json.dumps(found, ensure_ascii=False, indent=2, allow_nan=False))
    return 0


def _finite(value: object) -> object:
    return None if isinstance(value, float) and not math.isfinite(value) else value
