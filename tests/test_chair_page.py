"""The chair's view: for who holds the key, with notes, next step, time and votes; its buttons turn the page."""

import re
import time

import pytest
from starlette.applications import Starlette

from evidence.rooms.clock import Clock
from evidence.rooms.guesses import AT_ONCE, Guesses
from evidence.rooms.memory import Memory
from evidence.rooms.questions import Question
from evidence.rooms.room import Chair, open_room
from evidence.rooms.sheet import Notes, Sheet
from evidence.rooms.store import NoRoomsError
from pages.parts.serve import room as served
from pages.parts.serve import room_chair as served_chair
from pages.parts.serve.guard import Guarded
from pages.parts.serve.policy import headers, script_hashes
from tests.asking import ask

PROGRAM = Guarded(Starlette(routes=[*served.ROOM_ROUTES, *served_chair.CHAIR_ROUTES]))
NASTY = "<img src=x onerror=alert(1)>"
QUESTION = Question("A1 | practice | practice", "Practice", "Would you offer it?", (("yes", "yes"), ("no", f"no {NASTY}")))
SHEET = Sheet(
    "practice",
    "practice",
    "8 of 10",
    "Practice?",
    "",
    (Notes("To say", (NASTY,), 4),),
    "Take-home",
    "guidelines",
    "take-home",
)
PATHS = ("/room/chair", "/room/chair/now", "/room/chair/wait", "/room/chair/do")


@pytest.fixture(autouse=True)
def own_rooms(monkeypatch):
    memory = Memory()
    for module in (served, served_chair):
        monkeypatch.setattr(module, "kept_rooms", lambda: memory)
    monkeypatch.setattr(served, "GUESSES", Guesses())
    monkeypatch.setattr(served_chair, "LOOK_S", 0.001)
    return memory


@pytest.fixture
def chair(own_rooms):
    made = open_room(own_rooms)
    made.invite()
    made.ask([QUESTION])
    made.turn_to("A1", "practice")
    made.keep_sheet(SHEET)
    return made


def asks(chair, path, method="GET", more="", body=b"", key=None, **given):
    address = f"{path}?room={chair.code}&chair={chair.key if key is None else key}{more}"
    return ask(address, method, {"host": "here", **given}, PROGRAM, body=body)


def press(chair, deed, **more):
    return asks(chair, "/room/chair/do", "POST", "&part=1", f"do={deed}".encode(), **more)


@pytest.mark.parametrize("path", PATHS)
def test_without_the_key_nothing_is_told_not_even_whether_there_is_a_room(chair, path):
    method = "POST" if path.endswith("do") else "GET"
    nowhere = Chair(chair.store, "ZZZZZZ" if chair.code != "ZZZZZZ" else "ZZZZZY", "")
    body = b"do=on"
    for key in ("", "0" * 20, chair.key[:-1]):
        one, two = (asks(each, path, method, "&part=1", body, key) for each in (chair, nowhere))
        assert (one.status, one.body) == (two.status, two.body) and one.status == 410
        for told in (b"Practice", b"img", chair.code.encode()):
            assert told not in one.body
    assert chair.look().place == ("A1", "practice")


def test_the_page_holds_two_scripts_which_the_policy_names_and_texts_are_never_markup(chair):
    answer = asks(chair, "/room/chair")
    page = answer.body.decode()
    scripts = re.findall(r"<script>.*?</script>", page, re.DOTALL)
    assert len(scripts) == 2
    assert all(f"'{each}'" in headers()["Content-Security-Policy"] for each in script_hashes(scripts))
    assert NASTY not in page and page.count("&lt;img") == 2
    assert answer.headers["cache-control"] == "no-store" and answer.headers["x-robots-tag"] == "noindex"


def test_notes_next_step_and_votes_are_shown_also_before_the_room_sees_them(chair):
    phone = chair.join()
    chair.vote(phone, QUESTION.name, "yes")
    chair.count_hands(QUESTION.name, "no", 3)
    page = asks(chair, "/room/chair/now").body.decode()
    for told in ("8 of 10", "Practice?", "To say", "and 4 more", "Take-home", "1 of 1 phones", "3 hands", "Only you see"):
        assert told in page, told
    assert re.findall(r"<b>(\d)</b><i", page) == ["1", "3"]
    press(chair, "show")
    assert QUESTION.name in chair.look().closed
    after = asks(chair, "/room/chair/now").body.decode()
    assert "The room sees these votes" in after and 'value="show"' not in after


def test_two_presses_turn_one_page_and_the_page_says_that_the_screen_is_to_follow(chair):
    for _ in range(2):
        assert b"Turning the page" in press(chair, "on").body
        assert chair.look().place == ("A1", "take-home")
    press(chair, "back")
    assert chair.look().place == ("A1", "guidelines")
    for strange in ("SENT", "", "on&do=SENT", "x" * 5_000):
        answer = press(chair, strange)
        assert answer.status in (200, 413) and b"SENT" not in answer.body
    assert chair.look().place == ("A1", "guidelines")


def test_the_timer_is_started_stopped_and_told(chair):
    chair.keep_timer(Clock("practice", {"practice": 90, "take-home": 30}, {"practice": 100.0}))
    page = asks(chair, "/room/chair/now").body.decode()
    assert 'role="timer" aria-live="off"' in page and "paused" in page and "<b>0:10</b> <i>over</i>" in page
    press(chair, "go")
    assert chair.look().timer.since == pytest.approx(time.time(), abs=5)
    assert b'data-runs="1"' in asks(chair, "/room/chair/now").body
    press(chair, "pause")
    assert not chair.look().timer.runs


def test_a_timer_that_nobody_planned_counts_up(chair):
    press(chair, "go")
    assert b"data-spent" in asks(chair, "/room/chair/now").body and chair.look().timer.step == "practice"


def test_what_is_shown_already_is_not_sent_again_also_while_the_time_runs(chair):
    press(chair, "go")
    mark = asks(chair, "/room/chair/now").headers["etag"]
    again = asks(chair, "/room/chair/now", **{"if-none-match": mark})
    assert (again.status, again.body) == (304, b"")
    chair.join()
    assert asks(chair, "/room/chair/now", **{"if-none-match": mark}).status == 200


def test_a_window_that_waits_is_answered_when_something_happens(chair):
    turn = chair.look().turn
    assert asks(chair, "/room/chair/wait", more=f"&window=one&of={turn}").status == 204
    press(chair, "on")
    assert asks(chair, "/room/chair/wait", more=f"&window=one&of={turn}").status == 200


def test_a_browser_without_a_script_is_led_back_to_the_page(chair):
    answer = asks(chair, "/room/chair/do", "POST", body=b"do=on")
    assert answer.status == 303 and answer.headers["location"].startswith("../chair?room=")
    assert b"http-equiv" in asks(chair, "/room/chair").body


@pytest.mark.parametrize("path", PATHS)
def test_rooms_that_do_not_answer_are_told(chair, path, monkeypatch):
    def silent(*given):
        raise NoRoomsError

    for name in ("every", "some"):
        monkeypatch.setattr(chair.store, name, silent)
    assert asks(chair, path, "POST" if path.endswith("do") else "GET").status == 503


def test_who_tries_codes_keeps_nobody_out_who_scans_the_code_of_the_room(chair):
    wrong = "ZZZZZZ" if chair.code != "ZZZZZZ" else "ZZZZZY"
    for _ in range(AT_ONCE):
        ask(f"/room?room={wrong}&in={chair.look().ticket}", headers={"host": "here"}, program=PROGRAM)
    typed, false = f"/room?room={chair.code}", f"/room?room={chair.code}&in=22222222"
    assert [ask(each, headers={"host": "here"}, program=PROGRAM).status for each in (typed, false)] == [429, 429]
    scanned = ask(f"{typed}&in={chair.look().ticket}", headers={"host": "here"}, program=PROGRAM)
    assert scanned.status == 303 and "set-cookie" in scanned.headers and chair.look().phones == 1


def test_a_room_without_phones_shows_votes_only_where_hands_were_counted(own_rooms):
    chair = open_room(own_rooms)
    chair.ask([QUESTION])
    chair.keep_sheet(SHEET)
    assert b'class="votes"' not in asks(chair, "/room/chair/now").body
    chair.count_hands(QUESTION.name, "yes", 2)
    page = asks(chair, "/room/chair/now").body
    assert b"2 hands" in page and b"phones" not in page and b'value="show"' not in page
