"""Everybody can read and use every page: axe finds nothing in any colours at any width, and no page scrolls sideways.

A page is loaded twice, once for each theme. Forced colours and widths are changed on the page that stands there, and of the
rules those that could find something new are asked again.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.access import RULES, found_by
from tests.browser.board import option

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
    **{f"data, {part}": f"/data?part={part}" for part in DATA},
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


CONTRAST = """(place) => {
    const light = (colour) => {
        const parts = colour.match(/[0-9.]+/g).slice(0, 3).map((each) => each / 255);
        const [r, g, b] = parts.map((each) => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    let ground = place;
    while (getComputedStyle(ground).backgroundColor.startsWith("rgba")) ground = ground.parentElement;
    const style = getComputedStyle(place);
    const [dark, bright] = [style.outlineColor, getComputedStyle(ground).backgroundColor].map(light).sort((a, b) => a - b);
    return [style.outlineStyle, parseFloat(style.outlineWidth), (bright + 0.05) / (dark + 0.05)];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_is_seen_on_menu_chips_and_links(server, open_page, scheme):
    page = open_page(server.address + "/", scheme=scheme)
    menu = page.get_by_role("navigation", name="Pages")
    assert menu.locator("[aria-current=page]").all_inner_texts() == ["Board"]
    menu.get_by_role("link").first.focus()
    page.keyboard.press("Tab")
    chip = page.locator(".stSidebar [data-testid=stButtonGroup] button").first
    for place in (page.locator(".menu a:focus"), chip, page.locator(".f-study a").first):
        place.focus()
        style, width, contrast = place.evaluate(CONTRAST)
        assert style == "solid" and width >= 2 and contrast >= 3


def test_what_a_filter_and_the_menu_change_is_told_once_and_nothing_when_a_page_opens(server, open_page):
    page = open_page(server.address + "/")
    told = page.get_by_role("status")
    page.wait_for_timeout(500)
    assert told.all_text_contents() == [""]
    option(page, "case report").click()
    page.wait_for_function("() => document.querySelector('.told-changes').textContent.startsWith('Showing 1 of ')")
    page.locator(".menu a", has_text="Map").click()
    page.wait_for_function("() => document.querySelector('.told-changes').textContent === document.title")
    assert page.title().startswith("Studies by design and compound")


def test_chosen_chips_and_squares_are_told_apart_in_forced_colours(server, open_page):
    page = open_page(server.address + "/?design=before-after&rows=all")
    page.wait_for_selector(".st-key-plot_treatment path.point")
    page.emulate_media(forced_colors="active")
    ground = "each => getComputedStyle(each).backgroundColor"
    chips = page.locator(".st-key-design button")
    grounds = {each.get_attribute("aria-pressed"): each.evaluate(ground) for each in chips.all()}
    assert grounds["true"] != grounds["false"]
    figure = page.locator(".st-key-plot_treatment .js-plotly-plot")
    assert figure.evaluate(ground).endswith(", 0)"), "words stand under the figure"
    points = page.locator(".st-key-plot_treatment .point")
    looks = "all => all.map(each => [getComputedStyle(each).fill, getComputedStyle(each).stroke])"
    assert set(map(tuple, points.evaluate_all(looks))) >= {("rgb(255, 255, 255)", "rgb(0, 0, 0)"), ("rgb(0, 0, 0)",) * 2}
    signs = page.locator(".forest-treatment .k").all_inner_texts()
    assert {"+", "!", "?"} <= {each.strip() for each in signs}


def test_intervals_that_are_compared_are_seen_in_forced_colours(server, open_page):
    page = open_page(server.address + "/compare?compare=Dahle1995&compare=Araujo2020")
    page.emulate_media(forced_colors="active")
    bars = page.locator(".compared .bar")
    assert bars.count() >= 2
    drawn = "each => [getComputedStyle(each, '::before').backgroundColor, getComputedStyle(each).backgroundColor]"
    for line, ground in (bar.evaluate(drawn) for bar in bars.all()):
        assert line != ground
    assert bars.first.evaluate("each => getComputedStyle(each.closest('figure')).forcedColorAdjust") == "none"
