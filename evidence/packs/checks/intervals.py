"""A reported estimate lies in its interval, ratios are above 0, and estimate, interval and P value agree.

Warnings, with their rules. *Off centre*: the middle of the interval (of its logarithms for ratios)
lies further from the estimate than a fifth of the half-width plus what rounding explains. *Interval
against P*: the z value of the interval, estimate / ((high - low) / 3.92), and that of the P value
differ by more than 1 and by more than a factor of 1.5.
"""

import math
from collections.abc import Iterator, Mapping
from statistics import NormalDist
from typing import Any

from evidence.packs.problems import Problem, rounded
from evidence.packs.tables import Table
from evidence.vocabulary.fact import fact
from evidence.vocabulary.measures import is_ratio

NORMAL = NormalDist()
Z_95 = 1.959963984540054
Result = dict[str, Any]


def measures_of(outcomes: Table) -> dict[str, str]:
    """The measure of each outcome."""
    return dict(zip(outcomes.frame["outcome"], outcomes.frame["measure"], strict=True))


def measure_of(record: Result, measures: Mapping[str, str]) -> str:
    """The measure of a result or reference value: its own, MC before-after, else that of its outcome."""
    if record.get("measure"):
        return str(record["measure"])
    return "MC" if record["contrast"] == "before-after" else measures.get(record["outcome"], "")


def intervals(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Reported intervals hold their estimate, ratios are above 0, and interval, estimate and P agree."""
    measures = measures_of(tables["outcomes"])
    for name in ("results", "reference_values"):
        table = tables[name]
        for row, record in enumerate(table.records()):
            if not table.readable(row, "estimate", "ci_low", "ci_high"):
                continue
            ratio = is_ratio(measure_of(record, measures))
            errors = list(_interval_errors(table, row, record, ratio))
            yield from errors
            if not errors and record["ci_low"] is not None and record["estimate"] is not None:
                yield from _interval_warnings(table, row, record, ratio)


def _interval_errors(table: Table, row: int, record: Result, ratio: bool) -> Iterator[Problem]:
    estimate, low, high = record["estimate"], record["ci_low"], record["ci_high"]
    below = [name for name in ("estimate", "ci_low", "ci_high") if ratio and record[name] is not None and record[name] <= 0]
    for name in below:
        yield table.problem(row, name, fact("ratio not above zero", ratio=record[name]), fact("allowed more than", low=0))
    if below or low is None or high is None:
        return
    if low > high:
        yield table.problem(row, "ci_low", fact("interval reversed", low=low, high=high), fact("allowed at most", high=high))
    elif low == high:
        message = fact("interval without width", low=low, high=high)
        yield table.problem(row, "ci_low", message, fact("allowed less than", high=high))
    elif estimate is not None and not low <= estimate <= high:
        message = fact("estimate outside its interval", estimate=estimate)
        yield table.problem(row, "estimate", message, fact("allowed range", low=low, high=high))


def _interval_warnings(table: Table, row: int, record: Result, ratio: bool) -> Iterator[Problem]:
    names = ("estimate", "ci_low", "ci_high")
    estimate, low, high = (math.log(record[name]) if ratio else record[name] for name in names)
    slack = sum(_rounding(table.text(row, name), ratio) * share for name, share in zip(names, (1, 0.5, 0.5), strict=True))
    half = (high - low) / 2
    if abs((low + high) / 2 - estimate) > 0.2 * half + slack:
        middle = math.exp((low + high) / 2) if ratio else (low + high) / 2
        kind = "estimate off the logarithmic centre" if ratio else "estimate off centre"
        yield table.warning(row, "estimate", fact(kind, middle=rounded(middle, 3)))
    p_value = record.get("p_value")
    if p_value is not None and 0 < p_value < 1:
        by_interval, by_p = abs(estimate) * Z_95 / half, NORMAL.inv_cdf(1 - max(p_value, 1e-15) / 2)
        larger, smaller = max(by_interval, by_p), min(by_interval, by_p)
        if larger - smaller > 1 and larger > 1.5 * smaller:
            implied = 2 * (1 - NORMAL.cdf(by_interval))
            message = fact("interval against P", implied=rounded(implied, 2), p_value=p_value)
            yield table.warning(row, "p_value", message)


def _rounding(text: str, ratio: bool) -> float:
    """How far a number as written may lie from the unrounded one, on the log scale for ratios."""
    half_unit = 0.5 * 10 ** -len(text.strip().partition(".")[2])
    return half_unit / abs(float(text)) if ratio else half_unit


RULES = (intervals,)
