"""The overview of the journal club in a real browser: to any step by a key or a click, a dark screen, the keys told."""

import pytest

from tests.browser.access import violations
from tests.browser.conftest import settle
from tests.browser.test_journal_club import step_of

CLUB = "/journal_club?study=Jadidi2022&present=1&step=methods"


def goes_to(page, wanted):
    page.wait_for_function(
        "wanted => (new URL(location.href).searchParams.get('step') || 'question') === wanted", arg=wanted, timeout=5_000
    )
    settle(page)


def is_open(page):
    return page.locator("#club-overview").evaluate("place => place.matches(':popover-open')")


def test_a_digit_home_end_and_space_turn_to_a_step(server, open_page):
    page = open_page(server.address + CLUB)
    for key, wanted in (
        ("5", "result-reported"),
        ("Home", "question"),
        (" ", "expectation"),
        ("0", "take-home"),
        ("End", "discussion"),
        ("1", "question"),
    ):
        page.keyboard.press(key)
        goes_to(page, wanted)
    assert "study=Jadidi2022" in page.url and "present=1" in page.url


def test_the_overview_opens_by_key_or_counter_and_leads_to_a_step(server, open_page):
    page = open_page(server.address + CLUB)
    page.keyboard.press("o")
    assert is_open(page)
    steps = page.locator("#club-overview .club-steps a")
    assert steps.count() == 11
    assert page.evaluate("document.activeElement.getAttribute('aria-current')") == "step"
    assert violations(page) == []
    page.keyboard.press("Escape")
    assert not is_open(page)
    assert "present=1" in page.url, "Escape closes the overview first, not the presentation"
    page.locator("button.club-where").click()
    steps.nth(5).click()
    goes_to(page, "power")
    assert not is_open(page)
    page.keyboard.press("?")
    assert page.locator(".club-all-keys").is_visible()


def test_b_darkens_the_screen_until_any_key_which_does_nothing_else(server, open_page):
    page = open_page(server.address + CLUB)
    page.keyboard.press("b")
    dark = page.locator(".club-dark")
    box = dark.bounding_box()
    assert (box["width"], box["height"]) == (page.viewport_size["width"], page.viewport_size["height"])
    page.keyboard.press("ArrowRight")
    assert dark.count() == 0
    settle(page)
    assert step_of(page) == "methods"


@pytest.mark.parametrize("key", ["5", "b", "o", " ", "End"])
def test_keys_typed_into_a_field_belong_to_the_field(server, open_page, key):
    page = open_page(server.address + "/journal_club?study=Jadidi2022&present=1&step=expectation")
    page.get_by_label("better", exact=True).focus()
    page.keyboard.press(key)
    page.wait_for_timeout(400)
    assert step_of(page) == "expectation"
    assert not is_open(page) and page.locator(".club-dark").count() == 0
