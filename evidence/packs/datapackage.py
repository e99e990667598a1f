"""The Frictionless description of a pack (datapackage.json), made from the data dictionary and dataset.csv.

Table Schema types and constraints after https://specs.frictionlessdata.io/table-schema/ version 1.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from evidence.packs.pack import Pack
from evidence.packs.reading import read_cells
from evidence.vocabulary.columns import KEYS, TABLES, Column, columns_of, file_name

FILE = "datapackage.json"
TYPES = {"number": "number", "integer": "integer", "year": "year", "date": "date"}
PATTERNS = {"doi": r"10\.[0-9]{4,9}/\S+", "pmid": "[1-9][0-9]{0,8}", "url": r"https://\S+"}


def datapackage(pack: Pack, files: Mapping[str, bytes]) -> dict[str, Any]:
    """The descriptor of a pack; files gives the bytes of its tables, whose own columns and order are described."""
    dataset = pack.dataset
    return {
        "profile": "tabular-data-package",
        "name": re.sub("[^a-z0-9._-]+", "-", pack.name.lower()).strip("-") or "pack",
        "title": dataset["title"],
        "description": dataset["question"],
        "version": dataset["version"],
        "licenses": [{"name": re.sub("[^A-Za-z0-9._-]+", "-", dataset["licence"]), "title": dataset["licence"]}],
        "contributors": [{"title": dataset["curators"], "role": "author"}],
        "resources": [_resource(table, files[file_name(table)]) for table in TABLES if file_name(table) in files],
    }


def datapackage_text(pack: Pack, files: Mapping[str, bytes]) -> str:
    """The descriptor as JSON text, the same for the same pack."""
    return json.dumps(datapackage(pack, files), ensure_ascii=False, indent=1) + "\n"


def pack_files(folder: Path | str) -> dict[str, bytes]:
    """The tables in a folder, by file name."""
    return {path.name: path.read_bytes() for path in sorted(Path(folder).glob("*.csv"))}


def _resource(table: str, data: bytes) -> dict[str, Any]:
    known = ["key", "value"] if table == "dataset" else list(columns_of(table))
    header = read_cells(data, file_name(table), known).header
    return {
        "profile": "tabular-data-resource",
        "name": table,
        "path": file_name(table),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": _key_value_schema() if table == "dataset" else _schema(table, header),
    }


def _key_value_schema() -> dict[str, Any]:
    keys = list(columns_of("dataset"))
    return {
        "fields": [
            {"name": "key", "type": "string", "constraints": {"required": True, "unique": True, "enum": keys}},
            {"name": "value", "type": "string", "constraints": {"required": True}},
        ],
        "missingValues": [""],
        "primaryKey": ["key"],
    }


def _schema(table: str, header: tuple[str, ...]) -> dict[str, Any]:
    columns = columns_of(table)
    schema: dict[str, Any] = {"fields": [_field(columns[name]) for name in header], "missingValues": [""]}
    if all(columns[name].required for name in KEYS[table]):
        schema["primaryKey"] = list(KEYS[table])
    references = [(name, columns[name].target) for name in header if columns[name].type == "reference"]
    keys = [
        {"fields": [name], "reference": {"resource": target[0], "fields": [target[1]]}}
        for name, target in references
        if target
    ]
    return schema | ({"foreignKeys": keys} if keys else {})


def _field(rule: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": rule.column,
        "title": rule.label,
        "type": TYPES.get(rule.type, "string"),
        "description": rule.meaning,
    }
    if rule.unit:
        field["unit"] = rule.unit
    constraints: dict[str, Any] = {"required": True} if rule.required else {}
    if rule.words:
        constraints["enum"] = list(rule.words)
    if rule.type in PATTERNS:
        constraints["pattern"] = PATTERNS[rule.type]
    limits = rule.range
    if limits:
        # Table Schema has no open bounds: for "more than 0" the bound itself is left to the checks.
        constraints["minimum"] = limits.low
        if limits.high != float("inf"):
            constraints["maximum"] = limits.high
    return field | ({"constraints": constraints} if constraints else {})
