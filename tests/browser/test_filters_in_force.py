"""Filters one can see and trust: their chips above the figure by keyboard alone, Back, and the numbers on the options."""

import re

import pytest

from evidence.facts.option_counts import option_counts
from evidence.facts.selection import Selection, choices
from evidence.packs.pack import read_pack
from tests.browser.access import violations
from tests.browser.board import expected, forest_rows, option
from tests.browser.conftest import ROOT, settle

TWO = "/?design=randomised+trial&condition=restless+legs+syndrome"
CHIP = "Remove filter: Design: randomised trial"
SHOWN_NUMBERS = """(name) => [...document.querySelectorAll(`.st-key-${name} button`)]
    .map(each => Number(getComputedStyle(each, "::after").content.replace(/[", ]/g, "")))"""
CUT = """() => [...document.querySelectorAll(".in-force a, .stSidebar [data-testid=stButtonGroup] button")]
    .filter(each => each.scrollWidth > each.clientWidth + 1 || each.getBoundingClientRect().right > window.innerWidth)
    .map(each => each.innerText)"""

CUT_IN_A_LIST = """all => all.filter(each => each.scrollWidth > each.clientWidth || each.scrollHeight > 40)
    .map(each => each.innerText)"""


def chips(page):
    return [each.get_attribute("aria-label") for each in page.locator(".in-force a[aria-label]").all()]


def tab_to(page, name):
    """Come to a link with the Tab key from the top of the page."""
    page.evaluate("() => { document.activeElement.blur(); window.getSelection().removeAllRanges(); }")
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.ariaLabel || document.activeElement.innerText") == name:
            return
    raise AssertionError(f"Tab does not come to {name}")


def open_drawer(page):
    """By keyboard, on a phone."""
    page.locator(".open-filters").focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(800)


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_a_filter_is_taken_away_by_its_chip_and_brought_back_by_keyboard_alone(server, open_page, size):
    page = open_page(server.address + TWO + "&open=table&r=0.6", size)
    page.evaluate("() => { window.stays = true; }")
    assert page.locator(".in-force p").inner_text() == "3 of 42 studies"
    assert chips(page) == [CHIP, "Remove filter: Condition: restless legs syndrome"]
    tab_to(page, CHIP)
    page.keyboard.press("Enter")
    page.wait_for_url("**/?open=table&condition=restless+legs+syndrome&r=0.6")
    settle(page)
    left = expected(condition=("restless legs syndrome",))
    assert chips(page) == ["Remove filter: Condition: restless legs syndrome"]
    assert page.locator(".in-force p").inner_text() == f"{len(left)} of 42 studies"
    assert page.evaluate("() => document.activeElement.matches('.in-force a')")
    page.go_back()
    page.wait_for_url("**" + TWO + "&open=table&r=0.6")
    settle(page)
    assert len(chips(page)) == 2 and page.locator(".in-force p").inner_text() == "3 of 42 studies"
    assert page.evaluate("() => window.stays")


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_clear_all_leaves_no_filter_and_no_chips_and_back_restores_them(server, open_page, size):
    page = open_page(server.address + TWO + "&outcome=IRLS&year=2010&year=2022", size)
    assert chips(page)[2:] == ["Remove filter: Outcome: RLS severity (IRLS)", "Remove filter: Year: 2010 to 2022"]
    tab_to(page, "Clear all")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "design" not in address)
    settle(page)
    assert page.url.rstrip("?") == server.address + "/"
    assert page.locator(".in-force").count() == 0
    assert page.locator(".stSidebar [aria-pressed=true]").count() == 0 or size == "phone"
    assert page.evaluate("() => document.activeElement.innerText") == "What the studies found"
    page.go_back()
    page.wait_for_url("**" + TWO + "**")
    settle(page)
    assert len(chips(page)) == 4


def test_the_chips_stand_above_the_figure_and_a_cold_link_without_one_works(server, open_page):
    page = open_page(server.address + TWO)
    box, figure = page.locator(".in-force").bounding_box(), page.locator("table.forest").bounding_box()
    assert box["y"] + box["height"] <= figure["y"] and box["y"] + box["height"] <= 900
    href = page.get_by_role("link", name=CHIP).get_attribute("href")
    cold = open_page(server.address + "/" + href)
    assert forest_rows(cold) and chips(cold) == ["Remove filter: Condition: restless legs syndrome"]
    assert "design" not in cold.url


def test_without_a_filter_there_are_no_chips(server, open_page):
    assert open_page(server.address + "/?r=0.6&results=all").locator(".in-force").count() == 0


def test_when_nothing_is_left_each_chip_is_still_there_to_take_away(server, open_page):
    page = open_page(server.address + "/?design=case-control&condition=nocturnal+leg+cramps&directness=direct")
    assert page.locator(".in-force p").inner_text() == "0 of 42 studies" and len(chips(page)) == 3


def test_every_option_shows_what_it_would_leave_and_a_click_keeps_that_promise(server, open_page):
    pack = read_pack(ROOT / "data")
    page = open_page(server.address + "/")
    for selection in (Selection(), Selection(condition=("nocturnal leg cramps",))):
        if selection.condition:
            option(page, "nocturnal leg cramps").click()
            page.wait_for_url("**/?condition=nocturnal+leg+cramps")
            settle(page)
        for name, numbers in option_counts(pack, selection).items():
            assert page.locator(f".st-key-{name} button").all_inner_texts() == list(choices(pack)[name])
            assert tuple(page.evaluate(SHOWN_NUMBERS, name)) == numbers
    both = expected(condition=("nocturnal leg cramps",), design=("randomised trial",))
    page.get_by_role("button", name=f"randomised trial {len(both)}", exact=True).click()
    page.wait_for_url("**/?design=randomised+trial&condition=nocturnal+leg+cramps")
    settle(page)
    assert page.locator(".in-force p").inner_text() == f"{len(both)} of 42 studies"
    pressed = page.locator(".stSidebar [aria-pressed=true]").all_inner_texts()
    assert pressed == ["randomised trial", "nocturnal leg cramps"]


def test_on_a_phone_the_filters_are_folded_and_open_by_a_button_with_their_name(server, open_page):
    page = open_page(server.address + TWO, "phone")
    assert not page.locator(".st-key-design").is_visible() and page.locator(".in-force").is_visible()
    assert page.locator(".open-filters").inner_text() == "Filters"
    open_drawer(page)
    assert page.locator(".st-key-design").is_visible()
    page.wait_for_function("() => document.activeElement.closest('[data-testid=stSidebarCollapseButton]')")
    page.keyboard.press("Enter")
    page.wait_for_timeout(800)
    assert not page.locator(".st-key-design").is_visible()


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_no_option_and_no_chip_is_cut(server, open_page, size):
    long = "&compound=magnesium+lactate+and+citrate&flag=not+blinded%2C+patient-rated&outcome=PLMS+by+serum+magnesium"
    page = open_page(server.address + TWO + long, size)
    if size == "phone":
        open_drawer(page)
    assert page.evaluate(CUT) == []
    page.get_by_role("combobox", name="Outcome").press("ArrowDown")
    page.locator("[role=option]").first.wait_for()
    page.wait_for_timeout(300)
    assert page.locator("[role=option] > div").evaluate_all(CUT_IN_A_LIST) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["desk", "phone"])
def test_axe_finds_nothing_with_filters_in_force(server, open_page, size, scheme):
    assert violations(open_page(server.address + TWO, size=size, scheme=scheme)) == []


@pytest.mark.parametrize("asked", ["design=Randomised+Trial", "design=RANDOMISED+TRI%C3%81L"])
def test_capitals_and_accents_of_an_address_do_not_matter(server, open_page, asked):
    page = open_page(f"{server.address}/?{asked}")
    assert chips(page) == [CHIP] and page.locator(".stAlert").count() == 0
    assert re.search(r"design=randomised\+trial", page.locator(".cite-link").get_attribute("data-cites"))
    assert page.locator(".stSidebar [aria-pressed=true]").all_inner_texts() == ["randomised trial"]
