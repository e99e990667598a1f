"""The filters in the sidebar: each is bound to the URL, so that Back, reload and a deep link restore it.

Streamlit writes the text it shows into the URL. So a choice is shown as the very word of the data, and not translated.
"""

import streamlit as st

from evidence.pack import Pack
from evidence.selection import DEFAULT_R, HIGHEST_R, LOWEST_R, Selection, choices, years
from evidence.words import tr
from pages.parts.text import literal

PILLS = {"design": "Design", "condition": "Condition", "directness": "Directness", "compound": "Compound"}


def draw_filters(pack: Pack) -> Selection:
    """Draw every filter and return what they say; nothing chosen means everything is shown."""
    offered = choices(pack)
    outcome = st.selectbox(
        tr("Outcome"),
        offered["outcome"],
        index=None,
        placeholder=tr("All treatment outcomes"),
        key="outcome",
        bind="query-params",
    )
    chosen = {name: _pills(name, tr(label), offered[name]) for name, label in PILLS.items()}
    span = years(pack)
    year = None
    if span and span[0] < span[1]:
        picked = st.slider(tr("Year"), *span, span, key="year", bind="query-params")
        year = picked if picked != span else None
    flag = st.multiselect(
        tr("Hide studies with these flags"), offered["flag"], key="flag", bind="query-params", placeholder=tr("None hidden")
    )
    with st.expander(tr("Statistics")):
        r = st.slider(
            tr("Assumed before-after correlation r"),
            LOWEST_R,
            HIGHEST_R,
            DEFAULT_R,
            0.1,
            key="r",
            bind="query-params",
            help=tr("Used only where a study gives means before and after without the spread of the change."),
        )
        results = st.segmented_control(
            tr("Results per study, all outcomes"),
            offered["results"],
            default="one",
            required=True,
            key="results",
            bind="query-params",
        )
    return Selection(**chosen, flag=tuple(flag), outcome=outcome or "", year=year, r=round(r, 1), results=results)


def _pills(name: str, label: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Pills for a filter that could make a difference; one word alone cannot."""
    if len(words) < 2:
        return ()
    return tuple(st.pills(label, words, selection_mode="multi", key=name, bind="query-params", format_func=literal))


def clear_filters(pack: Pack) -> None:
    """Set every filter back to showing everything; for use as a callback."""
    for name in (*PILLS, "flag"):
        st.session_state[name] = []
    st.session_state["outcome"] = None
    if span := years(pack):
        st.session_state["year"] = span
    st.session_state["r"] = DEFAULT_R
    st.session_state["results"] = "one"
