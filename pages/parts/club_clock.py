"""The timer at the foot of a journal club: what is left of the step and in all, started, stopped and gone on with a key.

It ticks in the browser: the page is told where the time stands when it runs, and not again until something changes. After
the time of a step it says by how much it is over and goes on. A reader of the screen hears it when they go to it, not each
second. The room keeps it; while no room can be opened this browser session does.
"""

import time

import streamlit as st

from evidence.club.plan import MINUTES, plan_of
from evidence.rooms.clock import Clock
from evidence.rooms.store import NoRoomsError
from evidence.wording.html import render
from evidence.wording.say import tr
from pages.parts.club_chair import chair_now, chair_or_new, with_rooms
from pages.parts.club_votes import seen_now

KEPT = "club timer"
SCRIPT = """<script>
if (!window.clubClock) {
  window.clubClock = true;
  const since = new WeakMap();
  const told = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  const write = (place, text) => { if (place.textContent !== text) place.textContent = text; };
  const tick = () => {
    for (const clock of document.querySelectorAll("[data-clock]")) {
      const [mark, start] = since.get(clock) ?? [];
      if (mark !== clock.dataset.clock) since.set(clock, [clock.dataset.clock, Date.now()]);
      const passed = clock.dataset.runs && mark === clock.dataset.clock ? (Date.now() - start) / 1000 : 0;
      for (const each of clock.querySelectorAll("[data-left]")) {
        const left = Number(each.dataset.left) - passed, over = Math.ceil(left) < 0;
        write(each.querySelector("b"), told(over ? Math.floor(-left) : Math.max(0, Math.ceil(left))));
        write(each.querySelector("i"), over ? clock.dataset.over : "");
        each.classList.toggle("clock-over", over);
      }
      for (const each of clock.querySelectorAll("[data-spent]"))
        write(each.querySelector("b"), told(Math.floor(Number(each.dataset.spent) + passed)));
    }
  };
  setInterval(tick, 250);
}
</script>"""


def planned(kind: str, kinds: tuple[str, ...]) -> Clock:
    """A timer before its start, with the plan that the address names; a number that is not offered plans nothing.

    kinds: the steps of the session.
    """
    asked = st.query_params.get("plan", "")
    return Clock(kind, plan_of(int(asked), kinds) if asked in map(str, MINUTES) else {})


def at_step(clock: Clock, kind: str, kinds: tuple[str, ...]) -> Clock:
    """The timer at a step of a session with these steps; the same whole time is divided anew when they are others."""
    if clock.plan and set(clock.plan) != set(kinds):
        clock = clock.planned(plan_of(sum(clock.plan.values()) // 60, kinds))
    return clock.moved(kind, time.time())


def clock_now() -> Clock | None:
    """The timer of the room, else that of this browser session; None where there is none."""
    clock: Clock | None = seen_now().timer or st.session_state.get(KEPT)
    return clock


def keep_clock(clock: Clock) -> None:
    """Keep the timer in the room, which is opened without phones where there is none; for use in a callback."""
    st.session_state[KEPT] = clock
    with_rooms(lambda: chair_or_new()[0].keep_timer(clock))


def draw_clock(kind: str, kinds: tuple[str, ...], asks: str, of: str) -> None:
    """The timer with its button; asks: where this window asks about the others, of: the last turn that it shows."""
    now = time.time()
    clock = at_step(clock_now() or planned(kind, kinds), kind, kinds)
    if KEPT in st.session_state:
        st.session_state[KEPT] = clock
    html = render("club_clock.html", clock=clock, now=now, asks=asks, of=of)
    st.html(html + SCRIPT, unsafe_allow_javascript=True, width="content")
    label = tr("Pause") if clock.runs else tr("Continue") if clock.started else tr("Start timer")
    st.button(label, key="club_timer", on_click=_press, args=(kind, kinds, clock.runs))


def _press(kind: str, kinds: tuple[str, ...], runs: bool) -> None:
    """Stop a timer that was shown running, start any other; what another device did meanwhile is not undone."""
    chair, now = chair_now(), time.time()
    try:
        seen = chair.look() if chair else None
    except NoRoomsError:
        seen = None
    clock = at_step((seen.timer if seen else st.session_state.get(KEPT)) or planned(kind, kinds), kind, kinds)
    keep_clock(clock.pause(now) if runs else clock.go_on(now))
