"""The rules a pack must keep, one module per idea; every rule reports all it finds and none stops another."""

from collections.abc import Mapping

from evidence.problems import Problem
from evidence.tables import Table


def check_tables(tables: Mapping[str, Table]) -> list[Problem]:
    """All problems that reading a single cell cannot show; tables has every table of the format."""
    return []
