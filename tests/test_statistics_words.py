"""Every fact of the statistics has words, and every message of theirs a fact."""

import re
from pathlib import Path

import pytest

from evidence.statistics.against import IMPORTANT, PLACEBO, TREATMENT
from evidence.statistics.effect import R_ASSUMED, REPORTED
from evidence.statistics.random_effects import TAU2
from evidence.vocabulary.measures import ENTERED, MEASURES, RATIOS, is_ratio
from evidence.wording.messages import pooling, statistics
from evidence.wording.say import catalogue

ROOT = Path(__file__).resolve().parents[1]
ROOMS = [path for room in ("statistics", "forest") for path in (ROOT / "evidence" / room).glob("*.py")]
QUOTED = {each for path in ROOMS for each in re.findall(r'"([^"\n]+)"', path.read_text(encoding="utf-8"))}
COMPUTED = {
    *(measure.label for measure in MEASURES.values()),
    *TAU2,
    *REPORTED,
    *IMPORTANT.values(),
    *PLACEBO.values(),
    *TREATMENT.values(),
    *(f"{name} formula" for name in ("RR", "OR")),
    R_ASSUMED,
}


def test_every_kind_that_is_made_has_a_message() -> None:
    made = set()
    for path in ROOMS:
        made |= set(re.findall(r'\bfact\(\s*"([^"]+)"', path.read_text(encoding="utf-8")))
    assert made | COMPUTED <= set(catalogue())


@pytest.mark.parametrize("messages", [statistics.MESSAGES, pooling.MESSAGES], ids=["statistics", "pooling"])
def test_every_message_belongs_to_a_kind(messages: dict) -> None:
    assert set(messages) <= QUOTED | COMPUTED


def test_a_measure_is_one_entry() -> None:
    assert (*ENTERED, "SMCC", "OR2DL") == tuple(MEASURES)
    assert RATIOS == ("RR", "OR", "HR") and is_ratio("HR") and not is_ratio("MD") and not is_ratio("")
    assert {name: each.null for name, each in MEASURES.items()} == {name: float(is_ratio(name)) for name in MEASURES}
