"""Each page and view has a title of its own, which begins with what is open."""

from pathlib import Path

import pytest

from evidence.packs.pack import read_pack
from pages.parts.frame import MENU
from pages.parts.titles import PARTS, title_of

DATA = "Magnesium for restless legs syndrome"


@pytest.fixture(scope="module")
def pack():
    return read_pack(Path(__file__).resolve().parents[1] / "data")


@pytest.mark.parametrize(
    ("page", "asked", "title"),
    [
        ("board", {}, "Board"),
        ("study", {}, "Study"),
        ("study", {"study": "Jadidi2022"}, "Jadidi 2022 · Study"),
        ("study", {"study": "nobody"}, "Study"),
        ("claims", {"claim": "C24"}, "C24 · Claims"),
        ("map", {"side": "condition"}, "Studies by design and condition · Map"),
        ("journal_club", {}, "The question · Journal club"),
        (
            "journal_club",
            {"step": "bias-1-ours", "study": "Jadidi2022"},
            "How far can we trust it? · Jadidi 2022 · Journal club",
        ),
        ("journal_club", {"step": "take-home"}, "Take-home · Journal club"),
        ("data", {"part": "glossary"}, "Glossary · Data"),
    ],
)
def test_a_title_begins_with_what_is_open(pack, page, asked, title):
    assert title_of(pack, page, MENU[page], asked) == f"{title} · {DATA}"


def test_no_two_views_share_a_title(pack):
    views = [(page, {}) for page in MENU]
    views += [("study", {"study": each.study_id}) for each in pack.rows.studies]
    views += [("guidelines", {"guideline": each.guideline_id}) for each in pack.rows.guidelines]
    views += [("claims", {"claim": each.claim_id}) for each in pack.rows.claims]
    views += [("data", {"part": part}) for part in list(PARTS)[1:]]
    titles = [title_of(pack, page, MENU[page], asked) for page, asked in views]
    assert sorted({each for each in titles if titles.count(each) > 1}) == []
