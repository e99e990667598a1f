"""A replica that dies under its readers costs them nothing: they are with the other one, with the view they had."""

import signal
import time
from dataclasses import dataclass
from functools import cache

import pytest
from playwright.sync_api import Page, WebSocket

from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.packs.pack import read_pack
from pages.parts.frame import MENU
from tests.browser.conftest import ROOT

READERS = 20
BACK_S = 5
STALL_S = 4
FIRST, OTHER = "randomised trial", "before-after"
DESIGN = {name: f"design={name.replace(' ', '+')}" for name in (FIRST, OTHER)}
PLACES = [f"/{'' if name == 'board' else name}" for name in MENU if name not in ("study", "journal_club")]
LOOK = """() => {
    const app = document.querySelector('[data-testid="stApp"]')?.dataset;
    return [app?.testConnectionState, app?.testScriptState, document.querySelectorAll('[role="dialog"]').length,
        Number(document.querySelector('.count')?.dataset.shown)];
}"""


@cache
def shown(*designs: str) -> int:
    return len(evidence_in_view(read_pack(ROOT / "data"), Selection(design=designs)).study_ids)


@dataclass
class Reader:
    page: Page
    lines: list[WebSocket]

    def at_rest(self, count: int) -> bool:
        return self.page.evaluate(LOOK) == ["CONNECTED", "notRunning", 0, count]

    def replica(self) -> str:
        return next(each["value"] for each in self.page.context.cookies() if each["name"] == "evidence_replica")

    def click(self, name: str) -> None:
        self.page.locator('[data-testid="stSidebar"] button', has_text=name).first.click(timeout=30_000)


def all_at_rest(readers: list[Reader], count: int, seconds: float) -> float:
    """Seconds until every reader has a line, a script at rest, no dialog and the count; fails after `seconds`."""
    start = time.monotonic()
    waiting = list(readers)
    while waiting:
        waiting = [reader for reader in waiting if not reader.at_rest(count)]
        took = time.monotonic() - start
        if waiting and took > seconds:
            raise AssertionError(f"{len(waiting)} of {len(readers)}: {[each.page.evaluate(LOOK) for each in waiting]}")
        time.sleep(0.05)
    return took


@pytest.fixture
def come(served, browser):
    """Opens readers, each with an address of filters and a browser that knows nothing of the others, and waits for them."""
    opened = []

    def begin(count: int) -> list[Reader]:
        for number in range(count):
            page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
            lines: list[WebSocket] = []
            page.on("websocket", lambda line, lines=lines: lines.append(line))
            page.goto(f"{served.address}{PLACES[number % len(PLACES)]}?{DESIGN[FIRST]}", wait_until="commit")
            opened.append(Reader(page, lines))
        all_at_rest(opened, shown(FIRST), 90)
        return opened

    yield begin
    for reader in opened:
        reader.page.context.close()


def kill_and_wait(served, readers):
    """Kill the replica of the first reader and wait until its readers have a line again; when, and which it was."""
    killed = readers[0].replica()
    left = [reader for reader in readers if reader.replica() == killed]
    start = time.monotonic()
    served.kill(served.ports[int(killed) - 1])
    while any(len(reader.lines) == 1 for reader in left):
        assert time.monotonic() - start < BACK_S, "a reader has no new line"
        left[0].page.wait_for_timeout(20)
    return start, killed


def test_every_reader_is_back_with_the_same_view_when_a_replica_is_killed(served, come):
    readers = come(READERS)
    assert {reader.replica() for reader in readers} == {"1", "2"}
    for reader in readers:
        reader.click(OTHER)
    all_at_rest(readers, shown(FIRST, OTHER), 60)
    addresses = [reader.page.url for reader in readers]

    start, killed = kill_and_wait(served, readers)
    all_at_rest(readers, shown(FIRST, OTHER), BACK_S - (time.monotonic() - start))
    print(f"all back after {time.monotonic() - start:.1f} s")
    assert [reader.page.url for reader in readers] == addresses
    assert {reader.replica() for reader in readers} == {"1", "2"} - {killed}

    for reader in readers:
        reader.click(FIRST)
    all_at_rest(readers, shown(OTHER), 60)

    failed = []
    for reader, place in zip(readers, PLACES[1:] * READERS, strict=False):
        reader.page.on("requestfailed", lambda request: failed.append(request.url))
        answer = reader.page.goto(f"{served.address}{place}?{DESIGN[OTHER]}", wait_until="commit")
        assert answer and answer.status == 200
    all_at_rest(readers, shown(OTHER), 60)
    assert failed == []


def test_a_replica_that_takes_seconds_to_answer_is_waited_for_when_it_is_the_last(served, come):
    readers = come(6)
    killed = int(readers[0].replica())
    last = served.ports[2 - killed]
    logged = len(served.access_log().splitlines())
    served.kill(served.ports[killed - 1])
    served.send(last, signal.SIGSTOP)
    readers[0].page.wait_for_timeout(1000 * STALL_S)
    served.send(last, signal.SIGCONT)
    all_at_rest(readers, shown(FIRST), BACK_S)
    assert {reader.replica() for reader in readers} == {str(3 - killed)}
    asked = [line for line in served.access_log().splitlines()[logged:] if "/_stcore/health" in line]
    assert asked and all(" 200 " in line for line in asked), asked
