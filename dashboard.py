"""Entry point: `streamlit run dashboard.py` serves the app, and the app runs this file for every page a reader asks for."""

import streamlit as st

from pages.parts.frame import show
from pages.parts.serve.api import ROUTES
from pages.parts.serve.guard import Guarded
from pages.parts.serve.room import ROOM_ROUTES
from pages.parts.serve.room_chair import CHAIR_ROUTES
from pages.parts.serving import made_ready
from pages.parts.unforeseen import tell_unforeseen

if __name__ == "__main__":
    show()
else:
    app = st.App(
        __file__, lifespan=made_ready, routes=[*ROUTES, *ROOM_ROUTES, *CHAIR_ROUTES], on_script_error=tell_unforeseen
    )
    # Streamlit looks for the line above in this file; the server then takes what bears the name.
    app = Guarded(app)
