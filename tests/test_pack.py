"""A pack opens typed and whole, or not at all."""

import time
from pathlib import Path

import pandas as pd
import pytest

from evidence.packs.pack import open_pack, read_pack
from evidence.packs.problems import PackError
from evidence.vocabulary.columns import COLUMNS, NUMBER_TYPES, TABLES, columns_of
from evidence.wording.problems import problem_text

ROOT = Path(__file__).resolve().parents[1]
BASE = ROOT / "tests" / "invalid_packs" / "base"


def base_files():
    return {path.name: path.read_bytes() for path in BASE.glob("*.csv")}


def test_every_table_has_every_column_with_its_type_even_when_its_file_is_absent():
    files = base_files() | claims_without_limits()
    del files["limits.csv"]
    pack = open_pack(files, "x")
    assert set(pack.tables) == set(TABLES)
    assert not pack.has("limits") and len(pack.limits) == 0
    for rule in COLUMNS:
        kind = pack.tables[rule.table][rule.column].dtype
        expected = {"number": "float64", "integer": "Int64", "year": "Int64"}.get(rule.type, "str")
        assert kind == expected, (rule.table, rule.column)
    assert all(list(pack.tables[table].columns) == list(columns_of(table)) for table in TABLES)


def claims_without_limits():
    return {"claim_links.csv": base_files()["claim_links.csv"].replace(b"C2,limit,upper level\n", b"")}


def test_empty_cells_stay_empty_and_nothing_is_rounded():
    pack = read_pack(BASE)
    birch = pack.studies.set_index("study_id").loc["Birch2015"]
    assert pd.isna(birch["salt_mg_per_day"]) and pd.isna(birch["doi"])
    assert pack.results.set_index("result_id").loc["birch-responders", "ci_high"] == 2.05
    assert pack.studies["n_enrolled"].tolist() == [60, 30, 12, 100]
    assert pack.studies["pmid"].tolist()[0] == "123456"


def test_the_dataset_is_keys_and_values():
    pack = read_pack(BASE)
    assert pack.dataset["intervention"] == "leaves"
    assert pack.version == "1.0.0"
    assert pack.name == "base"


def test_a_word_that_looks_like_a_gap_is_kept_as_text():
    files = base_files()
    files["studies.csv"] = files["studies.csv"].replace(b"Two periods.", b"None")
    assert open_pack(files, "x").studies["summary"][1] == "None"


def test_a_pack_without_provenance_opens_with_one_warning():
    assert [problem_text(warning) for warning in read_pack(BASE).warnings] == [
        "provenance.csv:0:: warning: no provenance: the pack does not say where its numbers were read"
    ]


def test_problems_are_told_in_the_order_of_files_and_lines():
    files = base_files()
    files["studies.csv"] = files["studies.csv"].replace(b"parallel", b"side by side")
    files["results.csv"] = files["results.csv"].replace(b"3.1,1.9", b"NA,0")
    with pytest.raises(PackError) as raised:
        open_pack(files, "x")
    places = [(problem.file, problem.line, problem.column) for problem in raised.value.problems]
    assert places == sorted(places)
    assert str(raised.value).count("\n") + 1 == len(places)


def test_the_same_bytes_in_another_line_ending_are_the_same_pack():
    windows = {name: data.replace(b"\n", b"\r\n") for name, data in base_files().items()}
    assert open_pack(windows, "x").results.equals(read_pack(BASE).results)


def test_the_same_bytes_after_the_byte_order_mark_of_excel_are_the_same_pack():
    marked = open_pack({name: b"\xef\xbb\xbf" + data for name, data in base_files().items()}, "base")
    plain = read_pack(BASE)
    assert all(marked.tables[table].equals(plain.tables[table]) for table in TABLES)
    assert marked.warnings == plain.warnings


def test_a_folder_that_is_not_there_is_a_problem_in_words():
    with pytest.raises(PackError, match="no such folder") as raised:
        read_pack(BASE / "nowhere")
    assert "there is no such folder; a pack is" in problem_text(raised.value.problems[0])


def test_what_a_program_logs_of_a_broken_pack_names_place_kind_and_value():
    files = base_files()
    files["studies.csv"] = files["studies.csv"].replace(b"parallel", b"side by side", 1)
    with pytest.raises(PackError, match=r"studies\.csv:2:structure: error: unknown word: 'side by side'"):
        open_pack(files, "x")


def test_opening_changes_nothing_in_the_folder():
    before = {path: path.stat().st_mtime_ns for path in BASE.iterdir()}
    read_pack(BASE)
    assert {path: path.stat().st_mtime_ns for path in BASE.iterdir()} == before


def test_ten_thousand_results_open_in_seconds():
    files = base_files()
    header = files["results.csv"].decode().splitlines()[0]
    row = ",Ash2010,pain,between groups,placebo,8,final,3.1,1.9,29,4.2,2.1,29"
    files["results.csv"] = "\n".join([header, *(f"r{number}{row},,,,,,,,," for number in range(10_000))]).encode()
    start = time.process_time()
    assert len(open_pack(files, "x").results) == 10_000
    assert time.process_time() - start < 10


def test_ten_thousand_dangling_results_are_reported_in_seconds_too():
    files = base_files()
    header = files["results.csv"].decode().splitlines()[0]
    row = ",pain,between groups,placebo,8,final,NA,1.9,29,4.2,2.1,29"
    files["results.csv"] = "\n".join([header, *(f"r{n},s{n}{row},,,,,,,,," for n in range(10_000))]).encode()
    start = time.process_time()
    with pytest.raises(PackError) as raised:
        open_pack(files, "x")
    assert time.process_time() - start < 10
    assert 2_000 <= len(raised.value.problems) < 2_100


def test_numbers_of_the_shipped_pack_are_numbers():
    pack = read_pack(ROOT / "data")
    for rule in COLUMNS:
        if rule.type in NUMBER_TYPES:
            values = pack.tables[rule.table][rule.column].dropna()
            assert all(isinstance(value, int | float) for value in values.tolist())
