"""Moving through a journal club: arrow keys, a clicker (Page Up and Down), buttons; and the presentation view.

Step, study and view stand in the address, so that Back, reload and a link lead to the same place.
"""

import time

import streamlit as st

from evidence.club.positions import Position
from evidence.facts.view import View
from evidence.rooms.room import Chair
from evidence.wording.say import tr
from pages.parts.club_chair import chair_now
from pages.parts.club_ending import draw_menu, draw_reset
from pages.parts.club_overview import draw_overview
from pages.parts.club_room import draw_opener, show_votes, with_rooms
from pages.parts.club_votes import seen_now
from pages.parts.text import told_apart

WHOLE = ""
STARTED = "club timer started"


def draw_chooser(view: View, study_id: str, chair: Chair | None) -> None:
    """What the club talks about: everything in view, or one study."""
    citations = told_apart(dict(zip(view.pack.studies["study_id"], view.pack.studies["citation"], strict=True)))
    offered = [WHOLE, *view.studies["study_id"]]
    offered += [study_id] if study_id and study_id not in offered else []
    st.session_state["club_study"] = study_id
    with st.container(key="club_chooser", horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            tr("Journal club on"),
            offered,
            key="club_study",
            format_func=lambda each: citations[each] if each else tr("Everything in view"),
            on_change=_choose,
            width=360,
        )
        st.button(tr("Present"), key="club_present", on_click=_present, args=("1",), icon=":material/slideshow:")
        draw_opener(chair)
        draw_reset(study_id or "view")


def draw_controls(
    places: tuple[Position, ...], here: int, screen: str, hidden: tuple[str, ...] = (), scope: str = "view"
) -> None:
    """Back and on, where we are, and, in the presentation view, how to leave it, to reset votes and to end the room.

    hidden: questions whose votes are not shown yet; the first step on shows them. scope: what votes are kept under.
    """
    back = places[here - 1].address if here else ""
    following = places[here + 1].address if here + 1 < len(places) else ""
    with st.container(key="club_controls", horizontal=True, vertical_alignment="center"):
        _button(tr("Back"), "club_back", "Left", back)
        _button(tr("On"), "club_on", "Right", following, hidden)
        if hidden:
            st.button(tr("Show the votes"), key="club_show", on_click=show_votes, args=(hidden,))
        draw_overview(places, here)
        if screen:
            other = "white" if screen == "black" else "black"
            label = tr("White on black") if other == "black" else tr("Black on white")
            st.button(label, key="club_paper", on_click=_set, args=("paper", other))
            st.button(tr("Leave"), key="club_leave", shortcut="Esc", on_click=_present, args=("",))
            draw_menu(scope, chair_now(), with_rooms)
            _draw_timer()
    with st.container(key="club_clicker"):
        _button(tr("Back, clicker"), "club_page_up", "PageUp", back)
        _button(tr("On, clicker"), "club_page_down", "PageDown", following, hidden)


def _button(label: str, key: str, shortcut: str, address: str, hidden: tuple[str, ...] = ()) -> None:
    if hidden:
        st.button(label, key=key, shortcut=shortcut, on_click=show_votes, args=(hidden,))
    else:
        st.button(label, key=key, shortcut=shortcut, on_click=_set, args=("step", address), disabled=not address)


def _set(name: str, value: str) -> None:
    st.query_params[name] = value


def _choose() -> None:
    """Another study starts at the first step."""
    chosen = st.session_state["club_study"]
    kept = {name: st.query_params.get_all(name) for name in st.query_params if name not in ("study", "step")}
    st.query_params.from_dict({**kept, "study": chosen} if chosen else kept)


def _present(value: str) -> None:
    if value:
        st.query_params["present"] = value
    else:
        kept = {name: st.query_params.get_all(name) for name in st.query_params if name not in ("present", "paper")}
        st.query_params.from_dict(kept)
        st.session_state.pop(STARTED, None)


def _draw_timer() -> None:
    """Minutes since the timer was started; with a room it goes on after a reload."""
    started = seen_now().timer or st.session_state.get(STARTED)
    if started is None:
        st.button(tr("Timer"), key="club_timer", on_click=_start)
    else:
        _tick(started)


def _start() -> None:
    st.session_state[STARTED] = time.time()
    chair = chair_now()
    if chair is not None:
        with_rooms(lambda: chair.start_timer(st.session_state[STARTED]))


@st.fragment(run_every=5)
def _tick(started: float) -> None:
    """Minutes since the timer was started."""
    seconds = max(0, int(time.time() - started))
    st.html(f"<p class='club-where' role='timer'>{seconds // 60}:{seconds % 60:02d}</p>")
