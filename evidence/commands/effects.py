"""Print the effect of every result in view, on the scale of its outcome, as CSV."""

import argparse
import sys

from evidence.commands.filters import add_filters, add_pack, chosen_pack, chosen_selection
from evidence.downloads.effects_table import effects_table
from evidence.facts.view import evidence_in_view
from evidence.statistics.effects import native
from evidence.writing.csv_table import csv_text

COLUMNS = ("result_id", "study_id", "outcome", "measure", "estimate", "ci_low", "ci_high", "se", "assumption")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `effects`."""
    add_pack(parser)
    add_filters(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write COLUMNS to standard output; ratios on their natural scale, se on the log scale, nothing rounded.

    A result without a number has empty cells.
    """
    pack = chosen_pack(arguments)
    selection = chosen_selection(arguments, pack)
    results = evidence_in_view(pack, selection).results
    effects = effects_table(native(results, pack.outcomes, selection.r))
    sys.stdout.write(csv_text([COLUMNS, *effects[list(COLUMNS)].itertuples(index=False)], end="\n"))
    return 0
