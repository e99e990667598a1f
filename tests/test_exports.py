"""The download button and the command line give the same bytes, under a name that tells what they are."""

import csv
import io

import pytest

from evidence.__main__ import main
from evidence.downloads.exports import FORMATS, export, export_name
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.packs.pack import read_pack
from evidence.vocabulary.columns import REQUIRED_TABLES
from tests.conftest import ROOT
from tests.export_views import view_of

HEADACHE = ROOT / "tests" / "packs" / "headache"
FILTERS = [
    ((), Selection()),
    (("--design", "randomised trial", "--r", "0.7"), Selection(design=("randomised trial",), r=0.7)),
    (("--outcome", "migraine days", "--results", "all"), Selection(outcome="migraine days", results="all")),
]


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize(("options", "selection"), FILTERS)
def test_the_command_line_writes_the_bytes_of_the_download(kind, options, selection, tmp_path):
    view = evidence_in_view(read_pack(HEADACHE), selection)
    file = tmp_path / "saved"
    assert main(["export", str(HEADACHE), "--format", kind, "--output", str(file), *options]) == 0
    assert file.read_bytes() == export(view, kind).content


def test_a_folder_gets_the_file_under_its_download_name(tmp_path):
    assert main(["export", str(HEADACHE), "--format", "ris", "--output", str(tmp_path)]) == 0
    view = evidence_in_view(read_pack(HEADACHE), Selection())
    assert [file.name for file in tmp_path.iterdir()] == [export_name(view, "ris")[0]]


def test_standard_output_gets_the_bytes_and_nothing_else(capsysbinary):
    assert main(["export", str(HEADACHE), "--format", "csv", "--output", "-"]) == 0
    said = capsysbinary.readouterr()
    assert said.out == export(evidence_in_view(read_pack(HEADACHE), Selection()), "csv").content
    assert said.err == b""


def test_what_was_written_is_said_on_the_error_stream(tmp_path, capsys):
    main(["export", str(HEADACHE), "--format", "csv", "--output", str(tmp_path / "a.csv"), "--design", "before-after"])
    said = capsys.readouterr()
    assert said.out == ""
    assert "a.csv: 1 of 7 studies" in said.err


def test_an_unknown_filter_value_is_an_error_that_lists_the_known_ones(tmp_path, capsys):
    file = tmp_path / "a.csv"
    assert main(["export", str(HEADACHE), "--format", "csv", "--output", str(file), "--design", "RCT"]) == 2
    assert "randomised trial" in capsys.readouterr().err
    assert not file.exists()


def test_an_unknown_format_is_an_error_that_lists_the_known_ones(tmp_path, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["export", str(HEADACHE), "--format", "exe", "--output", str(tmp_path / "a.exe")])
    assert stopped.value.code == 2
    assert "xlsx" in capsys.readouterr().err
    known = "csv, csv-semicolon, xlsx, ris, bib, r, pptx, html, svg, pdf, png, consultation, minutes, minutes-md, zip"
    with pytest.raises(ValueError, match=known):
        export(view_of(), "exe")


def test_a_place_that_cannot_be_written_is_an_error_in_words(tmp_path, capsys):
    assert main(["export", str(HEADACHE), "--format", "csv", "--output", str(tmp_path / "none" / "a.csv")]) == 1
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize("kind", FORMATS)
def test_a_download_has_a_name_with_its_ending_and_a_type(kind):
    download = export(view_of(), kind)
    assert (download.file_name, download.mime) == export_name(view_of(), kind)
    assert download.file_name.lower().endswith(f".{FORMATS[kind][0]}".lower())
    assert "/" in download.mime


@pytest.mark.parametrize("kind", FORMATS)
def test_an_empty_view_can_be_saved_and_its_name_says_so(kind):
    assert "_no-studies." in export(view_of(design=("case report",)), kind).file_name


def test_an_empty_view_is_a_header_and_nothing_else():
    rows = list(csv.reader(io.StringIO(export(view_of(design=("case report",)), "csv").content.decode(), newline="")))
    assert len(rows) == 1
    assert rows[0][0] == "study_id"


@pytest.mark.parametrize("kind", FORMATS)
def test_the_shipped_pack_can_be_saved_whole_and_filtered(kind, shipped):
    for outcome in ("", *shipped.outcomes["outcome"].head(2)):
        view = evidence_in_view(shipped, Selection(outcome=outcome))
        assert export(view, kind).content == export(view, kind).content


def test_the_shipped_table_has_a_row_for_every_result_and_every_study(shipped):
    view = evidence_in_view(shipped, Selection())
    rows = list(csv.DictReader(io.StringIO(export(view, "csv").content.decode(), newline="")))
    assert [row["result_id"] for row in rows if row["result_id"]] != []
    assert {row["result_id"] for row in rows if row["result_id"]} == set(shipped.results["result_id"])
    assert list(dict.fromkeys(row["study_id"] for row in rows)) == list(shipped.studies["study_id"])


def test_a_pack_of_the_least_tables_can_be_saved(tmp_path):
    for table in REQUIRED_TABLES:
        (tmp_path / f"{table}.csv").write_bytes((HEADACHE / f"{table}.csv").read_bytes())
    assert main(["export", str(tmp_path), "--format", "zip", "--output", str(tmp_path / "all.zip")]) == 0
