"""What the chair of a room opens is for everybody: the menu of the presentation and the chair's view, in any colours."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.access import RULES, found_by
from tests.browser.conftest import settle
from tests.browser.test_access import BY_COLOUR, SIDEWAYS
from tests.browser.test_chair_view import with_plan
from tests.browser.test_room import ONE, on, opened

WIDTHS = {1440: 900, 390: 844}


def found_on(page):
    """What axe finds in each of the colours at each width, and what leaves the window."""
    page.evaluate(Axe().axe_script)
    found = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width, height in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_timeout(300)
            found[scheme, width] = found_by(page, RULES) + page.evaluate(
                "() => document.querySelector('.stMain') ? (" + SIDEWAYS + ")() : []"
            )
            if scheme == "light":
                page.emulate_media(forced_colors="active")
                found["forced colours", width] = found_by(page, BY_COLOUR)
                page.emulate_media(forced_colors="none")
    return {where: each for where, each in found.items() if each}


@pytest.fixture
def chair(server, open_page):
    """The presentation of a chair with a room for phones, and the address of the chair's view."""
    page = open_page(server.address + ONE)
    opened(page)
    link = with_plan(page)
    on(page)
    page.goto(page.url + "&present=1")
    settle(page)
    return page, link


def test_the_menu_of_votes_and_room_is_for_everybody(chair):
    page, _ = chair
    page.get_by_role("button", name="Votes and room").click()
    page.get_by_role("button", name="Delete the votes").wait_for()
    assert found_on(page) == {}
    assert page.get_by_role("button", name="Delete the votes").is_visible(), "the menu was open all the time"


def test_the_chair_s_view_is_for_everybody(chair, open_page):
    _, link = chair
    view = open_page(link, still=False)
    view.wait_for_selector("h1")
    assert found_on(view) == {}
