"""The show of hands: kept in the browser session only, never on disk, in a log or in a cache that others share."""

import streamlit as st

from evidence.club.session_parts import Option, Part
from evidence.wording.say import say, tr
from pages.parts.text import literal

VOTES = "votes of this session"
MOST = 999


def draw_votes(scope: str, step: str, part: Part) -> None:
    """A number to fill in for each answer; what was entered before is there again.

    The fields follow what is kept, never a browser that still shows the numbers of a session that has ended.
    """
    votes = st.session_state.setdefault(VOTES, {})
    with st.container(key=f"club_votes_{step}_{part.key}", horizontal=True):
        for option in part.options:
            key = _key(scope, step, part, option)
            if st.session_state.get(key) != votes.get(key, 0):
                st.session_state[key] = votes.get(key, 0)
            st.number_input(literal(say(option.words)), 0, MOST, key=key, on_change=_keep, args=(key,), width=190)


def _key(scope: str, step: str, part: Part, option: Option) -> str:
    """Where the hands for an answer are kept: the same in every language."""
    return f"{scope} | {step} | {part.key} | {option.key}"


def _keep(key: str) -> None:
    """A widget that is not drawn loses its value; the votes outlive it."""
    st.session_state[VOTES] = {**st.session_state.get(VOTES, {}), key: st.session_state[key]}


def tally(scope: str, step: str, part: Part) -> str:
    """The hands in words, empty when none were counted."""
    votes = st.session_state.get(VOTES, {})
    counted = [(option.words, votes.get(_key(scope, step, part, option), 0)) for option in part.options]
    if not any(number for _, number in counted):
        return ""
    return ", ".join(tr("{option} {number:whole}", option=option, number=number) for option, number in counted)


def forget(scope: str) -> None:
    """Reset votes of one session; for use as a callback."""
    votes = st.session_state.get(VOTES, {})
    st.session_state[VOTES] = {key: number for key, number in votes.items() if not key.startswith(f"{scope} | ")}
