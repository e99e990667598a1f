"""The filters in the sidebar. They take their values from the address and give them back to it (see address)."""

from collections.abc import Mapping, Sequence

import streamlit as st

from evidence.facts.selection import HIGHEST_R, LOWEST_R, choices, years
from evidence.packs.pack import Pack
from evidence.packs.remember import per_pack
from evidence.wording.language import N_
from evidence.wording.say import tr
from pages.parts.address import filter_changed
from pages.parts.text import literal, told_apart

PILLS = {
    "design": N_("Design"),
    "condition": N_("Condition"),
    "directness": N_("Directness"),
    "compound": N_("Compound"),
}
RESULTS = {"one": N_("one result per study"), "all": N_("all results")}


def draw_filters(pack: Pack) -> tuple[str, ...]:
    """Draw the filters and return the names of those drawn; nothing chosen means everything is shown."""
    offered = choices(pack)
    st.selectbox(
        tr("Outcome"),
        offered["outcome"],
        index=None,
        placeholder=tr("All treatment outcomes"),
        key="outcome",
        format_func=outcome_labels(pack).__getitem__,
        on_change=filter_changed,
    )
    drawn = ["outcome"]
    for name, label in PILLS.items():
        if len(offered[name]) > 1:  # one word alone cannot make a difference
            st.pills(
                tr(label),
                offered[name],
                selection_mode="multi",
                key=name,
                format_func=literal,
                on_change=filter_changed,
            )
            drawn.append(name)
    return (*drawn, *_draw_more(pack, offered))


def _draw_more(pack: Pack, offered: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """What is used less often, sent only while the reader has it open; a link that uses it opens it."""
    state = st.session_state
    used = bool(state["flag"]) or tuple(state["year"] or ()) not in ((), years(pack) or ())
    part = st.expander(tr("More filters and statistics"), expanded=used, key="more", on_change="rerun")
    if not part.open:
        return ()
    with part:
        return (*_draw_years(pack), "flag", *_draw_rest(offered))


def _draw_years(pack: Pack) -> tuple[str, ...]:
    span = years(pack)
    if not span or span[0] == span[1]:
        return ()
    st.slider(tr("Year"), *span, key="year", on_change=filter_changed)
    return ("year",)


def _draw_rest(offered: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    st.multiselect(
        tr("Hide studies with these flags"),
        offered["flag"],
        key="flag",
        placeholder=tr("None hidden"),
        on_change=filter_changed,
    )
    st.slider(
        tr("Assumed before-after correlation r"),
        LOWEST_R,
        HIGHEST_R,
        step=0.1,
        key="r",
        help=tr("Used only where a study gives means before and after without the spread of the change."),
        on_change=filter_changed,
    )
    st.segmented_control(
        tr("Without a chosen outcome, show"),
        offered["results"],
        required=True,
        key="results",
        format_func=lambda each: tr(RESULTS[each]),
        on_change=filter_changed,
    )
    return ("r", "results")


@per_pack
def outcome_labels(pack: Pack) -> dict[str, str]:
    """The label of each outcome of a pack, no two the same."""
    return told_apart(dict(zip(pack.outcomes["outcome"], pack.outcomes["label"], strict=True)))
