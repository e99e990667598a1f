"""Studies side by side in a real browser: reached from figure, table and study by keyboard, on a desk and a phone."""

import pytest

from tests.browser.access import violations
from tests.browser.board import option
from tests.browser.conftest import settle

TWO = "/compare?compare=Hornyak1998&compare=Gorantla2024"
THREE = "/compare?compare=Dahle1995&compare=Araujo2020&compare=RoguinMaor2017"
FOCUSED = "() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.innerText"
OVER = "() => document.querySelector('.stMain').scrollWidth - document.querySelector('.stMain').clientWidth"


def columns(page):
    return page.locator(".compared thead a").all_inner_texts()


def tick(page, study):
    """Focus the box of a study and tick it with the space bar."""
    page.locator(f'input[name="compare"][value="{study}"]').first.focus()
    page.keyboard.press("Space")


def ticked(page):
    return set(page.locator('input[name="compare"]:checked').evaluate_all("all => all.map(each => each.value)"))


def arrive(page, *studies):
    page.locator(".compared thead a").nth(len(studies) - 1).wait_for(timeout=15_000)
    settle(page)
    assert columns(page) == list(studies)


@pytest.mark.parametrize("size", ["desk", "phone"])
@pytest.mark.parametrize("where", ["/?open=table&design=before-after", "/?open=compare&design=before-after"])
def test_rows_of_table_and_figure_are_compared_by_keyboard_alone(server, open_page, where, size):
    page = open_page(server.address + where, size)
    page.evaluate("() => { window.stays = true; }")
    tick(page, "Hornyak1998")
    assert page.evaluate(FOCUSED) == "Compare Hornyak 1998"
    tick(page, "Gorantla2024")
    page.keyboard.press("Enter")
    arrive(page, "Hornyak 1998", "Gorantla 2024")
    assert page.url == server.address + TWO + "&design=before-after"
    assert page.evaluate("() => window.stays"), "the page was loaded anew"
    page.go_back()
    page.locator(".bottom-line").wait_for(timeout=15_000)
    settle(page)
    assert page.url == server.address + where


@pytest.mark.parametrize("where", ["table", "compare"])
def test_what_is_ticked_stays_ticked_when_a_filter_draws_the_rows_anew(server, open_page, where):
    page = open_page(f"{server.address}/?open={where}&design=before-after")
    tick(page, "Hornyak1998")
    tick(page, "Gorantla2024")
    tick(page, "Lynch2014")
    tick(page, "Lynch2014")
    page.get_by_role("link", name="Remove filter: Design: before-after").click()
    page.wait_for_url(lambda address: "design" not in address)
    settle(page)
    assert ticked(page) == {"Hornyak1998", "Gorantla2024"}
    option(page, "case report").click()
    settle(page)
    assert ticked(page) == set()
    page.go_back()
    settle(page)
    page.locator('input[name="compare"][value="Gorantla2024"]').first.press("Enter")
    arrive(page, "Hornyak 1998", "Gorantla 2024")
    page.go_back()
    settle(page)
    assert ticked(page) == set()


def test_the_figure_gets_its_boxes_by_a_link_below_it_and_has_none_before(server, open_page):
    page = open_page(server.address + "/")
    assert page.locator(".forest input").count() == 0
    page.get_by_role("link", name="Compare studies").press("Enter")
    page.locator(".forest input").first.wait_for(timeout=15_000)
    settle(page)
    assert page.locator(".forest-treatment [data-row]").count() == page.locator(".forest-treatment input").count()


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_a_study_offers_the_nearest_and_all_others_and_back_returns(server, open_page, size):
    page = open_page(server.address + "/study?study=Hornyak1998", size)
    page.locator(".compare-with a", has_text="Gorantla 2024").press("Enter")
    arrive(page, "Hornyak 1998", "Gorantla 2024")
    page.go_back()
    page.locator(".compare-with a", has_text="choose other studies").press("Enter")
    page.locator(".comparison-choice").wait_for(timeout=15_000)
    settle(page)
    assert page.locator("h1").inner_text() == "Compare studies"
    assert page.get_by_text("Tick one or two more.").is_visible()
    tick(page, "Jadidi2022")
    tick(page, "Gorantla2024")
    page.keyboard.press("Enter")
    arrive(page, "Hornyak 1998", "Jadidi 2022", "Gorantla 2024")


def test_other_studies_are_chosen_below_a_comparison(server, open_page):
    page = open_page(server.address + TWO)
    page.get_by_role("link", name="Compare other studies").press("Enter")
    page.locator(".comparison-choice").wait_for(timeout=15_000)
    settle(page)
    assert page.locator(".comparison-choice input:checked").count() == 2
    tick(page, "Jadidi2022")
    tick(page, "Hornyak1998")
    page.get_by_role("button", name="Compare", exact=True).press("Enter")
    arrive(page, "Gorantla 2024", "Jadidi 2022")


def test_it_has_a_title_of_its_own_and_says_what_differs_not_by_colour_alone(server, open_page):
    page = open_page(server.address + THREE)
    assert page.title().startswith("Dahle 1995, Ara\u00fajo 2020 and Roguin Maor 2017 side by side")
    marked = page.locator(".compared tr.differs > th").all_inner_texts()
    assert marked and all("\u2260" in each and "Differs:" in each for each in marked)
    assert page.locator(".compared tr:not(.differs) .unlike").count() == 0
    assert page.locator('.compared [role="img"]').count() == 1
    assert "5.66 [1.35, 23.68]" in page.locator('.compared [role="img"]').get_attribute("aria-label")
    number = page.locator(".compared .found .cite").first
    number.focus()
    page.keyboard.press("Enter")
    assert "Read as:" in page.locator(".reading:popover-open").inner_text()


def test_what_cannot_be_compared_is_named(server, open_page):
    asked = "&".join(
        f"compare={each}" for each in ("Hornyak1998", "Hornyak1998", "X<b>Y", "Jadidi2022", "Sinniah", "Liu2021")
    )
    page = open_page(f"{server.address}/compare?{asked}")
    said = " ".join(page.get_by_test_id("stAlert").all_inner_texts())
    assert "X<b>Y" in said and "shown once: Hornyak 1998" in said and "Left out: Liu 2021" in said
    assert len(columns(page)) == 3


def test_on_a_phone_the_names_stay_in_sight_and_the_columns_side_by_side(server, open_page):
    page = open_page(server.address + THREE, "phone")
    page.locator(".compared tr", has_text="Elemental dose").first.scroll_into_view_if_needed()
    page.evaluate("() => document.querySelector('.stMain').scrollBy(0, 300)")
    heads = [each.bounding_box() for each in page.locator(".compared thead th").all()]
    assert all(0 <= box["y"] < 120 for box in heads) and len({round(box["x"]) for box in heads}) == 3
    assert page.evaluate(OVER) <= 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["desk", "phone"])
def test_axe_finds_nothing_and_nothing_leaves_the_window(server, open_page, size, scheme):
    page = open_page(server.address + THREE + "&open=choice", size, scheme)
    for address in ("", "/compare?compare=Hornyak1998", "/?open=table&open=compare&design=before-after"):
        if address:
            page.goto(server.address + address)
            settle(page)
        assert violations(page) == [], address
        assert page.evaluate(OVER) <= 0, address
