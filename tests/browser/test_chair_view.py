"""The chair's view in real browsers: a phone turns the page on the screen, shows the votes and stops the timer."""

import re
import time
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.access import violations
from tests.browser.conftest import settle
from tests.browser.test_room import ONE, SOON_S, answer, bars, opened, phone, wait_until  # noqa: F401  phone: a fixture

LEFT = re.compile(r"(\d+):(\d\d)")


def step_of(page):
    return parse_qs(urlsplit(page.url).query).get("step", ["question"])[0]


def with_plan(page, minutes=30):
    """Choose a plan on a page of the chair; the address of the chair's view."""
    page.get_by_role("button", name="Plan and chair's view").click()
    page.get_by_text(f"{minutes} minutes").click()
    page.locator(".club-chair-link a").wait_for()
    settle(page)
    link = page.locator(".club-chair-link a").evaluate("link => link.href")
    page.keyboard.press("Escape")
    return link


def left(page, which=0):
    """Seconds on the timer: of the step, or in all."""
    minutes, seconds = LEFT.search(page.locator(".club-time [data-left]").nth(which).inner_text()).groups()
    return int(minutes) * 60 + int(seconds)


@pytest.fixture
def room(server, open_page, phone):  # noqa: F811
    """A screen that presents, with a room for phones and a plan; and the chair's view on a phone."""
    screen = open_page(server.address + ONE)
    code = opened(screen)
    link = with_plan(screen)
    screen.get_by_role("button", name="Present").click()
    screen.wait_for_function("() => location.href.includes('present=1')")
    settle(screen)
    chair = open_page(link, still=False)
    chair.set_viewport_size({"width": 390, "height": 844})
    return screen, chair, lambda: phone(server.address, code)


def test_the_chair_s_phone_turns_the_page_on_the_screen_and_reads_on(room):
    screen, chair, _ = room
    assert "Read the question aloud" in chair.locator(".notes").inner_text()
    took = []
    for deed, heading in (("on", "What do you expect?"), ("on", "How was it done?"), ("back", "What do you expect?")):
        start = time.monotonic()
        chair.locator(f"button[value={deed}]").click()
        screen.wait_for_function("told => document.querySelector('.club-step h1')?.innerText === told", arg=heading)
        took.append(time.monotonic() - start)
        chair.wait_for_function("told => document.querySelector('h1').innerText === told", arg=heading, timeout=8_000)
    assert sorted(took)[1] < SOON_S, "the middle one: other tests have the processor too"
    settle(screen)
    screen.locator(".st-key-club_on button").click()
    screen.wait_for_selector(".room-bars")
    chair.wait_for_function("() => document.querySelector('.votes').innerText.includes('The room sees')", timeout=8_000)
    chair.keyboard.press("ArrowRight")
    screen.wait_for_function("() => location.href.includes('step=methods')")


def test_votes_are_seen_by_the_chair_first_and_then_shown_to_the_room(room):
    screen, chair, come = room
    chair.locator("button[value=on]").click()
    one = come()
    one.wait_for_selector("form.options")
    answer(one, 2)
    chair.wait_for_function("() => document.querySelector('.votes')?.innerText.includes('1 of 1 phones')", timeout=8_000)
    assert chair.locator(".votes li b").all_inner_texts()[:4] == ["0", "0", "1", "0"]
    assert screen.locator(".room-chart").count() == 0
    chair.get_by_role("button", name="Show the votes").click()
    screen.wait_for_selector(".room-chart", timeout=8_000)
    assert bars(screen) == [0, 0, 1, 0]


def test_the_time_counts_down_is_paused_from_either_device_and_outlives_a_reload(room):
    screen, chair, _ = room
    assert (left(screen), left(screen, 1)) == (left(chair), 1800)
    screen.keyboard.press("p")
    screen.get_by_role("button", name="Pause").wait_for()
    wait_until(screen, lambda: left(screen, 1) <= 1798, 4)
    screen.evaluate("document.querySelector('.club-time [data-left]').dataset.left = '1.5'")
    screen.wait_for_function("() => /^Step 0:0[1-9] over$/.test(document.querySelector('.clock-over')?.innerText)")
    chair.get_by_role("button", name="Pause").wait_for(timeout=8_000)
    assert abs(left(chair, 1) - left(screen, 1)) <= 1
    chair.get_by_role("button", name="Pause").click()
    screen.get_by_role("button", name="Continue").wait_for(timeout=8_000)
    settle(screen)
    stands = left(screen, 1)
    screen.wait_for_timeout(1_300)
    assert left(screen, 1) == stands == left(chair, 1)
    screen.reload()
    settle(screen)
    assert left(screen, 1) == stands and "paused" in screen.locator(".club-time").inner_text()
    timer = screen.locator(".club-time")
    assert (timer.get_attribute("role"), timer.get_attribute("aria-live")) == ("timer", "off")


def test_a_device_of_the_chair_opens_at_the_place_of_the_room_and_a_window_follows_another(room, open_page):
    screen, chair, _ = room
    screen.keyboard.press("5")
    screen.wait_for_function("() => location.href.includes('step=result-reported')")
    settle(screen)
    chair.wait_for_function("() => document.querySelector('h1').innerText === 'The result'", timeout=8_000)
    asked = parse_qs(urlsplit(screen.url).query)
    where = f"{urlsplit(screen.url).scheme}://{urlsplit(screen.url).netloc}{ONE}"
    other = open_page(f"{where}&room={asked['room'][0]}&chair={asked['chair'][0]}")
    other.wait_for_function("() => location.href.includes('step=result-reported')", timeout=8_000)
    settle(other)
    other.locator(".st-key-club_back button").click()
    screen.wait_for_function("() => location.href.includes('step=bias-')", timeout=8_000)
    settle(screen)
    screen.wait_for_timeout(1_500)
    assert step_of(screen) == step_of(other), "neither turns the page back"


def test_a_screen_that_was_cut_off_turns_to_the_place_when_it_is_back(room):
    screen, chair, _ = room
    screen.context.set_offline(True)
    chair.locator("button[value=on]").click()
    chair.wait_for_selector(".turning")
    screen.wait_for_timeout(1_000)
    assert step_of(screen) == "question"
    screen.context.set_offline(False)
    screen.wait_for_function("() => location.href.includes('step=expectation')", timeout=20_000)


def test_without_the_key_there_is_no_chair_s_view(room, open_page):
    _, chair, _ = room
    stranger = open_page(re.sub("chair=.*", "chair=" + "0" * 20, chair.url), still=False)
    assert stranger.locator("h1").inner_text() == "This room has ended, or the link lacks the key of its chair."
    assert stranger.locator("button").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_view_fits_phone_and_second_screen_with_large_targets_and_axe_finds_nothing(room, scheme):
    _, chair, _ = room
    chair.emulate_media(color_scheme=scheme)
    chair.locator("button[value=on]").click()
    chair.wait_for_selector(".votes")
    for width, height in ((390, 844), (320, 568), (1280, 800)):
        chair.set_viewport_size({"width": width, "height": height})
        assert violations(chair) == []
        assert chair.evaluate("document.documentElement.scrollWidth") <= width
        for box in [each.bounding_box() for each in chair.locator("button").all()]:
            assert box["height"] >= 48 and box["x"] >= 0 and box["x"] + box["width"] <= width
            assert box["y"] + box["height"] <= height, "the buttons stay in reach"


def test_a_window_at_the_desk_rests_at_a_step_while_the_projector_turns_its_pages(server, open_page):
    screen = open_page(server.address + "/journal_club?step=methods")
    opened(screen)
    desk = open_page(screen.url)
    screen.get_by_role("button", name="Present").click()
    screen.wait_for_function("() => location.href.includes('present=1')")
    settle(screen)
    for page in ("methods.2", "methods.3"):
        screen.keyboard.press("ArrowRight")
        screen.wait_for_function("page => location.href.includes('step=' + page)", arg=page)
        settle(screen)
        screen.wait_for_timeout(3_000)
        assert (step_of(screen), step_of(desk)) == (page, "methods")
    screen.keyboard.press("ArrowRight")
    desk.wait_for_function("() => location.href.includes('step=bias')", timeout=8_000)
    assert step_of(screen) == step_of(desk)
