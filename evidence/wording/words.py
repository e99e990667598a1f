"""The words and numbers a reader sees: one translation function, and one place where a number becomes text."""

import math
from collections.abc import Mapping

from evidence.vocabulary.known import known

MINUS = "\u2212"
CATALOGUE: dict[str, str] = {}
"""Translations of message ids; English is the message id itself, so the catalogue of the shipped language is empty."""

GRADE_VERBS = {
    "high": "results in",
    "moderate": "probably",
    "low": "may",
    "very low": "the evidence is very uncertain",
}
GRADE_STEPS = {"very low": 1, "low": 2, "moderate": 3, "high": 4}


def tr(message: str, **values: object) -> str:
    """The message in the reader's language with its {names} filled in; KeyError when a name is missing."""
    return CATALOGUE.get(message, message).format(**values) if values else CATALOGUE.get(message, message)


def number(value: float, digits: int = 2) -> str:
    """A number with a fixed count of decimals and a true minus sign; infinity as a symbol."""
    if math.isinf(value):
        return MINUS + "\u221e" if value < 0 else "\u221e"
    text = f"{value:.{digits}f}"
    if float(text) == 0:
        text = f"{0:.{digits}f}"
    return text.replace("-", MINUS)


def plain(value: float) -> str:
    """A value as it was entered, without trailing zeros, never in exponent form."""
    text = f"{float(value):.10f}".rstrip("0").rstrip(".")
    return text.replace("-", MINUS)


def amount(value: float) -> str:
    """A dose or a size for reading: whole from 100 upward, one decimal from 10, two below."""
    size = abs(value)
    text = f"{value:.{0 if size >= 100 else 1 if size >= 10 else 2}f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace("-", MINUS)


def interval(estimate: float, low: float, high: float, digits: int = 2) -> str:
    """Estimate with its 95% interval, for example −0.91 [−1.66, −0.15]."""
    return f"{number(estimate, digits)} [{number(low, digits)}, {number(high, digits)}]"


def probability(value: float) -> str:
    """A P value: three decimals, or P < 0.001."""
    return "P < 0.001" if value < 0.001 else f"P = {plain(round(value, 3))}"


def count(singular: str, plural: str, how_many: int) -> str:
    """A count with its noun: count("study", "studies", 2) is "2 studies"."""
    return f"{how_many:,} {tr(singular) if how_many == 1 else tr(plural)}"


def listing(items: list[str], last: str = "and") -> str:
    """Items as prose: a, b and c."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {tr(last)} {items[-1]}"


def certainty_symbol(certainty: str) -> str:
    """The four-step GRADE symbol, for example ⊕◯◯◯ for very low."""
    steps = GRADE_STEPS[certainty]
    return "\u2295" * steps + "\u25ef" * (4 - steps)


def people(how_many: int) -> str:
    """A count of people with a comma at the thousands: 26,465."""
    return f"{how_many:,}"


def weeks(study: Mapping[str, object]) -> str:
    """The length of treatment, or an en dash when it was not read."""
    value = study["duration_weeks"]
    return f"{amount(float(value))} wk" if known(value) else "\u2013"  # type: ignore[arg-type]
