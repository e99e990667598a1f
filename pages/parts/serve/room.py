"""What a phone in a room of the journal club asks for: /room, without Streamlit, an account or anything of the reader.

The code stands in the query (?room=...), which no log keeps. The key of a phone is a cookie of this address alone; it ends
with the room. An answer counts when it is one of those that the room is asked to choose from.
"""

from collections.abc import Callable
from functools import cache
from http import HTTPStatus
from pathlib import Path
from urllib.parse import parse_qs

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from evidence.drawings.palette import palette, variables
from evidence.rooms.codes import code_typed, grouped
from evidence.rooms.guesses import Guesses
from evidence.rooms.kept import kept_rooms
from evidence.rooms.room import LIFE_S, Chair, OnPhone, Room
from evidence.rooms.store import NoRoomsError
from evidence.vocabulary.fact import Fact, fact
from evidence.wording.html import render
from evidence.wording.language import language
from pages.parts.serve.answers import is_current
from pages.parts.serve.room_script import SCRIPT

COOKIE = "evidence_phone_"
KEPT_FROM_ALL = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}
LONGEST = 4_000
"""Bytes of an answer."""
GUESSES = Guesses()
ROOM_PATHS = ("room", "room/now", "room/count")


class OutsideError(Exception):
    """Why a phone is not in a room."""

    def __init__(self, kind: str, status: HTTPStatus) -> None:
        super().__init__(kind)
        self.why, self.status = fact(kind), status


def page(request: Request) -> Response:
    """The page of a phone: it joins the room of the code; without a code it asks for one."""
    if not request.query_params.get("room"):
        return _page()
    try:
        room = asked_room(request)
        phone = _phone(request, room)
        joined = "" if phone else _joined(room)
    except OutsideError as error:
        return _page(error.why, error.status)
    except NoRoomsError:
        return _page(fact("rooms unreachable"), HTTPStatus.SERVICE_UNAVAILABLE)
    if joined:
        # The page is asked for once more, which tells whether the phone keeps the cookie.
        answer: Response = RedirectResponse(f"room?room={room.code}&kept=1", 303, KEPT_FROM_ALL)
        if "kept" in request.query_params:
            return _page(fact("room keeps no cookie"), HTTPStatus.FORBIDDEN)
        secure = request.headers.get("x-forwarded-proto", request.url.scheme) == "https"
        place = request.url.path
        answer.set_cookie(COOKIE + room.code, joined, LIFE_S, path=place, secure=secure, httponly=True, samesite="lax")
        return answer
    if "kept" in request.query_params:
        return RedirectResponse(f"room?room={room.code}", 303, KEPT_FROM_ALL)
    return _page(room=room, now=room.on_phone(phone), request=request)


def now(request: Request) -> Response:
    """What the phone shows at the moment, 304 when that is what it shows already, 410 when the room has ended."""
    room, phone, refusal = _of_a_phone(request)
    if refusal is not None:
        return refusal
    stamp, own = room.stamp(phone)
    if stamp is None or not own:
        return _part(fact("room gone"), HTTPStatus.GONE)
    if is_current(request.headers.get("If-None-Match", ""), _mark(stamp, request)):
        return Response(status_code=304, headers=KEPT_FROM_ALL)
    return _shown(room, phone, request)


def vote(request: Request, body: bytes) -> Response:
    """Take an answer; a browser without a script is led back to the page."""
    room, phone, refusal = _of_a_phone(request)
    if refusal is not None:
        return refusal
    given = parse_qs(body.decode("utf-8", "replace"), max_num_fields=4)
    room.vote(phone, given.get("question", [""])[-1], given.get("answer", [""])[-1])
    if "part" not in request.query_params:
        return RedirectResponse(f"../room?room={room.code}", 303, KEPT_FROM_ALL)
    return _shown(room, phone, request)


def count(request: Request) -> Response:
    """How many have answered, for the screen of the room: given to its chair."""
    asked = request.query_params
    found = Chair(kept_rooms(), code_typed(asked.get("room", "")), asked.get("chair", "")).look()
    if found is None:
        return Response(status_code=HTTPStatus.GONE, headers=KEPT_FROM_ALL)
    return HTMLResponse(render("club_count.html", seen=found), headers=KEPT_FROM_ALL)


def asked_room(request: Request) -> Room:
    """The room of the code in the query. OutsideError for a code that leads to none, and when too many were tried."""
    asked = request.query_params
    code = code_typed(asked.get("room", ""))
    if not code:
        raise OutsideError("room code wrong", HTTPStatus.BAD_REQUEST)
    room = Room(kept_rooms(), code)
    if COOKIE + code in request.cookies and room.stamp(_phone_key(request, code))[1]:
        return room
    if room.has_ticket(asked.get("in", "")[:40]):
        return room
    if not GUESSES.take():
        raise OutsideError("room tries used up", HTTPStatus.TOO_MANY_REQUESTS)
    if room.stamp("")[0] is None:
        raise OutsideError("room not found", HTTPStatus.NOT_FOUND)
    GUESSES.give_back()
    return room


def _phone_key(request: Request, code: str) -> str:
    return request.cookies.get(COOKIE + code, "")[:40]


def _phone(request: Request, room: Room) -> str:
    """The key of a phone that belongs to the room, "" for one that has none."""
    key = _phone_key(request, room.code)
    return key if key and room.stamp(key)[1] else ""


def _joined(room: Room) -> str:
    phone = room.join()
    if phone is None:
        raise OutsideError("room full", HTTPStatus.CONFLICT)
    return phone


def _of_a_phone(request: Request) -> tuple[Room, str, Response | None]:
    """Room and key of a phone, or the refusal."""
    code = code_typed(request.query_params.get("room", ""))
    phone = _phone_key(request, code) if code else ""
    refusal = None if phone else _part(fact("room gone"), HTTPStatus.GONE)
    return Room(kept_rooms(), code), phone, refusal


def _mark(stamp: str, request: Request) -> str:
    asked = request.query_params
    return f'"{stamp}-{asked.get("q", "")[:2] if asked.get("of") == stamp else ""}"'


def _shown(room: Room, phone: str, request: Request) -> Response:
    found = room.on_phone(phone)
    if found is None:
        return _part(fact("room gone"), HTTPStatus.GONE)
    at = _open_at(found, request)
    part = render("room_now.html", why=None, now=found, at=at, code=room.code)
    return HTMLResponse(part, headers={**KEPT_FROM_ALL, "ETag": _mark(found.stamp, request)})


def _part(why: Fact, status: HTTPStatus) -> Response:
    """A refusal as the part of a page."""
    return HTMLResponse(render("room_now.html", why=why, now=None, at=None, code=""), status, KEPT_FROM_ALL)


def _open_at(found: OnPhone, request: Request) -> int | None:
    """The place of the question that the phone shows: the one to be changed, else the first without an answer."""
    places = [place for place, each in enumerate(found.asked) if each.name not in found.closed]
    asked = request.query_params
    if asked.get("of") == found.stamp and asked.get("q", "").isdecimal() and int(asked["q"][:3]) in places:
        return int(asked["q"][:3])
    return next((place for place in places if found.asked[place].name not in found.answers), None)


def _page(
    why: Fact | None = None,
    status: HTTPStatus = HTTPStatus.OK,
    room: Room | None = None,
    now: OnPhone | None = None,
    request: Request | None = None,
) -> Response:
    inside = room is not None and now is not None and request is not None
    html = render(
        "room.html",
        language=language().code,
        style=style_of("room"),
        script=Markup(SCRIPT) if inside else "",
        code=room.code if room and inside else "",
        shown_code=grouped(room.code) if room and inside else "",
        why=why,
        now=now,
        mark=_mark(now.stamp, request) if now and request else "",
        at=_open_at(now, request) if now and request else None,
    )
    return HTMLResponse(html, status, KEPT_FROM_ALL)


@cache
def style_of(name: str) -> Markup:
    """The style of a page that stands alone: its sheet in both palettes."""
    sheet = Path(__file__).with_name(f"{name}.css").read_text(encoding="utf-8")
    dark = f"@media (prefers-color-scheme: dark) {{ :root {{ {variables(palette('dark'))} }} }}"
    return Markup(f":root{{{variables(palette('light'))}}}{dark}{sheet}")


async def body_of(request: Request) -> bytes | None:
    """What was sent, which is short; None when it is longer than any answer."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LONGEST:
            return None
    return body


async def _vote(request: Request) -> Response:
    """Take an answer in a thread."""
    body = await body_of(request)
    if body is None:
        return Response(status_code=HTTPStatus.REQUEST_ENTITY_TOO_LARGE, headers=KEPT_FROM_ALL)
    return await run_in_threadpool(_kept_up, vote, request, body)


def _kept_up(answer: Callable[..., Response], *given: object) -> Response:
    try:
        return answer(*given)
    except NoRoomsError:
        return _part(fact("rooms unreachable"), HTTPStatus.SERVICE_UNAVAILABLE)


ROOM_ROUTES: list[BaseRoute] = [
    Route("/room", page, methods=["GET"]),
    Route("/room/now", lambda request: _kept_up(now, request), methods=["GET"]),
    Route("/room/count", lambda request: _kept_up(count, request), methods=["GET"]),
    Route("/room/vote", _vote, methods=["POST"]),
]
