"""The chair's view for a second screen or phone: /room/chair, without Streamlit, for who holds the key of the chair.

It shows what the windows of the chair have told the room: step, notes, what comes next, time, and how the phones answer,
also before the room sees it. Its buttons change the room, and the windows follow: each asks at /room/chair/wait, which
answers when something has happened, or after a few seconds. Without the key every address here answers as if no room were
there.
"""

import asyncio
import time
from hashlib import blake2b
from http import HTTPStatus
from urllib.parse import parse_qs

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from evidence.rooms.clock import Clock
from evidence.rooms.codes import code_typed, grouped
from evidence.rooms.kept import kept_rooms
from evidence.rooms.room import Chair
from evidence.rooms.seen import Seen
from evidence.rooms.store import NoRoomsError
from evidence.vocabulary.fact import Fact, fact
from evidence.wording.html import render
from evidence.wording.language import language
from pages.parts import club_clock
from pages.parts.serve.answers import is_current
from pages.parts.serve.chair_script import SCRIPT
from pages.parts.serve.room import KEPT_FROM_ALL, body_of, style_of

LOOK_S = 0.4
"""Seconds between two looks at the room while a window waits; nothing is sent meanwhile."""
LOOKS = 15
"""Looks before a window is told that nothing has happened: a proxy gives up later."""
GONE = fact("room gone or not the chair's")


def page(request: Request) -> Response:
    """The whole page."""
    chair = _chair(request)
    try:
        seen = chair.look()
    except NoRoomsError:
        return _page(chair, None, fact("rooms unreachable"), HTTPStatus.SERVICE_UNAVAILABLE)
    return _page(chair, seen) if seen else _page(chair, None, GONE, HTTPStatus.GONE)


def now(request: Request) -> Response:
    """The part of the page that changes; 304 when it is what is shown already, 410 without a room or with another key."""
    chair = _chair(request)
    seen = chair.look()
    if seen is not None and is_current(request.headers.get("If-None-Match", ""), _mark(seen)):
        return Response(status_code=304, headers=KEPT_FROM_ALL)
    return _part(chair, seen)


def do(request: Request, body: bytes) -> Response:
    """Turn the page, show the votes, start or stop the timer."""
    chair = _chair(request)
    seen = chair.look()
    if seen is not None:
        _act(chair, seen, parse_qs(body.decode("utf-8", "replace"), max_num_fields=2).get("do", [""])[-1])
    if "part" not in request.query_params:
        return RedirectResponse(f"../chair?room={chair.code}&chair={chair.key}", 303, KEPT_FROM_ALL)
    return _part(chair, chair.look())


def _act(chair: Chair, seen: Seen, deed: str) -> None:
    """Pages are turned from the one that is shown: two quick presses turn one page, none is passed over unseen."""
    moment, sheet = time.time(), seen.sheet
    there = {"back": sheet.back, "on": sheet.on}.get(deed, "") if sheet else ""
    if there:
        chair.turn_to(seen.place[0], there)
    elif deed == "show":
        chair.reveal(_hidden(seen))
    elif deed == "go":
        chair.keep_timer((seen.timer or Clock(sheet.kind if sheet else "")).go_on(moment))
    elif deed == "pause" and seen.timer:
        chair.keep_timer(seen.timer.pause(moment))


async def wait(request: Request) -> Response:
    """200 when another window or the second screen has done something since a turn; 204 when not, after a few seconds."""
    chair, asked = _chair(request), request.query_params
    since = asked.get("of", "")[:60]
    for _ in range(LOOKS):
        try:
            turned = await run_in_threadpool(chair.turned, since)
        except NoRoomsError:
            return Response(status_code=HTTPStatus.SERVICE_UNAVAILABLE, headers=KEPT_FROM_ALL)
        if turned is None:
            return Response(status_code=HTTPStatus.GONE, headers=KEPT_FROM_ALL)
        if turned:
            return Response(status_code=HTTPStatus.OK, headers=KEPT_FROM_ALL)
        if await request.is_disconnected():
            break
        await asyncio.sleep(LOOK_S)
    return Response(status_code=HTTPStatus.NO_CONTENT, headers=KEPT_FROM_ALL)


def _chair(request: Request) -> Chair:
    asked = request.query_params
    code = code_typed(asked.get("room", ""))
    return Chair(kept_rooms(), code, asked.get("chair", "")[:40], asked.get("window", "")[:20])


def _hidden(seen: Seen) -> tuple[str, ...]:
    """The questions that are open on the phones."""
    return tuple(each.name for each in seen.asked if each.name not in seen.closed) if seen.invited else ()


def _mark(seen: Seen) -> str:
    return f'"{blake2b(repr(seen).encode(), digest_size=8).hexdigest()}"'


def _shown(chair: Chair, seen: Seen | None, why: Fact | None) -> dict[str, object]:
    hidden = _hidden(seen) if seen else ()
    turning = bool(seen and seen.sheet and seen.place[1] != seen.sheet.place)
    return {"chair": chair, "seen": seen, "why": why, "hidden": hidden, "turning": turning, "now": time.time()}


def _part(chair: Chair, seen: Seen | None) -> Response:
    if seen is None:
        return HTMLResponse(render("chair_now.html", **_shown(chair, None, GONE)), HTTPStatus.GONE, KEPT_FROM_ALL)
    html = render("chair_now.html", **_shown(chair, seen, None))
    return HTMLResponse(html, headers={**KEPT_FROM_ALL, "ETag": _mark(seen)})


def _page(chair: Chair, seen: Seen | None, why: Fact | None = None, status: HTTPStatus = HTTPStatus.OK) -> Response:
    html = render(
        "chair.html",
        language=language().code,
        style=style_of("room_chair"),
        script=Markup(club_clock.SCRIPT + SCRIPT) if seen else "",
        shown_code=grouped(chair.code) if seen else "",
        mark=_mark(seen) if seen else "",
        **_shown(chair, seen, why),
    )
    return HTMLResponse(html, status, KEPT_FROM_ALL)


async def _do(request: Request) -> Response:
    body = await body_of(request)
    if body is None:
        return Response(status_code=HTTPStatus.REQUEST_ENTITY_TOO_LARGE, headers=KEPT_FROM_ALL)
    try:
        return await run_in_threadpool(do, request, body)
    except NoRoomsError:
        return Response(status_code=HTTPStatus.SERVICE_UNAVAILABLE, headers=KEPT_FROM_ALL)


def _now(request: Request) -> Response:
    try:
        return now(request)
    except NoRoomsError:
        return Response(status_code=HTTPStatus.SERVICE_UNAVAILABLE, headers=KEPT_FROM_ALL)


CHAIR_PATHS = ("room/chair", "room/chair/now", "room/chair/wait")
CHAIR_ROUTES: list[BaseRoute] = [
    Route("/room/chair", page, methods=["GET"]),
    Route("/room/chair/now", _now, methods=["GET"]),
    Route("/room/chair/wait", wait, methods=["GET"]),
    Route("/room/chair/do", _do, methods=["POST"]),
]
