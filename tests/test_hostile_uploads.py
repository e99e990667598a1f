"""A hostile upload is refused or read within 3 seconds of the processor and 200 MB, and others are answered meanwhile."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile import UPLOADS

ROOT = Path(__file__).resolve().parents[1]
SECONDS, MEGABYTES, LONGEST_PAUSE = 3, 200, 1

SAID = {
    "100,000 columns": "studies.csv:1:: the table has 100,000 columns; allowed: up to 100",
    "10,000 columns in many rows": "studies.csv:1:: the table has 10,000 columns; allowed: up to 100",
    "a file of commas": "studies.csv:1:: the row that starts here has more than 1,000,000 characters",
    "a million studies": "the upload is larger than 20 MB",
    "a million short rows": "studies.csv:2:: the row has 1 cell",
    "a million empty rows": "studies.csv:2:: the row is empty",
    "a million blank lines": "",
    "200,000 results in a ZIP": "with this table the pack has more than 1,500,000 cells",
    "a million rows of provenance": "provenance.csv:100002:: the table has more than 100,000 rows; none of it was read",
    "a million times one study": "studies.csv:40542:: with this table the pack has more than 1,500,000 cells",
    "a million keys": "dataset.csv:100002:: the table has more than 100,000 rows",
    "an error in each cell of 20,000 studies": "there are more problems of this kind; the first 1,000 are listed",
    "40,000 results with a reference into nowhere": "there are more problems of this kind; the first 1,000 are listed",
    "a cell of 50 MB in a ZIP": "limits.csv:0:: the file is larger than 40 MB",
    "a cell of 18 MB": "limits.csv:2:: the row that starts here has more than 1,000,000 characters",
    "a cell of six million lines": "limits.csv:2:: the row that starts here has more than 1,000,000 characters",
    "a row of quoted line ends": "limits.csv:1:: the row that starts here has more than 1,000,000 characters",
    "100 MB in a ZIP": "hostile.zip:0:: the ZIP unpacks to more than 60 MB",
    "a ZIP in which a ZIP of zeros lies": "the ZIP holds no CSV files",
    "a ZIP of 100,000 entries": "hostile.zip:0:: the ZIP holds 100,000 files; allowed: up to 100",
    "a thousand files": "upload:0:: 1,000 files were uploaded; allowed: up to 100",
    "20,000 results with small SDs": "",
}
"""What stands in one of the problems; nothing where the pack opens."""


def test_every_hostile_upload_has_what_is_said_about_it():
    assert SAID.keys() == UPLOADS.keys()


@pytest.mark.parametrize("name", SAID)
def test_a_hostile_upload_is_refused_or_read_in_time_and_memory_while_others_are_answered(name):
    command = [sys.executable, "-m", "tests.hostile", name]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=True)
    found = json.loads(done.stdout)
    assert found["seconds"] <= SECONDS
    assert found["megabytes"] <= MEGABYTES
    assert found["longest pause of another thread"] <= LONGEST_PAUSE
    if SAID[name]:
        assert not found["opened"]
        assert any(SAID[name] in line for line in found["problems"]), found["problems"][:5]
    else:
        assert found["opened"], found["problems"][:5]
