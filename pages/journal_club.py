"""What do we expect, what was found, and would it change practice? A journal club, step by step."""

from functools import partial

import streamlit as st

from evidence.club.positions import place_of, positions
from evidence.club.session import KINDS, LENGTHS
from evidence.rooms.questions import scope_of
from pages.parts.asked import asked_for
from pages.parts.club_clock import draw_clock
from pages.parts.club_controls import draw_chooser, draw_controls
from pages.parts.club_keys import draw_keys
from pages.parts.club_room import draw_strip, take_room, to_show
from pages.parts.club_session import kept_session
from pages.parts.club_steps import draw_step
from pages.parts.club_take_away import draw_take_away
from pages.parts.club_turn import asks, draw_follow
from pages.parts.frame import evidence_in_view
from pages.parts.screen import screen_asked

view = evidence_in_view()
study_id = asked_for("study", view.pack.studies["study_id"])
session = kept_session(view, study_id, asked_for("length", LENGTHS, LENGTHS[0]))
screen = screen_asked()
places = positions(session, projected=bool(screen))
here = place_of(asked_for("step", [place.address for place in places]), places)

chair = take_room(session, places, here)
kind = KINDS[places[here].step]
if not screen:
    draw_chooser(session, view, places[here], chair)
with st.container(key=f"club_{screen or 'desk'}"):
    draw_strip(session, places[here], chair)
    draw_step(session, places[here], bool(screen))
    if here == len(places) - 1 and not screen:
        draw_take_away(session, view)
hidden = to_show(session, places[here], chair)
clock = partial(draw_clock, kind, session.kinds, *asks(chair, session, places, here))
draw_controls(places, here, screen, hidden, scope_of(session), clock)
draw_follow(chair, session, places)
draw_keys()
