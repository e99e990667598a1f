"""A cut of the line, of phones and chair at once: votes, hands, timer, step and room are there again when it is back.

In the usual run the cut is short and the server forgets the chair's session within it, as after a longer one; `make walk`
cuts for a minute (ROOM_CUT_S=60).
"""

import os

from tests.browser.conftest import settle
from tests.browser.test_coming_back import CONNECTED, REMEMBER_SOCKETS, SHORT
from tests.browser.test_room import ONE, answer, bars, counts, on, opened, phone, wait_until

__all__ = ["phone"]
CUT_S = float(os.environ.get("ROOM_CUT_S", "6"))


def cut(*pages):
    """From here on nothing reaches these pages, nor leaves them; what was open is closed."""
    for page in pages:
        page.context.set_offline(True)
        page.evaluate("(window.sockets || []).forEach(each => each.close())")


def seconds(page):
    """What the timer says."""
    minutes, rest = page.locator("[role=timer]").inner_text().split(":")
    return 60 * int(minutes) + int(rest)


def test_a_cut_of_phone_and_chair_loses_neither_votes_nor_hands_nor_timer_nor_place(start, browser, phone):
    server = start(settings=SHORT)
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.add_init_script(REMEMBER_SOCKETS)
    chair = context.new_page()
    chair.goto(server.address + ONE)
    settle(chair)
    code = opened(chair)
    on(chair)
    chair.goto(chair.url + "&present=1")
    settle(chair)
    chair.get_by_text("Count hands too").click()
    field = chair.get_by_label("better", exact=True)
    field.fill("4")
    field.press("Enter")
    settle(chair)
    chair.get_by_role("button", name="Timer").click()
    chair.wait_for_selector("[role=timer]")
    here, there = phone(server.address, code), phone(server.address, code)
    answer(here, 0)
    answer(there, 1)
    wait_until(chair, lambda: counts(chair)[:2] == [2, 2], 5)
    before, address = seconds(chair), chair.url

    cut(chair, here)
    here.locator("form.options button").nth(2).click()
    here.wait_for_selector("#line:not([hidden])", timeout=10_000)
    answer(there, 3)
    chair.wait_for_timeout(CUT_S * 1000)
    assert counts(chair)[:3] == [2, 2, 0], "what was seen last stays on the screen"
    for page in (chair, here):
        page.context.set_offline(False)

    chair.wait_for_selector(CONNECTED, timeout=30_000)
    wait_until(chair, lambda: counts(chair)[:3] == [2, 2, 2], 20)
    settle(chair)
    assert chair.url == address
    here.wait_for_function("() => document.querySelector('#line').hidden")
    assert chair.get_by_label("better", exact=True).input_value() == "4"
    wait_until(chair, lambda: seconds(chair) >= before + int(CUT_S) - 1, 10)
    on(chair)
    assert [bars(chair, place) for place in (0, 1)] == [[5, 1, 0, 0], [0, 0, 1, 1]]
    context.close()
