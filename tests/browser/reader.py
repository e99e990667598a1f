"""A reader's browser that stands ready from test to test, and waiting until a page of it stands still."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Error, Page

FAILED = pytest.StashKey[bool]()


class Kept:
    """A browser context that keeps files it has read and scripts it has compiled, and nothing else once it is emptied.

    The pages of a context share one process, which an empty page holds open.
    """

    def __init__(self, browser: Browser) -> None:
        self.context = browser.new_context(accept_downloads=True)
        self.context.add_init_script(WATCH)
        self.idle: Page | None = None

    def open(self, address: str, size: tuple[int, int], scheme: str) -> Page:
        """A new page of that size and theme at an address; what it shows may still change."""
        parts = urlsplit(address)
        if parts.netloc and self.idle is None:
            self.idle = self.context.new_page()
            self.idle.goto(f"{parts.scheme}://{parts.netloc}/healthz")
        page = self.context.new_page()
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.emulate_media(color_scheme=scheme)
        page.goto(address)
        return page

    def empty(self) -> None:
        """Close the pages and forget all that they may have kept: cookies, storage, permissions, whether it is offline."""
        addresses = [urlsplit(page.url) for page in self.context.pages]
        for page in self.context.pages:
            if page is not self.idle:
                page.close()
        self.context.set_offline(False)
        self.context.clear_cookies()
        self.context.clear_permissions()
        if self.idle:
            session = self.context.new_cdp_session(self.idle)
            for origin in {f"{each.scheme}://{each.netloc}" for each in addresses if each.netloc}:
                session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
            session.detach()


WATCH = """(() => {
    const Plain = window.WebSocket;
    window.asked = window.answered = 0;
    window.WebSocket = class extends Plain { send(what) { window.asked = performance.now(); super.send(what); } };
    let state = "";
    const look = () => {
        const now = document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState;
        if (state !== now && now === "notRunning") window.answered = performance.now();
        state = now;
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true,
        attributeFilter: ["data-test-script-state"] });
})()"""
"""Notes when the browser last asked for a run and when one last ended: between the two a page only looks still."""
REST = """([looks, pause]) => new Promise((done) => {
    let last = "", same = 0, left = 30_000 / pause;
    const look = () => {
        const app = document.querySelector('[data-testid="stApp"]')?.dataset ?? {};
        const main = document.querySelector('[data-testid="stMain"]');
        const now = `${location.href} ${main?.innerHTML.length}`;
        const waits = window.asked > window.answered && performance.now() - window.asked < 3000;
        const still = !waits && app.testScriptState === "notRunning" && app.testConnectionState === "CONNECTED"
            && main?.querySelectorAll(".stHtml > *").length > 1 && !document.querySelector('[data-testid*="Skeleton"]');
        same = still && now === last ? same + 1 : 0;
        last = now;
        if (same >= looks || --left <= 0) done(same >= looks); else setTimeout(look, pause);
    };
    setTimeout(look, pause);
})"""


def rests(page: Page, looks: int, pause: int) -> bool:
    """Wait until the run has ended and the page stays the same for so many looks, milliseconds apart; False after 30 s.

    A page that is being left answers nothing and is asked again.
    """
    for _ in range(20):
        try:
            return page.evaluate(REST, [looks, pause])
        except Error as error:
            if "context was destroyed" not in str(error) and "navigat" not in str(error):
                raise
            page.wait_for_timeout(100)
    return False


def settle(page: Page) -> None:
    """Wait until the page stands still: less long where the page itself notes what it asked for."""
    page.wait_for_selector('[data-testid="stApp"]', timeout=30_000)
    watched = page.evaluate("() => 'asked' in window")
    assert rests(page, *((5, 60) if watched else (3, 330))), "the page did not come to rest"
