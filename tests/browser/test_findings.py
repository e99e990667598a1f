"""The summary of findings on a wide screen and as cards on a phone."""

import pytest

from evidence.packs.pack import read_pack
from tests.browser.access import violations
from tests.browser.conftest import ROOT

RATED = len(read_pack(ROOT / "data").rows.certainty)


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_the_summary_of_findings_is_a_table_or_cards_and_open_to_all(size, server, open_page):
    page = open_page(server.address + "/?open=findings", size)
    table = page.get_by_role("table").and_(page.locator(".findings-table"))
    assert table.get_by_role("rowheader").count() == RATED
    assert table.locator("thead").is_visible() == (size == "desk")
    cells = table.locator("tbody tr").first.locator("th, td")
    boxes = [cells.nth(place).bounding_box() for place in range(4)]
    assert len({round(box["x"]) for box in boxes}) == (4 if size == "desk" else 1)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert table.evaluate("table => table.parentElement.scrollWidth <= table.parentElement.clientWidth")
    assert violations(page) == []
    table.locator("summary", has_text="Why").first.click()
    assert table.get_by_text("Publication bias").first.is_visible()


def test_it_stands_between_the_figure_and_the_table_of_studies(server, open_page):
    page = open_page(server.address + "/?open=table")
    tops = [page.locator(each).first.bounding_box()["y"] for each in (".st-key-side_by_side", ".findings", ".study-table")]
    assert tops == sorted(tops)
