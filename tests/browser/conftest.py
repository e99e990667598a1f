"""A running dashboard and a browser for the tests of this folder."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Generator, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests.browser.reader import FAILED, Kept, settle

ROOT = Path(__file__).resolve().parents[2]
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--process-per-site",
]
POLICY = "Content Security Policy"
SIZES = {"desk": (1440, 900), "laptop": (1280, 800), "clinic": (1366, 768), "tablet": (768, 1024), "phone": (390, 844)}


def free_port(wanted: int = 0) -> int:
    """A port on which nobody listens: the wanted one where it is free."""
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(("127.0.0.1", wanted))
        except OSError:
            tried.bind(("127.0.0.1", 0))
        return tried.getsockname()[1]


class Server:
    """One dashboard on a port of its own, opened on a pack."""

    def __init__(self, pack: Path, checkout: Path = ROOT, port: int = 0, settings: Mapping[str, str] | None = None) -> None:
        self.port = port or free_port()
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


@pytest.fixture(scope="session")
def port() -> int:
    """Where the dashboards of single tests are opened one after another: browsers know the files of that address."""
    return free_port()


@pytest.fixture
def start(port: int) -> Iterator[Callable[[Path], Server]]:
    """Starts a dashboard of its own for one test: for links that come first, settings, and packs that change."""
    running: list[Server] = []

    def begin(pack: Path = ROOT / "data", **more: object) -> Server:
        asked = {"port": 0 if running else free_port(port), **more}
        running.append(Server(pack, **asked).wait())
        return running[-1]

    yield begin
    for server in running:
        server.stop()


@pytest.fixture(scope="session")
def opened() -> Iterator[Callable[[Path], Server]]:
    """The dashboard on a pack that nothing changes, shared by the tests."""
    running: dict[Path, Server] = {}

    def on(pack: Path) -> Server:
        if pack not in running or running[pack].process.poll() is not None:
            running[pack] = Server(pack).wait()
        return running[pack]

    yield on
    for server in running.values():
        server.stop()


@pytest.fixture
def server(opened: Callable[[Path], Server]) -> Server:
    """The dashboard on the shipped data, shared by the tests."""
    return opened(ROOT / "data")


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


@pytest.fixture(scope="session")
def kept(browser: Browser) -> Iterator[list[Kept]]:
    """Browsers of readers that are there already, each emptied after every test."""
    readers: list[Kept] = []
    yield readers
    for reader in readers:
        reader.context.close()


@pytest.fixture
def open_page(browser: Browser, kept: list[Kept], request: pytest.FixtureRequest) -> Iterator[Callable[..., Page]]:
    """Opens an address as a reader who was never here, each time another one, and waits until the page is still.

    When the test ends, no page may have been refused anything by the policy of the program.
    """
    refused: list[str] = []
    came = 0

    def heard(said: ConsoleMessage) -> None:
        refused.extend([said.text] * (POLICY in said.text))

    def go(address: str, size: str = "desk", scheme: str = "light", still: bool = True) -> Page:
        nonlocal came
        if came == len(kept):
            kept.append(Kept(browser))
        reader, came = kept[came], came + 1
        reader.context.on("console", heard)
        page = reader.open(address, SIZES[size], scheme)
        if still:
            settle(page)
        return page

    yield go
    failed, there = request.node.stash.get(FAILED, False), kept.copy()
    kept.clear()
    for reader in there[:came]:
        if not failed:
            reader.empty()
        reader.context.remove_listener("console", heard)
    for reader in there * failed:
        reader.context.close()
    kept.extend(there * (not failed))
    assert refused == []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Notes which tests failed: nothing that one of them used is used again."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest comes first, so that no worker waits for it alone."""
    items.sort(key=lambda item: "random_walk" not in item.name)
