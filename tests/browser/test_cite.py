"""The link to cite: a click copies it whole and says so, and in another browser it opens what was open."""

import urllib.request
from urllib.parse import parse_qs, urlsplit

import pytest

from evidence.downloads.qr import qr_data_url
from tests.browser.board import option
from tests.browser.conftest import settle

OPEN = {
    "board": "/?open=table&rows=all&design=before-after",
    "study": "/study?study=Jadidi2022&directness=direct",
    "claim": "/claims?claim=C24",
    "verdicts": "/claims?verdict=contradicted&core=yes",
    "guideline": "/guidelines?guideline=AAN_2016&r=0.7",
    "place": "/compounds#safety-",
    "map": "/map?side=condition",
    "step": "/journal_club?study=Jadidi2022&step=methods",
    "part": "/data?part=codebook",
    "term": "/data?part=glossary#term-SMD",
    "comparison": "/compare?compare=Hornyak1998&compare=Gorantla2024&compare=Jadidi2022&compound=magnesium+citrate",
}
"""An address of each page with something open."""
SEEN = """() => ({
    headings: [...document.querySelectorAll(".stMain :is(h1, h2, legend)")].map((each) => each.innerText),
    count: document.querySelector(".stSidebar .count")?.dataset.shown,
    rows: document.querySelectorAll(".stMain tr").length,
    open: [...document.querySelectorAll(".stMain :is([aria-expanded=true], [aria-checked=true], .chosen)")].length,
    step: document.querySelector(".club-where")?.innerText ?? "",
    focus: document.activeElement.id,
})"""


def copied(page):
    """Press the button of the link and read the clipboard."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.locator(".cite-link")
    assert button.inner_text() == "Copy citable link"
    button.press("Enter")
    page.locator(".cite-link", has_text="Link copied").wait_for(timeout=5_000)
    assert page.locator('#spoken[role="status"]').inner_text() == "Link copied"
    return page.evaluate("() => navigator.clipboard.readText()")


def open_at(open_page, server, address):
    """The address, with the first row of safety where only its kind is named."""
    page = open_page(server.address + address)
    if address.endswith("#safety-"):
        first = page.locator('[id^="safety-"]').first.get_attribute("id")
        page.goto(f"{server.address}/compounds#{first}")
        settle(page)
    return page


@pytest.mark.parametrize("kind", OPEN)
def test_the_copied_link_opens_the_same_view_in_a_fresh_browser(server, open_page, kind):
    page = open_at(open_page, server, OPEN[kind])
    seen, link = page.evaluate(SEEN), None
    link = copied(page)
    was, now = urlsplit(page.url), urlsplit(link)
    assert (now.scheme, now.netloc, now.path, now.fragment) == (was.scheme, was.netloc, was.path, was.fragment)
    asked = parse_qs(now.query)
    assert asked["version"] and asked["r"] and asked["results"]
    assert {name: asked[name] for name in parse_qs(was.query)} == parse_qs(was.query)
    fresh = open_page(link)
    assert fresh.evaluate(SEEN) == seen
    assert fresh.get_by_test_id("stAlert").count() == 0


def test_what_others_added_to_an_address_is_not_cited(server, open_page):
    page = open_page(server.address + "/study?study=Jadidi2022&utm_source=mail&own=ended")
    assert set(parse_qs(urlsplit(copied(page)).query)) == {"version", "r", "results", "study"}


def test_it_follows_the_page_after_soft_links_and_filters(server, open_page):
    page = open_page(server.address + "/study?study=Jadidi2022")
    page.locator(".menu a", has_text="Data").click()
    page.wait_for_url("**/data")
    settle(page)
    option(page, "before-after").click()
    page.wait_for_url("**/data?design=before-after")
    settle(page)
    link = urlsplit(copied(page))
    assert link.path == "/data" and parse_qs(link.query)["design"] == ["before-after"] and "study" not in link.query


def test_where_the_clipboard_is_refused_the_link_is_copied_the_old_way_or_marked(server, open_page):
    page = open_page(server.address + "/study?study=Jadidi2022")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    page.locator(".cite-link").click()
    page.locator(".cite-link", has_text="Link copied").wait_for(timeout=5_000)
    page.evaluate("() => { document.execCommand = () => false; }")
    page.locator(".cite-link").click()
    page.locator(".cite-link", has_text="Ctrl+C").wait_for(timeout=5_000)
    marked = page.evaluate("() => [document.activeElement.value, String(getSelection())]")
    assert marked[0] == marked[1] and marked[0].startswith(server.address + "/study?version=")


def test_the_setting_stands_before_the_link_and_the_code_of_the_club(start, open_page):
    server = start(settings={"EVIDENCE_ADDRESS": "https://evidence.example.org/tea"})
    page = open_page(server.address + "/journal_club?study=Jadidi2022&step=discussion")
    start_of_link = "https://evidence.example.org/tea/journal_club?version="
    assert copied(page).startswith(start_of_link) and copied_again(page).endswith("step=discussion")
    link = page.locator(".club-link a").inner_text()
    assert link.startswith(start_of_link) and link.endswith("study=Jadidi2022")
    assert page.locator(".club-link img").get_attribute("src") == qr_data_url(link)


def copied_again(page):
    return page.evaluate("() => navigator.clipboard.readText()")


def test_the_code_of_the_club_and_of_the_hand_out_carry_the_address_in_use(server, open_page):
    page = open_page(server.address + "/journal_club?study=Jadidi2022&step=discussion")
    link = page.locator(".club-link a").inner_text()
    assert link.startswith(server.address + "/journal_club?version=")
    assert page.locator(".club-link img").get_attribute("src") == qr_data_url(link)
    asked = urllib.request.Request(server.address + "/api/export/html?directness=direct", headers={"Host": "clinic.example"})
    handout = urllib.request.urlopen(asked, timeout=60).read().decode()
    named = "http://clinic.example/?version=2026.2&directness=direct&r=0.5&results=one"
    assert named.replace("&", "&amp;") in handout and qr_data_url(named) in handout
