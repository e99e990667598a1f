"""A page that stands open when the system turns dark in the evening, or light in the morning, stays readable."""

import pytest
from playwright.sync_api import expect

from tests.browser.access import violations

INKS = """() => [...document.querySelectorAll('.main-svg .point, .main-svg text')]
  .map(each => getComputedStyle(each)).map(style => [style.fill, style.stroke])"""
DARK, LIGHT = "rgb(24, 38, 46)", "rgb(233, 238, 240)"


TURNS = [("light", "dark", DARK, LIGHT), ("dark", "light", LIGHT, DARK)]


@pytest.mark.parametrize(("before", "after", "gone", "come"), TURNS, ids=["to dark", "to light"])
@pytest.mark.parametrize("path", ["/", "/guidelines"])
def test_words_and_figures_follow_the_system_without_a_click(server, open_page, path, before, after, gone, come):
    page = open_page(server.address + path, scheme=before)
    page.locator(".main-svg").first.wait_for()
    assert gone in str(page.evaluate(INKS))
    page.emulate_media(color_scheme=after)
    expect(page.locator(".stApp")).to_have_css("color-scheme", after)
    inks = str(page.evaluate(INKS))
    assert come in inks and gone not in inks
    assert violations(page) == []
