"""Words of thousands of characters break; no page runs over the side of a phone."""

import csv
import io

import pytest

from evidence.vocabulary.columns import columns_of
from tests.browser.conftest import ROOT, settle

BASE = ROOT / "tests" / "invalid_packs" / "base"
WORD = "Pneumono" * 625
COMPARED = {"ref", "condition", "comparator", "compound", "route", "domain", "title", "version", "unit"}
"""Texts that stand for a choice elsewhere, and those of dataset.csv that are not free."""
PAGES = (
    "",
    "study?study=Ash2010",
    "compare?compare=Ash2010&compare=Birch2015",
    "guidelines",
    "claims",
    "compounds",
    "map",
    "data",
    "data?part=tables",
    "journal_club",
)
OVER = """() => [document.documentElement, document.querySelector('.stMain')]
    .map(each => each.scrollWidth - each.clientWidth)"""


def with_long_words(name, data):
    """A table of the base pack with a long word at the end of each free text."""
    rows = list(csv.DictReader(io.StringIO(data.decode())))
    table = name.removesuffix(".csv")
    if table == "dataset":
        free = ("title", "question", "curators", "cite_as")
        rows = [{**row, "value": f"{row['value']} {WORD}"} if row["key"] in free else row for row in rows]
    else:
        texts = {each for each, rule in columns_of(table).items() if rule.type == "text"} - COMPARED
        rows = [{key: f"{text} {WORD}" if key in texts and text else text for key, text in row.items()} for row in rows]
    written = io.StringIO()
    writer = csv.DictWriter(written, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()


@pytest.fixture
def long_words(tmp_path):
    for path in BASE.glob("*.csv"):
        (tmp_path / path.name).write_text(with_long_words(path.name, path.read_bytes()), encoding="utf-8")
    return tmp_path


def test_no_page_of_a_phone_runs_over_the_side(start, open_page, long_words):
    server = start(long_words)
    page = open_page(server.address + "/", "phone")
    over = {}
    for each in PAGES:
        page.goto(f"{server.address}/{each}")
        settle(page)
        over[each] = page.evaluate(OVER)
        assert WORD[:40] in page.content(), each
    assert over == {each: [0, 0] for each in PAGES}
