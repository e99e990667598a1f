"""Values, changes and SDs are possible on the scale of their outcome, and an SD looks like an SD.

*An SD that may be a standard error* is a warning, by either of two rules. The group differs from the
other, or from no change, by more than three SDs, with ten or more people. Or the SD is under a third of
the median SD of the outcome's other results (three or more), while SD x sqrt(n) comes within a factor
of two of that median.
"""

import math
from collections.abc import Iterator, Mapping
from statistics import median
from typing import Any

from evidence.packs.checks.intervals import measure_of, measures_of
from evidence.packs.problems import Problem
from evidence.packs.tables import Table

Result = dict[str, Any]


def scales(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Values, changes and SDs are possible on the outcome's scale."""
    outcomes, table = tables["outcomes"], tables["results"]
    ends = {}
    for row, outcome in enumerate(outcomes.records()):
        low, high = outcome["scale_min"], outcome["scale_max"]
        if low is not None and high is not None and low >= high:
            yield outcomes.problem(row, "scale_min", f"the scale runs from {low:g} to {high:g}", f"less than {high:g}")
        else:
            ends[outcome["outcome"]] = (-math.inf if low is None else low, math.inf if high is None else high)
    measures = measures_of(outcomes)
    for row, result in enumerate(table.records()):
        low, high = ends.get(result["outcome"], (-math.inf, math.inf))
        width = high - low
        change = result["value_type"] == "change"
        for name in ("mean_1", "mean_2"):
            value = result[name]
            if value is None:
                continue
            if change and abs(value) > width:
                yield table.problem(
                    row, name, f"a change of {value:g} is more than the scale allows", f"{-width:g} to {width:g}"
                )
            elif not change and not low <= value <= high:
                yield table.problem(row, name, f"{value:g} lies outside the scale of this outcome", _span(low, high))
        most = width * (1 if change else 0.5) * math.sqrt(2)
        for name in ("sd_1", "sd_2"):
            if result[name] is not None and result[name] > most:
                message = f"an SD of {result[name]:g} is not possible on a scale from {low:g} to {high:g}"
                yield table.problem(row, name, message, f"up to {most:.3g}")
    for each in (table, tables["reference_values"]):
        for row, record in enumerate(each.records()):
            low, high = ends.get(record["outcome"], (-math.inf, math.inf))
            value = record["estimate"]
            if value is not None and measure_of(record, measures) in ("MD", "MC") and abs(value) > high - low:
                message = f"a difference of {value:g} is more than the scale allows"
                yield each.problem(row, "estimate", message, f"{low - high:g} to {high - low:g}")


def _span(low: float, high: float) -> str:
    if math.isinf(high):
        return f"at least {low:g}"
    return f"at most {high:g}" if math.isinf(low) else f"{low:g} to {high:g}"


def spreads(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """An SD that looks like a standard error (see the rule above) is a warning."""
    table = tables["results"]
    results = table.records()
    known: dict[tuple[str, str], list[tuple[int, float]]] = {}
    for row, result in enumerate(results):
        for name in ("sd_1", "sd_2"):
            if result[name] is not None:
                known.setdefault((result["outcome"], result["value_type"] or "final"), []).append((row, result[name]))
    middles = {key: median(sd for _, sd in found) for key, found in known.items()}
    for row, result in enumerate(results):
        for name in _doubtful(result, known, middles, row):
            message = f"an SD of {result[name]:g} is so small that it may be a standard error; check the source"
            yield table.warning(row, name, message)


def _doubtful(
    result: Result,
    known: Mapping[tuple[str, str], list[tuple[int, float]]],
    middles: Mapping[tuple[str, str], float],
    row: int,
) -> list[str]:
    alone = result["contrast"] == "before-after" and result["value_type"] == "change"
    means = (result["mean_1"], 0.0 if alone else result["mean_2"])
    apart = abs(means[0] - means[1]) if None not in means else 0.0
    key = (result["outcome"], result["value_type"] or "final")
    doubtful = []
    for end in ("1", "2"):
        sd, n = result[f"sd_{end}"], result[f"n_{end}"] or result["n_1"]
        if sd is None or n is None or n < 10:
            continue
        # The median of all rows stands in for that of the others; only suspicious rows are counted exactly.
        small = sd < middles[key] / 2
        others = [other for place, other in known[key] if place != row] if small else []
        middle = median(others) if len(others) >= 3 else 0.0
        like_error = sd < middle / 3 and middle / 2 <= sd * math.sqrt(n) <= middle * 2
        if like_error or apart > 3 * sd:
            doubtful.append(f"sd_{end}")
    return doubtful


RULES = (scales, spreads)
