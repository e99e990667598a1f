"""The forest of the board in a real browser: squares in their rows, rows as links, marks with reasons, parts that open."""

from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.browser.board import expected, forest_rows, option, table_rows
from tests.browser.conftest import ROOT, settle


def test_the_rows_of_the_condition_and_their_axis_stand_on_the_first_screen(server, open_page):
    page = open_page(server.address + "/")
    page.wait_for_selector(".st-key-plot_treatment path.point")
    groups = page.locator(".forest-treatment tbody")
    direct = [groups.nth(place).bounding_box() for place in range(3)]
    axis = page.locator(".forest-treatment tfoot .f-ends").bounding_box()
    ticks = page.locator(".st-key-plot_treatment .xtick").first.bounding_box()
    assert max(each["y"] + each["height"] for each in [*direct, axis, ticks]) <= 900


@pytest.mark.parametrize("pack", ["data", "examples/bcg"])
@pytest.mark.parametrize("size", ["desk", "laptop", "tablet"])
def test_each_square_stands_in_its_row(opened, open_page, size, pack):
    page = open_page(opened(ROOT / pack).address + "/?rows=all", size)
    page.wait_for_selector(".st-key-plot_treatment path.point")
    points = page.evaluate(
        """() => [...document.querySelectorAll('.st-key-plot_treatment .points path.point')].map(point => {
            const box = point.getBoundingClientRect(), middle = box.top + box.height / 2;
            const row = [...document.querySelectorAll('.forest-treatment tr[data-row]')].find(
                each => each.getBoundingClientRect().top < middle && middle < each.getBoundingClientRect().bottom);
            const cell = row && row.querySelector('.f-effect'), side = cell && cell.getBoundingClientRect();
            const inside = side && box.left >= side.left - 8 && box.right <= side.right + 8;
            return side ? [Math.abs(side.top + side.height / 2 - middle), inside] : null;
        })"""
    )
    widths = "each => [each.clientWidth, each.querySelector('.main-svg').getBoundingClientRect().width]"
    room, drawn = page.locator(".st-key-plot_treatment .js-plotly-plot").evaluate(widths)
    assert abs(room - drawn) <= 1, "Streamlit draws no figure narrower than 150 pixels"
    assert len(points) >= 8
    assert all(point and point[0] <= 2 and point[1] for point in points), points


def test_a_row_opens_its_study_by_mouse_and_by_keyboard_and_its_text_can_be_selected(server, open_page):
    page = open_page(server.address + "/")
    link = page.locator(".forest-treatment .f-study a").first
    link.focus()
    following = page.locator(".forest-treatment .f-study a").nth(1).inner_text()
    reached = []
    for _ in range(5):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent"))
    assert following in reached
    page.locator(".st-key-forest_treatment h2").click()
    text = page.locator(".forest-treatment tr[data-row] .f-number").first.bounding_box()
    page.mouse.move(text["x"] + 8, text["y"] + 10)
    page.mouse.down()
    page.mouse.move(text["x"] + 90, text["y"] + 10, steps=5)
    page.mouse.up()
    assert page.evaluate("getSelection().toString().trim()") != ""
    assert page.evaluate("location.pathname") == "/"
    page.evaluate("getSelection().removeAllRanges()")
    page.locator(".forest-treatment tr[data-row] .f-week").nth(3).click()
    page.wait_for_url("**/study?study=*")


def on_top(panel):
    """Whether nothing covers the panel and its ground is opaque."""
    return panel.evaluate(
        """each => {
            const box = each.getBoundingClientRect();
            const spots = [[4, 4], [box.width / 2, box.height / 2], [box.width - 4, box.height - 4]];
            const seen = spots.map(([x, y]) => document.elementFromPoint(box.left + x, box.top + y));
            return seen.every(spot => each.contains(spot)) && !getComputedStyle(each).backgroundColor.startsWith("rgba");
        }"""
    )


def test_marks_tell_their_reason_on_hover_focus_and_tap(server, open_page):
    page = open_page(server.address + "/")
    marks = page.locator(".forest-treatment .f-marks button.why").first
    reasons = page.locator(".forest-treatment .f-marks .because").first
    assert not reasons.is_visible()
    marks.hover()
    assert reasons.is_visible() and "andomisation process" in reasons.inner_text()
    assert on_top(reasons)
    page.mouse.move(5, 5)
    assert not reasons.is_visible()
    marks.click()
    assert reasons.is_visible() and on_top(reasons)
    page.keyboard.press("Escape")
    assert page.evaluate("location.pathname") == "/"


def test_the_study_table_opens_and_closes_by_its_link_and_back(server, open_page):
    page = open_page(server.address + "/?design=case-control")
    assert table_rows(page) == []
    page.get_by_role("link", name="Studies in view, as a table").click()
    settle(page)
    assert table_rows(page) == expected(design=("case-control",)) and "open=table" in page.url
    option(page, "cross-sectional").click()
    settle(page)
    assert table_rows(page) == expected(design=("case-control", "cross-sectional"))
    page.get_by_role("link", name="Studies in view, as a table").click()
    settle(page)
    assert table_rows(page) == [] and "design=case-control" in page.url
    page.go_back()
    settle(page)
    assert table_rows(page) == expected(design=("case-control", "cross-sectional"))


def test_the_funnel_plot_opens_by_its_link(opened, open_page):
    page = open_page(opened(ROOT / "examples" / "bcg").address + "/")
    assert page.locator(".js-plotly-plot").count() == 1
    page.get_by_role("link", name="do small studies show larger effects").click()
    page.wait_for_selector(".st-key-funnel .js-plotly-plot path.point")
    assert "open=funnel" in page.url


def test_folded_rows_open_by_their_link_and_back_folds_them(server, open_page):
    page = open_page(server.address + "/")
    folded = len(forest_rows(page))
    page.locator(".f-fold a").first.click()
    settle(page)
    assert len(forest_rows(page)) == 23 > folded
    page.go_back()
    settle(page)
    assert len(forest_rows(page)) == folded


def test_showing_folded_rows_leaves_the_table_its_order_and_the_boxes_as_they_are(server, open_page):
    page = open_page(server.address + "/?open=table&open=compare&sort=-year")
    first = table_rows(page)[0]
    page.locator(".f-fold a").first.click()
    page.wait_for_url("**rows=all**")
    settle(page)
    assert sorted(parse_qsl(urlsplit(page.url).query)) == [
        *(("open", "compare"), ("open", "table"), ("rows", "all"), ("sort", "-year"))
    ]
    assert table_rows(page)[0] == first
    assert page.locator(".forest-treatment input[name=compare]").count() == 23


NOT_CUT = """point => {
    const box = point.getBoundingClientRect();
    for (let each = point.parentElement; each && !each.matches('.stMain'); each = each.parentElement) {
        const room = each.getBoundingClientRect();
        const clips = !(each instanceof SVGGElement) && getComputedStyle(each).overflowX !== 'visible';
        if (clips && (box.left < room.left - 1 || box.right > room.right + 1)) return false;
    }
    return true;
}"""


def test_an_arrow_at_the_end_of_the_axis_is_whole_also_on_a_phone(server, open_page):
    page = open_page(server.address + "/?rows=all")
    arrows = page.locator(".st-key-plot_treatment path.point")
    arrows.first.wait_for()
    assert all(arrow.evaluate(NOT_CUT) for arrow in arrows.all())
    cut = page.locator(".forest-treatment td:is(.cut-low, .cut-high)")
    assert cut.count() >= 1
    page.set_viewport_size({"width": 390, "height": 844})
    settle(page)
    drawn = "cell => [getComputedStyle(cell, '::before').clipPath, getComputedStyle(cell, '::before').height]"
    for cell in cut.all():
        shape, height = cell.evaluate(drawn)
        assert shape.startswith("polygon") and height == "10px"


def test_a_reason_is_read_to_its_end_on_a_phone(server, open_page):
    page = open_page(server.address + "/?rows=all", size="phone")
    reasons = page.locator(".forest .f-reason .cut:visible")
    assert reasons.count() >= 3
    assert [
        each.inner_text() for each in reasons.all() if each.evaluate("it => it.scrollHeight > it.clientHeight + 1")
    ] == []
