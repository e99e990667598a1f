"""The study table sorts by keyboard alone; its order stands in the address, and Back, filters and reload keep it."""

import pytest

from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.packs.pack import read_pack
from evidence.study.sorting import in_order
from tests.browser.access import violations
from tests.browser.board import option, table_rows
from tests.browser.conftest import ROOT, settle


def expected(order, **asked):
    view = evidence_in_view(read_pack(ROOT / "data"), Selection(**asked))
    return [study.citation for study in in_order(view, order).studies]


def press(page, key):
    page.keyboard.press(key)
    page.wait_for_timeout(150)
    settle(page)


def sorted_columns(page):
    return page.eval_on_selector_all(
        ".study-table [aria-sort]", "all => all.map(each => [each.querySelector('a').id, each.ariaSort])"
    )


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_the_table_is_sorted_by_keyboard_alone_and_the_focus_stays(server, open_page, size):
    page = open_page(server.address + "/?open=table", size=size)
    assert sorted_columns(page) == []
    page.locator("#sort-study").focus()
    page.keyboard.press("Tab")
    press(page, "Enter")
    assert page.url == server.address + "/?open=table&sort=year"
    assert table_rows(page) == expected("year") and sorted_columns(page) == [["sort-year", "ascending"]]
    press(page, "Enter")
    assert page.url == server.address + "/?open=table&sort=-year"
    assert table_rows(page) == expected("-year") and sorted_columns(page) == [["sort-year", "descending"]]
    assert page.evaluate("() => document.activeElement.id") == "sort-year"
    assert "newest first" in page.locator(".sorted").inner_text() and violations(page) == []
    page.keyboard.press("Tab")
    press(page, "Enter")
    assert table_rows(page) == expected("design") and sorted_columns(page) == [["sort-design", "ascending"]]
    page.go_back()
    settle(page)
    assert table_rows(page) == expected("-year")
    page.reload()
    settle(page)
    assert table_rows(page) == expected("-year")
    page.get_by_role("link", name="Order of the data").focus()
    press(page, "Enter")
    assert page.url == server.address + "/?open=table" and table_rows(page) == expected("")


def test_a_filter_keeps_the_order_and_an_order_the_filter(server, open_page):
    page = open_page(server.address + "/?sort=-people&open=table")
    option(page, "case-control").click()
    page.wait_for_url("**design=case-control**")
    settle(page)
    assert "sort=-people" in page.url and table_rows(page) == expected("-people", design=("case-control",))
    page.locator("#sort-people").focus()
    press(page, "Enter")
    assert "design=case-control" in page.url and "sort=people" in page.url
    assert table_rows(page) == expected("people", design=("case-control",))


def test_an_order_that_is_not_there_is_named(server, open_page):
    page = open_page(server.address + "/?open=table&sort=height")
    page.get_by_text("The link names sort 'height', which this data does not have.").wait_for()
    assert table_rows(page) == expected("")


@pytest.mark.parametrize("size", ["desk", "tablet", "phone"])
def test_no_heading_of_the_table_is_out_of_sight_or_too_small_for_a_finger(server, open_page, size):
    page = open_page(server.address + "/?open=table&sort=flags", size=size)
    width = page.viewport_size["width"]
    for each in page.locator(".study-table thead a").all():
        box = each.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= width and box["height"] >= 24
