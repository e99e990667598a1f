"""A running dashboard and a browser for the tests of this folder."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
POLICY = "Content Security Policy"
SIZES = {"desk": (1440, 900), "laptop": (1280, 800), "clinic": (1366, 768), "tablet": (768, 1024), "phone": (390, 844)}


class Server:
    """One dashboard on a port of its own, opened on a pack."""

    def __init__(self, pack: Path, checkout: Path = ROOT, port: int = 0, settings: Mapping[str, str] | None = None) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = port or free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "streamlit",
                "run",
                "dashboard.py",
                "--server.port",
                str(self.port),
                "--server.headless",
                "true",
                "--server.address",
                "127.0.0.1",
                "--server.fileWatcherType",
                "none",
            ],
            cwd=checkout,
            env={**os.environ, "EVIDENCE_PACK": str(pack), **(settings or {})},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )

    def wait(self) -> "Server":
        """Wait until it answers; fail with its own words when it does not."""
        for _ in range(300):
            if self.process.poll() is not None:
                raise RuntimeError(self.process.stderr.read().decode() if self.process.stderr else "the dashboard stopped")
            try:
                with urllib.request.urlopen(self.address + "/_stcore/health", timeout=1) as answer:
                    if answer.status == 200:
                        return self
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("the dashboard did not start within 30 seconds")

    def stop(self) -> None:
        """End it."""
        self.process.terminate()
        self.process.wait(timeout=20)


@pytest.fixture
def start() -> Iterator[Callable[[Path], Server]]:
    """Starts a dashboard of its own for one test: for cold links and other packs."""
    running: list[Server] = []

    def begin(pack: Path = ROOT / "data", **more: object) -> Server:
        running.append(Server(pack, **more).wait())
        return running[-1]

    yield begin
    for server in running:
        server.stop()


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The dashboard on the shipped data, shared by the tests."""
    running = Server(ROOT / "data").wait()
    yield running
    running.stop()


def chromium_of_the_system() -> str | None:
    """Where it is; None when there is none."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser of the system, or Playwright's own where there is none."""
    found = chromium_of_the_system()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens an address in a fresh browser context and waits until the page is still.

    When the test ends, no page may have been refused anything by the policy of the program.
    """
    contexts = []
    refused: list[str] = []

    def go(address: str, size: str = "desk", scheme: str = "light", still: bool = True) -> Page:
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, accept_downloads=True
        )
        contexts.append(context)
        context.add_init_script(WATCH)
        context.on("console", lambda said: refused.extend([said.text] * (POLICY in said.text)))
        page = context.new_page()
        page.goto(address)
        if still:
            settle(page)
        return page

    yield go
    for context in contexts:
        context.close()
    assert refused == []


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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest comes first, so that no worker waits for it alone."""
    items.sort(key=lambda item: "random_walk" not in item.name)
