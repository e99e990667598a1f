"""Check a pack: exit 0, or 1 with every problem as file:line:column: message."""

import argparse

from evidence.commands.filters import add_pack, chosen_pack
from evidence.packs.problems import PackError
from evidence.vocabulary.columns import TABLES
from evidence.vocabulary.fact import fact
from evidence.wording.problems import problem_lines, problem_text
from evidence.wording.say import say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `check`."""
    add_pack(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print every problem and return 1, or the warnings and one line that sums up the pack and return 0."""
    try:
        pack = chosen_pack(arguments)
    except PackError as error:
        print(problem_lines(error.problems))
        return 1
    for warning in pack.warnings:
        print(problem_text(warning))
    rows = tuple(
        fact("rows of a table", table=table, rows=len(pack.tables[table]))
        for table in TABLES
        if table != "dataset" and pack.has(table)
    )
    print(say(fact("pack without errors", name=pack.name, version=pack.version, n=len(pack.warnings), tables=rows)))
    return 0
