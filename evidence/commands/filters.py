"""The pack and the filters on the command line: the URL parameters of the app as repeatable options."""

import argparse
import os
from collections.abc import Sequence

from evidence.facts.selection import FILTER_NAMES, Selection, asked_words, choices, read_selection
from evidence.packs.nearest import did_you_mean
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
    known, read = choices(pack), asked_words(query, pack)
    problems = [_unknown(name, value, known[name]) for name, asked in read.items() for value in asked.unknown]
    told = {name: values for name, values in query.items() if name not in read or not read[name].unknown}
    selection, complaints = read_selection(told, pack, "command")
    problems += [say(complaint) for complaint in complaints]
    if problems:
        raise UnknownValue("\n".join(problems))
    return selection


def _unknown(name: str, value: str, known: Sequence[str]) -> str:
    """A line about a value this pack does not have, with the nearest known one where there is one."""
    hint = did_you_mean(value, known)
    kind = "unknown filter value" if hint is None else "filter value that is a slip"
    return say(fact(kind, filter=name, value=value, known=listed(known, 100), hint=hint))
