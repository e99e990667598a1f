"""Timer, place and notes of a chair in the room: they survive what the room survives, and every device sees the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.rooms import clock as clocks
from evidence.rooms import sheet as sheets
from evidence.rooms.clock import Clock
from evidence.rooms.memory import Memory
from evidence.rooms.room import Chair, open_room
from evidence.rooms.shared import Shared
from evidence.rooms.sheet import MOST_LINES, Notes, Sheet, notes_under

PLAN = {"question": 60, "bias": 300}
SHEET = Sheet("bias-1", "bias", "2 of 2", "Bias", "", (Notes("To say", ("Ask\nfirst.",), 3),), "", "question", "")


@pytest.fixture(params=["memory", "redis"])
def chair(request):
    store = Memory() if request.param == "memory" else Shared(request.getfixturevalue("redis_server").address)
    return open_room(store)


def test_what_is_left_counts_by_step_without_the_pauses():
    clock = Clock("question", PLAN).go_on(1000)
    assert (clock.left_of_step(1020), clock.left_in_all(1020)) == (40, 340)
    clock = clock.moved("bias", 1020).pause(1050)
    assert (clock.left_of_step(9999), clock.left_in_all(9999)) == (270, 310)
    clock = clock.go_on(2000).moved("question", 2010)
    assert (clock.left_of_step(2050), clock.left_in_all(2050)) == (0, 260), "back on a step its time goes on"
    assert clock.pause(2050).reset() == Clock("question", PLAN)


def test_what_is_pressed_twice_counts_once():
    clock = Clock("question", PLAN).go_on(1000)
    assert clock.go_on(1005) is clock and clock.moved("question", 1005) is clock
    paused = clock.pause(1010)
    assert paused.pause(1020) is paused and paused.moved("bias", 1020).spent == {"question": 10}


def test_a_clock_that_goes_back_takes_no_time_away():
    assert Clock("question", PLAN, {"bias": 5.0}).go_on(1000).spent_in_all(900) == 5


@given(st.lists(st.tuples(st.sampled_from(["go_on", "pause", "question", "bias"]), st.integers(0, 50)), max_size=20))
def test_the_times_of_the_steps_add_up_to_the_time_that_ran(deeds):
    clock, now, ran = Clock("question", PLAN), 1000, 0
    for deed, later in deeds:
        ran += later if clock.runs else 0
        now += later
        clock = clock.moved(deed, now) if deed in PLAN else getattr(clock, deed)(now)
        clock = clocks.read(clocks.written(clock))
        assert clock.spent_in_all(now) == pytest.approx(ran)
        assert clock.left_in_all(now) == pytest.approx(360 - ran)


def test_timer_place_and_notes_are_there_on_another_device_of_the_chair_alone(chair):
    clock = Clock("bias", PLAN, {"question": 12.5}, 1234.5)
    chair.keep_timer(clock)
    chair.turn_to("A1", "bias-1")
    chair.keep_sheet(SHEET)
    again = Chair(chair.store, chair.code, chair.key).look()
    assert (again.timer, again.place, again.sheet) == (clock, ("A1", "bias-1"), SHEET)
    stranger = Chair(chair.store, chair.code, "0" * 20)
    assert stranger.look() is None and stranger.turned("") is None
    assert not stranger.turn_to("A1", "question") and not stranger.keep_timer(clock) and not stranger.keep_sheet(SHEET)
    assert chair.look().place == ("A1", "bias-1")
    chair.reset("A1")
    assert chair.look().timer == clock, "to delete votes stops no timer"


def test_with_redis_timer_and_place_outlive_the_dashboard(redis_server):
    chair = open_room(Shared(redis_server.address))
    chair.keep_timer(Clock("bias", PLAN, {}, 1234.5))
    chair.turn_to("view", "bias-1")
    again = Chair(Shared(redis_server.address), chair.code, chair.key).look()
    assert again.timer.since == 1234.5 and again.place == ("view", "bias-1")


def test_a_window_hears_of_what_the_others_did_and_never_of_itself(chair):
    one, two, phone = (Chair(chair.store, chair.code, chair.key, window) for window in ("one", "two", ""))
    assert one.turned("") is False
    one.turn_to("view", "bias-1")
    assert one.turned("") is False and two.turned("") and phone.turned("")
    known = chair.look().turn
    assert not two.turned(known)
    for deed in (
        lambda: phone.turn_to("view", "question"),
        lambda: phone.reveal(["x"]),
        lambda: phone.keep_timer(Clock("a")),
    ):
        deed()
        assert one.turned(known) and two.turned(known)
        known = chair.look().turn
    one.ask([])
    one.keep_sheet(SHEET)
    one.keep_timer(Clock("b"), told=False)
    assert not two.turned(known), "what each window does for itself wakes no other, or they would never rest"
    chair.end()
    assert one.turned("") is None


def test_a_room_keeps_few_lines_of_notes_and_says_how_many_there_are():
    notes = notes_under("Read in", [f"Study {n}" for n in range(MOST_LINES + 30)])
    assert len(notes.lines) == MOST_LINES and notes.more == 30
    assert sheets.read(sheets.written(SHEET)) == SHEET


def test_only_the_ticket_of_the_room_is_its_ticket(chair):
    assert not chair.has_ticket("") and not chair.has_ticket("1")
    chair.invite()
    ticket = chair.look().ticket
    assert chair.has_ticket(ticket) and not chair.has_ticket(ticket[:-1]) and not chair.has_ticket("2" * len(ticket) + "é")
    other = open_room(chair.store)
    other.invite()
    assert not other.has_ticket(ticket)
