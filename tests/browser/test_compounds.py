"""Doses and safety in a real browser: jumps, cold link, converter, provenance from the keyboard, and access for all."""

import pytest

from tests.browser.conftest import ROOT, settle


def converted(page):
    rows = page.locator("table.converter tbody tr")
    return {row.locator("th").inner_text(): row.locator("td").all_inner_texts()[-2:] for row in rows.all()}


def test_a_cold_deep_link_shows_only_the_doses_in_view(start, open_page):
    page = open_page(start().address + "/compounds?compound=magnesium+oxide")
    assert page.locator(".lane-head h3").all_inner_texts() == ["Magnesium oxide"]
    assert "Jadidi 2022" in page.locator(".lane-study").all_inner_texts()
    assert page.get_by_text("It is not advice on a dose.").is_visible()


@pytest.mark.parametrize("name", ["Kidney function, by stage", "levodopa", "gabapentin", "Hidden sources", "Limits"])
def test_a_jump_on_a_phone_brings_its_part_to_the_top_without_loading_anew(server, open_page, name):
    page = open_page(server.address + "/compounds?design=randomised+trial", "phone")
    page.evaluate("window.stays = true")
    link = page.locator(".jumps").get_by_role("link", name=name, exact=True)
    target = page.locator(link.get_attribute("href"))
    assert target.count() == 1 and target.bounding_box()["y"] > 844
    link.click()
    page.wait_for_timeout(500)
    assert 0 <= target.bounding_box()["y"] < 120
    assert page.evaluate("window.stays") and "design=randomised+trial" in page.url


def test_safety_comes_before_the_salts_and_what_was_not_found_is_told_apart(server, open_page):
    page = open_page(server.address + "/compounds")
    headings = page.locator("[data-testid=stMain] h2").all_inner_texts()
    assert headings[:2] == ["Kidney function, by stage", "Medicines used for restless legs syndrome"]
    assert headings.index("Hidden sources") < headings.index("What studies gave by mouth, elemental dose in mg/day")
    silent = page.locator("tbody", has_text="Pramipexole").locator("tr.silent")
    assert "Looked for on 2026-11-25 in:" in silent.inner_text() and "no sign of safety" in silent.inner_text()
    pills = page.locator(".finding-not-named-in-what-was-read, .finding-nothing-found")
    edges = pills.evaluate_all("all => all.map(each => getComputedStyle(each).borderTopStyle)")
    assert len(edges) > 8 and set(edges) == {"dashed"}


@pytest.mark.parametrize("size", ["desk", "laptop", "tablet", "phone"])
def test_no_label_of_a_limit_lies_on_another_or_on_a_line_or_leaves_the_drawing(server, open_page, size):
    page = open_page(server.address + "/compounds", size)
    drawing = page.locator(".lane-limits").bounding_box()
    labels = [each.bounding_box() for each in page.locator(".limit-label").all()]
    lines = [each.bounding_box() for each in page.locator(".lane-limits .limit").all()]
    assert len(labels) == 3
    for place, label in enumerate(labels):
        assert drawing["x"] <= label["x"] and label["x"] + label["width"] <= drawing["x"] + drawing["width"] + 1
        assert not any(overlap(label, other) for other in labels[place + 1 :] + lines)


def overlap(one, other):
    """True when two boxes share more than a pixel in both directions."""
    return all(
        min(one[start] + one[size], other[start] + other[size]) - max(one[start], other[start]) > 1
        for start, size in (("x", "width"), ("y", "height"))
    )


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


def test_a_pack_without_doses_says_so_and_nothing_of_salts(opened, open_page):
    page = open_page(opened(ROOT / "tests" / "packs" / "headache").address + "/compounds")
    assert page.get_by_text("This data tells no doses, no limits and no cautions.").is_visible()
    said = page.locator("[data-testid=stMain]").inner_text()
    assert "salt" not in said and page.locator("table.converter").count() == 0
