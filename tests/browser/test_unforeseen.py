"""An error that nobody foresaw: our own page with a reference number and the ways on, never the one of Streamlit."""

import re
import shutil

import pytest

from tests.browser.access import violations
from tests.browser.conftest import ROOT, settle

PARTS = ("dashboard.py", ".streamlit", "evidence", "pages", "data")
FAILING = 'raise RuntimeError("what only the log may say")\n'
STRANGE = ("Ask Google", "Ask ChatGPT", "Install", "Traceback", "RuntimeError", "only the log", "Oh no", ".py")


@pytest.fixture
def checkout(tmp_path):
    """A copy of the program with one page that fails at once and one that fails when something is chosen on it."""
    for name in PARTS:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, tmp_path / name)
    page = tmp_path / "pages" / "map.py"
    page.write_text(page.read_text(encoding="utf-8").replace("chart = evidence_map", FAILING + "chart = evidence_map"))
    asked = tmp_path / "pages" / "parts" / "asked.py"
    asked.write_text(asked.read_text(encoding="utf-8").replace("    value = st.session_state[name]\n", f"    {FAILING}"))
    return tmp_path


def test_a_reader_sees_our_page_and_the_log_has_the_details(start, open_page, checkout):
    server = start(checkout / "data", checkout=checkout)
    page = open_page(server.address + "/map?design=before-after")
    told = page.locator(".unforeseen")
    reference = re.search(r"reference ([0-9a-f]{6})", told.inner_text())[1]
    assert [word for word in STRANGE if word in page.locator("body").inner_text()] == []
    assert page.get_by_test_id("stException").count() == 0
    assert page.locator(".title-bar").is_visible() and violations(page) == []
    told.get_by_role("link", name="Back to the board with these filters").click()
    page.wait_for_url(server.address + "/?design=before-after")
    page.locator(".bottom-line").wait_for()
    settle(page)
    page.go_back()
    told.wait_for()
    told.get_by_role("link", name="Back to the board", exact=True).click()
    page.wait_for_url(server.address + "/")
    page.locator(".menu a", has_text="Data").click()
    page.get_by_text("Codebook", exact=True).click()
    told.wait_for()
    assert [word for word in STRANGE if word in page.locator("body").inner_text()] == []
    told.get_by_role("link", name="Try again").click()
    page.locator(".title-bar").wait_for()
    server.stop()
    log = server.process.stderr.read().decode()
    assert f"reference {reference}" in log and "what only the log may say" in log


def test_an_address_without_a_page_names_the_pages_there_are(server, open_page):
    for address in ("/boards?design=before-after", "/nosuch/", "/far/below/", "/far/study"):
        page = open_page(server.address + address, still=False)
        page.get_by_role("heading", name="There is no such page").wait_for()
        assert page.get_by_role("dialog").count() == 0
        links = page.locator("main a").evaluate_all("(all) => all.map((each) => new URL(each.href).pathname)")
        assert "/study" in links and all(each.count("/") == 1 for each in links), (address, links)
    assert violations(page) == []
    page.get_by_role("link", name="Board").click()
    page.locator(".bottom-line").wait_for()
    settle(page)
    assert page.url == server.address + "/"


def test_the_name_of_the_first_page_leads_to_it_with_its_filters(server, open_page):
    page = open_page(server.address + "/board?design=before-after")
    assert page.url == server.address + "/?design=before-after" and page.get_by_role("dialog").count() == 0
    assert page.locator(".bottom-line").is_visible()
