"""An upload is read once for as long as the same files lie there, and again when others come."""

from dataclasses import dataclass

import pytest

from evidence.packs.archive import open_upload
from pages.parts import own_table
from tests.hostile import base


@dataclass(frozen=True)
class Uploaded:
    """A file as the browser sent it."""

    file_id: str
    name: str
    data: bytes

    def getvalue(self):
        return self.data


@pytest.fixture
def reads(monkeypatch):
    """The files of each reading."""
    seen: list[list[str]] = []

    def counted(files):
        seen.append(sorted(files))
        return open_upload(files)

    monkeypatch.setattr(own_table, "open_upload", counted)
    monkeypatch.setattr(own_table.st, "session_state", {})
    return seen


def test_the_same_files_are_read_once_and_others_again(reads):
    files = [Uploaded(f"1-{name}", name, data) for name, data in base().items()]
    pack = own_table._outcome(files)
    assert own_table._outcome(files) is pack and len(reads) == 1
    broken = [Uploaded("2", each.name, b"a\n1\n") if each.name == "studies.csv" else each for each in files]
    problems = own_table._outcome(broken)
    assert len(reads) == 2 and own_table._outcome(broken) is problems
    assert any("studies.csv" in each.file for each in problems) and len(reads) == 2
