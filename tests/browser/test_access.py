"""Everybody can read and use every page: axe finds nothing in any colours at any width, and no page scrolls sideways.

A page is loaded twice, once for each theme. Forced colours and widths are changed on the page that stands there, and of the
rules those that could find something new are asked again.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.access import RULES, found_by

WIDTHS = {1440: 900, 768: 1024, 390: 844, 320: 800}
DATA = ("method", "codebook", "tables", "checks", "changes", "wanted", "check")
PAGES = {
    "board": "/",
    "board filtered": "/?design=before-after&rows=all&open=association&open=findings&open=table",
    "a study": "/study?study=Hornyak1998",
    "a study without numbers": "/study?study=Jadidi2022",
    "studies to choose": "/study",
    "guidelines": "/guidelines?guideline=AAN_2016",
    "claims": "/claims?claim=C24",
    "doses and safety": "/compounds",
    "map": "/map",
    "club": "/journal_club?step=expectation",
    "club, the figure": "/journal_club?step=result-2",
    "club, at the end": "/journal_club?step=discussion",
    **{
        f"data, {part}": f"/data?part={part}"
        for part in ("method", "codebook", "tables", "checks", "changes", "wanted", "check")
    },
}
BY_COLOUR = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
SIDEWAYS = """() => [document.documentElement, document.querySelector('.stMain')]
    .map((each) => each.scrollWidth - each.clientWidth).filter((over) => over > 0)"""


@pytest.mark.parametrize("page_name", PAGES)
def test_axe_finds_nothing_in_any_colours_at_any_width_and_nothing_leaves_the_window(server, open_page, page_name):
    found = {}
    for scheme in ("light", "dark"):
        page = open_page(server.address + PAGES[page_name], scheme=scheme)
        page.evaluate(Axe().axe_script)
        for width, height in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_timeout(200)
            found[scheme, width] = found_by(page, RULES if scheme == "light" else BY_COLOUR) + page.evaluate(SIDEWAYS)
            if scheme == "light":
                page.emulate_media(forced_colors="active")
                found["forced colours", width] = found_by(page, BY_COLOUR)
                page.emulate_media(forced_colors="none")
    assert {where: each for where, each in found.items() if each} == {}
