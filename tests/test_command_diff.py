"""diff and agree on the command line: what they print, what they write, and how they tell what is wrong."""

import pytest

from evidence.__main__ import main
from evidence.packs.pack import read_pack
from evidence.packs.pack_files import pack_zip
from evidence.wording.language import speaking
from tests.conftest import ROOT
from tests.pseudo import Pseudo, undone
from tests.two_versions import FIRST, edited, next_version, with_cell

DATA = str(FIRST)
BROKEN = str(ROOT / "tests" / "invalid_packs" / "header_only")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("next") / "pack"
    next_version(place)
    return place


def test_diff_tells_tables_rows_cells_and_the_answer(folder, capsys):
    assert main(["diff", DATA, str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"From {DATA} (version 2026.1) to {folder} (version next)"
    assert any(line.startswith("studies: 42 to 42 rows; 1 added, 1 removed, 1 changed (1 cell)") for line in lines)
    assert "    n_analysed: 10 people → 9 people" in lines and "    strength: (empty) → strong" in lines
    assert "  added: Added2026" in lines and "  removed: Sinniah" in lines
    assert "Effect on the bottom line" in lines and "  No pooled result changes." in lines
    assert any(line.startswith("  Studies known: In this condition we found ") for line in lines)


def test_diff_of_a_pack_with_itself_says_so(capsys):
    assert main(["diff", DATA, DATA]) == 0
    assert "The tables say the same." in capsys.readouterr().out


def test_a_zip_is_a_pack_too_and_the_csv_goes_where_it_is_asked(folder, tmp_path, capsysbinary):
    archive = tmp_path / "old.zip"
    archive.write_bytes(pack_zip(read_pack(DATA)))
    assert main(["diff", str(archive), str(folder), "--csv", str(tmp_path / "changes.csv")]) == 0
    capsysbinary.readouterr()
    assert main(["diff", DATA, str(folder), "--csv", "-"]) == 0
    assert capsysbinary.readouterr().out == (tmp_path / "changes.csv").read_bytes()


def test_problems_of_either_side_are_told_with_their_place(tmp_path, capsys):
    for command in ("diff", "agree"):
        assert main([command, BROKEN, str(tmp_path / "nowhere")]) == 1
        said = capsys.readouterr()
        assert said.out == ""
        assert f"{BROKEN}/outcomes.csv:1:: " in said.err and f"{tmp_path}/nowhere:0:: there is no such folder" in said.err


def test_a_file_that_cannot_be_written_is_status_one(folder, tmp_path, capsys):
    assert main(["diff", DATA, str(folder), "--csv", str(tmp_path / "no" / "file.csv")]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_agree_tells_each_column_and_writes_what_is_to_settle(folder, tmp_path, capsys):
    second = tmp_path / "second"
    second.mkdir()
    for path in FIRST.glob("*.csv"):
        (second / path.name).write_bytes(path.read_bytes())
    edited(second, "claims", lambda rows: with_cell("claim_id", rows[0]["claim_id"], "verdict", "unverifiable")(rows))
    edited(second, "studies", with_cell("study_id", "Hornyak1998", "journal", ""))
    assert main(["agree", DATA, str(second), "--out", str(tmp_path / "settle.csv")]) == 0
    out = capsys.readouterr().out
    assert "studies: 42 rows in both, 0 only in the first, 0 only in the second" in out
    assert "  journal: 32 of 32 agree (100.0%); missing in the first 0, in the second 1" in out
    assert "  verdict: 51 of 52 agree (98.1%)" in out and "2 disagreements to settle." in out
    assert "Fleiss, Cohen and Everitt 1969" in out
    assert len((tmp_path / "settle.csv").read_text(encoding="utf-8").splitlines()) == 3


@pytest.mark.parametrize("command", ["diff", "agree"])
def test_in_another_language_the_same_lines_are_told_in_other_words(command, folder, tmp_path, capsys):
    main([command, DATA, str(folder), "--csv" if command == "diff" else "--out", str(tmp_path / "english.csv")])
    english = capsys.readouterr().out
    with speaking(Pseudo()):
        main([command, DATA, str(folder), "--csv" if command == "diff" else "--out", str(tmp_path / "foreign.csv")])
    foreign = capsys.readouterr().out
    assert undone(foreign) == english != foreign
    assert (tmp_path / "english.csv").read_bytes() == (tmp_path / "foreign.csv").read_bytes()


@pytest.mark.parametrize("command", ["diff", "agree"])
def test_both_commands_explain_themselves(command, capsys):
    with pytest.raises(SystemExit):
        main([command, "--help"])
    assert "ZIP" in capsys.readouterr().out
