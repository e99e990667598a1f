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
from playwright.sync_api import Browser, Page, sync_playwright

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


LOOK = """() => [document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState,
    document.querySelectorAll('[data-testid="stMain"] .stHtml > *').length > 1
        && !document.querySelector('[data-testid="stSkeleton"], [data-testid="stAppSkeleton"]'),
    document.querySelector('[data-testid="stMain"]')?.innerHTML.length ?? 0]"""


def settle(page: Page) -> None:
    """Wait until the script is at rest and what it drew stays the same for three looks, a third of a second apart."""
    page.wait_for_selector('[data-testid="stApp"]', timeout=30_000)
    seen: list[object] = []
    for _ in range(100):
        state, drawn, size = page.evaluate(LOOK)
        seen.append((state, size))
        if len(seen) > 2 and state == "notRunning" and drawn and seen[-1] == seen[-2] == seen[-3]:
            return
        page.wait_for_timeout(330)
    raise AssertionError(f"the page did not come to rest: {seen[-3:]}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest comes first, so that no worker waits for it alone."""
    items.sort(key=lambda item: "random_walk" not in item.name)
