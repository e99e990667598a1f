"""The signalling questions of a domain as a checklist that the room ticks before it judges.

A tick is kept as a show of hands is: in the memory of the room alone, so that it survives a reload and ends with the room.
"""

import streamlit as st

from evidence.club.session_parts import Option, Part
from evidence.rooms.questions import name_of
from evidence.wording.html import render
from evidence.wording.say import say, tr
from pages.parts.club_votes import keep_hands, seen_now
from pages.parts.text import literal

TICKS = "ticks"
"""What stands in place of a step in the names of ticks."""


def draw_ticks(scope: str, part: Part) -> None:
    """The checklist of a domain, or why it has none; nothing for a question that needs none."""
    if part.note:
        st.html(render("club_note.html", note=part.note))
    if not part.checks:
        return
    name, ticked = name_of(scope, TICKS, part), ticks(scope, part)
    with st.container(key="club_ticks"):
        st.html(render("club_note.html", note=tr("Tick what can be answered with yes:")))
        for number, (check, is_ticked) in enumerate(zip(part.checks, ticked, strict=True), start=1):
            key = f"{name} | {number}"
            if st.session_state.get(key) != is_ticked:
                st.session_state[key] = is_ticked
            st.checkbox(literal(say(check)), key=key, on_change=_keep, args=(name, key, str(number)))


def ticks(scope: str, part: Part) -> tuple[bool, ...]:
    """Which questions of a domain are ticked."""
    seen, name = seen_now(), name_of(scope, TICKS, part)
    return tuple(seen.counted(name, str(number)) > 0 for number in range(1, len(part.checks) + 1))


def _keep(name: str, key: str, number: str) -> None:
    keep_hands(name, Option(number, ""), int(bool(st.session_state[key])))
