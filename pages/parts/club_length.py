"""The short or the long version of a journal club: the address tells which, and the place stays as near as it can."""

import streamlit as st

from evidence.club.positions import Position, place_of, positions
from evidence.club.session import LENGTHS, SHORT, Session
from evidence.wording.say import tr

KEY = "club_length"


def draw_length(session: Session, place: Position) -> None:
    """The two versions to choose from, with what the short one is."""
    st.session_state[KEY] = session.length
    st.segmented_control(
        tr("Version"),
        LENGTHS,
        key=KEY,
        format_func=lambda each: tr("Short, ten steps") if each == SHORT else tr("Long"),
        on_change=_choose,
        args=(session, place),
        required=True,
    )


def _choose(session: Session, place: Position) -> None:
    """Go on in the other version, at the same step where it has it."""
    chosen = st.session_state[KEY]
    if chosen not in LENGTHS:
        return
    places = positions(session.in_length(chosen))
    kept = {name: st.query_params.get_all(name) for name in st.query_params if name not in ("step", "length")}
    length = {} if chosen == LENGTHS[0] else {"length": chosen}
    st.query_params.from_dict({**kept, **length, "step": places[place_of(place.address, places)].address})
