"""Warnings over a page. In a presentation each takes one line, and the steps are made smaller by as many (projector.css)."""

import streamlit as st

DRAWN = "notes of this run"


def begin_notes() -> None:
    """Forget those of the last run."""
    st.session_state[DRAWN] = 0


def count_note() -> None:
    """Count one that was drawn as something else than a warning."""
    st.session_state[DRAWN] = notes_drawn() + 1


def warn(said: str, icon: str | None = None) -> None:
    """Draw a warning."""
    st.warning(said, icon=icon)
    count_note()


def notes_drawn() -> int:
    """How many stand over the page so far."""
    drawn: int = st.session_state.get(DRAWN, 0)
    return drawn
