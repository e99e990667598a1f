"""The Frictionless description of a pack says what its tables hold, and is current."""

import json
import shutil
from pathlib import Path

import pytest

from evidence.__main__ import main
from evidence.packs.datapackage import FILE, datapackage, datapackage_text, pack_files
from evidence.packs.pack import read_pack
from evidence.vocabulary.columns import columns_of

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("folder", ["data", "examples/bcg"])
def test_the_description_in_the_folder_is_current(folder):
    place = ROOT / folder
    assert (place / FILE).read_text(encoding="utf-8") == datapackage_text(read_pack(place), pack_files(place))


def test_every_table_is_described_with_its_own_columns_in_order():
    place = ROOT / "examples" / "bcg"
    described = datapackage(read_pack(place), pack_files(place))
    fields = {each["name"]: [field["name"] for field in each["schema"]["fields"]] for each in described["resources"]}
    assert fields["studies"] == (place / "studies.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
    assert fields["dataset"] == ["key", "value"]


def test_vocabularies_ranges_and_references_come_from_the_dictionary():
    place = ROOT / "data"
    resources = {each["name"]: each["schema"] for each in datapackage(read_pack(place), pack_files(place))["resources"]}
    studies = {field["name"]: field for field in resources["studies"]["fields"]}
    assert studies["design"]["constraints"] == {"required": True, "enum": list(columns_of("studies")["design"].words)}
    assert studies["female_percent"]["constraints"] == {"minimum": 0, "maximum": 100}
    assert {"fields": ["study_id"], "reference": {"resource": "studies", "fields": ["study_id"]}} in resources["results"][
        "foreignKeys"
    ]


def test_the_command_writes_the_description(tmp_path, capsys):
    pack = tmp_path / "pack"
    shutil.copytree(ROOT / "tests" / "packs" / "headache", pack)
    assert main(["datapackage", str(pack)]) == 0
    assert capsys.readouterr().out.strip() == str(pack / FILE)
    assert json.loads((pack / FILE).read_text(encoding="utf-8"))["name"] == "pack"
