"""A reported estimate lies in its interval, ratios are above 0, and estimate, interval and P value agree.

Warnings, with their rules. *Off centre*: the middle of the interval (of its logarithms for RR and OR)
lies further from the estimate than a fifth of the half-width plus what rounding explains. *Interval
against P*: the z value of the interval, estimate / ((high - low) / 3.92), and that of the P value
differ by more than 1 and by more than a factor of 1.5.
"""

import math
from collections.abc import Iterator, Mapping
from statistics import NormalDist
from typing import Any

from evidence.packs.problems import Problem
from evidence.packs.tables import Table

RATIOS = ("RR", "OR")
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
            ratio = measure_of(record, measures) in RATIOS
            errors = list(_interval_errors(table, row, record, ratio))
            yield from errors
            if not errors and record["ci_low"] is not None and record["estimate"] is not None:
                yield from _interval_warnings(table, row, record, ratio)


def _interval_errors(table: Table, row: int, record: Result, ratio: bool) -> Iterator[Problem]:
    estimate, low, high = record["estimate"], record["ci_low"], record["ci_high"]
    below = [name for name in ("estimate", "ci_low", "ci_high") if ratio and record[name] is not None and record[name] <= 0]
    for name in below:
        yield table.problem(row, name, f"a ratio on its natural scale cannot be {record[name]:g}", "more than 0")
    if below or low is None or high is None:
        return
    if low > high:
        yield table.problem(row, "ci_low", f"the interval is reversed: {low:g} to {high:g}", f"at most {high:g}")
    elif low == high:
        yield table.problem(row, "ci_low", f"the interval has no width: {low:g} to {high:g}", f"less than {high:g}")
    elif estimate is not None and not low <= estimate <= high:
        message = f"the estimate {estimate:g} lies outside its interval"
        yield table.problem(row, "estimate", message, f"{low:g} to {high:g}")


def _interval_warnings(table: Table, row: int, record: Result, ratio: bool) -> Iterator[Problem]:
    names = ("estimate", "ci_low", "ci_high")
    estimate, low, high = (math.log(record[name]) if ratio else record[name] for name in names)
    slack = sum(_rounding(table.text(row, name), ratio) * share for name, share in zip(names, (1, 0.5, 0.5), strict=True))
    half = (high - low) / 2
    if abs((low + high) / 2 - estimate) > 0.2 * half + slack:
        middle = math.exp((low + high) / 2) if ratio else (low + high) / 2
        kind = "the (logarithmic) middle" if ratio else "the middle"
        message = f"the estimate is not {kind} of its interval, which is {middle:.3g}; check the three numbers"
        yield table.warning(row, "estimate", message)
    p_value = record.get("p_value")
    if p_value is not None and 0 < p_value < 1:
        by_interval, by_p = abs(estimate) * Z_95 / half, NORMAL.inv_cdf(1 - max(p_value, 1e-15) / 2)
        larger, smaller = max(by_interval, by_p), min(by_interval, by_p)
        if larger - smaller > 1 and larger > 1.5 * smaller:
            implied = 2 * (1 - NORMAL.cdf(by_interval))
            message = f"the interval implies P of about {implied:.2g}, the row says {p_value:g}; check both"
            yield table.warning(row, "p_value", message)


def _rounding(text: str, ratio: bool) -> float:
    """How far a number as written may lie from the unrounded one, on the log scale for ratios."""
    half_unit = 0.5 * 10 ** -len(text.strip().partition(".")[2])
    return half_unit / abs(float(text)) if ratio else half_unit


RULES = (intervals,)
