"""`python -m evidence check` says all there is to say, one line each, and its exit status can be relied on."""

import subprocess
import sys
from pathlib import Path

import pytest

from evidence.__main__ import main
from evidence.wording.language import speaking
from tests.pseudo import Pseudo, undone

ROOT = Path(__file__).resolve().parents[1]
PACKS = ROOT / "tests" / "invalid_packs"


def run(*arguments, **environment):
    command = [sys.executable, "-m", "evidence", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=environment or None)


def test_a_sound_pack_is_summed_up_in_one_line_and_the_status_is_zero(capsys):
    assert main(["check", str(ROOT / "examples" / "bcg")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1].startswith("bcg: version ") and "no errors" in lines[-1] and "studies 13" in lines[-1]


def test_warnings_are_listed_and_do_not_change_the_status(capsys):
    assert main(["check", str(PACKS / "base")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("provenance.csv:0:: warning: no provenance")
    assert "1 warning" in lines[-1]


def test_every_problem_is_a_line_with_file_line_and_column_and_the_status_is_one(tmp_path, capsys):
    for path in (PACKS / "base").glob("*.csv"):
        broken = PACKS / "not_a_number" / path.name
        (tmp_path / path.name).write_bytes((broken if broken.exists() else path).read_bytes())
    assert main(["check", str(tmp_path)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "results.csv:2:mean_1: 'NA' is not a number; leave the cell empty when the value is not known; " in lines[1]
    assert len(lines) == 15


def test_the_pack_comes_from_the_argument_then_the_environment_then_data(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("EVIDENCE_PACK", "examples/bcg")
    main(["check"])
    assert capsys.readouterr().out.splitlines()[-1].startswith("bcg:")
    main(["check", "tests/packs/headache"])
    assert capsys.readouterr().out.splitlines()[-1].startswith("headache:")
    monkeypatch.delenv("EVIDENCE_PACK")
    main(["check"])
    assert capsys.readouterr().out.splitlines()[-1].startswith("data:")


def test_a_folder_that_is_not_there_is_said_so(capsys):
    assert main(["check", "no/such/folder"]) == 1
    assert "there is no such folder" in capsys.readouterr().out


def test_it_runs_as_a_program_with_the_same_status():
    assert run("check", "examples/bcg").returncode == 0
    assert run("check", "tests/invalid_packs/header_only").returncode == 1


def test_a_command_that_is_not_known_is_status_two_and_lists_the_commands():
    said = run("chekc")
    assert said.returncode == 2
    assert "'check'" in said.stderr and "'datapackage'" in said.stderr


@pytest.mark.parametrize("command", ["check", "datapackage"])
def test_every_command_explains_itself(command, capsys):
    with pytest.raises(SystemExit) as raised:
        main([command, "--help"])
    assert raised.value.code == 0
    assert "PACK" in capsys.readouterr().out


@pytest.mark.parametrize("folder", ["tests/cases/c08_rob_overall", "tests/invalid_packs/base"])
def test_in_another_language_the_same_lines_are_told_in_other_words(folder, capsys):
    status = main(["check", str(ROOT / folder)])
    english = capsys.readouterr().out
    with speaking(Pseudo()):
        assert main(["check", str(ROOT / folder)]) == status
    foreign = capsys.readouterr().out
    assert undone(foreign) == english
    assert english != foreign and not any(words in foreign for words in ("the worst domain", "does not say", "no errors"))
