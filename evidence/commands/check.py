"""Check a pack: exit 0, or 1 with every problem as file:line:column: message."""

import argparse

from evidence.commands.filters import add_pack, chosen_pack
from evidence.packs.problems import PackError
from evidence.vocabulary.columns import TABLES
from evidence.wording.words import count


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `check`."""
    add_pack(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print every problem and return 1, or the warnings and one line that sums up the pack and return 0."""
    try:
        pack = chosen_pack(arguments)
    except PackError as error:
        print(error)
        return 1
    for warning in pack.warnings:
        print(warning)
    tables = [table for table in TABLES if table != "dataset" and pack.has(table)]
    rows = ", ".join(f"{table} {len(pack.tables[table])}" for table in tables)
    warnings = count("warning", "warnings", len(pack.warnings))
    print(f"{pack.name}: version {pack.version}, no errors, {warnings} ({rows})")
    return 0
