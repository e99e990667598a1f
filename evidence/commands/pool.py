"""Print the pooled result of one outcome as JSON, or every reason why its results are not pooled."""

import argparse
import sys

from evidence.commands.filters import add_filters, add_pack, chosen_pack, chosen_selection
from evidence.downloads.pooled_text import pooled_text
from evidence.facts.view import evidence_in_view


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `pool`."""
    add_pack(parser)
    add_filters(parser)
    parser.set_defaults(refuse=parser.error)


def run(arguments: argparse.Namespace) -> int:
    """Write one object, as pooled_text() makes it."""
    if len(arguments.outcome) != 1:
        arguments.refuse("pool needs one --outcome")
    pack = chosen_pack(arguments)
    sys.stdout.write(pooled_text(evidence_in_view(pack, chosen_selection(arguments, pack))))
    return 0
