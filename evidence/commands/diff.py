"""Tell what differs between two packs, cell by cell, and what that does to the bottom line and to pooled results."""

import argparse

from evidence.commands.two_packs import add_packs, both_packs, write_file
from evidence.downloads.changes_csv import changes_csv
from evidence.versions.since import difference
from evidence.wording.versions import difference_lines


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `diff`."""
    add_packs(parser, "OLD", "NEW")
    parser.add_argument("--csv", metavar="FILE", help="write every difference as CSV too; - for standard output")


def run(arguments: argparse.Namespace) -> int:
    """Print the difference; 1 when a pack has problems or the file cannot be written. That packs differ is no failure."""
    old, new = both_packs(arguments.old, arguments.new)
    found = difference(old, new)
    if arguments.csv != "-":
        for line in difference_lines(found, arguments.old, arguments.new):
            print(line)
    return write_file(arguments.csv, changes_csv(found, old.tables, new.tables)) if arguments.csv else 0
