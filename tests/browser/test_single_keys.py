"""Shortcuts of a single key can be switched off: for those who speak to their computer or press keys by chance."""

from tests.browser.conftest import settle
from tests.browser.test_search import FIELD


def test_shortcuts_of_one_key_can_be_switched_off_and_stay_off(server, open_page):
    page = open_page(server.address)
    field = page.locator(FIELD)
    page.keyboard.press("/")
    field.fill("magnesium")
    switch = page.locator(".find-results button.single-keys")
    assert "on: switch them off" in switch.inner_text()
    switch.click()
    assert "off: switch them on" in switch.inner_text()
    field.press("Escape")
    page.keyboard.press("/")
    assert not field.evaluate("field => field === document.activeElement")
    page.reload()
    settle(page)
    page.keyboard.press("/")
    assert not field.evaluate("field => field === document.activeElement")
    page.goto(server.address + "/journal_club?present=1")
    settle(page)
    page.keyboard.press("b")
    page.keyboard.press("o")
    assert page.locator(".club-dark").count() == 0
    assert not page.locator("#club-overview").evaluate("place => place.matches(':popover-open')")
