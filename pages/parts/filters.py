"""The filters in the sidebar. They take their values from the address and give them back to it (see address)."""

import streamlit as st

from evidence.facts.selection import HIGHEST_R, LOWEST_R, Selection, choices, years
from evidence.packs.pack import Pack
from evidence.wording.words import tr
from pages.parts.text import literal

PILLS = {"design": "Design", "condition": "Condition", "directness": "Directness", "compound": "Compound"}


def draw_filters(pack: Pack) -> Selection:
    """Draw every filter and return what they say; nothing chosen means everything is shown."""
    offered = choices(pack)
    labels = pack.outcomes.set_index("outcome")["label"]
    outcome = st.selectbox(
        tr("Outcome"),
        offered["outcome"],
        index=None,
        placeholder=tr("All treatment outcomes"),
        key="outcome",
        format_func=labels.get,
    )
    chosen = {name: _pills(name, tr(label), offered[name]) for name, label in PILLS.items()}
    span = years(pack)
    year = None
    if span and span[0] < span[1]:
        picked = st.slider(tr("Year"), *span, key="year")
        year = picked if picked != span else None
    flag = st.multiselect(tr("Hide studies with these flags"), offered["flag"], key="flag", placeholder=tr("None hidden"))
    with st.expander(tr("Statistics")):
        r = st.slider(
            tr("Assumed before-after correlation r"),
            LOWEST_R,
            HIGHEST_R,
            step=0.1,
            key="r",
            help=tr("Used only where a study gives means before and after without the spread of the change."),
        )
        results = st.segmented_control(
            tr("Without a chosen outcome, show"),
            offered["results"],
            required=True,
            key="results",
            format_func={"one": tr("one result per study"), "all": tr("all results")}.get,
        )
    return Selection(**chosen, flag=tuple(flag), outcome=outcome or "", year=year, r=round(r, 1), results=results)


def _pills(name: str, label: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Pills for a filter that could make a difference; one word alone cannot."""
    if len(words) < 2:
        return tuple(st.session_state.get(name, ()))
    return tuple(st.pills(label, words, selection_mode="multi", key=name, format_func=literal))
