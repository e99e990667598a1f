"""After the club: minutes with the votes at the last step; votes are reset and the room ends, in the presentation too."""

import re
from pathlib import Path

import pytest

from tests.browser.conftest import settle
from tests.browser.test_room import ONE, answer, counts, on, opened, phone, wait_until

__all__ = ["phone"]


def saved(page, name):
    """The text of the file behind a button."""
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return Path(download.value.path()).read_text(encoding="utf-8")


@pytest.mark.parametrize("present", [True, False])
def test_votes_are_reset_and_the_room_ends_each_after_a_question(server, open_page, phone, present):
    chair = open_page(server.address + ONE)
    assert chair.get_by_role("button", name="Votes and room").count() == 0
    code = opened(chair)
    on(chair)
    if present:
        chair.goto(chair.url + "&present=1")
        settle(chair)
    here = phone(server.address, code)
    answer(here, 1)
    chair.get_by_role("button", name="Votes and room" if present else "Reset votes").click()
    wait_until(chair, lambda: counts(chair)[1] == 1)
    chair.get_by_role("button", name="Delete the votes").click()
    wait_until(chair, lambda: counts(chair)[1] == 0, 5)
    here.wait_for_selector("form.options")
    answer(here, 2)
    wait_until(chair, lambda: sum(counts(chair)[1:]) == 1, 5)
    chair.keyboard.press("Escape")
    on(chair)
    assert ("present=1" in chair.url) == present, "closing the menu leaves the presentation as it is"

    chair.get_by_role("button", name="Votes and room" if present else f"Room {code[:3]}").click()
    chair.get_by_role("button", name="End the room").click()
    chair.get_by_text("Answers and hands that are lost with it: 1.").wait_for()
    chair.get_by_role("button", name="Keep the room").click()
    chair.get_by_role("button", name="End the room").click()
    assert "room=" in chair.url
    chair.get_by_role("button", name="End it now").click()
    chair.wait_for_function("() => !location.href.includes('room=')")
    here.wait_for_function("() => document.querySelector('h1').innerText === 'This room has ended.'", timeout=6_000)
    settle(chair)
    assert ("present=1" in chair.url) == present and chair.get_by_role("button", name="Votes and room").count() == 0


def test_the_last_step_saves_minutes_with_what_phones_and_hands_said_and_the_hand_out_only_if_wanted(
    server, open_page, phone
):
    chair = open_page(server.address + ONE)
    code = opened(chair)
    on(chair)
    answer(phone(server.address, code), 0)
    chair.get_by_text("Count hands too").click()
    field = chair.get_by_label("better", exact=True)
    field.fill("4")
    field.press("Enter")
    settle(chair)
    chair.goto(re.sub("step=[^&]*", "step=discussion", chair.url))
    settle(chair)
    said = saved(chair, "Minutes (Markdown)")
    assert "| Better | 5 |" in said and f"{server.address}/journal_club?" in said
    assert code not in said and "chair=" not in said
    page = saved(chair, "Minutes (HTML, one page)")
    assert "<td>5</td>" in page and f"{server.address}/journal_club?" in page and code not in page
    for wanted in (False, True):
        if wanted:
            chair.get_by_text("Votes on the hand-out").click()
            settle(chair)
        chair.get_by_role("button", name="Build slides, hand-out and ZIP").click()
        chair.wait_for_selector(".st-key-club_files", timeout=30_000)
        settle(chair)
        assert ("Votes of the journal club" in saved(chair, "Hand-out (HTML)")) == wanted
