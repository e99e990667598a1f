"""What the room answers, by phone and by show of hands: in the room's memory only, never on disk, in a log or in a cache.

The first hand that is counted opens a room without phones, so that a reload or another browser of the chair finds it again.
"""

import streamlit as st

from evidence.club.session_parts import Option, Part
from evidence.rooms.questions import name_of
from evidence.rooms.seen import Seen
from evidence.rooms.store import NoRoomsError
from evidence.wording.say import say, tr
from pages.parts.club_chair import chair_now, chair_or_new
from pages.parts.text import literal

VOTES = "votes of this session"
SEEN = "room as it was seen in this run"
MOST = 999


def take_seen(seen: Seen | None) -> None:
    """Note what the room holds in this run; without a room the hands of this browser count."""
    if seen is not None:
        st.session_state[VOTES] = {(name, option): n for name, counts in seen.hands.items() for option, n in counts.items()}
    st.session_state[SEEN] = seen


def seen_now() -> Seen:
    """What is counted so far."""
    seen: Seen | None = st.session_state.get(SEEN)
    if seen is not None:
        return seen
    hands: dict[str, dict[str, int]] = {}
    for (name, option), n in st.session_state.get(VOTES, {}).items():
        hands.setdefault(name, {})[option] = n
    return Seen((), frozenset(), invited=False, phones=0, hands=hands)


def draw_votes(scope: str, step: str, part: Part) -> None:
    """A number to fill in for each answer; what was entered before is there again.

    The fields follow what is kept, never a browser that still shows the numbers of a session that has ended.
    """
    votes, name = st.session_state.setdefault(VOTES, {}), name_of(scope, step, part)
    with st.container(key=f"club_votes_{step}_{part.key}", horizontal=True):
        for option in part.options:
            key = f"{name} | {option.key}"
            kept = votes.get((name, option.key), 0)
            if st.session_state.get(key) != kept:
                st.session_state[key] = kept
            st.number_input(
                literal(say(option.words)), 0, MOST, key=key, on_change=_keep, args=(key, name, option), width=190
            )


def _keep(key: str, name: str, option: Option) -> None:
    keep_hands(name, option, st.session_state[key])


def keep_hands(name: str, option: Option, hands: int) -> None:
    """A widget that is not drawn loses its value; the votes outlive it, and in the room the browser too."""
    st.session_state[VOTES] = {**st.session_state.get(VOTES, {}), (name, option.key): hands}
    try:
        chair, is_new = chair_or_new()
        for (each, answer), n in st.session_state[VOTES].items() if is_new else [((name, option.key), hands)]:
            chair.count_hands(each, answer, n)
    except NoRoomsError:
        st.session_state.pop(SEEN, None)


def tally(scope: str, step: str, part: Part) -> str:
    """The answers in words, phones and hands together; empty when there are none."""
    seen, name = seen_now(), name_of(scope, step, part)
    counted = [(option.words, seen.counted(name, option.key)) for option in part.options]
    if not any(number for _, number in counted):
        return ""
    return ", ".join(tr("{option} {number:whole}", option=option, number=number) for option, number in counted)


def forget(scope: str) -> None:
    """Reset votes of one session, of phones and hands; for use as a callback."""
    votes = st.session_state.get(VOTES, {})
    st.session_state[VOTES] = {each: number for each, number in votes.items() if not each[0].startswith(f"{scope} | ")}
    chair = chair_now()
    if chair is not None:
        try:
            chair.reset(scope)
        except NoRoomsError:
            st.session_state["club reset failed"] = True
