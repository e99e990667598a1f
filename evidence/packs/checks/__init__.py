"""The rules a pack must keep, one module per idea; every rule reports all it finds and none stops another."""

from collections.abc import Mapping

from evidence.packs.checks import (
    appraising,
    dates,
    doses,
    groups,
    intervals,
    keys,
    people,
    resting,
    safety,
    scales,
    spelling,
    tracing,
    words,
)
from evidence.packs.problems import Problem, capped
from evidence.packs.tables import Table

RULES = tuple(
    rule
    for module in (
        keys,
        groups,
        intervals,
        people,
        scales,
        doses,
        safety,
        resting,
        dates,
        appraising,
        spelling,
        tracing,
        words,
    )
    for rule in module.RULES
)
"""Each takes all tables of the format by name (absent ones are empty) and yields problems."""


def check_tables(tables: Mapping[str, Table]) -> list[Problem]:
    """All problems that reading a single cell cannot show; tables has every table of the format."""
    return [problem for rule in RULES for problem in capped(rule(tables))]
