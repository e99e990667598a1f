"""Every broken pack gives exactly the problems listed beside it, all at once; every sound pack gives none.

A folder in invalid_packs holds only the files that differ from base, the names of those left out in absent.txt, and
expected.csv: what `contains` has between bars must all stand in the message.
"""

import csv
from pathlib import Path

import pytest

from evidence.packs.pack import open_pack, read_pack
from evidence.packs.problems import PackError, Problem

FOLDER = Path(__file__).parent / "invalid_packs"
BROKEN = sorted(path.name for path in FOLDER.iterdir() if path.is_dir() and path.name != "base")
ROOT = Path(__file__).resolve().parents[1]


def broken_files(name: str) -> dict[str, bytes]:
    """The base pack with the files of one broken pack laid over it."""
    files = {path.name: path.read_bytes() for path in (FOLDER / "base").glob("*.csv")}
    files |= {path.name: path.read_bytes() for path in (FOLDER / name).glob("*.csv") if path.name != "expected.csv"}
    absent = FOLDER / name / "absent.txt"
    for file in absent.read_text(encoding="utf-8").split() if absent.exists() else ():
        del files[file]
    return files


def all_problems(files: dict[str, bytes]) -> tuple[Problem, ...]:
    """Errors and warnings of a pack, without the note that it has no provenance."""
    try:
        found = open_pack(files, "broken").warnings
    except PackError as error:
        found = error.problems
    return tuple(problem for problem in found if "no provenance:" not in problem.message)


def test_the_base_of_the_broken_packs_is_sound():
    assert all_problems(broken_files("base")) == ()


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_pack_gives_exactly_its_problems(name):
    with (FOLDER / name / "expected.csv").open(encoding="utf-8", newline="") as file:
        expected = list(csv.DictReader(file))
    found = {(p.file, str(p.line), p.column, p.value): str(p) for p in all_problems(broken_files(name))}
    places = {(each["file"], each["line"], each["column"], each["value"]): each["contains"] for each in expected}
    assert sorted(found) == sorted(places), "\n".join(found.values())
    for place, contains in places.items():
        for words in contains.split(" | "):
            assert words in found[place]


def test_there_are_at_least_forty_five_broken_packs():
    assert len(BROKEN) >= 45


@pytest.mark.parametrize("folder", ["data", "examples/bcg", "tests/packs/headache"])
def test_a_sound_pack_opens_without_errors(folder):
    pack = read_pack(ROOT / folder)
    assert all(problem.severity == "warning" for problem in pack.warnings)
