"""Reset votes and end the room, at the desk and in the presentation; each asks first where something would be lost."""

import streamlit as st

from evidence.rooms.codes import grouped
from evidence.rooms.room import Chair, Seen
from evidence.wording.say import tr
from pages.parts.club_chair import chair_now, let_go, with_rooms
from pages.parts.club_votes import VOTES, forget, seen_now, take_seen

ASKED = "end of the room was asked for"


def draw_reset(scope: str) -> None:
    """A button that deletes the votes of this session when it is pressed a second time."""
    with st.popover(tr("Reset votes")):
        _draw_forget(scope)


def draw_menu(scope: str, chair: Chair | None) -> None:
    """Both in one place of the presentation, there when anything has been counted or phones were let in."""
    if chair is None:
        return
    with st.popover(tr("Votes and room"), key="club_menu"):
        _draw_forget(scope)
        if seen_now().invited:
            st.write(tr("Room {code}", code=grouped(chair.code)))
            draw_end(chair)


def draw_end(chair: Chair) -> None:
    """A button that ends the room; where answers were given it says how many are lost, and a second button ends it."""
    lost = _answers(seen_now())
    asked = (chair.code, lost)
    if not lost:
        st.button(tr("End the room"), key="club_room_end", on_click=_end, icon=":material/stop_circle:")
    elif st.session_state.get(ASKED) != asked:
        st.button(tr("End the room"), key="club_room_ask", on_click=_ask, args=(asked,), icon=":material/stop_circle:")
    else:
        st.write(tr("Answers and hands that are lost with it: {n:whole}. The last step saves them as minutes.", n=lost))
        st.button(tr("End it now"), key="club_room_end", on_click=_end, icon=":material/stop_circle:")
        st.button(tr("Keep the room"), key="club_room_keep", on_click=_ask, args=(None,))


def _draw_forget(scope: str) -> None:
    st.write(tr("Deletes all answers and hands of this session. They cannot be brought back."))
    st.button(tr("Delete the votes"), key="club_forget", on_click=forget, args=(scope,), icon=":material/delete:")


def _answers(seen: Seen) -> int:
    """Answers of phones and hands in the room, to all questions."""
    return sum(n for counts in (*seen.votes.values(), *seen.hands.values()) for n in counts.values())


def _ask(asked: tuple[str, int] | None) -> None:
    st.session_state[ASKED] = asked


def _end() -> None:
    chair = chair_now()
    if chair is not None:
        with_rooms(chair.end)
    for kept in (ASKED, VOTES):
        st.session_state.pop(kept, None)
    take_seen(None)
    let_go()
