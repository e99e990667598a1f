"""Print the effect of every result in view, on the scale of its outcome, as CSV."""

import argparse
import sys

from evidence.commands.filters import add_filters, add_pack, chosen_pack, chosen_selection
from evidence.downloads.effects_table import effects_text
from evidence.facts.view import evidence_in_view


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `effects`."""
    add_pack(parser)
    add_filters(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the effects to standard output; ratios on their natural scale, se on the log scale, nothing rounded.

    A result without a number has empty cells.
    """
    pack = chosen_pack(arguments)
    sys.stdout.write(effects_text(evidence_in_view(pack, chosen_selection(arguments, pack))))
    return 0
