"""Values, changes and SDs are possible on the scale of their outcome, and an SD looks like an SD.

*An SD that may be a standard error* is a warning, by either of two rules. The group differs from the
other, or from no change, by more than three SDs, with ten or more people. Or the SD is under a third of
the median SD of the outcome's other results (three or more), while SD x sqrt(n) comes within a factor
of two of that median.
"""

import math
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from evidence.packs.checks.intervals import measure_of, measures_of
from evidence.packs.problems import Problem, rounded
from evidence.packs.tables import Table
from evidence.vocabulary.fact import Fact, fact

Result = dict[str, Any]


def scales(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Values, changes and SDs are possible on the outcome's scale."""
    outcomes, table = tables["outcomes"], tables["results"]
    ends = {}
    for row, outcome in enumerate(outcomes.records()):
        low, high = outcome["scale_min"], outcome["scale_max"]
        if low is not None and high is not None and low >= high:
            message = fact("scale reversed", low=low, high=high)
            yield outcomes.problem(row, "scale_min", message, fact("allowed less than", high=high))
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
                message = fact("change beyond the scale", change=value)
                yield table.problem(row, name, message, fact("allowed range", low=-width, high=width))
            elif not change and not low <= value <= high:
                yield table.problem(row, name, fact("value outside the scale", number=value), _span(low, high))
        most = width * (1 if change else 0.5) * math.sqrt(2)
        for name in ("sd_1", "sd_2"):
            if result[name] is not None and result[name] > most:
                message = fact("SD beyond the scale", sd=result[name], low=low, high=high)
                yield table.problem(row, name, message, fact("allowed up to", high=rounded(most, 3)))
    for each in (table, tables["reference_values"]):
        for row, record in enumerate(each.records()):
            low, high = ends.get(record["outcome"], (-math.inf, math.inf))
            value = record["estimate"]
            if value is not None and measure_of(record, measures) in ("MD", "MC") and abs(value) > high - low:
                message = fact("difference beyond the scale", difference=value)
                yield each.problem(row, "estimate", message, fact("allowed range", low=low - high, high=high - low))


def _span(low: float, high: float) -> Fact:
    if math.isinf(high):
        return fact("allowed at least", low=low)
    return fact("allowed at most", high=high) if math.isinf(low) else fact("allowed range", low=low, high=high)


def spreads(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """An SD that looks like a standard error (see the rule above) is a warning."""
    table = tables["results"]
    results = table.records()
    known: dict[tuple[str, str], list[float]] = {}
    for result in results:
        for name in ("sd_1", "sd_2"):
            if result[name] is not None:
                known.setdefault((result["outcome"], result["value_type"] or "final"), []).append(result[name])
    for found in known.values():
        found.sort()
    for row, result in enumerate(results):
        for name in _doubtful(result, known):
            yield table.warning(row, name, fact("SD like a standard error", sd=result[name]))


def _doubtful(result: Result, known: Mapping[tuple[str, str], Sequence[float]]) -> list[str]:
    alone = result["contrast"] == "before-after" and result["value_type"] == "change"
    means = (result["mean_1"], 0.0 if alone else result["mean_2"])
    apart = abs(means[0] - means[1]) if None not in means else 0.0
    key = (result["outcome"], result["value_type"] or "final")
    doubtful = []
    for end in ("1", "2"):
        sd, n = result[f"sd_{end}"], result[f"n_{end}"] or result["n_1"]
        if sd is None or n is None or n < 10:
            continue
        middle = _median_without(known[key], [result[name] for name in ("sd_1", "sd_2") if result[name] is not None])
        like_error = sd < middle / 3 and middle / 2 <= sd * math.sqrt(n) <= middle * 2
        if like_error or apart > 3 * sd:
            doubtful.append(f"sd_{end}")
    return doubtful


def _median_without(ordered: Sequence[float], own: Sequence[float]) -> float:
    """The median of ordered values without one or two of them; 0 when fewer than three are left. Never counts them all."""
    left_out: list[int] = []
    for value in sorted(own):
        place = bisect_left(ordered, value)
        left_out.append(place + 1 if place in left_out else place)
    left = len(ordered) - len(left_out)

    def kept(place: int) -> float:
        for each in left_out:
            place += place >= each
        return ordered[place]

    return (kept((left - 1) // 2) + kept(left // 2)) / 2 if left >= 3 else 0.0


RULES = (scales, spreads)
