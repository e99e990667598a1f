"""The versions of a pack that came before, kept beside the tables in use: whole tables as they were.

    PACK/earlier/VERSION/*.csv

A folder below `earlier` is named after the version in its own dataset.csv. Opening a pack reads none of them; they are read
when two versions are compared. The version before is the last of them, numbers in names compared as numbers (2026.10 is
later than 2026.9); a folder of the version in use itself, or of a later one, does not count.

The format may have grown since: a column that is required today may be missing, and a rule that is younger than the tables
may be broken. Such tables can still be compared cell by cell, but nothing is concluded from them.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from evidence.packs.checks import check_tables
from evidence.packs.pack import Pack, checked_pack, csv_files, folder_files, read_tables
from evidence.packs.problems import PackError, Problem, shown, whole_file
from evidence.vocabulary.fact import fact

FOLDER = "earlier"
GROWN = ("missing column", "missing key")
"""What an earlier version may lack because the format has grown."""


@dataclass(frozen=True, eq=False)
class Earlier:
    """An earlier version: its tables, and the pack they make; None with the problems that keep it from being one today."""

    version: str
    tables: Mapping[str, pd.DataFrame]
    pack: Pack | None
    problems: tuple[Problem, ...] = ()


def earlier_versions(folder: Path | None, current: str) -> tuple[str, ...]:
    """The earlier versions that a pack folder keeps, the latest first; none without a folder."""
    place = folder / FOLDER if folder else None
    if place is None or not place.is_dir():
        return ()
    names = [each.name for each in place.iterdir() if each.is_dir() and not each.name.startswith(".")]
    return tuple(sorted((name for name in names if not _as_late(name, current)), key=in_order_of_versions, reverse=True))


def _as_late(version: str, current: str) -> bool:
    """True for the version in use, and for a later one where both begin with a number; other names have no order in time."""
    numbered = version[:1].isdecimal() and current[:1].isdecimal()
    return version == current or (numbered and in_order_of_versions(version) > in_order_of_versions(current))


def earlier_files(folder: Path) -> list[Path]:
    """The tables of every earlier version of a pack folder; raises OSError when they cannot be listed."""
    place = folder / FOLDER
    if not place.is_dir():
        return []
    return [path for each in sorted(place.iterdir()) if each.is_dir() for path in csv_files(each)]


def in_order_of_versions(version: str) -> tuple[tuple[int, int, str], ...]:
    """What versions are sorted by: their numbers as numbers, what stands between them as text."""
    pieces = re.findall(r"[0-9]+|[^0-9]+", version)
    return tuple((1, int(piece), "") if piece.isdecimal() else (0, 0, piece) for piece in pieces)


def read_earlier(folder: Path, version: str) -> Earlier:
    """One earlier version of the pack in a folder; raises PackError when its tables cannot be read as they were."""
    try:
        files = folder_files(folder / FOLDER / version)
        tables, problems = read_tables(files)
        damaged = [each for each in problems if each.severity == "error" and each.message.kind not in GROWN]
        said = tables["dataset"].text(0, "version")
        if not damaged and said != version:
            damaged = [
                whole_file("dataset.csv", fact("earlier version elsewhere", folder=shown(version), version=shown(said)))
            ]
        if damaged:
            raise PackError(damaged)
    except PackError as error:
        raise PackError(_placed(error.problems, version)) from error
    frames = MappingProxyType({name: table.frame for name, table in tables.items()})
    try:
        return Earlier(version, frames, checked_pack(tables, [*problems, *check_tables(tables)], version))
    except PackError as error:
        broken = [each for each in error.problems if each.severity == "error"]
        return Earlier(version, frames, None, tuple(_placed(broken, version)))


def _placed(problems: Iterable[Problem], version: str) -> list[Problem]:
    """The problems with the place of their file below the pack."""
    return [replace(each, file=f"{FOLDER}/{version}/{Path(each.file).name}") for each in problems]
