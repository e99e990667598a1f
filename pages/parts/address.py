"""The filters and the address of the page: each follows the other, and every change of a filter is a step for Back.

The address wins when it was changed from outside (a link, Back, reload); otherwise the filters write it. A parameter of a
page of its own (a study, a step) stays as it is.
"""

import streamlit as st

from evidence.facts.selection import DEFAULT_R, FILTER_NAMES, MANY, Selection, read_selection, years
from evidence.packs.pack import Pack

SEEN = "address seen"


def filters_in_address() -> dict[str, list[str]]:
    """The filter parameters of the address with all their values."""
    return {name: st.query_params.get_all(name) for name in FILTER_NAMES if name in st.query_params}


def take_address(pack: Pack) -> tuple[Selection, tuple[str, ...]]:
    """What the address asks for, with complaints about unknown values.

    Sets the filters to it when it is new, and when Streamlit has dropped the filters with a page that was left on the way.
    """
    asked = filters_in_address()
    selection, complaints = read_selection(asked, pack)
    forgotten = any(name not in st.session_state for name in FILTER_NAMES)
    if forgotten or st.session_state.get(SEEN) != (pack, asked):
        set_filters(selection, pack)
        st.session_state[SEEN] = (pack, asked)
    return selection, complaints


def set_filters(selection: Selection, pack: Pack) -> None:
    """Put a selection into the filter widgets; call before they are drawn, or from a callback."""
    for name in MANY:
        st.session_state[name] = list(getattr(selection, name))
    st.session_state["outcome"] = selection.outcome or None
    st.session_state["year"] = selection.year or years(pack)
    st.session_state["r"] = selection.r
    st.session_state["results"] = selection.results


def clear_filters(pack: Pack) -> None:
    """Show everything again; for use as a callback. What is assumed about r stays."""
    set_filters(Selection(r=st.session_state.get("r", DEFAULT_R), results=st.session_state.get("results", "one")), pack)


def write_address(asked: Selection, chosen: Selection, pack: Pack) -> None:
    """Write the filters into the address when the reader has changed them."""
    if chosen == asked:
        return
    kept = [
        (name, value)
        for name in st.query_params
        if name not in FILTER_NAMES and name != "version"
        for value in st.query_params.get_all(name)
    ]
    st.query_params.from_dict(grouped([*kept, *chosen.query()]))
    st.session_state[SEEN] = (pack, grouped(chosen.query()))


def grouped(pairs: list[tuple[str, str]]) -> dict[str, list[str]]:
    """Parameters by name; a list of pairs would keep only the last value of each where Streamlit writes an address."""
    grouped: dict[str, list[str]] = {}
    for name, value in pairs:
        grouped.setdefault(name, []).append(value)
    return grouped
