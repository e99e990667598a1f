"""Two packs on the command line, each a folder or a ZIP, and a file to write."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from evidence.packs.archive import open_upload
from evidence.packs.pack import Pack, read_pack
from evidence.packs.problems import PackError, Problem, whole_file
from evidence.vocabulary.fact import fact
from evidence.wording.say import tr


def add_packs(parser: argparse.ArgumentParser, first: str, second: str) -> None:
    """Add two packs by these names."""
    for name in (first, second):
        parser.add_argument(name.lower(), metavar=name, help="folder of the pack, or a ZIP of one")


def both_packs(first: str, second: str) -> tuple[Pack, Pack]:
    """Open both; raises PackError with every problem of either, each with the pack it belongs to before its file."""
    packs: list[Pack] = []
    problems: list[Problem] = []
    for place in (first, second):
        try:
            packs.append(_opened(Path(place)))
        except PackError as error:
            problems += [_of(place, each) for each in error.problems]
    if problems:
        raise PackError(problems)
    return packs[0], packs[1]


def write_file(place: str, content: bytes) -> int:
    """Write the file, to standard output for -; 1 with a sentence on the error stream when it cannot be written."""
    if place == "-":
        sys.stdout.buffer.write(content)
        return 0
    try:
        Path(place).write_bytes(content)
    except OSError as error:
        print(tr("{place} cannot be written: {reason}", place=place, reason=error.strerror), file=sys.stderr)
        return 1
    return 0


def _opened(place: Path) -> Pack:
    if place.suffix.lower() != ".zip" or place.is_dir():
        return read_pack(place)
    try:
        return open_upload({place.name: place.read_bytes()})
    except OSError as error:
        raise PackError([whole_file(place.name, fact("unreadable file", reason=error.strerror))]) from error


def _of(place: str, problem: Problem) -> Problem:
    """The problem with its pack before its file; a problem of the pack as a whole names it already."""
    return problem if problem.file in (place, Path(place).name) else replace(problem, file=str(Path(place) / problem.file))
