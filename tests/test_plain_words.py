"""Phrasings that readers stumbled over stay out of every text of the program and of the shipped data."""

import pytest

from tests.conftest import ROOT

BANNED = (
    *("Clear the hands", "no hands were counted", "The room expected", "could they have known", "Look from one document"),
    *("Known in this condition", "A position counts only as far", "told in our own words", "the evidence part", "shortly"),
    *("What it bears on", "What bears on", "bears on the answer", "a pretence", "No number can be drawn", "Matters from"),
    *("Could find", "could it have detected?", "Intervals are 95%", "All in all", "would not keep it closed"),
    *("would keep it closed", "Tables to take away", "What is wanted", "Put this behind", "but no name and no reference"),
    *("dose basis: unclear", "mg of the element a day", "does it bend the result", "an interest of the funder"),
    *("what placebo brings", "Ask Google", "original error message"),
)
ALLOWED = ("Power: what effect could it have detected?",)
PLACES = sorted(
    [
        *(ROOT / "evidence" / "wording").rglob("*.py"),
        *(ROOT / "evidence" / "wording").rglob("*.html"),
        *(ROOT / "pages").rglob("*.py"),
        *(ROOT / "evidence" / "downloads").rglob("*.py"),
        *(ROOT / "data").glob("*.csv"),
    ]
)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: str(place.relative_to(ROOT)))
def test_no_text_has_a_phrasing_that_readers_stumbled_over(place):
    text = place.read_text(encoding="utf-8")
    for each in ALLOWED:
        text = text.replace(each, "")
    assert [phrase for phrase in BANNED if phrase in text] == []
