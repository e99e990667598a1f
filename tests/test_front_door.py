"""The way in from Python does what the README says, and what the command line does."""

import csv
import io
import re
from pathlib import Path

import pytest

import evidence
from evidence.__main__ import main
from evidence.downloads.exports import FORMATS
from evidence.front_door import Seen

ROOT = Path(__file__).resolve().parents[1]


def test_the_lines_of_the_readme_run(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    code = re.search(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)[1]
    assert len(code.strip().splitlines()) == 5
    exec(compile(code, "README.md", "exec"), {})
    assert "RoguinMaor2017" in capsys.readouterr().out


def test_effects_are_those_of_the_command_line(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    assert main(["effects", "data", "--design", "randomised trial", "--r", "0.8"]) == 0
    printed = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    table = evidence.open("data").view(design=["randomised trial"], r=0.8).effects()
    assert [row["result_id"] for row in printed] == list(table["result_id"])
    for row, estimate in zip(printed, table["estimate"], strict=True):
        assert (row["estimate"] == "") == bool(estimate != estimate)
        assert row["estimate"] == "" or float(row["estimate"]) == estimate


def test_an_unknown_value_and_an_unknown_filter_are_errors():
    pack = evidence.open(ROOT / "data")
    with pytest.raises(ValueError, match="randomized"):
        pack.view(design="randomized")
    with pytest.raises(ValueError, match="desing"):
        pack.view(desing="randomised trial")


def test_every_format_is_named_where_a_program_looks_for_it():
    assert [kind for kind in FORMATS if not re.search(rf"\b{kind}\b(?!-)", Seen.export.__doc__)] == []
