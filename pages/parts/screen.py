"""Which presentation view the address asks for; the frame leaves such a screen to the page alone."""

import streamlit as st

LAST_PAGE = "page of the last run"
"""In the session: the page that was drawn before this one; the frame notes it."""


def screen_asked() -> str:
    """The paper of a presentation, "white" or "black"; "" when the page is not presented."""
    if st.query_params.get("present", "") != "1":
        return ""
    return "black" if st.query_params.get("paper", "") == "black" else "white"
