"""`effects` and `pool` on the command line print what the app shows, unrounded."""

import csv
import io
import json
from pathlib import Path

import pytest

from evidence.__main__ import main
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.forest.panel import pool_outcome
from evidence.packs.pack import Pack
from evidence.statistics.effects import native
from evidence.statistics.pooling import NotPooled, Pooled
from evidence.wording.say import say
from evidence.writing.csv_table import decimal_text

ROOT = Path(__file__).resolve().parents[1]
BCG, HEADACHE = str(ROOT / "examples" / "bcg"), str(ROOT / "tests" / "packs" / "headache")
POOLED_KEYS = ["pooled", "k", "method", "estimate", "ci_low", "ci_high", "tau2", "i2", "q", "q_p", "pi_low", "pi_high"]


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 0
    return capsys.readouterr().out


def test_effects_prints_one_row_per_result_in_view(headache: Pack, capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(printed(capsys, "effects", HEADACHE))))
    assert list(rows[0]) == [
        "result_id",
        "study_id",
        "outcome",
        "measure",
        "estimate",
        "ci_low",
        "ci_high",
        "se",
        "assumption",
    ]
    assert [row["result_id"] for row in rows] == list(headache.results["result_id"])


def test_effects_are_not_rounded(headache: Pack, capsys: pytest.CaptureFixture[str]) -> None:
    rows = csv.DictReader(io.StringIO(printed(capsys, "effects", HEADACHE)))
    for row, effect in zip(rows, native(headache.results, headache.outcomes), strict=True):
        for name in ("estimate", "ci_low", "ci_high", "se"):
            assert row[name] == (decimal_text(getattr(effect, name)) if effect.has_number else "")


def test_a_filter_is_a_repeatable_option(capsys: pytest.CaptureFixture[str]) -> None:
    one = printed(capsys, "effects", BCG, "--design", "randomised trial")
    both = printed(capsys, "effects", BCG, "--design", "randomised trial", "--design", "non-randomised controlled")
    assert len(one.splitlines()) == 1 + 7 and len(both.splitlines()) == 1 + 13


def test_the_assumed_correlation_is_an_option(capsys: pytest.CaptureFixture[str]) -> None:
    rows = csv.DictReader(io.StringIO(printed(capsys, "effects", HEADACHE, "--r", "0.8")))
    assert [row["assumption"] for row in rows if row["measure"] == "MC"] == ["r = 0.8 assumed"]


def test_pool_prints_the_pooled_result(bcg: Pack, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(printed(capsys, "pool", BCG, "--outcome", "tuberculosis"))
    expected = pool_outcome(evidence_in_view(bcg, Selection()), "tuberculosis")
    assert isinstance(expected, Pooled) and list(found) == POOLED_KEYS
    assert found["pooled"] is True and found["method"] == "REML" and found["k"] == 13
    for name in POOLED_KEYS[3:]:
        assert found[name] == getattr(expected, name)


def test_pool_prints_every_reason_instead(headache: Pack, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(printed(capsys, "pool", HEADACHE, "--outcome", "migraine days"))
    expected = pool_outcome(evidence_in_view(headache, Selection()), "migraine days")
    assert isinstance(expected, NotPooled)
    assert found == {"pooled": False, "reasons": [say(reason) for reason in expected.reasons]} and len(found["reasons"]) > 2


def test_filters_open_the_gate(capsys: pytest.CaptureFixture[str]) -> None:
    options = ("--outcome", "tuberculosis", "--design", "randomised trial")
    assert json.loads(printed(capsys, "pool", BCG, *options))["k"] == 7


def test_effects_and_associations_are_pooled_apart(capsys: pytest.CaptureFixture[str]) -> None:
    pack = str(ROOT / "tests" / "cases" / "c04_mixed_contrasts")
    mixed = json.loads(printed(capsys, "pool", pack, "--outcome", "y"))
    assert mixed["pooled"] is False
    for name in ("Garfinkel 1981", "Hirayama 1984", "Chan 1982", "Correa 1983", "Trichopolous 1983"):
        assert name in mixed["reasons"][0]
    for design, k in (("cohort", 2), ("case-control", 3)):
        found = json.loads(printed(capsys, "pool", pack, "--outcome", "y", "--design", design))
        assert (found["pooled"], found["k"], found["association"]) == (True, k, True)


def test_an_unknown_value_is_an_error_that_lists_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pool", BCG, "--outcome", "measles"]) == 2
    assert "known: tuberculosis" in capsys.readouterr().err


@pytest.mark.parametrize("options", [(), ("--outcome", "tuberculosis", "--outcome", "measles")])
def test_pool_needs_one_outcome(options: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["pool", BCG, *options])
    assert stopped.value.code == 2 and "pool needs one --outcome" in capsys.readouterr().err
