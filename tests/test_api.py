"""Plain addresses: a program gets what the page shows and the command line prints, or the reason why not."""

import csv
import io
import json
from dataclasses import replace

import pytest

from evidence.__main__ import main
from evidence.downloads.plain_tables import plain_csv, plain_json
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.vocabulary.columns import NUMBER_TYPES, columns_of
from tests.asking import ask
from tests.conftest import ROOT

BCG, HEADACHE = ROOT / "examples" / "bcg", ROOT / "tests" / "packs" / "headache"
FILTERS = "design=randomised+trial&year=2000&year=2020&r=0.7"
OPTIONS = ("--design", "randomised trial", "--year", "2000", "--year", "2020", "--r", "0.7")


@pytest.fixture(autouse=True)
def pack_of_the_installation(monkeypatch):
    """Which pack is served; the shipped one unless a test says otherwise."""
    monkeypatch.delenv("EVIDENCE_PACK", raising=False)
    return lambda folder: monkeypatch.setenv("EVIDENCE_PACK", str(folder))


def rows_of(address):
    answer = ask(address)
    assert answer.status == 200
    return list(csv.DictReader(io.StringIO(answer.body.decode("utf-8"))))


def printed(capsys, *arguments):
    assert main(arguments) == 0
    return capsys.readouterr().out.encode("utf-8")


@pytest.mark.parametrize(("table", "key"), [("studies", "study_id"), ("results", "result_id"), ("effects", "result_id")])
def test_a_table_holds_what_the_filters_of_the_page_leave(table, key, shipped):
    view = evidence_in_view(shipped, Selection(design=("randomised trial",), year=(2000, 2020), r=0.7))
    wanted = [getattr(each, key) for each in (view.study_rows if table == "studies" else view.result_rows)]
    assert 0 < len(wanted) < len(shipped.tables["studies" if table == "studies" else "results"])
    assert [row[key] for row in rows_of(f"/api/{table}.csv?{FILTERS}")] == wanted
    assert [row[key] for row in ask(f"/api/{table}.json?{FILTERS}").json["rows"]] == wanted


@pytest.mark.parametrize("folder", [None, BCG, HEADACHE], ids=["data", "bcg", "headache"])
def test_json_and_csv_hold_the_same_and_a_gap_stays_a_gap(folder, pack_of_the_installation):
    if folder:
        pack_of_the_installation(folder)
    for address in ask("/api/").json["addresses"]:
        name, _, ending = address.partition(".")
        if ending != "csv":
            continue
        lines, whole = rows_of(f"/api/{address}"), ask(f"/api/{name}").json
        assert whole == ask(f"/api/{name}.json").json and whole["table"] == name
        assert len(lines) == len(whole["rows"]) > 0
        for line, row in zip(lines, whole["rows"], strict=True):
            assert list(line) == list(row)
            for column, value in row.items():
                same = line[column] == ("" if value is None else value)
                assert same or float(line[column]) == value, (name, column)


def test_numbers_are_numbers_and_counts_are_whole():
    for table in ("studies", "results"):
        rules = columns_of(table)
        for row in ask(f"/api/{table}").json["rows"]:
            for column, value in row.items():
                wanted = (int, float) if rules[column].type in NUMBER_TYPES else str
                assert value is None or isinstance(value, wanted)
                assert value is None or rules[column].type not in ("integer", "year") or isinstance(value, int)


@pytest.mark.parametrize(("query", "options"), [("", ()), ("?" + FILTERS, OPTIONS)])
def test_effects_are_those_of_the_command_line_byte_for_byte(query, options, capsys):
    assert ask(f"/api/effects.csv{query}").body == printed(capsys, "effects", str(ROOT / "data"), *options)


@pytest.mark.parametrize(
    ("folder", "outcome", "pooled"), [(BCG, "tuberculosis", True), (HEADACHE, "migraine days", False)], ids=["yes", "no"]
)
def test_the_pooled_result_or_the_reasons_are_those_of_the_command_line(
    folder, outcome, pooled, capsys, pack_of_the_installation
):
    pack_of_the_installation(folder)
    answer = ask(f"/api/pooled?outcome={outcome.replace(' ', '+')}")
    assert answer.body == printed(capsys, "pool", str(folder), "--outcome", outcome)
    assert answer.json["pooled"] is pooled and (pooled or len(answer.json["reasons"]) > 2)


def test_filters_reach_the_pooled_result(pack_of_the_installation):
    pack_of_the_installation(BCG)
    assert ask("/api/pooled?outcome=tuberculosis").json["k"] == 13
    assert ask("/api/pooled?outcome=tuberculosis&design=randomised+trial").json["k"] == 7


def test_the_data_package_is_that_of_the_pack_and_its_paths_lead_to_tables_with_the_columns_it_describes():
    answer = ask("/api/datapackage.json")
    assert answer.body == (ROOT / "data" / "datapackage.json").read_bytes()
    assert len(answer.json["resources"]) == 16
    for resource in answer.json["resources"]:
        fields = [field["name"] for field in resource["schema"]["fields"]]
        header = ask(f"/api/{resource['path']}").body.decode("utf-8").splitlines()[0]
        assert next(csv.reader([header])) == fields


def test_a_text_that_a_spreadsheet_would_run_is_made_harmless_in_csv_and_kept_in_json(headache):
    """A pack with such a text does not open; this is the second lock."""
    studies = headache.studies.assign(summary="=1+1", funding="@here")
    view = evidence_in_view(replace(headache, tables={**headache.tables, "studies": studies}), Selection())
    row = next(csv.DictReader(io.StringIO(plain_csv(view, "studies").decode("utf-8"))))
    assert (row["summary"], row["funding"]) == ("'=1+1", "'@here")
    assert json.loads(plain_json(view, "studies"))["rows"][0]["summary"] == "=1+1"


def test_every_address_of_the_index_answers():
    addresses = ask("/api/").json["addresses"]
    assert {"studies.csv", "results.json", "effects.csv", "guidelines.json", "datapackage.json"} <= set(addresses)
    for address in addresses:
        if address not in ("pooled.json", "export/pptx", "export/zip"):
            assert ask(f"/api/{address}").status == 200, address
    assert ask("/api").headers["Location"] == "api/"


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("studies?design=randomized", ["randomized", "randomised trial"]),
        ("studies.csv?desing=randomised+trial", ["desing", "design"]),
        ("effects?r=0.9", ["0.9", "0.8"]),
        ("results?year=1066", ["1066"]),
        ("results?outcome=IRLS&outcome=wake+time", ["outcome", "2"]),
        ("studies?version=1", ["1", "2026.2"]),
        ("guidelines?design=randomised+trial", ["guidelines", "design"]),
        ("datapackage?year=2020", ["year"]),
        ("export/csv?format=csv", ["format"]),
        ("pooled", ["IRLS"]),
        ("pooled?outcome=", ["IRLS"]),
        ("pooled?outcome=x", ["x", "IRLS"]),
        ("?a=1", ["a"]),
    ],
)
def test_what_is_not_understood_is_refused_and_named(address, named):
    answer = ask(f"/api/{address}")
    assert answer.status == 400 and list(answer.json) == ["problems"]
    assert len(answer.json["problems"]) == 1 and all(each in answer.json["problems"][0] for each in named)


def test_all_problems_of_an_address_are_told_at_once():
    assert len(ask("/api/studies?design=a&compound=b&r=2&x=1&version=0").json["problems"]) == 5


@pytest.mark.parametrize("address", ["nothing", "studies/", "studies.xml", "pooled.csv", "studies/Jadidi2022", "a/b/c"])
def test_an_unknown_address_is_told_with_the_known_ones(address):
    answer = ask(f"/api/{address}")
    assert answer.status == 404 and "effects.csv" in answer.json["problems"][0]


def test_a_table_the_pack_came_without_is_not_there(pack_of_the_installation):
    pack_of_the_installation(BCG)
    assert ask("/api/claims").status == 404 and "claims.csv" not in ask("/api/").json["addresses"]
