"""Packs for the tests: the shipped one, and small ones made from a few rows."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import settings

from evidence.packs.pack import Pack, open_pack, read_pack
from evidence.vocabulary.columns import columns_of
from tests.redis_server import RedisServer, running_redis

ROOT = Path(__file__).resolve().parents[1]

settings.register_profile("usual", deadline=None)
settings.register_profile("long", deadline=None, max_examples=20_000)
if settings.get_current_profile_name() == "default":
    settings.load_profile("usual")

DATASET = {
    "title": "Tea for headache",
    "question": "Does tea ease headache?",
    "population": "adults",
    "intervention": "tea",
    "comparison": "water",
    "version": "1",
    "last_search": "2026-01-31",
    "curators": "one reviewer",
    "licence": "CC BY 4.0",
    "cite_as": "Tea for headache, version 1",
}
STUDY = {
    "design": "randomised trial",
    "structure": "parallel",
    "blinding": "double-blind",
    "condition": "headache",
    "directness": "direct",
    "compound": "green tea",
    "status": "published",
    "read_as": "abstract",
    "year": 2020,
}
PAIN = {
    "outcome": "pain",
    "label": "Pain score",
    "domain": "pain",
    "better": "lower",
    "measure": "MD",
    "measured_by": "patient report",
}

Rows = Sequence[Mapping[str, object]]


def table_bytes(table: str, rows: Rows) -> bytes:
    """A table of the format as CSV bytes, with the columns its rows use."""
    names = [name for name in columns_of(table) if any(name in row for row in rows)]
    text = io.StringIO()
    writer = csv.DictWriter(text, names, lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows([dict(row) for row in rows])
    return text.getvalue().encode()


def small_pack(studies: Rows, results: Rows = (), outcomes: Rows = (PAIN,), **tables: Rows) -> Pack:
    """A pack of a few rows; a study needs only an id, everything else has an ordinary value."""
    whole = [{**STUDY, "citation": str(study["study_id"]), **study} for study in studies]
    results = results or [
        {
            "result_id": "none",
            "study_id": whole[0]["study_id"],
            "outcome": outcomes[0]["outcome"],
            "contrast": "between groups",
            "note": "no number",
        }
    ]
    files = {"dataset.csv": ("key,value\n" + "".join(f'{key},"{value}"\n' for key, value in DATASET.items())).encode()}
    for name, rows in {"studies": whole, "outcomes": outcomes, "results": results, **tables}.items():
        files[f"{name}.csv"] = table_bytes(name, rows)
    return open_pack(files, "small")


def means(result_id: str, study_id: str, mean_1: float, mean_2: float, **more: object) -> dict[str, object]:
    """A between-groups result with means, SD 2 and 30 people in each group."""
    return {
        "result_id": result_id,
        "study_id": study_id,
        "outcome": "pain",
        "contrast": "between groups",
        "comparator": "water",
        "value_type": "final",
        "mean_1": mean_1,
        "sd_1": 2,
        "n_1": 30,
        "mean_2": mean_2,
        "sd_2": 2,
        "n_2": 30,
        **more,
    }


@pytest.fixture(scope="session")
def shipped() -> Pack:
    """The pack that comes with the program."""
    return read_pack(ROOT / "data")


@pytest.fixture(scope="session")
def headache() -> Pack:
    """A made-up pack on another topic."""
    return read_pack(ROOT / "tests" / "packs" / "headache")


@pytest.fixture(scope="session")
def bcg() -> Pack:
    """A classic public meta-analysis that may be pooled."""
    return read_pack(ROOT / "examples" / "bcg")


@pytest.fixture
def make_pack() -> Callable[..., Pack]:
    """Makes a pack of a few rows."""
    return small_pack


@pytest.fixture(scope="module")
def redis_server() -> Iterator[RedisServer]:
    """A Redis for the tests of one file."""
    with running_redis() as running:
        yield running
