"""docs/openapi.json is valid, tells of every address there is, and every address answers as it says.

tests/oracles/openapi-3.1.json is the schema that the OpenAPI Initiative publishes for such files (Apache License 2.0).
"""

import json
import re

import pytest
from jsonschema import Draft202012Validator

from evidence.downloads.converted import CONVERTED
from evidence.downloads.effects_table import PRINTED
from evidence.downloads.exports import FORMATS
from evidence.facts.selection import FILTER_NAMES
from pages.parts.serve.api import ROUTES
from tests.asking import ask
from tests.conftest import ROOT

DESCRIBED = json.loads((ROOT / "docs" / "openapi.json").read_text(encoding="utf-8"))
OFFICIAL = json.loads((ROOT / "tests" / "oracles" / "openapi-3.1.json").read_text(encoding="utf-8"))
NEEDED = {"/api/pooled": "?outcome=IRLS", "/api/pooled.json": "?outcome=IRLS"}
SLOW = ("pptx", "zip", "-pdf")
"""Formats made of other ones; tests of their own open them."""


def resolved(part):
    """The part a reference leads to; itself when it is none."""
    while "$ref" in part:
        found = DESCRIBED
        for name in part["$ref"].removeprefix("#/").split("/"):
            found = found[name]
        part = found
    return part


def parameters(operation):
    return [resolved(each) for each in operation.get("parameters", ())]


def addresses():
    """Every address described, with the values its path may take, and what is done there."""
    for path, item in DESCRIBED["paths"].items():
        operation = resolved(item)["get"]
        (name, *none) = re.findall(r"\{(\w+)\}", path) or [""]
        assert not none
        values = next((each["schema"]["enum"] for each in parameters(operation) if each["name"] == name), [""])
        yield from ((path.replace(f"{{{name}}}", value), operation) for value in values)


ADDRESSES = dict(addresses())


def assert_fits(answer, described, address):
    """An answer as one of the described: its headers, its kind and what it holds."""
    for name, header in described.get("headers", {}).items():
        said = resolved(header)
        assert name in answer.headers or not said.get("required"), (address, name)
        Draft202012Validator(said["schema"]).validate(answer.headers[name])
    if "content" not in described:
        assert answer.body == b"", address
        return
    kind = answer.headers["Content-Type"]
    assert kind in described["content"], (address, kind)
    if "schema" in described["content"][kind] and kind == "application/json":
        schema = {**described["content"][kind]["schema"], "components": DESCRIBED["components"]}
        Draft202012Validator(schema).validate(answer.json)


@pytest.fixture(autouse=True)
def shipped_pack_served(monkeypatch):
    monkeypatch.delenv("EVIDENCE_PACK", raising=False)


def test_the_description_is_valid_openapi():
    Draft202012Validator(OFFICIAL).validate(DESCRIBED)
    for schema in DESCRIBED["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    for reference in re.findall(r'"\$ref": "([^"]+)"', json.dumps(DESCRIBED)):
        assert resolved({"$ref": reference})


def test_the_official_schema_would_find_a_fault():
    assert not Draft202012Validator(OFFICIAL).is_valid({**DESCRIBED, "paths": {"api": {}}})
    assert not Draft202012Validator(OFFICIAL).is_valid({**DESCRIBED, "info": {}})


def test_every_address_of_the_program_is_described_and_no_other():
    routes = {route.path for route in ROUTES} - {"/api/{rest:path}"}
    routes = (routes - {"/api/export/{kind}"}) | {f"/api/export/{kind}" for kind in (*FORMATS, *CONVERTED)}
    assert set(ADDRESSES) == routes


def test_filters_and_columns_described_are_those_there_are():
    for table in ("studies", "results", "effects", "pooled"):
        names = {each["name"] for each in parameters(ADDRESSES[f"/api/{table}"]) if each["in"] == "query"}
        assert names == {*FILTER_NAMES, "version"}
    effects = DESCRIBED["components"]["schemas"]["Effects"]["properties"]["rows"]["items"]
    assert tuple(effects["properties"]) == PRINTED


@pytest.mark.parametrize("address", [each for each in ADDRESSES if not each.endswith(SLOW)])
def test_every_address_answers_as_described(address):
    responses = ADDRESSES[address]["responses"]
    answer = ask(address + NEEDED.get(address, ""))
    assert str(answer.status) in responses and answer.status in (200, 308)
    assert_fits(answer, resolved(responses[str(answer.status)]), address)
    if "ETag" in answer.headers:
        again = ask(address + NEEDED.get(address, ""), headers={"If-None-Match": answer.headers["ETag"]})
        assert_fits(again, resolved(responses[str(again.status)]), address)


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_refusal_is_described(address, monkeypatch, tmp_path):
    monkeypatch.setattr("pages.parts.serve.api.offered", lambda: tuple(CONVERTED))
    responses = ADDRESSES[address]["responses"]
    if "400" in responses:
        answer = ask(f"{address}?nonsense=1")
        assert answer.status == 400
        assert_fits(answer, resolved(responses["400"]), address)
    if "404" in responses:
        assert_fits(ask("/api/export/nothing"), resolved(responses["404"]), address)
    if "503" in responses:
        monkeypatch.setenv("EVIDENCE_PACK", str(tmp_path))
        answer = ask(address + NEEDED.get(address, ""))
        assert answer.status == 503
        assert_fits(answer, resolved(responses["503"]), address)


@pytest.mark.parametrize("folder", ["examples/bcg", "tests/packs/headache"])
def test_pooled_results_and_reasons_are_as_described(folder, monkeypatch):
    monkeypatch.setenv("EVIDENCE_PACK", str(ROOT / folder))
    for row in ask("/api/outcomes").json["rows"]:
        answer = ask(f"/api/pooled?outcome={row['outcome'].replace(' ', '+')}")
        assert_fits(answer, resolved(ADDRESSES["/api/pooled"]["responses"]["200"]), folder)
    for address in ("/api/studies", "/api/results", "/api/effects"):
        assert_fits(ask(address), resolved(ADDRESSES[address]["responses"]["200"]), address)
