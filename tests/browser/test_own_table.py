"""A reader's own table: its end is told, and while a hostile one is read the server answers everybody else."""

import threading
import time
import urllib.request

import pytest

from tests.browser.board import option
from tests.browser.conftest import ROOT, settle
from tests.browser.test_data_page import UPLOAD, upload, zipped
from tests.hostile import UPLOADS

ENDED = "Your own table was open in a browser session that has ended."
OWN = ".st-key-own_table_open"


@pytest.fixture
def with_own_table(open_page):
    """A page on which a reader has opened a table of their own."""

    def go(server):
        page = open_page(server.address + UPLOAD)
        upload(page, zipped(ROOT / "tests" / "packs" / "headache"))
        page.get_by_role("button", name="for this browser session").click()
        page.locator(OWN).wait_for()
        settle(page)
        return page

    return go


def test_a_page_loaded_anew_says_that_the_own_table_is_closed(server, with_own_table):
    page = with_own_table(server)
    page.locator(".menu a", has_text="Map").click()
    page.wait_for_url("**/map*")
    settle(page)
    assert page.locator(OWN).is_visible() and page.get_by_text(ENDED).count() == 0
    page.reload()
    page.get_by_text(ENDED).wait_for()
    assert page.locator(OWN).count() == 0
    page.locator(".menu a", has_text="Board").click()
    page.wait_for_url(server.address + "/")
    settle(page)
    assert page.get_by_text(ENDED).count() == 0


def test_no_link_to_cite_is_offered_and_none_is_printed_because_none_would_open_the_own_table(server, with_own_table):
    page = with_own_table(server)
    for address, there in (("/", ".forest"), ("/journal_club?step=discussion", ".club-where")):
        page.evaluate("(to) => { history.pushState({}, '', to); dispatchEvent(new PopStateEvent('popstate')); }", address)
        page.locator(there).first.wait_for()
        settle(page)
        assert page.locator(OWN).is_visible() and page.locator(".cite-link, .club-link").count() == 0
        page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
        printed = page.locator(".on-paper .printed").text_content()
        assert "own table, opened by no address" in printed and "http" not in printed


def test_a_restarted_server_says_that_the_own_table_is_closed(start, with_own_table):
    server = start()
    page = with_own_table(server)
    server.process.kill()
    server.process.wait()
    start(port=server.port)
    page.get_by_text(ENDED).wait_for(timeout=30_000)
    assert page.locator(OWN).count() == 0


def test_going_back_to_the_shipped_data_on_purpose_is_not_told_as_a_loss(server, with_own_table):
    page = with_own_table(server)
    page.get_by_role("button", name="Back to the shipped data").click()
    page.locator(OWN).wait_for(state="detached")
    settle(page)
    page.reload()
    settle(page)
    assert page.get_by_text(ENDED).count() == 0 and "own=" not in page.url


@pytest.mark.parametrize("name", ["200,000 results in a ZIP", "100 MB in a ZIP", "a ZIP of 100,000 entries"])
def test_while_a_hostile_upload_is_read_others_open_pages(start, open_page, name):
    server = start()
    reading = open_page(server.address + UPLOAD)
    other = open_page(server.address + "/")
    answers: list[float] = []
    over = threading.Event()

    def ask() -> None:
        while not over.is_set():
            begun = time.perf_counter()
            with urllib.request.urlopen(server.address + "/healthz", timeout=20) as answer:
                assert answer.status == 200
            answers.append(time.perf_counter() - begun)
            time.sleep(0.05)

    asking = threading.Thread(target=ask)
    asking.start()
    (file, data), *_ = UPLOADS[name]().items()
    reading.set_input_files("input[type=file]", {"name": file, "mimeType": "application/zip", "buffer": data})
    option(other, "case report").click()
    other.wait_for_url("**design=case+report", timeout=10_000)
    reading.wait_for_selector(".problems", timeout=30_000)
    over.set()
    asking.join()
    assert len(answers) > 5 and max(answers) < 3, max(answers)
