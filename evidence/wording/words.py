"""The words and numbers a reader sees, in one place to import from, and a few symbols."""

from collections.abc import Mapping

from evidence.vocabulary.certainty import certainty_symbol
from evidence.vocabulary.known import known
from evidence.wording.numbers import amount, interval, number, plain, probability
from evidence.wording.numbers import whole as people
from evidence.wording.say import count, listing, tr

__all__ = ["amount", "certainty_symbol", "count", "interval", "listing", "number", "people", "plain", "probability", "tr"]


def weeks(study: Mapping[str, object]) -> str:
    """The length of treatment, or an en dash when it was not read."""
    value = study["duration_weeks"]
    return f"{amount(float(value))} wk" if known(value) else "\u2013"  # type: ignore[arg-type]
