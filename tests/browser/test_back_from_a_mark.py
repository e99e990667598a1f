"""A study opened by a click in the figure can be left by Back, Forward and reload, in any order, without a word of error."""

import pytest
from conftest import settle

ERRORS = '[data-testid="stException"], [data-testid="stAlertContentError"]'


def is_whole(page, path):
    settle(page)
    assert page.locator(ERRORS).count() == 0, page.locator(ERRORS).all_inner_texts()
    assert page.evaluate("location.pathname") == path
    assert page.locator(".stSidebar .count").inner_text().startswith("Showing ")


@pytest.mark.parametrize("query", ["", "?design=randomised+trial&year=2000&year=2022"])
def test_back_forward_and_reload_after_a_click_on_a_mark(server, open_page, query):
    page = open_page(server.address + "/" + query, "laptop")
    shown = page.locator(".stSidebar .count").inner_text()
    mark = page.locator(".st-key-plot_treatment path.point").first
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**/study?study=*")
    is_whole(page, "/study")
    for step, path in (
        (page.go_back, "/"),
        (page.go_forward, "/study"),
        (page.go_back, "/"),
        (page.reload, "/"),
        (page.go_forward, "/study"),
        (page.reload, "/study"),
        (page.go_back, "/"),
    ):
        step()
        is_whole(page, path)
        assert page.locator(".stSidebar .count").inner_text() == shown
        assert all(part in page.evaluate("location.search") for part in query.strip("?").split("&"))
