"""The chair of a room on this page: code and key stand in the address, so that a reload, a restart of the server or another
device of the chair finds the room again; the browser session keeps them while another page is open.
"""

import os
from collections.abc import Callable

import streamlit as st

from evidence.rooms.codes import code_typed, new_key
from evidence.rooms.kept import kept_rooms
from evidence.rooms.room import Chair, open_room
from evidence.rooms.store import NoRoomsError
from pages.parts.screen import LAST_PAGE

REPLICA = "EVIDENCE_REPLICA"
KEPT = "room of this chair"
WINDOW = "window of this chair"
UNREACHABLE = "room could not be opened"


def window_now() -> str:
    """The name of this window in its room; it says nothing of who opened it."""
    name: str = st.session_state.setdefault(WINDOW, new_key()[:8])
    return name


def with_rooms(act: Callable[[], object]) -> None:
    """Act on a room; the page says so when the room does not answer."""
    try:
        act()
    except NoRoomsError:
        st.session_state[UNREACHABLE] = True


def chair_now() -> Chair | None:
    """The chair that the address names, else the one that this browser session had before; None without one."""
    code, key = st.query_params.get("room", ""), st.query_params.get("chair", "")
    known = st.session_state.get(KEPT, ("", ""))
    if not code or (not key and code == known[0]):
        code, key = known
    code = code_typed(code)
    return Chair(kept_rooms(), code, key, window_now()) if code else None


def chair_or_new() -> tuple[Chair, bool]:
    """The chair of the room that is there, or of a new one, and whether it is new. Raises NoRoomsError."""
    chair = chair_now()
    if chair is not None and chair.look() is not None:
        return chair, False
    number = os.environ.get(REPLICA, "")
    chair = open_room(kept_rooms(), int(number) if number.isdecimal() else 0)
    chair.window = window_now()
    keep(chair)
    return chair, True


def keep(chair: Chair) -> None:
    """Write the room into the session, and into the address as one step of the history.

    A step back on this page leads to the address before the room: it is left as it is, or nobody could go back further.
    """
    here = {"room": chair.code, "chair": chair.key}
    named = all(st.query_params.get(name) == value for name, value in here.items())
    stayed = st.session_state.get(KEPT) == (chair.code, chair.key) and st.session_state.get(LAST_PAGE) == "journal_club"
    st.session_state[KEPT] = (chair.code, chair.key)
    if not named and not stayed:
        st.query_params.update(here)


def let_go() -> None:
    """Take the room out of address and session."""
    st.session_state.pop(KEPT, None)
    if "room" in st.query_params or "chair" in st.query_params:
        kept = {name: st.query_params.get_all(name) for name in st.query_params if name not in ("room", "chair")}
        st.query_params.from_dict(kept)
