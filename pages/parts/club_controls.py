"""Moving through a journal club: arrow keys, a clicker (Page Up and Down), buttons; and the presentation view.

Step, study and view stand in the address, so that Back, reload and a link lead to the same place.
"""

from collections.abc import Callable

import streamlit as st

from evidence.club.positions import Position
from evidence.club.session import KINDS, Session
from evidence.facts.view import View
from evidence.rooms.room import Chair
from evidence.wording.say import tr
from pages.parts.club_chair import chair_now
from pages.parts.club_ending import draw_menu, draw_reset
from pages.parts.club_length import draw_length
from pages.parts.club_overview import draw_overview
from pages.parts.club_plan import draw_plan
from pages.parts.club_room import draw_opener, show_votes
from pages.parts.text import told_apart

WHOLE = ""


def draw_chooser(session: Session, view: View, place: Position, chair: Chair | None) -> None:
    """What the club talks about, everything in view or one study, and in which version."""
    study_id = session.study_id
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
        draw_length(session, place)
        st.button(tr("Present"), key="club_present", on_click=_present, args=("1",), icon=":material/slideshow:")
        draw_opener(chair)
        draw_reset(study_id or "view")
        draw_plan(KINDS[place.step], session.kinds, chair)


def draw_controls(
    places: tuple[Position, ...], here: int, screen: str, hidden: tuple[str, ...], scope: str, timer: Callable[[], None]
) -> None:
    """Back and on, where we are, and, in the presentation view, how to leave it, to reset votes and to end the room.

    hidden: questions whose votes are not shown yet; the first step on shows them. scope: what votes are kept under.
    timer: draws the timer.
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
            draw_menu(scope, chair_now())
        timer()
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
