"""What is taken away opens again as the same pack, and notes are shown as text."""

import pytest

from evidence.packs.archive import open_upload
from evidence.packs.pack_files import pack_zip, table_file, tables_of
from evidence.packs.pack_notes import blocks, pieces, read_note
from evidence.wording.html import render


@pytest.mark.parametrize("name", ["shipped", "headache", "bcg"])
def test_the_zip_of_a_pack_opens_as_the_same_pack(request, name):
    pack = request.getfixturevalue(name)
    again = open_upload({"again.zip": pack_zip(pack)})
    for table in tables_of(pack):
        assert again.tables[table].equals(pack.tables[table]), table
    assert again.present == pack.present


def test_the_same_pack_gives_the_same_bytes(headache):
    assert pack_zip(headache) == pack_zip(headache)


def test_the_dataset_is_written_key_by_key(headache):
    assert table_file(headache, "dataset").startswith(b"key,value\r\n")


def test_notes_become_headings_lists_and_paragraphs():
    found = blocks("# Title\n\nFirst line\nsecond line\n\n## Rules\n- one\n- two\n  goes on\n\n1. a\n2. b")
    assert [(each.kind, each.lines) for each in found] == [
        ("heading", ("Title",)),
        ("paragraph", ("First line second line",)),
        ("heading", ("Rules",)),
        ("list", ("one", "two goes on")),
        ("list", ("a", "b")),
    ]


def test_markup_in_a_note_is_shown_and_never_run():
    html = render("note.html", blocks=blocks("<img src=x onerror=alert(1)> and [link](javascript:x)"), pieces=pieces)
    assert "<img" not in html and "&lt;img" in html and "href" not in html


def test_strong_words_and_code_are_told_apart():
    assert pieces("a **b** `c` d") == (("plain", "a "), ("strong", "b"), ("plain", " "), ("code", "c"), ("plain", " d"))


def test_a_note_that_is_absent_or_not_text_is_empty(tmp_path):
    assert read_note(tmp_path, "README.md") == ()
    (tmp_path / "README.md").write_bytes(b"\xff\xfe\x00")
    assert read_note(tmp_path, "README.md") == ()
