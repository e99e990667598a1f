"""An upload opens as a pack or says plainly why not; a hostile ZIP does no harm."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from evidence.packs import archive
from evidence.packs.archive import open_upload, unpacked
from evidence.packs.problems import PackError
from evidence.wording.problems import problem_lines

BASE = Path(__file__).parent / "invalid_packs" / "base"
FILES = {path.name: path.read_bytes() for path in sorted(BASE.glob("*.csv"))}


def zipped(entries, compression=zipfile.ZIP_DEFLATED):
    """A ZIP of (name, bytes) pairs; a pair's first part may be a ZipInfo."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", compression) as writer:
        for name, data in entries:
            writer.writestr(name, data)
    return whole.getvalue()


def trouble(data, name="pack.zip"):
    with pytest.raises(PackError) as raised:
        open_upload({name: data})
    return problem_lines(raised.value.problems)


def with_base(*more):
    return zipped([*FILES.items(), *more])


def test_a_zip_opens_as_the_folder_it_was_made_of():
    pack = open_upload({"leaves.zip": zipped(FILES.items())})
    assert pack.name == "leaves"
    assert pack.studies["study_id"].tolist() == ["Ash2010", "Birch2015", "Cedar2016", "Dogwood2018"]


def test_loose_csv_files_open_as_a_pack():
    assert len(open_upload(FILES).results) == 8


def test_one_folder_around_the_files_is_allowed_and_other_files_are_listed():
    data = zipped(
        [
            *((f"pack/{name}", content) for name, content in FILES.items()),
            ("pack/README.md", b"hello"),
            ("__MACOSX/pack/._studies.csv", b"\x00"),
            ("pack/figure.png", b"\x89PNG"),
        ]
    )
    files, ignored = unpacked(data, "pack.zip")
    assert files == FILES
    assert ignored == ("__MACOSX/pack/._studies.csv", "pack/README.md", "pack/figure.png")


@pytest.mark.parametrize(
    "name", ["../studies.csv", "/etc/studies.csv", "a/../../studies.csv", "C:\\studies.csv", "..\\studies.csv"]
)
def test_a_path_that_leads_out_is_refused(name):
    assert "leads out of the ZIP" in trouble(with_base((name, b"x")))


def test_tables_in_several_folders_are_refused():
    assert "all in one folder" in trouble(with_base(("old/studies.csv", b"x")))
    assert "all in one folder" in trouble(zipped([("a/b/studies.csv", b"x")]))


def test_a_link_to_another_file_is_refused():
    link = zipfile.ZipInfo("studies.csv")
    link.external_attr = 0o120777 << 16
    assert "is a link to another file" in trouble(zipped([(link, b"/etc/passwd")]))


def test_an_encrypted_file_is_refused():
    data = bytearray(zipped([("studies.csv", b"x")]))
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    data[6] |= 1
    assert "studies.csv:0:: is encrypted" in trouble(bytes(data))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_file_that_occurs_twice_is_refused():
    assert "holds this file twice" in trouble(with_base(("studies.csv", b"x")))
    assert "holds this file twice" in trouble(with_base(("Studies.CSV", b"x")))


def test_too_many_files_are_refused():
    assert "the ZIP holds 101 files" in trouble(zipped([(f"{number}.txt", b"") for number in range(101)]))


def test_a_bomb_that_declares_its_size_is_refused_without_unpacking():
    assert "unpacks to more than 60 MB" in trouble(zipped([("studies.csv", b"0" * 61_000_000)]))


def test_a_bomb_that_lies_about_its_size_is_stopped_while_reading(monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_UNPACKED", 1_000_000)
    data = bytearray(zipped([("studies.csv", b"0" * 5_000_000)]))
    small = struct.pack("<I", 10)
    data[22:26] = small
    directory = data.index(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = small
    assert "is damaged" in trouble(bytes(data))


def test_many_small_tables_are_counted_together(monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_UNPACKED", 3_000)
    assert "unpacks to more than" in trouble(zipped(FILES.items()))


def test_an_upload_that_is_too_large_is_refused():
    assert "larger than 20 MB" in trouble(b"0" * 20_000_001)
    with pytest.raises(PackError, match="ZIP too large"):
        unpacked(b"0" * 20_000_001, "pack.zip")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_zip_that_was_cut_off_is_damaged(share):
    whole = zipped(FILES.items())
    assert "is damaged or is not a ZIP" in trouble(whole[: int(len(whole) * share)])


def test_a_table_with_a_wrong_checksum_is_damaged():
    data = bytearray(zipped([("studies.csv", b"study_id\nA\n")], zipfile.ZIP_STORED))
    data[data.index(b"study_id") + 2] ^= 1
    assert "is damaged or cut off inside the ZIP" in trouble(bytes(data))


def test_what_is_not_a_zip_is_named_as_such():
    assert "is not a ZIP" in trouble(b"study_id,citation\n")
    assert "is not a ZIP" in trouble(b"")


def test_a_zip_without_tables_says_so():
    assert "holds no CSV files" in trouble(zipped([("README.md", b"x")]))


def test_other_uploads_are_refused_in_words():
    for uploads, words in (
        ({}, "nothing was uploaded; allowed: one ZIP"),
        ({"studies.xlsx": b"x"}, "is not a CSV file or a ZIP; allowed: .csv, .zip"),
        ({"a.zip": b"", "studies.csv": b""}, "comes with other files"),
    ):
        with pytest.raises(PackError) as raised:
            open_upload(uploads)
        assert words in problem_lines(raised.value.problems)


def test_problems_inside_an_uploaded_pack_are_those_of_the_pack():
    broken = {**FILES, "studies.csv": FILES["studies.csv"].decode().replace("Two periods.", "Läufe").encode("latin-1")}
    assert "studies.csv:3:: the file is not UTF-8" in trouble(zipped(broken.items()))


def test_half_a_table_is_reported_at_its_last_row():
    half = {**FILES, "studies.csv": FILES["studies.csv"][:-60]}
    assert "studies.csv:6:: the row has" in trouble(zipped(half.items()))


def test_nothing_is_written_to_disk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    open_upload({"pack.zip": zipped(FILES.items())})
    assert list(tmp_path.iterdir()) == []
