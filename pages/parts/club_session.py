"""The session of this browser: kept from one key press to the next, so that a step is worked out once."""

import streamlit as st

from evidence.club.session import Session, session_of
from evidence.facts.view import View

KEPT = "journal club"


def kept_session(view: View, study_id: str, length: str) -> Session:
    """The session on a study or on the evidence in view; the last one again when it is about the same in that version."""
    about, session = st.session_state.get(KEPT, (None, None))
    wanted = (view.selection, study_id, length)
    if session is None or about != wanted or session.view.pack is not view.pack:
        session = session_of(view, study_id, length)
        st.session_state[KEPT] = (wanted, session)
    return session
