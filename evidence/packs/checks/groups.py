"""A result row carries exactly one effect group, and that group is whole or a note says why not.

Groups: *means* (mean and SD of one or two groups), *events*, a *reported estimate* (with its interval).
A P value may stand beside any of them or alone. Nothing at all, or a group that is not whole, needs a
note for the reader.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from evidence.packs.problems import Problem, listed
from evidence.packs.tables import Table
from evidence.vocabulary.fact import fact
from evidence.vocabulary.measures import ENTERED, MEASURES, is_ratio

GROUPS: dict[str, tuple[str, ...]] = {
    "means": ("mean_1", "sd_1", "mean_2", "sd_2"),
    "events": ("events_1", "events_2"),
    "reported estimate": ("estimate", "ci_low", "ci_high"),
}
SIZES = ("n_1", "n_2")
EFFECT_COLUMNS = (*(name for names in GROUPS.values() for name in names), *SIZES, "p_value", "value_type", "measure")
ONE_GROUP = fact("allowed effect groups")
FROM_MEANS = tuple(name for name in ENTERED if MEASURES[name].from_means)
FROM_EVENTS = tuple(name for name in ENTERED if MEASURES[name].from_events)
TWO_GROUPS = tuple(name for name in ENTERED if MEASURES[name].groups == 2)
COMPARING = tuple(name for name in TWO_GROUPS if not MEASURES[name].standardised)
"""Measures that say nothing about a change in one group; a standardised one may be of a change."""

Result = dict[str, Any]


def one_group(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Exactly one effect group in each row, whole or explained by a note."""
    table = tables["results"]
    for row, result in enumerate(table.records()):
        if not table.readable(row, *EFFECT_COLUMNS):
            continue
        filled = {group: names for group, names in GROUPS.items() if any(result[name] is not None for name in names)}
        if len(filled) > 1:
            later = list(filled)[-1]
            name = next(name for name in filled[later] if result[name] is not None)
            message = fact("two effect groups", groups=tuple(fact(f"group of {group}") for group in filled))
            yield table.problem(row, name, message, ONE_GROUP)
        elif not filled:
            if result["p_value"] is None and not result["note"]:
                yield table.problem(row, "note", fact("no number and no note"), ONE_GROUP)
        else:
            yield from _whole(table, row, result, next(iter(filled)))


def _whole(table: Table, row: int, result: Result, group: str) -> Iterator[Problem]:
    broken = list(BROKEN[group](table, row, result))
    yield from broken
    missing = [] if broken else _missing(result, group)
    if missing and not result["note"]:
        message = fact("half a group", group=fact(f"group of {group}"), missing=tuple(missing))
        yield table.problem(row, missing[0], message)


def _missing(result: Result, group: str) -> list[str]:
    """The cells without which no interval can be made."""
    if group == "means":
        alone = result["contrast"] == "before-after" and result["value_type"] == "change"
        needed = ["mean_1", "sd_1", "n_1"] if alone else ["mean_1", "sd_1", "n_1", "mean_2", "sd_2", "n_2"]
        if result["contrast"] == "before-after" and (result["n_1"] or result["n_2"]):
            needed = [name for name in needed if name not in SIZES]
    elif group == "events":
        needed = ["events_1", "n_1", "events_2", "n_2"]
    else:
        needed = ["estimate"] if result["p_value"] is not None else ["estimate", "ci_low", "ci_high"]
    return [name for name in needed if result[name] is None]


def _broken_means(table: Table, row: int, result: Result) -> Iterator[Problem]:
    for end in ("1", "2"):
        if result[f"sd_{end}"] is not None and result[f"mean_{end}"] is None:
            yield table.problem(row, f"sd_{end}", fact("SD without its mean", mean=f"mean_{end}"))
    if result["contrast"] == "before-after":
        second = next((name for name in ("mean_2", "sd_2") if result[name] is not None), None)
        if result["value_type"] == "change" and second:
            yield table.problem(row, second, fact("change with two means"))
        elif result["value_type"] is None and not second:
            yield table.problem(row, "value_type", fact("final or change"), listed(("final", "change")))
    if result["measure"] and result["measure"] not in FROM_MEANS:
        yield table.problem(row, "measure", fact("ratio of means", measure=result["measure"]), listed(FROM_MEANS))


def _broken_events(table: Table, row: int, result: Result) -> Iterator[Problem]:
    for end in ("1", "2"):
        events, people = result[f"events_{end}"], result[f"n_{end}"]
        if events is not None and people is not None and events > people:
            yield table.problem(
                row,
                f"events_{end}",
                fact("more events than people", n=events, people=people),
                fact("allowed range", low=0, high=people),
            )
    if result["measure"] and result["measure"] not in FROM_EVENTS:
        kind = "events without times" if is_ratio(result["measure"]) else "difference of events"
        yield table.problem(row, "measure", fact(kind, measure=result["measure"]), listed(FROM_EVENTS))


def _broken_estimate(table: Table, row: int, result: Result) -> Iterator[Problem]:
    estimate, low, high = result["estimate"], result["ci_low"], result["ci_high"]
    if (low is None) != (high is None):
        name = "ci_low" if low is None else "ci_high"
        yield table.problem(row, name, fact("interval with one end"))
    if estimate is None and low is not None and high is not None:
        yield table.problem(row, "estimate", fact("interval without its estimate"))


def measure_fits_contrast(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """A change in one group is MC (or SMD for a standardised one); two groups are never MC."""
    table = tables["results"]
    contrasts = table.frame["contrast"].tolist()
    for row, measure in enumerate(table.frame["measure"].tolist()):
        if contrasts[row] == "before-after" and measure in COMPARING:
            message = fact("measure of two groups", measure=measure)
            yield table.problem(row, "measure", message, fact("allowed or empty", words=("MC", "SMD")))
        elif contrasts[row] in ("between groups", "cases and controls") and measure == "MC":
            message = fact("measure of one group", measure=measure)
            yield table.problem(row, "measure", message, fact("allowed or empty", words=TWO_GROUPS))


BROKEN = {"means": _broken_means, "events": _broken_events, "reported estimate": _broken_estimate}
RULES = (one_group, measure_fits_contrast)
