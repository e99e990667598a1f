"""The evidence map: gaps stay visible, and a number leads to the board with just these studies."""

from tests.browser.conftest import settle


def test_a_number_leads_to_the_board_that_shows_as_many_studies(server, open_page):
    page = open_page(server.address + "/map?directness=direct")
    cell = page.locator("table.map tbody td a").first
    shown = cell.locator("strong").inner_text()
    cell.click()
    settle(page)
    assert f"Showing {shown} of" in page.locator(".count").first.inner_text()
    assert "directness=direct" in page.url and "design=" in page.url and "compound=" in page.url


def test_gaps_are_visible_and_spoken(server, open_page):
    page = open_page(server.address + "/map")
    gaps = page.locator("table.map td.weight-0")
    assert gaps.count() > 0
    assert gaps.first.inner_text().split() == ["0", "no", "study"]


def test_the_other_side_of_the_map_stands_in_the_address(server, open_page):
    page = open_page(server.address + "/map")
    page.locator("[data-testid=stMain]").get_by_text("Condition", exact=True).first.click()
    settle(page)
    assert "side=condition" in page.url
    assert "restless legs syndrome" in page.locator("table.map").inner_text()


def test_the_map_scrolls_inside_its_frame_on_a_phone(server, open_page):
    page = open_page(server.address + "/map", "phone")
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= 390
