"""Tell how far two extractions made independently agree: cell by cell, with Cohen's kappa for judgements."""

import argparse

from evidence.commands.two_packs import add_packs, both_packs, write_file
from evidence.downloads.disagreements_csv import disagreements_csv
from evidence.versions.agreement import agreement
from evidence.wording.agreement import agreement_lines


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `agree`."""
    add_packs(parser, "A", "B")
    parser.add_argument("--out", metavar="FILE", help="write the disagreements to settle as CSV; - for standard output")


def run(arguments: argparse.Namespace) -> int:
    """Print the agreement; 1 when a pack has problems or the file cannot be written. Disagreement is no failure."""
    first, second = both_packs(arguments.a, arguments.b)
    found = agreement(first.tables, second.tables)
    if arguments.out != "-":
        for line in agreement_lines(found, arguments.a, arguments.b):
            print(line)
    return write_file(arguments.out, disagreements_csv(found)) if arguments.out else 0
