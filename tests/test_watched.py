"""A folder that changes while its pack is open: every change is noticed, and a broken one closes nothing."""

import os
import shutil
from concurrent.futures import ThreadPoolExecutor

import pytest

from evidence.packs.pack import read_pack
from evidence.packs.problems import PackError
from evidence.packs.watched import MOST_READ, Watched
from tests.conftest import ROOT


class Counted:
    """Reads packs and counts how often; `meanwhile` is done while it reads."""

    def __init__(self, meanwhile=lambda: None):
        self.times, self.meanwhile = 0, meanwhile

    def __call__(self, folder):
        self.times += 1
        self.meanwhile()
        return read_pack(folder)


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(ROOT / "tests" / "packs" / "headache", tmp_path / "pack")


@pytest.fixture
def reading():
    return Counted()


@pytest.fixture
def watched(folder, reading):
    opened = Watched(folder, reading)
    opened.now()
    return opened


def set_version(folder, version, file="dataset.csv"):
    path = folder / file
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("".join(f"version,{version}\n" if line.startswith("version,") else f"{line}\n" for line in lines))
    return path


def test_a_folder_that_stays_as_it_is_is_read_once(watched, reading):
    assert watched.now().pack is watched.now().pack and watched.now().problems == ()
    assert reading.times == 1


def test_a_change_is_seen_at_the_next_look(watched, folder):
    set_version(folder, "77")
    assert watched.now().pack.version == "77"


def test_a_replacement_with_an_older_date_and_the_same_size_is_seen(watched, folder):
    old = read_pack(folder).version
    path = set_version(folder, "8" * len(old))
    os.utime(path, (1, 1))
    assert watched.now().pack.version == "8" * len(old)


def test_a_removed_table_is_seen(watched, folder):
    assert watched.now().pack.has("appraisals")
    (folder / "appraisals.csv").unlink()
    assert not watched.now().pack.has("appraisals")


def test_a_broken_change_keeps_the_last_good_pack_and_names_the_problems_until_it_is_mended(watched, folder, reading):
    before, whole = watched.now(), (folder / "studies.csv").read_bytes()
    (folder / "studies.csv").write_bytes(whole + b"a,row,cut,short\n")
    broken = watched.now()
    assert broken.pack is before.pack and broken.read_at == before.read_at
    assert {each.file for each in broken.problems} >= {"studies.csv"}
    assert watched.now().problems == broken.problems and reading.times == 2
    (folder / "studies.csv").write_bytes(whole)
    assert watched.now().problems == () and reading.times == 3


def test_a_folder_that_was_away_comes_back_as_the_pack_it_was(watched, folder, reading):
    before = watched.now().pack
    folder.rename(folder.with_name("away"))
    away = watched.now()
    assert away.pack is before and [each.message.kind for each in away.problems] == ["no such folder"]
    folder.with_name("away").rename(folder)
    back = watched.now()
    assert back.pack is before and back.problems == ()
    assert reading.times == 2


def test_without_a_last_good_pack_the_problems_are_told_each_time_and_read_once(folder):
    (folder / "outcomes.csv").unlink()
    reading = Counted()
    watched = Watched(folder, reading)
    for _ in range(2):
        with pytest.raises(PackError, match=r"outcomes\.csv"):
            watched.now()
    assert reading.times == 1


def test_what_was_read_while_a_file_was_replaced_is_read_again(folder):
    first = read_pack(folder).version
    left = iter(["71", "72"])
    reading = Counted(lambda: (new := next(left, "")) and set_version(folder, new))
    opened = Watched(folder, reading).now()
    assert first != "72" and opened.pack.version == "72" and reading.times == 3


def test_a_folder_that_never_rests_is_not_read_for_ever(folder):
    reading = Counted(lambda: os.utime(folder / "studies.csv", (reading.times, reading.times)))
    assert Watched(folder, reading).now().pack.version == read_pack(folder).version
    assert reading.times == MOST_READ


def test_many_readers_at_once_cause_one_reading(folder, reading):
    watched = Watched(folder, reading)
    with ThreadPoolExecutor(8) as readers:
        packs = {id(each.pack) for each in readers.map(lambda _: watched.now(), range(32))}
    assert len(packs) == 1 and reading.times == 1
