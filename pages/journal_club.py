"""What do we expect, what was found, and would it change practice? A journal club, step by step."""

import streamlit as st

from evidence.club.positions import place_of, positions
from evidence.rooms.questions import scope_of
from pages.parts.asked import asked_for
from pages.parts.club_controls import draw_chooser, draw_controls
from pages.parts.club_keys import draw_keys
from pages.parts.club_room import draw_strip, take_room, to_show
from pages.parts.club_session import kept_session
from pages.parts.club_steps import draw_step
from pages.parts.club_take_away import draw_take_away
from pages.parts.frame import evidence_in_view
from pages.parts.screen import screen_asked

view = evidence_in_view()
study_id = asked_for("study", view.pack.studies["study_id"])
session = kept_session(view, study_id)
places = positions(session)
here = place_of(asked_for("step", [place.address for place in places]), places)
screen = screen_asked()

chair = take_room(session, places[here])
if not screen:
    draw_chooser(view, study_id, chair)
with st.container(key=f"club_{screen or 'desk'}"):
    draw_strip(session, places[here], chair)
    draw_step(session, places[here])
    if here == len(places) - 1 and not screen:
        draw_take_away(session, view)
draw_controls(places, here, screen, to_show(session, places[here], chair), scope_of(session))
draw_keys()
