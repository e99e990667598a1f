"""A room of the journal club in real browsers: 25 phones vote, the chair sees each vote soon, two rooms never mix."""

import re
import time
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.access import violations
from tests.browser.conftest import ROOT, Server, settle
from tests.redis_server import running_redis

PHONES = 25
SOON_S = 2
CHOSEN = [0] * 9 + [1] * 8 + [2] * 5 + [3] * 3
ONE = "/journal_club?study=Jadidi2022"
NOT_OURS = {".venv", ".git", "__pycache__", ".pytest_cache", ".hypothesis", ".ruff_cache", ".mypy_cache"}


@contextmanager
def redis_rooms():
    """The setting that keeps rooms in a Redis of its own."""
    with running_redis() as running:
        yield {"EVIDENCE_ROOMS": running.address}


@pytest.fixture(scope="module", params=["memory", "redis"])
def dashboard(request):
    with redis_rooms() if request.param == "redis" else contextmanager(lambda: iter([{}]))() as settings:
        running = Server(ROOT / "data", settings=settings).wait()
        yield running
        running.stop()


@pytest.fixture
def phone(browser):
    """Opens phones, each a browser that knows nothing of the others."""
    contexts = []

    def come(address, code, **more):
        context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, **more)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{address}/room?room={code}")
        return page

    yield come
    for context in contexts:
        context.close()


def opened(page):
    """Open a room on a page of the chair; its code."""
    page.get_by_role("button", name="Open a room for phones").click()
    page.wait_for_function("() => location.href.includes('chair=')")
    settle(page)
    return parse_qs(urlsplit(page.url).query)["room"][0]


def on(page):
    page.locator(".st-key-club_on button").click()
    page.wait_for_timeout(100)
    settle(page)


def counts(page):
    """What the chair's screen says: phones, then answers to each open question."""
    return [int(each) for each in page.locator(".room-count b").all_inner_texts()]


def bars(page, place=0):
    """The numbers beside the bars of a chart."""
    return [int(each) for each in page.locator(".room-chart").nth(place).locator("td b").all_inner_texts()]


def answer(page, place):
    """Tap an option and wait until the answer is in."""
    question = page.locator("h1:has(+ form.options)").inner_text()
    page.locator("form.options button").nth(place).click()
    page.wait_for_function("was => document.querySelector('h1').innerText !== was", arg=question)


def wait_until(page, told, seconds=SOON_S):
    """Look at the page until it tells; fails after some seconds."""
    start = time.monotonic()
    while not told():
        assert time.monotonic() - start < seconds, counts(page)
        page.wait_for_timeout(25)


def test_25_phones_vote_the_chair_sees_each_and_the_bars_are_right(dashboard, open_page, phone):
    chair = open_page(dashboard.address + ONE)
    code = opened(chair)
    on(chair)
    phones = [phone(dashboard.address, code) for _ in range(PHONES)]
    wait_until(chair, lambda: counts(chair)[:1] == [PHONES], 10)
    for number, (page, place) in enumerate(zip(phones, CHOSEN, strict=True), start=1):
        answer(page, place)
        wait_until(chair, lambda number=number: counts(chair)[1] == number)
    for page, place in zip(phones, CHOSEN, strict=True):
        for each in (3 - place, place):
            answer(page, each)
    wait_until(chair, lambda: counts(chair) == [PHONES] * 4, 10)
    assert chair.locator(".room-chart").count() == 0, "nobody sees votes before they are shown"
    phones[0].get_by_role("link", name="Change: Direction").click()
    answer(phones[0], 1)
    on(chair)
    assert [bars(chair, place) for place in range(3)] == [[8, 9, 5, 3], [3, 5, 8, 9], [9, 8, 5, 3]]
    phones[0].wait_for_function("() => document.querySelector('h1').innerText === 'Voting is closed'", timeout=5_000)
    assert phones[0].locator("form").count() == 0
    address = chair.url
    chair.goto(re.sub("step=[^&]*", "step=bias-1", address))
    settle(chair)
    for page in phones[:4]:
        page.wait_for_selector("form.options")
        page.get_by_role("button", name="No information").click()
        page.wait_for_selector("dl")
    on(chair)
    assert bars(chair) == [0, 0, 0, 4]
    chair.goto(re.sub("step=[^&]*", "step=practice", address))
    settle(chair)
    for page in phones[:3]:
        page.wait_for_selector("form.options")
        answer(page, 2)
    on(chair)
    assert bars(chair) == [9, 0, 8, 0, 5, 3, 3, 0], "before beside after"


def test_two_rooms_never_mix_and_hands_add_up_with_phones(dashboard, open_page, phone):
    one, two = open_page(dashboard.address + ONE), open_page(dashboard.address + "/journal_club")
    codes = opened(one), opened(two)
    assert codes[0] != codes[1]
    for chair in (one, two):
        on(chair)
    here, there = phone(dashboard.address, codes[0]), phone(dashboard.address, codes[1])
    answer(here, 0)
    answer(there, 2)
    one.get_by_text("Count hands too").click()
    field = one.get_by_label("better", exact=True)
    field.fill("4")
    field.press("Enter")
    settle(one)
    for chair in (one, two):
        on(chair)
    assert (bars(one), bars(two)) == ([5, 0, 0, 0], [0, 0, 1, 0])


def test_a_reload_another_device_of_the_chair_and_another_page_lose_nothing(dashboard, open_page, phone):
    chair = open_page(dashboard.address + ONE + "&step=expectation&present=1")
    field = chair.get_by_label("worse", exact=True)
    field.fill("6")
    field.press("Enter")
    settle(chair)
    chair.get_by_role("button", name="Timer").click()
    settle(chair)
    chair.reload()
    settle(chair)
    assert chair.get_by_label("worse", exact=True).input_value() == "6"
    assert chair.locator("[role=timer]").count() == 1
    other = open_page(chair.url.replace("&present=1", ""))
    assert other.get_by_label("worse", exact=True).input_value() == "6" and "6" in other.locator(".room-chart").inner_text()
    other.get_by_role("link", name="Guidelines").click()
    settle(other)
    other.go_back()
    settle(other)
    assert other.get_by_label("worse", exact=True).input_value() == "6"
    assert "chair=" not in other.locator("[data-cites]").first.get_attribute("data-keeps")


def test_an_answer_given_while_the_line_is_cut_arrives_when_it_is_back(dashboard, open_page, phone):
    chair = open_page(dashboard.address + ONE)
    code = opened(chair)
    on(chair)
    here = phone(dashboard.address, code)
    here.context.set_offline(True)
    here.locator("form.options button").nth(2).click()
    here.wait_for_selector("#line:not([hidden])")
    assert counts(chair)[1] == 0
    here.context.set_offline(False)
    wait_until(chair, lambda: counts(chair)[1] == 1, 8)
    assert not here.locator("#line").is_visible()


def test_with_redis_a_restart_of_the_dashboard_loses_neither_votes_nor_room(browser, phone):
    with redis_rooms() as settings:
        first = Server(ROOT / "data", settings=settings).wait()
        page = browser.new_page()
        page.goto(first.address + ONE)
        settle(page)
        code = opened(page)
        on(page)
        here = phone(first.address, code)
        answer(here, 0)
        first.stop()
        second = Server(ROOT / "data", port=first.port, settings=settings).wait()
        answer(here, 1)
        page.reload()
        settle(page)
        assert counts(page) == [1, 1, 1, 0]
        on(page)
        assert bars(page) == [1, 0, 0, 0]
        page.close()
        second.stop()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390])
def test_a_phone_needs_no_scrolling_has_large_targets_and_axe_finds_nothing(dashboard, open_page, phone, scheme, width):
    chair = open_page(dashboard.address + ONE)
    code = opened(chair)
    on(chair)
    here = phone(dashboard.address, code, color_scheme=scheme)
    here.set_viewport_size({"width": width, "height": 568 if width == 320 else 844})
    assert violations(here) == []
    for box in [each.bounding_box() for each in here.locator("form.options button").all()]:
        assert box["height"] >= 48 and box["x"] >= 0 and box["x"] + box["width"] <= width
        assert box["y"] + box["height"] <= here.viewport_size["height"]


def test_a_checklist_of_eight_items_stands_on_one_phone(server, open_page, phone):
    chair = open_page(server.address + "/journal_club?step=bias-3")
    here = phone(server.address, opened(chair))
    here.locator("form.options button").first.wait_for()
    boxes = [each.bounding_box() for each in here.locator("form.options button").all()]
    assert len(boxes) == 8 and min(box["height"] for box in boxes) >= 48
    assert here.evaluate("() => document.documentElement.scrollHeight <= innerHeight")


def test_a_vote_stands_neither_in_a_log_nor_in_a_file_nor_does_a_code(start, open_page, phone):
    server, before = start(), time.time()
    chair = open_page(server.address + ONE)
    code = opened(chair)
    on(chair)
    answer(phone(server.address, code), 1)
    assert not [path for path in ROOT.rglob("*") if path.stat().st_mtime > before and not NOT_OURS & set(path.parts)]
    server.stop()
    assert code not in (said := server.process.stderr.read().decode()) and "no clear difference" not in said
