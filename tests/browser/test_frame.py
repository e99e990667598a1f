"""The frame in a real browser: title and menu, soft links, closed parts of the sidebar, and how much a click sends."""

import pytest

from tests.browser.access import violations
from tests.browser.board import option
from tests.browser.conftest import settle

FRAME_AND_PROTOCOL = 22
"""Messages of a filter click that do not belong to a page."""
ROWS = """<div class="stHtml"><table style="position:fixed;left:400px;top:300px;z-index:99;background:white;width:300px">
<tr data-row><td><a href="study?study=Hornyak1998">Hornyak 1998</a></td><td id="blank">words</td>
<td><button id="button">reason</button></td></tr></table></div>"""
FIGURE = """<div class="st-key-plot_a" style="position:fixed;left:400px;top:300px;z-index:100"><div class="js-plotly-plot"
style="width:200px;height:40px"></div></div>"""

SLOW_NETWORK = """(() => {
    const Plain = window.WebSocket;
    window.WebSocket = class extends Plain {
        set onmessage(take) { super.onmessage = (message) => setTimeout(() => take(message), 700); }
        addEventListener(kind, take, ...more) {
            const late = kind === "message" ? (message) => setTimeout(() => take(message), 700) : take;
            super.addEventListener(kind, late, ...more);
        }
    };
})()"""
"""What the server says arrives 0.7 s later."""


def put(page, html):
    page.evaluate("html => document.body.insertAdjacentHTML('beforeend', html)", html)


def shown(page):
    return page.locator("[data-shown]").first.get_attribute("data-shown")


def open_part(page, label):
    page.locator(".stSidebar summary", has_text=label).click()
    page.wait_for_timeout(300)
    settle(page)


def test_the_menu_keeps_filters_and_session_and_marks_the_open_page(server, open_page):
    page = open_page(server.address + "/?design=before-after")
    page.evaluate("() => { window.stays = true; }")
    count = shown(page)
    page.locator(".menu a", has_text="Guidelines").click()
    page.wait_for_url("**/guidelines?design=before-after")
    settle(page)
    assert page.locator(".menu [aria-current=page]").all_inner_texts() == ["Guidelines"]
    assert shown(page) == count
    page.locator(".title-bar .title").click()
    settle(page)
    assert page.locator(".bottom-line").is_visible() and page.url == server.address + "/?design=before-after"
    assert page.evaluate("() => window.stays")


def test_at_1440_pixels_the_answer_begins_within_90_pixels_under_title_and_menu_and_the_whole_question(server, open_page):
    page = open_page(server.address + "/")
    assert page.locator(".bottom-line").bounding_box()["y"] <= 90
    assert page.locator(".banner .question").evaluate("it => it.scrollWidth <= it.offsetWidth")
    title, first, last = (
        page.locator(each).bounding_box() for each in (".title", ".menu a:first-child", ".menu a:last-child")
    )
    assert first["x"] >= title["x"] + title["width"] and first["y"] == last["y"]
    assert first["y"] <= title["y"] <= title["y"] + title["height"] <= first["y"] + first["height"] + 1


@pytest.mark.parametrize("size", ["desk", "tablet", "phone"])
def test_the_sidebar_opens_and_closes_from_the_same_place(server, open_page, size):
    page = open_page(server.address + "/", size)
    expand = page.get_by_test_id("stExpandSidebarButton")
    collapse = page.get_by_test_id("stSidebarCollapseButton").get_by_role("button")
    if not expand.is_visible():
        collapse.click()
        page.wait_for_timeout(600)
    place = expand.bounding_box()
    expand.click()
    page.wait_for_timeout(600)
    assert page.locator(".stSidebar .count").is_visible()
    assert abs(collapse.bounding_box()["x"] - place["x"]) <= 4
    collapse.click()
    page.wait_for_timeout(600)
    assert not page.locator(".stSidebar .count").is_visible()


@pytest.mark.parametrize("size", ["tablet", "phone"])
def test_every_entry_of_the_menu_is_on_a_small_screen_and_large_enough_for_a_finger(server, open_page, size):
    page = open_page(server.address + "/", size)
    width = page.viewport_size["width"]
    boxes = [each.bounding_box() for each in page.locator(".menu a").all()]
    assert len(boxes) == 8
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= width and box["height"] >= 36 for box in boxes)


def test_what_is_assumed_is_kept_while_its_part_is_closed(server, open_page):
    page = open_page(server.address + "/")
    assert page.get_by_role("slider", name="Assumed").count() == 0
    open_part(page, "More filters")
    page.get_by_role("slider", name="Assumed").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/?r=0.6")
    settle(page)
    open_part(page, "More filters")
    option(page, "before-after").click()
    page.wait_for_url("**/?design=before-after&r=0.6")
    settle(page)
    open_part(page, "More filters")
    assert "0.60" in page.locator(".st-key-r").inner_text()
    page.locator(".stSidebar a", has_text="Clear filters").click()
    page.wait_for_url("**/?r=0.6")


def test_a_row_follows_its_link_wherever_it_is_clicked_but_not_a_button_in_it_nor_marked_text(server, open_page):
    page = open_page(server.address + "/")
    put(page, ROWS)
    page.locator("#button").click()
    words = page.locator("#blank").bounding_box()
    page.mouse.move(words["x"] + 8, words["y"] + 15)
    page.mouse.down()
    page.mouse.move(words["x"] + 40, words["y"] + 15)
    page.mouse.up()
    assert page.evaluate("() => String(getSelection())")
    assert page.url == server.address + "/"
    page.evaluate("() => window.getSelection().removeAllRanges()")
    page.locator("#blank").click()
    page.wait_for_url("**/study?study=Hornyak1998")


def test_a_figure_laid_over_rows_passes_a_click_on_to_the_row_under_it(server, open_page):
    page = open_page(server.address + "/")
    put(page, ROWS)
    put(page, FIGURE)
    page.locator(".st-key-plot_a .js-plotly-plot").click(position={"x": 150, "y": 15})
    page.wait_for_url("**/study?study=Hornyak1998")


def test_a_click_on_a_filter_sends_few_messages(server, open_page):
    page = open_page("about:blank", still=False)
    got: list[object] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: got.append(frame)))
    page.goto(server.address + "/map")
    settle(page)
    got.clear()
    option(page, "randomised trial").click()
    page.wait_for_url("**/map?design=randomised+trial")
    settle(page)
    assert 0 < len(got) <= FRAME_AND_PROTOCOL + 5


@pytest.mark.parametrize("pause", [0, 60, 500])
def test_who_clicks_filters_faster_than_the_page_follows_loses_none(server, browser, pause):
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.add_init_script(SLOW_NETWORK)
    page.goto(server.address + "/map")
    page.locator(".st-key-design button").first.wait_for()
    page.wait_for_timeout(1_000)
    settle(page)
    page.evaluate(
        """(pause) => {
            const pills = () => [...document.querySelectorAll(".st-key-design button")];
            const named = (name) => pills().find((each) => each.innerText === name);
            named("before-after").click();
            setTimeout(() => named("case report").click(), pause);
        }""",
        pause,
    )
    page.wait_for_timeout(pause + 2_000)
    settle(page)
    assert page.locator(".stSidebar [aria-pressed=true]").all_inner_texts() == ["before-after", "case report"]
    assert page.url == server.address + "/map?design=before-after&design=case+report"
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_frame_with_its_parts_open(server, open_page, scheme):
    page = open_page(server.address + "/map?design=before-after", scheme=scheme)
    open_part(page, "More filters")
    open_part(page, "What is hidden")
    assert page.locator(".hidden-studies li").count() > 0
    assert violations(page) == []
