"""The pack and the filters on the command line: the URL parameters of the app as repeatable options."""

import argparse
import os

from evidence.facts.selection import FILTER_NAMES, Selection, choices, read_selection
from evidence.packs.pack import Pack, read_pack
from evidence.packs.problems import listed
from evidence.vocabulary.fact import fact
from evidence.wording.say import say


class UnknownValue(Exception):
    """A filter names a value that the pack does not have; the message has a line for each."""


MEANINGS = {
    "design": "show studies of this design",
    "compound": "show studies of this compound",
    "condition": "show studies of this condition",
    "directness": "show direct or indirect evidence",
    "flag": "hide studies that carry this flag",
    "outcome": "one outcome on its own scale",
    "year": "first year, and given again the last year, of publication",
    "r": "assumed correlation between before and after, 0.3 to 0.8",
    "results": "one result per study on the standardised axis, or all",
}


def add_pack(parser: argparse.ArgumentParser) -> None:
    """Add the optional PACK argument: a folder; else EVIDENCE_PACK, else data."""
    parser.add_argument("pack", nargs="?", default=None, metavar="PACK", help="folder of the pack (default: data)")


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Add every URL parameter as a repeatable option, for example --design X --design Y."""
    for name in FILTER_NAMES:
        parser.add_argument(f"--{name}", action="append", default=[], metavar=name.upper(), help=MEANINGS.get(name, ""))


def pack_folder(arguments: argparse.Namespace) -> str:
    """The folder asked for: the PACK argument, else EVIDENCE_PACK, else data."""
    return str(arguments.pack or os.environ.get("EVIDENCE_PACK") or "data")


def chosen_pack(arguments: argparse.Namespace) -> Pack:
    """Open the pack asked for; raises PackError."""
    return read_pack(pack_folder(arguments))


def chosen_selection(arguments: argparse.Namespace, pack: Pack) -> Selection:
    """The filters asked for; raises UnknownValue with the known values of each that is not in the pack."""
    query = {name: getattr(arguments, name) for name in FILTER_NAMES}
    known = choices(pack)
    problems = [
        say(fact("unknown filter value", filter=name, value=value, known=listed(known[name], 100)))
        for name in known
        for value in query[name]
        if value not in known[name]
    ]
    _, complaints = read_selection({name: query[name] for name in query if name not in known}, pack, "command")
    problems += [say(complaint) for complaint in complaints]
    if problems:
        raise UnknownValue("\n".join(problems))
    return read_selection(query, pack)[0]
