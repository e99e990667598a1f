"""Earlier versions lie beside the tables in use: they change nothing there, and each can be compared with today."""

import csv
import gc
import io
import shutil
import weakref

import pytest

from evidence.downloads.changes_csv import changes_csv
from evidence.facts.bottom_line import bottom_line
from evidence.facts.evidence import evidence_of
from evidence.packs.datapackage import pack_files
from evidence.packs.earlier import FOLDER, earlier_versions, read_earlier
from evidence.packs.pack import read_pack
from evidence.packs.pack_files import pack_zip
from evidence.packs.problems import PackError
from evidence.packs.watched import Watched
from evidence.versions.since import older_versions, since, since_the_version_before, tables_of_version
from evidence.wording.changes import changes_html
from tests.conftest import ROOT, small_pack
from tests.two_versions import edited, next_version, with_cell


@pytest.fixture
def folder(tmp_path):
    next_version(tmp_path / "pack")
    return tmp_path / "pack"


def test_the_shipped_earlier_versions_can_all_be_compared(shipped):
    kept = earlier_versions(ROOT / "data", current="")
    assert "2026.1" in kept
    for version in kept:
        earlier = read_earlier(ROOT / "data", version)
        assert len(earlier.tables["studies"]) > 0 and earlier.tables["dataset"].loc[0, "version"] == version


def test_an_earlier_version_is_no_part_of_the_pack(folder):
    with_it = read_pack(folder)
    files = pack_files(folder)
    shutil.rmtree(folder / FOLDER)
    without = read_pack(folder)
    assert pack_zip(with_it) == pack_zip(without) and pack_files(folder) == files
    assert older_versions(without) == () and since_the_version_before(without) is None


def test_the_version_before_is_the_latest_and_numbers_count_as_numbers(tmp_path):
    for name in ("2026.9", "2026.10", "2025.12", "2026.11", ".hidden"):
        (tmp_path / FOLDER / name).mkdir(parents=True)
    assert earlier_versions(tmp_path, "2026.11") == ("2026.10", "2026.9", "2025.12")
    assert earlier_versions(tmp_path, "2026.9") == ("2025.12",), "a later one is none before"
    assert earlier_versions(tmp_path / "nowhere", "1") == () == earlier_versions(None, "1")


def test_what_changed_since_the_version_before_is_worked_out_once(folder):
    pack = read_pack(folder)
    found = since_the_version_before(pack)
    assert found is since_the_version_before(pack) and found.old == "2026.1" and found.answer_known
    assert since(pack, "1999") is None and since(pack, "../2026.1") is None


def test_a_pack_from_memory_has_no_version_before():
    assert since_the_version_before(small_pack([{"study_id": "A"}])) is None


def test_a_rule_that_is_younger_than_the_tables_leaves_the_cells_comparable(folder):
    edited(folder / FOLDER / "2026.1", "results", with_cell("study_id", "Hornyak1998", "study_id", "Nobody"))
    found = since_the_version_before(read_pack(folder))
    assert found.opened and not found.answer_known and found.bottom_line == () == found.pools
    assert any(each.file == "earlier/2026.1/results.csv" for each in found.problems)
    assert any(each.table == "studies" for each in found.tables)


def test_a_damaged_earlier_version_is_told_and_nothing_is_concluded(folder):
    (folder / FOLDER / "2026.1" / "studies.csv").write_bytes(b"\xff\xfe")
    pack = read_pack(folder)
    found = since_the_version_before(pack)
    assert not found.opened and found.tables == () and found.problems[0].file == "earlier/2026.1/studies.csv"
    assert tables_of_version(pack, "2026.1") is None


def test_a_folder_that_is_not_named_after_its_data_is_a_problem(folder):
    (folder / FOLDER / "2026.1").rename(folder / FOLDER / "2025.7")
    with pytest.raises(PackError) as raised:
        read_earlier(folder, "2025.7")
    assert raised.value.problems[0].message.kind == "earlier version elsewhere"


def test_a_change_of_an_earlier_version_is_noticed(folder):
    watched = Watched(folder)
    first = watched.now().pack
    assert watched.now().pack is first
    edited(folder / FOLDER / "2026.1", "studies", with_cell("study_id", "Hornyak1998", "n_analysed", "8"))
    assert watched.now().pack is not first
    shutil.rmtree(folder / FOLDER)
    assert since_the_version_before(watched.now().pack) is None


def test_the_file_of_changes_is_made_from_the_folder_again(folder):
    pack = read_pack(folder)
    found = since_the_version_before(pack)
    lines = changes_csv(found, tables_of_version(pack, "2026.1"), pack.tables).decode().splitlines()
    assert lines[0] == "about,table,row,change,column,old,new"
    assert "cell,studies,Hornyak1998,changed,n_analysed,10,9" in lines
    assert "cell,studies,Sinniah,removed,study_id,Sinniah," in lines
    assert any(line.startswith("bottom line,,Studies known,changed,,") for line in lines)


def test_the_file_says_in_the_words_of_the_page_that_the_answer_was_not_worked_out(folder):
    edited(folder / FOLDER / "2026.1", "results", with_cell("study_id", "Hornyak1998", "study_id", "Nobody"))
    pack = read_pack(folder)
    found = since_the_version_before(pack)
    rows = list(csv.DictReader(io.StringIO(changes_csv(found, tables_of_version(pack, "2026.1"), pack.tables).decode())))
    answer = [row for row in rows if row["about"] != "cell"]
    assert [(row["about"], row["change"]) for row in answer] == [
        ("bottom line", "not known"),
        ("pooled result", "not known"),
    ]
    assert all(row["row"].endswith("the older tables are no pack.") and row["row"] in changes_html(found) for row in answer)


def test_the_file_is_not_empty_when_the_older_tables_have_gone_meanwhile(folder):
    pack = read_pack(folder)
    found = since_the_version_before(pack)
    before = changes_csv(found, tables_of_version(pack, "2026.1"), pack.tables).decode().splitlines()
    shutil.rmtree(folder / FOLDER)
    told = changes_csv(found, tables_of_version(pack, "2026.1"), pack.tables).decode().splitlines()
    assert "version 2026.1 were no longer there" in told[1] and ",not known," in told[1]
    assert "cell,studies,Sinniah,removed,,," in told
    known = [line for line in before if ",removed," not in line]
    assert [line for line in told if ",removed," not in line] == [known[0], told[1], *known[1:]]


def test_what_was_worked_out_goes_with_its_pack():
    pack = small_pack([{"study_id": "A"}])
    bottom_line(pack)
    evidence_of(pack, 0.5)
    gone = weakref.ref(pack)
    del pack
    gc.collect()
    assert gone() is None
