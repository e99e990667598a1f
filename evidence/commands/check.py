"""Check a pack: exit 0, or 1 with every problem as file:line:column: message."""

import argparse

from evidence.columns import TABLES
from evidence.commands.filters import add_pack, chosen_pack
from evidence.words import count


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `check`."""
    add_pack(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the warnings and one line that sums up the pack; PackError goes to the caller, who prints all problems."""
    pack = chosen_pack(arguments)
    for warning in pack.warnings:
        print(warning)
    counts = ", ".join(
        f"{table} {len(pack.tables[table])}" for table in TABLES if table != "dataset" and pack.has(table)
    )
    print(
        f"{pack.name}: version {pack.version}, no errors, {count('warning', 'warnings', len(pack.warnings))} ({counts})"
    )
    return 0
