"""The windows of a chair and their second screen show the same place: who turns the page last is followed by the others.

A window learns of it by a request that is answered when something has happened, or after a few seconds; then it runs anew.
The room also knows the place for a device of the chair that opens its link without a step.
"""

import streamlit as st

from evidence.club.positions import PAGE, Position
from evidence.club.session import KINDS, Session
from evidence.rooms.questions import scope_of
from evidence.rooms.room import Chair
from evidence.rooms.seen import Seen
from evidence.wording.say import tr
from pages.parts.club_chair import window_now, with_rooms
from pages.parts.club_clock import at_step, planned
from pages.parts.club_sheet import sheet_of
from pages.parts.club_votes import seen_now

SHOWN = "place of the club that this window showed"
SCRIPT = """<script>
if (!window.clubFollows) {
  window.clubFollows = true;
  const follow = async () => {
    const place = document.querySelector("[data-follow]");
    let rest = 1000;
    if (place) {
      const of = place.dataset.of;
      try {
        const answer = await fetch(`${place.dataset.follow}&of=${of}`, { signal: AbortSignal.timeout(15000) });
        const now = document.querySelector("[data-follow]");
        rest = answer.status === 204 ? 50 : 4000;
        if (answer.status === 200) {
          rest = 50;
          if (now?.dataset.of === of && now.dataset.follow === place.dataset.follow) {
            document.querySelector(".st-key-club_follow button")?.click();
            for (let waited = 0; waited < 200; waited += 1) {
              await new Promise((go) => setTimeout(go, 50));
              if (document.querySelector("[data-follow]")?.dataset.of !== of) break;
            }
          }
        }
      } catch { rest = 4000; }
    }
    setTimeout(follow, rest);
  };
  follow();
}
</script>"""


def follow_link(chair: Chair) -> str:
    """Where the window asks whether another one has turned the page."""
    return f"room/chair/wait?room={chair.code}&chair={chair.key}&window={window_now()}"


def asks(chair: Chair | None, session: Session, places: tuple[Position, ...], here: int) -> tuple[str, str]:
    """Where the window asks about the others, and the last turn that this run has shown; nothing without a room."""
    if chair is None:
        return "", ""
    return follow_link(chair), shown_turn(seen_now(), scope_of(session), places, here)


def shown_turn(seen: Seen, scope: str, places: tuple[Position, ...], here: int) -> str:
    """The last turn that a window shows; "" when its page has yet to be turned to the place of the room.

    A place of another session, or one that this window does not have because of its filters, is nothing to turn to.
    """
    follows = seen.place[0] == scope and _known(seen.place[1], places) not in ("", places[here].address)
    return "" if follows else seen.turn


def _known(address: str, places: tuple[Position, ...]) -> str:
    """The place of this window for one of the room: a step whose pages only a projector turns is one place at the desk.

    "" where it has none.
    """
    known = {each.address for each in places}
    return next((each for each in (address, address.partition(PAGE)[0]) if each in known), "")


def draw_follow(chair: Chair | None, session: Session, places: tuple[Position, ...]) -> None:
    """The button that the script presses when another window has done something."""
    if chair is not None:
        with st.container(key="club_follow"):
            st.button(
                tr("Follow"), key="club_follow_now", on_click=with_rooms, args=(lambda: _follow(chair, session, places),)
            )


def _follow(chair: Chair, session: Session, places: tuple[Position, ...]) -> None:
    """Turn to the place of the room. Raises NoRoomsError."""
    seen = chair.look()
    if seen is None:
        return
    scope, address = seen.place[0], _known(seen.place[1], places)
    if scope == scope_of(session) and address:
        st.query_params["step"] = address
        st.session_state[SHOWN] = (chair.code, scope, address)


def take_turn(chair: Chair, seen: Seen, session: Session, places: tuple[Position, ...], here: int) -> bool:
    """Tell the room of the place where this window has turned the page, with its time and what the chair is to read.

    A device that opens the link of a chair without a step is led to the place of the room. Returns whether anything was
    told. Raises NoRoomsError.
    """
    scope, address = scope_of(session), places[here].address
    before, mine = st.session_state.get(SHOWN), (chair.code, scope, address)
    there = _known(seen.place[1], places) if seen.place[0] == scope else ""
    if "step" not in st.query_params and before is None and there not in ("", address):
        st.query_params["step"] = there
        st.rerun()
    st.session_state[SHOWN] = mine
    told = False
    if seen.place != (scope, address):
        if before == mine:
            return False
        told = chair.turn_to(scope, address)
    kind, kinds = KINDS[places[here].step], session.kinds
    clock = at_step(seen.timer or planned(kind, kinds), kind, kinds)
    if clock.plan if seen.timer is None else clock != seen.timer:
        told = chair.keep_timer(clock, told=False)
    sheet = sheet_of(session, places, here)
    if sheet != seen.sheet:
        told = chair.keep_sheet(sheet)
    return told
