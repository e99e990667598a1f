"""The chair of a room on this page: code and key stand in the address, so that a reload, a restart of the server or another
device of the chair finds the room again; the browser session keeps them while another page is open.
"""

import os

import streamlit as st

from evidence.rooms.codes import code_typed
from evidence.rooms.kept import kept_rooms
from evidence.rooms.room import Chair, open_room

REPLICA = "EVIDENCE_REPLICA"
KEPT = "room of this chair"


def chair_now() -> Chair | None:
    """The chair that the address names, else the one that this browser session had before; None without one."""
    code, key = st.query_params.get("room", ""), st.query_params.get("chair", "")
    if not code:
        code, key = st.session_state.get(KEPT, ("", ""))
    code = code_typed(code)
    return Chair(kept_rooms(), code, key) if code else None


def chair_or_new() -> tuple[Chair, bool]:
    """The chair of the room that is there, or of a new one, and whether it is new. Raises NoRoomsError."""
    chair = chair_now()
    if chair is not None and chair.look() is not None:
        return chair, False
    number = os.environ.get(REPLICA, "")
    chair = open_room(kept_rooms(), int(number) if number.isdecimal() else 0)
    keep(chair)
    return chair, True


def keep(chair: Chair) -> None:
    """Write the room into address and session; what stands there already stays as it is."""
    if (st.query_params.get("room"), st.query_params.get("chair")) != (chair.code, chair.key):
        st.query_params["room"], st.query_params["chair"] = chair.code, chair.key
    st.session_state[KEPT] = (chair.code, chair.key)


def let_go() -> None:
    """Take the room out of address and session."""
    st.session_state.pop(KEPT, None)
    for name in ("room", "chair"):
        st.query_params.pop(name, None)
