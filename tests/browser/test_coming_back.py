"""A server that was away and a session that has slept: the open page comes back by itself, and the first click counts."""

import shutil

import pytest

from tests.browser.board import option
from tests.browser.conftest import ROOT, Server, settle

REMEMBER_SOCKETS = """(() => {
    const Plain = window.WebSocket;
    window.sockets = [];
    window.WebSocket = class extends Plain { constructor(...given) { super(...given); window.sockets.push(this); } };
})()"""
CONNECTED = '[data-testid="stApp"][data-test-connection-state="CONNECTED"]'
SHORT = {"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": "1"}


@pytest.fixture
def pack(tmp_path):
    return shutil.copytree(ROOT / "data", tmp_path / "pack")


@pytest.fixture
def restart(start):
    """Ends a server at once and starts another one on the same port."""

    def again(server: Server, pack) -> Server:
        server.process.kill()
        server.process.wait()
        return start(pack, port=server.port)

    return again


def rename(pack, name):
    """Another word in the banner: it tells which data a page was drawn from."""
    path = pack / "dataset.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("\nversion,2026.2", f"\nversion,{name}"), encoding="utf-8")


def sleep(page):
    """The connection is lost and the server forgets the session before the browser is back."""
    page.context.set_offline(True)
    page.evaluate("window.sockets.forEach(each => each.close())")
    page.wait_for_timeout(3_000)
    page.context.set_offline(False)
    page.wait_for_selector(CONNECTED, timeout=20_000)


def pressed(page):
    return page.locator(".stSidebar [aria-pressed=true]").all_inner_texts()


def press_filter(page, name):
    option(page, name).click()
    page.wait_for_url(lambda url: name.replace(" ", "+") in url, timeout=10_000)
    settle(page)


def test_an_open_page_comes_back_after_a_restart_with_its_view_and_takes_the_first_click(start, open_page, pack, restart):
    server = start(pack)
    page = open_page(server.address + "/map?design=before-after")
    rename(pack, "77")
    restart(server, pack)
    page.locator(".banner", has_text="Data 77").wait_for(timeout=30_000)
    settle(page)
    assert page.url == server.address + "/map?design=before-after" and pressed(page) == ["before-after"]
    press_filter(page, "case report")
    assert sorted(pressed(page)) == ["before-after", "case report"]
    assert page.get_by_role("dialog").count() == 0


def test_a_click_made_as_soon_as_the_server_is_back_is_not_lost(start, open_page, pack, restart):
    server = start(pack)
    page = open_page(server.address + "/journal_club?study=Jadidi2022&step=methods")
    on = page.locator(".st-key-club_on button")
    page.evaluate(
        """() => new MutationObserver(() => {
            const app = document.querySelector('[data-testid="stApp"]');
            const on = document.querySelector('.st-key-club_on button');
            if (app.dataset.testConnectionState === "CONNECTED" && on && !on.disabled) window.canClick ??= performance.now();
        }).observe(document.body, { subtree: true, attributes: true })"""
    )
    restart(server, pack)
    page.wait_for_function("() => window.canClick", polling=10, timeout=30_000)
    on.click(no_wait_after=True)
    page.wait_for_url(lambda url: "step=methods" not in url, timeout=10_000)


def test_a_session_that_has_slept_takes_the_first_click(start, browser):
    server = start(settings=SHORT)
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.add_init_script(REMEMBER_SOCKETS)
    page.goto(server.address + "/?design=before-after")
    settle(page)
    sleep(page)
    press_filter(page, "case report")
    assert sorted(pressed(page)) == ["before-after", "case report"]
    page.goto(server.address + "/journal_club?study=Jadidi2022&step=expectation")
    settle(page)
    sleep(page)
    page.locator(".st-key-club_on button").click()
    page.wait_for_url(lambda url: "step=expectation" not in url, timeout=10_000)
    context.close()


def test_hands_and_their_sums_agree_after_a_restart(start, open_page, pack, restart):
    server = start(pack)
    page = open_page(server.address + "/journal_club?study=Jadidi2022&step=expectation")
    enter(page, "better", 41)
    rename(pack, "77")
    restart(server, pack)
    page.locator(".banner", has_text="Data 77").wait_for(timeout=30_000)
    settle(page)
    assert page.get_by_label("better", exact=True).input_value() == "0"
    enter(page, "worse", 5)
    page.evaluate(
        """() => {
            history.pushState({}, "", "journal_club?study=Jadidi2022&step=result");
            dispatchEvent(new PopStateEvent("popstate", { state: {} }));
        }"""
    )
    page.wait_for_timeout(300)
    settle(page)
    words = page.locator(".club-step").inner_text()
    assert "worse 5" in words and "better 0" in words and "41" not in words


def enter(page, label, number):
    box = page.get_by_label(label, exact=True)
    box.fill(str(number))
    box.press("Enter")
    settle(page)
