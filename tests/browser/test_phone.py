"""The board on a phone: at most eight screens before anything is unfolded; each fold says its count, opens by keyboard."""

import pytest

from tests.browser.board import forest_rows
from tests.browser.conftest import settle

SCREENS = 8
LENGTH = "() => document.querySelector('.stMain').scrollHeight / innerHeight"


def open_by_key(page, link):
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    settle(page)


def test_the_board_is_eight_screens_long_at_most_and_its_first_rows_are_those_of_the_condition(server, open_page):
    page = open_page(server.address + "/", "phone")
    assert page.evaluate(LENGTH) <= SCREENS
    rows = page.locator(".forest-treatment tr[data-row]:visible .f-study a").all_inner_texts()
    assert len(rows) == 6 and rows[0] == "Jadidi 2022" and "Lynch 2014" not in rows


@pytest.mark.parametrize(
    ("label", "folded"),
    [
        ("Show 16 rows of this group", ".forest-treatment tr[data-row]"),
        ("10 rows, 1 with a number", ".forest-association tr[data-row]"),
        ("3 more outcomes", ".findings-table tbody tr"),
    ],
)
def test_each_fold_says_its_count_and_opens_by_keyboard_and_back_closes_it(server, open_page, label, folded):
    page = open_page(server.address + "/", "phone")
    before = page.locator(f"{folded}:visible").count()
    assert page.locator(folded).count() > before
    open_by_key(page, page.get_by_role("link", name=label))
    assert page.locator(folded).count() == page.locator(f"{folded}:visible").count() > before
    page.go_back()
    settle(page)
    assert page.locator(f"{folded}:visible").count() == before


def test_where_only_associations_are_in_view_nothing_is_folded(server, open_page):
    page = open_page(server.address + "/?design=case-control", "phone")
    assert page.locator(".forest-association tr[data-row]:visible").count() == len(forest_rows(page, "association")) > 0


def test_links_lead_to_the_parts_of_the_page_and_back_to_the_top(server, open_page):
    page = open_page(server.address + "/", "phone")
    links = page.get_by_role("navigation", name="On this page").get_by_role("link")
    assert links.count() == 5
    for link in links.all():
        link.click()
        page.wait_for_timeout(100)
        place = page.locator("#" + link.get_attribute("href").partition("#")[2])
        assert 0 <= place.bounding_box()["y"] <= 844
    page.locator(".up a:visible").last.click()
    page.wait_for_timeout(100)
    assert page.locator(".stMain").evaluate("each => each.scrollTop") < 100


@pytest.mark.parametrize("how", ["a wide screen", "paper"])
def test_nothing_is_folded_on_a_wide_screen_or_on_paper(server, open_page, how):
    page = open_page(server.address + "/", "desk" if how == "a wide screen" else "phone")
    if how == "paper":
        page.emulate_media(media="print")
    assert page.locator(".narrow-only:visible").count() == 0
    hidden = (
        "() => [...document.querySelectorAll('.narrow-folded')].filter((each) => getComputedStyle(each).display === 'none')"
    )
    assert page.evaluate(f"({hidden})().length") == 0
