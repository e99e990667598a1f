"""What a phone is shown and may send: no account, no text of its own, no way to find a room by trying."""

import re

import pytest
from starlette.applications import Starlette

from evidence.rooms import kept as stores
from evidence.rooms.guesses import AT_ONCE, Guesses
from evidence.rooms.memory import Memory
from evidence.rooms.questions import Question
from evidence.rooms.room import open_room
from pages.parts.serve import room as served
from pages.parts.serve.guard import Guarded
from pages.parts.serve.policy import headers, script_hashes
from tests.asking import ask

PROGRAM = Guarded(Starlette(routes=served.ROOM_ROUTES))
NASTY = "<img src=x onerror=alert(1)>"
QUESTION = Question("view | practice | practice", "Practice", f"Would you offer {NASTY}?", (("yes", "yes"), ("no", NASTY)))


@pytest.fixture(autouse=True)
def own_rooms(monkeypatch):
    memory = Memory()
    monkeypatch.setattr(served, "kept_rooms", lambda: memory)
    monkeypatch.setattr(served, "GUESSES", Guesses())
    monkeypatch.delenv(stores.SETTING, raising=False)
    return memory


@pytest.fixture
def chair(own_rooms):
    made = open_room(own_rooms)
    made.invite()
    made.ask([QUESTION])
    return made


def get(address, cookie="", **given):
    return ask(address, headers={"host": "here", **({"cookie": cookie} if cookie else {}), **given}, program=PROGRAM)


def joined(chair):
    """The cookie of a phone that has joined."""
    answer = get(f"/room?room={chair.code}")
    assert answer.status == 303
    return answer.headers["set-cookie"].split(";")[0]


def send(chair, cookie, body):
    return ask(
        f"/room/vote?room={chair.code}&part=1", "POST", {"host": "here", "cookie": cookie}, PROGRAM, body=body.encode()
    )


def vote(chair, cookie, answer):
    return send(chair, cookie, f"question={QUESTION.name.replace(' ', '+')}&answer={answer}")


def test_a_phone_joins_by_its_code_alone_and_its_cookie_is_of_this_room_and_ends_with_it(chair):
    answer = get(f"/room?room={chair.code.lower()}")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(f"evidence_phone_{chair.code}=")
    for part in ("HttpOnly", "Path=/room", "SameSite=lax", "Max-Age=14400"):
        assert part in cookie
    assert (
        "Secure" not in cookie
        and "Secure" in get(f"/room?room={chair.code}", **{"x-forwarded-proto": "https"}).headers["set-cookie"]
    )
    key = cookie.split(";")[0]
    assert get(f"/room?room={chair.code}&kept=1", key).status == 303, "the address is clean again"
    page = get(f"/room?room={chair.code}", key)
    assert page.status == 200 and "set-cookie" not in page.headers and page.headers["cache-control"] == "no-store"


def test_a_phone_without_cookies_is_told_that_it_cannot_vote(chair):
    answer = get(f"/room?room={chair.code}&kept=1")
    assert answer.status == 403 and b"keeps no cookies" in answer.body and "set-cookie" not in answer.headers


def test_the_page_holds_one_script_which_the_policy_names_and_texts_are_never_markup(chair):
    page = get(f"/room?room={chair.code}", joined(chair)).body.decode()
    scripts = re.findall(r"<script>.*?</script>", page, re.DOTALL)
    assert len(scripts) == 1 and f"'{script_hashes(scripts)[0]}'" in headers()["Content-Security-Policy"]
    assert "&lt;img" in page and NASTY not in page


def test_a_vote_is_counted_and_shown_to_its_phone(chair):
    cookie = joined(chair)
    answer = vote(chair, cookie, "yes")
    assert answer.status == 200 and b"Your answer is in" in answer.body
    assert chair.look().votes == {QUESTION.name: {"yes": 1}}
    again = get(f"/room/now?room={chair.code}", cookie)
    assert get(f"/room/now?room={chair.code}", cookie, **{"if-none-match": again.headers["etag"]}).status == 304
    chair.reveal([QUESTION.name])
    after = get(f"/room/now?room={chair.code}", cookie, **{"if-none-match": again.headers["etag"]})
    assert after.status == 200 and b"Voting is closed" in after.body and b"<button" not in after.body


def test_a_text_that_a_phone_sends_is_neither_counted_nor_shown(chair):
    cookie = joined(chair)
    for body in (f"question={QUESTION.name.replace(' ', '+')}&answer=SENT", "question=SENT&answer=yes", "SENT", "\x00", ""):
        answer = send(chair, cookie, body)
        assert answer.status == 200 and b"SENT" not in answer.body
    assert chair.look().votes == {}
    assert send(chair, cookie, "answer=" + "x" * 5_000).status == 413
    for address in ("/room?room=SENT", f"/room?room={chair.code}&q=SENT", "/room?room=%3Cb%3ESENT"):
        assert b"SENT" not in get(address, cookie).body


def test_a_browser_without_a_script_is_led_back_to_the_page(chair):
    cookie = joined(chair)
    body = f"question={QUESTION.name.replace(' ', '+')}&answer=yes".encode()
    answer = ask(f"/room/vote?room={chair.code}", "POST", {"host": "here", "cookie": cookie}, PROGRAM, body=body)
    assert answer.status == 303 and answer.headers["location"] == f"../room?room={chair.code}"
    assert b"http-equiv" in get(f"/room?room={chair.code}", cookie).body


def test_codes_cannot_be_found_by_trying_and_who_is_in_goes_on(chair):
    cookie = joined(chair)
    wrong = "ZZZZZZ" if chair.code != "ZZZZZZ" else "ZZZZZY"
    assert [get(f"/room?room={wrong}").status for _ in range(AT_ONCE)] == [404] * AT_ONCE
    assert get(f"/room?room={wrong}").status == get(f"/room?room={chair.code}").status == 429
    assert get(f"/room?room={chair.code}", cookie).status == 200
    assert vote(chair, cookie, "yes").status == 200 and chair.look().votes == {QUESTION.name: {"yes": 1}}


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_no_other_address_tells_a_room_from_none(chair, method):
    wrong = "ZZZZZZ" if chair.code != "ZZZZZZ" else "ZZZZZY"
    path = "/room/now" if method == "GET" else "/room/vote"
    for cookie in ("", "evidence_phone_{code}=00000000000000000000"):
        one, two = (
            ask(f"{path}?room={code}", method, {"host": "here", "cookie": cookie.format(code=code)}, PROGRAM)
            for code in (chair.code, wrong)
        )
        assert (one.status, one.body) == (two.status, two.body) and one.status == (
            410 if cookie == "" or method == "GET" else 303
        )


def test_only_the_chair_is_told_the_numbers(chair):
    vote(chair, joined(chair), "yes")
    assert b"<b>1</b>" in get(f"/room/count?room={chair.code}&chair={chair.key}").body
    for key in ("", "0" * 20):
        assert get(f"/room/count?room={chair.code}&chair={key}").status == 410


def test_a_room_that_has_ended_says_so_and_asks_for_another_code(chair):
    cookie = joined(chair)
    chair.end()
    gone = get(f"/room/now?room={chair.code}", cookie)
    assert gone.status == 410 and b"has ended" in gone.body
    page = get(f"/room?room={chair.code}", cookie)
    assert page.status == 404 and b'name="room"' in page.body


def test_the_page_without_a_code_asks_for_one():
    page = get("/room")
    assert page.status == 200 and b'name="room"' in page.body and b"<script" not in page.body
