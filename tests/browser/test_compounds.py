"""The compounds page in a real browser: cold link, converter, provenance from the keyboard, and access for all."""

import pytest

from tests.browser.access import violations
from tests.browser.conftest import ROOT, settle


def converted(page):
    rows = page.locator("table.converter tbody tr")
    return {row.locator("th").inner_text(): row.locator("td").all_inner_texts()[-2:] for row in rows.all()}


def test_a_cold_deep_link_shows_only_the_doses_in_view(start, open_page):
    page = open_page(start().address + "/compounds?compound=magnesium+oxide")
    assert page.locator(".lane-head h3").all_inner_texts() == ["Magnesium oxide"]
    assert "Jadidi 2022" in page.locator(".lane-study").all_inner_texts()
    assert page.get_by_text("It is not advice on a dose.").is_visible()


def test_the_converter_goes_there_and_back(server, open_page):
    page = open_page(server.address + "/compounds")
    assert converted(page)["Magnesium oxide"] == ["250 mg", "415 mg"]
    page.get_by_role("radio", name="of the salt").or_(page.get_by_role("button", name="of the salt")).first.click()
    settle(page)
    assert converted(page)["Magnesium oxide"] == ["151 mg", "250 mg"]
    field = page.get_by_role("spinbutton")
    field.fill("100")
    field.press("Enter")
    settle(page)
    assert converted(page)["Magnesium citrate (3:2), nonahydrate"] == ["11.9 mg", "100 mg"]


def test_the_line_of_a_limit_runs_through_marks_of_its_value(server, open_page):
    page = open_page(server.address + "/compounds")
    row = page.locator("li.lane-row", has_text="Jadidi 2022")
    line = row.locator(".limit").first.bounding_box()
    mark = row.locator(".dose").last.bounding_box()
    assert abs(line["x"] + line["width"] / 2 - (mark["x"] + mark["width"] / 2)) < 2.5


def test_a_dose_opens_where_it_was_read_from_the_keyboard(server, open_page):
    page = open_page(server.address + "/compounds")
    page.locator("li.lane-row", has_text="Jadidi 2022").locator(".cite").first.focus()
    page.keyboard.press("Enter")
    said = page.locator(".reading:popover-open").inner_text()
    assert "If the salt was weighed: 250 mg x 60.3042 % = 151 mg" in said and "Read as:" in said
    page.keyboard.press("Escape")
    assert page.locator(".reading:popover-open").count() == 0


def test_a_pack_without_doses_says_so_and_nothing_of_salts(start, open_page):
    page = open_page(start(ROOT / "tests" / "packs" / "headache").address + "/compounds")
    assert page.get_by_text("This data tells no doses, no limits and no cautions.").is_visible()
    said = page.locator("[data-testid=stMain]").inner_text()
    assert "salt" not in said and page.locator("table.converter").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["desk", "phone"])
def test_axe_finds_nothing_and_nothing_leaves_the_window(server, open_page, size, scheme):
    page = open_page(server.address + "/compounds", size, scheme)
    assert violations(page) == []
    assert (
        page.evaluate("document.querySelector('.stMain').scrollWidth - document.querySelector('.stMain').clientWidth") <= 0
    )
