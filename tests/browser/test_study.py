"""A study's page in a real browser: cold links, arrow keys, provenance from the keyboard, and access for all."""

from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.packs.pack import read_pack
from evidence.study.order import neighbours
from tests.browser.board import option
from tests.browser.conftest import ROOT, settle

HORNYAK = "/study?study=Hornyak1998"


def heading(page):
    return page.locator("h1").first.inner_text()


def press(page, arrow, wanted):
    page.locator(f".st-key-step_{arrow.removeprefix('Arrow')} button", has_text=wanted).wait_for(timeout=10_000)
    page.locator("h1").first.click()
    page.keyboard.press(arrow)
    page.locator("h1", has_text=wanted).wait_for(timeout=10_000)
    settle(page)


def test_a_cold_deep_link_opens_the_study_with_its_filters(start, open_page):
    server = start()
    page = open_page(server.address + HORNYAK + "&design=before-after&directness=direct")
    assert heading(page) == "Hornyak 1998"
    assert "study=Hornyak1998" in page.url and "design=before-after" in page.url
    assert page.locator(".count").first.inner_text().startswith("Showing 2 of ")


def test_arrow_keys_walk_through_the_studies_in_view_and_back_returns(server, open_page):
    pack = read_pack(ROOT / "data")
    view = evidence_in_view(pack, Selection(design=("before-after",), directness=("direct",)))
    before, after = neighbours("Hornyak1998", view)
    assert before is None and after == "Gorantla2024"
    page = open_page(server.address + HORNYAK + "&design=before-after&directness=direct")
    press(page, "ArrowRight", "Gorantla 2024")
    assert "study=Gorantla2024" in page.url and "directness=direct" in page.url
    press(page, "ArrowLeft", "Hornyak 1998")
    assert "study=Hornyak1998" in page.url
    page.go_back()
    page.locator("h1", has_text="Gorantla 2024").wait_for(timeout=10_000)


def test_a_filter_keeps_the_study_open_and_says_when_it_hides_it(server, open_page):
    page = open_page(server.address + HORNYAK)
    option(page, "randomised trial").click()
    page.get_by_text("The filters hide this study").wait_for(timeout=10_000)
    settle(page)
    assert heading(page) == "Hornyak 1998" and "study=Hornyak1998" in page.url


def test_a_number_opens_where_it_was_read_and_closes_again_from_the_keyboard(server, open_page):
    page = open_page(server.address + HORNYAK)
    number = page.locator(".results .effect .cite").first
    number.focus()
    page.keyboard.press("Enter")
    note = page.locator(".reading:popover-open")
    assert note.count() == 1
    said = note.inner_text()
    assert "Read as:" in said and "checked 20" in said and "r = 0.5 assumed" in said
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.href").startswith("https://")
    page.keyboard.press("Escape")
    assert page.locator(".reading:popover-open").count() == 0


def test_an_open_note_lies_within_the_window(server, open_page):
    for size in ("desk", "phone"):
        page = open_page(server.address + HORNYAK, size)
        for place in (0, 3, -1):
            numbers = page.locator(".cite")
            button = numbers.nth(place if place >= 0 else numbers.count() - 1)
            button.scroll_into_view_if_needed()
            button.click()
            box, window = page.locator(".reading:popover-open").bounding_box(), page.viewport_size
            assert box["x"] >= 0 and box["x"] + box["width"] <= window["width"]
            assert box["y"] >= 0 and box["y"] + box["height"] <= window["height"]
            page.keyboard.press("Escape")


def test_every_number_in_results_is_a_button_with_a_note(server, open_page):
    page = open_page(server.address + "/study?study=RoguinMaor2017")
    broken = page.evaluate("[...document.querySelectorAll('.cite')].filter(each => !each.popoverTargetElement).length")
    assert broken == 0 and page.locator(".results .cite").count() >= 8


def test_an_unknown_study_is_named_and_the_known_ones_are_offered(server, open_page):
    page = open_page(server.address + "/study?study=Nobody1900")
    assert page.get_by_text("The link names the study 'Nobody1900', which this data does not have.").is_visible()
    assert page.locator(".chooser a").count() == len(read_pack(ROOT / "data").studies)


def test_without_a_study_those_in_view_can_be_chosen(server, open_page):
    page = open_page(server.address + "/study?design=before-after&directness=direct")
    assert page.locator(".chooser a").all_inner_texts() == ["Hornyak 1998", "Gorantla 2024"]
    page.locator(".chooser a").first.click()
    page.locator("h1", has_text="Hornyak 1998").wait_for(timeout=15_000)
    settle(page)
    assert "design=before-after" in page.url
