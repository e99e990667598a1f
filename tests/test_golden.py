"""What the program says of 52 selections of four packs, against what was recorded from version 0.1.0.

tests/golden/expected.json.xz holds for each selection: the studies, the rows of both panels (numbers in places of the axis),
pooled results, reasons against pooling, what rests on the assumed correlation, power, effects on both scales, and of every
second one SHA-256 of the CSV, its long numbers to ten digits: the last ones of a logarithm differ between processors.
Numbers are compared to 1e-9. What differs on purpose is listed in INTENDED; a difference that is not there is a fault, and
so is an entry that explains nothing any more.
"""

import hashlib
import json
import lzma
import math
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs

import pytest

from evidence.downloads.export_columns import added_columns, number_headers
from evidence.downloads.export_table import export_table
from evidence.facts.evidence import effects_of
from evidence.facts.selection import read_selection
from evidence.facts.view import View, evidence_in_view
from evidence.forest.panel import panel_of
from evidence.forest.rows import ForestRow, forest_of
from evidence.packs.archive import open_upload
from evidence.packs.pack import Pack, read_pack
from evidence.statistics.effect import Effect
from evidence.statistics.pooling import Pooled
from evidence.wording import forest as words
from evidence.wording.say import say
from evidence.writing.csv_table import csv_bytes

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = {"bcg": "examples/bcg", "headache": "tests/packs/headache", "mixed": "tests/packs/mixed"}
EXPECTED = json.loads(lzma.decompress((ROOT / "tests" / "golden" / "expected.json.xz").read_bytes()))
SHIPPED_THEN = ROOT / "tests" / "golden" / "data_2026_1.zip"
"""The shipped data as they were when the record was made: the record is of the program, and data may be corrected."""
LATER = ["volume", "issue", "pages"]
CLOSE = 1e-9
LONG_NUMBER = re.compile(rb"-?\d+\.\d{9,}(?:e[+-]?\d+)?")
POOL = ("k", "measure", "method", "estimate", "ci_low", "ci_high", "se", "tau2", "i2", "pi_low", "pi_high", "weights")
NUMBERS = ("estimate", "ci_low", "ci_high")


def letters(texts: list[str]) -> list[list[str]]:
    """The words of texts without their order."""
    return [sorted(re.findall(r"\w+", text)) for text in texts]


def is_gone(old: object, new: object) -> bool:
    return bool(old) and new in (None, "", [])


def is_numbers(**numbers: float) -> Callable[[object, object], bool]:
    """Nothing before, and now a pooled result with these numbers."""
    return lambda old, new: (
        old is None and isinstance(new, dict) and all(math.isclose(new[name], value) for name, value in numbers.items())
    )


class Intended(NamedTuple):
    """A difference that is meant: where (a pattern for the whole place), which old and new values, and why."""

    where: str
    holds: Callable[..., bool]
    why: str


REFUSALS = ("no result in view", "only one result", "more than one result", "no usable number", "different ")
ON_ANOTHER_SCALE = (
    r"data/outcome=cramp intensity/treatment/rows/Lynch2014-severity",
    r"mixed/outcome=tiredness/treatment/rows/Abel1999-tired-change",
)
INTENDED = (
    Intended(
        r".*/rows/.*/reason",
        lambda old, new: new == old.replace(" in what was read", " in what we read"),
        "plainer English",
    ),
    Intended(
        r".*/association/reasons",
        lambda old, new: old == [] and bool(new) and all(each.startswith(REFUSALS) for each in new),
        "associations stand before the gate and are refused with the reason",
    ),
    Intended(
        r"mixed/outcome=herb in blood/association/pooled",
        is_numbers(k=2, estimate=-0.5790952380952379, ci_low=-5.01087422830824, ci_high=3.852683752117765),
        "associations are pooled among themselves",
    ),
    Intended(
        r"(headache|mixed)/[^/]*/treatment/reasons",
        lambda old, new: old != new and letters(old) == letters(new),
        "reasons name studies and outcomes in the order of the figure",
    ),
    *(
        Intended(f"{place}/{name}", is_gone, "a standardised number is not drawn on an axis with a unit, nor the reverse")
        for place in ON_ANOTHER_SCALE
        for name in NUMBERS
    ),
    *(
        Intended(
            f"{place}/reason",
            lambda old, new: old == "" and new.endswith("]: on another scale than this axis"),
            "a number on another scale stands in the reason",
        )
        for place in ON_ANOTHER_SCALE
    ),
    Intended(f"{ON_ANOTHER_SCALE[0]}/remark", is_gone, "a row that is not drawn has no remark"),
    Intended(
        r"data/outcome=cramp intensity/treatment/sensitivity",
        is_gone,
        "a row that is not drawn has no range over the correlation",
    ),
    Intended(
        r"mixed/.*/treatment/rows/Noether2010-tired/remark",
        lambda old, new: new == old.replace(", n = ", "; n = "),
        "two assumptions are parted by a semicolon",
    ),
)


@cache
def pack_of(name: str) -> Pack:
    if name == "data":
        return open_upload({SHIPPED_THEN.name: SHIPPED_THEN.read_bytes()}, name)
    return read_pack(ROOT / FOLDERS[name])


def csv_then(view: View) -> bytes:
    """The CSV as it was: without the columns that came later, and with computed numbers in full.

    What was added stands after the columns of then, and is dropped by its names alone.
    """
    added = [each.header for each in added_columns(view.pack)]
    table = export_table(view)
    assert list(table)[-len(added) :] == added
    return csv_bytes(table.drop(columns=[*LATER, *added]), number_headers(view.pack))


def steady(csv: bytes) -> bytes:
    """A CSV with its long numbers to ten digits, the same on every processor."""
    return LONG_NUMBER.sub(lambda found: f"{float(found[0]):.10g}".encode(), csv)


def now(name: str, query: str, with_csv: bool) -> dict[str, object]:
    """What the program says of a selection, in the form of the record."""
    pack = pack_of(name)
    selection, _ = read_selection(parse_qs(query), pack)
    view = evidence_in_view(pack, selection)
    scales = zip(("native", "standardised"), effects_of(pack, selection.r), strict=True)
    return {
        "studies": [study.study_id for study in view.study_rows],
        **({"csv": hashlib.sha256(steady(csv_then(view))).hexdigest()} if with_csv else {}),
        **{panel: _panel(view, panel) for panel in ("treatment", "association")},
        "effects": {
            scale: {result.result_id: _effect(effects[result.result_id]) for result in view.result_rows}
            for scale, effects in scales
        },
    }


def _panel(view: View, name: str) -> dict[str, object]:
    forest = forest_of(view, name)
    panel = panel_of(forest, view)
    return {
        "order": [row.result_id or row.study_id for row in forest.rows],
        "rows": {row.result_id or row.study_id: _row(row) for row in forest.rows},
        "pooled": {each: getattr(panel.pooled, each) for each in POOL} if isinstance(panel.pooled, Pooled) else None,
        "reasons": [say(reason) for reason in panel.reasons],
        "sensitivity": [say(each) for each in panel.sensitivity],
        "power": [f"{study}: {say(found)}" for study, found in panel.power],
    }


def _row(row: ForestRow) -> dict[str, object]:
    effect = row.effect
    return {
        "study": row.study_id,
        "measure": effect.measure if effect is not None and effect.has_number else "",
        **{name: getattr(row, name) for name in NUMBERS},
        "hollow": row.hollow,
        "reason": "" if row.has_number else say(row.reason),
        "remark": words.remark(row),
    }


def _effect(effect: Effect) -> list[object]:
    return [effect.measure, effect.estimate, effect.ci_low, effect.ci_high, effect.se]


def differences(place: str, old: object, new: object) -> Iterator[tuple[str, object, object]]:
    """Where two records differ, with the old and the new value."""
    if isinstance(old, dict) and isinstance(new, dict):
        for name in dict.fromkeys([*old, *new]):
            yield from differences(f"{place}/{name}", old.get(name), new.get(name))
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        if not all(_same(*pair) for pair in zip(old, new, strict=True)):
            yield place, old, new
    elif not _same(old, new):
        yield place, old, new


def _same(old: object, new: object) -> bool:
    if isinstance(old, float) and isinstance(new, float | int):
        return math.isclose(old, new, rel_tol=CLOSE, abs_tol=1e-12)
    return old == new


@cache
def compared(name: str) -> tuple[frozenset[Intended], tuple[str, ...]]:
    """The intended differences that a pack shows, and the differences that nobody intended."""
    used: set[Intended] = set()
    faults = []
    for query, old in EXPECTED[name].items():
        for place, before, after in differences(f"{name}/{query}", old, now(name, query, "csv" in old)):
            meant = [each for each in INTENDED if re.fullmatch(each.where, place) and each.holds(before, after)]
            used |= set(meant)
            faults += [] if meant else [f"{place}: was {before}, now {after}"]
    return frozenset(used), tuple(faults)


@pytest.mark.parametrize("name", EXPECTED)
def test_the_same_is_said_as_in_version_0_1_0(name: str) -> None:
    assert compared(name)[1] == ()


def test_every_intended_difference_is_there() -> None:
    used = frozenset().union(*(compared(name)[0] for name in EXPECTED))
    assert [each.where for each in INTENDED if each not in used] == []
