"""At the desk: how long the club may take, and the chair's view for a second screen or phone."""

import streamlit as st

from evidence.club.plan import MINUTES, plan_of
from evidence.downloads.qr import qr_data_url
from evidence.rooms.room import Chair
from evidence.vocabulary.fact import fact
from evidence.wording.html import render
from evidence.wording.say import tr
from pages.parts.club_chair import chair_or_new, with_rooms
from pages.parts.club_clock import at_step, clock_now, keep_clock, planned
from pages.parts.serve.reach import address_for_phones


def draw_plan(kind: str, kinds: tuple[str, ...], chair: Chair | None) -> None:
    """The plan, and where the chair's view is; a room is opened for it, without phones, where there is none."""
    with st.popover(tr("Plan and chair's view"), icon=":material/timer:"):
        clock = clock_now() or planned(kind, kinds)
        st.session_state["club_plan"] = sum(clock.plan.values()) // 60
        st.radio(
            tr("Time for all steps"),
            (0, *MINUTES),
            key="club_plan",
            format_func=lambda each: tr("{n:whole} minutes", n=each) if each else tr("no plan"),
            on_change=_choose,
            args=(kind, kinds),
            horizontal=True,
        )
        if clock.started:
            st.button(tr("Reset the timer"), key="club_timer_reset", on_click=_reset, icon=":material/replay:")
        if chair is None:
            st.button(tr("Open the chair's view"), key="club_chair_open", on_click=_open, icon=":material/tablet:")
            return
        address, here = address_for_phones(), f"room/chair?room={chair.code}&chair={chair.key}"
        link = f"{address}/{here}"
        why = fact("room on this machine only", command="make run HOST=0.0.0.0")
        st.html(render("club_chair_link.html", here=here, qr=qr_data_url(link) if address else "", why=why))


def _choose(kind: str, kinds: tuple[str, ...]) -> None:
    minutes = st.session_state["club_plan"]
    if minutes:
        st.query_params["plan"] = str(minutes)
    else:
        st.query_params.pop("plan", None)
    clock = at_step(clock_now() or planned(kind, kinds), kind, kinds)
    keep_clock(clock.planned(plan_of(minutes, kinds)))


def _reset() -> None:
    clock = clock_now()
    if clock is not None:
        keep_clock(clock.reset())


def _open() -> None:
    with_rooms(chair_or_new)
