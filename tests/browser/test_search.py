"""The search field in the frame: by keyboard alone, from any page, to what it says it leads to, with the filters kept."""

import json
import re
import unicodedata

import pytest

from evidence.writing.alphabet import folded
from pages.parts.searching import SCRIPT
from tests.browser.access import violations
from tests.browser.conftest import ROOT, settle
from tests.browser.test_data_page import UPLOAD, upload, zipped

FIELD, OPTION = ".find-field", ".find [role=option]"
FOLDED = re.compile(r"const BARE = \{.*?\};|const folded = .*?\.trim\(\);", re.DOTALL)
"""The part of the script that makes a text blind to capitals and accents."""


def type_in(page, text):
    """Go to the field by its key and type; wait for what is said."""
    page.keyboard.press("/")
    page.keyboard.type(text)
    page.wait_for_function(
        """() => {
          const said = document.querySelector('.find-said').textContent;
          return said && said !== document.querySelector('.find').dataset.loading;
        }"""
    )
    page.wait_for_function(
        "() => document.querySelector('.find-list').hidden || document.querySelector('.find [aria-selected=true]')"
    )


def names(page):
    return page.locator(f"{OPTION} .find-name").all_inner_texts()


def chosen(page):
    return page.locator(f"{OPTION}[aria-selected=true] .find-name").all_inner_texts()


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_a_study_is_found_by_keyboard_alone_and_opens_with_the_filters(server, open_page, size):
    page = open_page(server.address + "/?design=before-after&r=0.6", size=size)
    page.evaluate("() => { window.stays = true; }")
    type_in(page, "jadidi")
    assert page.locator(FIELD).get_attribute("aria-expanded") == "true"
    assert chosen(page) == ["Jadidi 2022"] and violations(page) == []
    page.keyboard.press("Enter")
    page.wait_for_url("**/study?study=Jadidi2022&design=before-after&r=0.6")
    settle(page)
    assert page.locator("h1").inner_text() == "Jadidi 2022" and page.evaluate("() => window.stays")
    assert page.locator(".find-results").is_hidden() and page.locator(FIELD).input_value() == ""
    page.go_back()
    page.locator(".bottom-line").wait_for()


@pytest.mark.parametrize("size", ["desk", "phone"])
@pytest.mark.parametrize(
    ("typed", "group", "address", "place"),
    [
        ("levodopa", "Medicines and safety", r"/compounds\?year=2000&year=2024#safety-levodopa", "tr:focus"),
        ("bisglycinate", "Compounds and limits", r"/compounds\?year=2000&year=2024#compound-", "div:focus"),
        ("german maximum", "Compounds and limits", r"/compounds\?.*#limit-upper", "div:focus"),
        ("aasm", "Guidelines", r"/guidelines\?guideline=AASM\w+&year=2000&year=2024#guideline-AASM", "tr:focus"),
        ("c24", "Claims of the article", r"/claims\?claim=C24&year=2000&year=2024$", ".claim-card.chosen"),
        ("smd", "Glossary", r"/data\?part=glossary&year=2000&year=2024#term-SMD$", "#term-SMD:focus"),
    ],
)
def test_everything_else_is_found_and_arrived_at(server, open_page, size, typed, group, address, place):
    page = open_page(server.address + "/map?year=2000&year=2024", size=size)
    type_in(page, typed)
    assert page.locator(".find-kind").first.inner_text().startswith(group)
    page.keyboard.press("Enter")
    page.locator(place).wait_for()
    assert re.search(address, page.url)
    assert 0 <= page.locator(place).bounding_box()["y"] <= page.viewport_size["height"]


def test_arrows_walk_through_the_results_and_round_and_the_page_keeps_its_keys(server, open_page):
    page = open_page(server.address + "/study?study=Hornyak1998")
    type_in(page, "magnesium")
    all_of_them = names(page)
    assert len(all_of_them) > 10 and chosen(page) == all_of_them[:1]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert chosen(page) == all_of_them[2:3]
    option = page.locator(f"{OPTION}[aria-selected=true]")
    assert page.locator(FIELD).get_attribute("aria-activedescendant") == option.get_attribute("id")
    for _ in range(3):
        page.keyboard.press("ArrowUp")
    last = page.locator(OPTION).last.bounding_box()
    assert chosen(page) == all_of_them[-1:] and last["y"] + last["height"] <= page.viewport_size["height"]
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(300)
    assert page.url.endswith("study=Hornyak1998")
    page.locator("summary").first.focus()
    assert page.locator(".find-results").is_hidden()


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_escape_closes_the_search_and_gives_the_focus_back(server, open_page, size):
    page = open_page(server.address + "/", size=size)
    link = page.locator(".menu a", has_text="Claims")
    link.focus()
    type_in(page, "x")
    page.keyboard.press("Escape")
    assert page.locator(".find-results").is_hidden() and link.evaluate("each => each === document.activeElement")
    assert page.url == server.address + "/"


def test_on_a_phone_a_button_opens_and_closes_the_field(server, open_page):
    page = open_page(server.address + "/", size="phone")
    assert not page.locator(FIELD).is_visible()
    page.get_by_role("button", name="Search").click()
    page.keyboard.type("iron")
    page.locator(OPTION).first.wait_for()
    page.get_by_role("button", name="Close the search").click()
    assert not page.locator(FIELD).is_visible() and page.locator(".find-results").is_hidden()
    page.get_by_role("button", name="Search").click()
    page.keyboard.type("iron")
    page.locator(OPTION).first.click()
    page.wait_for_url("**/compounds#safety-*")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("YILDIRIM apaydin", "Yıldırım & Apaydın 2020"),
        ("yıldırım", "Yıldırım & Apaydın 2020"),
        ("voderholzer", "Hornyak 1998"),
        ("Hornyak1998", "Hornyak 1998"),
        ("https://doi.org/10.1186/s12906-022-03814-8", "Jadidi 2022"),
        ("tau2", "tau\u00b2"),
    ],
)
def test_capitals_accents_authors_and_identifiers_lead_to_the_right_one(server, open_page, typed, found):
    page = open_page(server.address + "/map")
    type_in(page, typed)
    assert names(page)[:1] == [found]


def test_browser_and_program_are_blind_to_the_same_signs(server, open_page):
    page = open_page(server.address + "/map")
    signs = [
        chr(each) for each in (*range(0x20, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x1F00), *range(0x2070, 0x20A0))
    ]
    signs = [each for each in signs if unicodedata.category(each) != "Cn"]
    script = f"signs => {{ {' '.join(FOLDED.findall(SCRIPT))} return signs.map(folded); }}"
    found = page.evaluate(script, signs)
    assert [(sign, one) for sign, one in zip(signs, found, strict=True) if one != folded(sign)] == []


def test_nothing_found_is_said_with_what_was_searched_and_hostile_text_stays_text(server, open_page):
    page = open_page(server.address + "/")
    type_in(page, '<img src=x onerror="window.strange=1">')
    said = page.locator(".find-said").inner_text()
    assert said.startswith("Nothing found for '<img src=x onerror=\"window.strange=1\">'.") and "42 studies" in said
    assert page.locator(".find img").count() == 0 and not page.evaluate("() => window.strange")
    page.keyboard.press("Enter")
    assert page.url == server.address + "/" and violations(page) == []


def test_the_index_is_fetched_once_and_only_when_it_is_needed(server, open_page):
    page = open_page(server.address + "/")
    asked = []
    page.on("request", lambda request: asked.extend([request.url] * ("search-index" in request.url)))
    type_in(page, "iron")
    page.keyboard.press("Escape")
    page.locator(".menu a", has_text="Map").click()
    page.wait_for_url("**/map")
    settle(page)
    type_in(page, "zinc")
    assert len(asked) == 1


def test_an_index_that_does_not_come_is_told_and_asked_for_again(server, open_page):
    page = open_page(server.address + "/map")
    page.route("**/search-index*", lambda route: route.abort())
    page.keyboard.press("/")
    page.get_by_text("The search could not be loaded.").wait_for()
    page.unroute("**/search-index*")
    page.keyboard.type("iron")
    page.locator(OPTION).first.wait_for()


def test_of_many_a_part_is_shown_and_how_many_there_are(server, open_page):
    def many(route):
        entry = {"kind": "study", "about": "a title", "words": "", "address": "study?study=A"}
        entries = [{**entry, "name": f"Study <i>{n}</i>", "words": f"id{n}"} for n in range(10_000)]
        kinds = [{"kind": "study", "label": "Studies", "leads": "opens the page of the study"}]
        route.fulfill(json={"version": "1", "scope": "Searches all.", "kinds": kinds, "entries": entries})

    page = open_page(server.address + "/map")
    page.route("**/search-index*", many)
    page.reload()
    settle(page)
    type_in(page, "study")
    page.get_by_text("10000 found").wait_for()
    assert page.locator(OPTION).count() == 50 and page.locator(".find i").count() == 0
    assert page.locator(".find-said").inner_text() == "10000 found, 50 shown. More letters narrow it down."
    assert page.locator(".find-count").inner_text() == "50 of 10000"
    began = page.evaluate("() => performance.now()")
    page.keyboard.type(" 9999")
    page.wait_for_function("() => document.querySelectorAll('.find [role=option]').length === 1")
    assert page.evaluate("began => performance.now() - began", began) < 1_000


def test_in_an_own_table_the_search_is_of_that_table_and_says_so(server, open_page):
    page = open_page(server.address + UPLOAD)
    type_in(page, "hornyak")
    assert names(page)
    page.keyboard.press("Escape")
    upload(page, zipped(ROOT / "tests" / "packs" / "headache"))
    page.get_by_role("button", name="for this browser session").click()
    page.locator(".st-key-own_table_open").wait_for()
    settle(page)
    type_in(page, "hornyak")
    assert "Searches your own table" in page.locator(".find-said").inner_text() and names(page) == []
    page.keyboard.press("Escape")
    study = json.loads(page.locator(".find-own").text_content())["entries"][0]
    type_in(page, study["name"])
    page.keyboard.press("Enter")
    page.wait_for_url("**/study?study=*")
    settle(page)
    assert page.locator("h1").inner_text() == study["name"] and page.locator(".st-key-own_table_open").is_visible()


def test_a_presentation_has_no_search(server, open_page):
    page = open_page(server.address + "/journal_club?present=1")
    page.keyboard.press("/")
    assert page.locator(".find").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["desk", "phone"])
def test_axe_finds_nothing_in_the_open_list(server, open_page, size, scheme):
    page = open_page(server.address + "/map", size=size, scheme=scheme)
    type_in(page, "restless")
    assert page.locator(".find-kind").count() > 3 and violations(page) == []
