"""The filters and the address of the page: each follows the other, and every change of a filter is a step for Back.

The address wins when it was changed from outside (a link, Back, reload); otherwise the filters write it. Who clicks fast
sends a filter together with an address that is not up to date yet: what was clicked is the newer of the two. A parameter of
a page of its own (a study, a step) stays as it is.
"""

from collections.abc import Iterable
from urllib.parse import urlencode

import streamlit as st

from evidence.facts.parameters import unknown_parameters
from evidence.facts.selection import (
    DEFAULT_R,
    FILTER_NAMES,
    HIGHEST_R,
    LOWEST_R,
    MANY,
    Selection,
    choices,
    read_selection,
    years,
)
from evidence.packs.pack import Pack
from evidence.vocabulary.fact import Fact

SEEN = "address seen"
DRAWN = "filters drawn"
CHANGED = "a filter was changed"
CHOSEN = "filters chosen"


def filters_in_address() -> dict[str, list[str]]:
    """The filter parameters of the address with all their values."""
    return {name: st.query_params.get_all(name) for name in FILTER_NAMES if name in st.query_params}


def take_address(pack: Pack) -> tuple[Selection, tuple[Fact | str, ...]]:
    """What the address asks for, with complaints about unknown values and unknown parameters.

    Sets the filters to it when it is new; and those alone that Streamlit has dropped because they were not drawn: a page
    that was left on the way, a presentation, a part of the sidebar that is closed. What is left of them may be out of date.
    """
    asked = filters_in_address()
    selection, unknown = read_selection(asked, pack)
    complaints = (*unknown, *unknown_parameters(st.query_params))
    seen_pack, seen = st.session_state.get(SEEN, (pack, None))
    changed = st.session_state.pop(CHANGED, False)
    if seen is None or (seen != asked and not changed):
        set_filters(selection, pack)
        st.session_state[SEEN] = (pack, asked)
        return selection, complaints
    kept = st.session_state.get(DRAWN, ())
    lost = [name for name in FILTER_NAMES if name not in kept or name not in st.session_state]
    set_filters(st.session_state.get(CHOSEN, selection) if changed else selection, pack, lost)
    if seen_pack is not pack:
        set_filters(chosen_filters(pack), pack)
        st.session_state[SEEN] = (pack, seen)
    return selection, complaints


def filter_changed() -> None:
    """Note that the reader has changed a filter; for use as a callback."""
    st.session_state[CHANGED] = True


def set_filters(selection: Selection, pack: Pack, names: Iterable[str] = FILTER_NAMES) -> None:
    """Put a selection into the filter widgets; call before they are drawn, or from a callback."""
    for name in names:
        value = getattr(selection, name)
        if name in MANY:
            value = list(value)
        elif name == "outcome":
            value = value or None
        elif name == "year":
            value = value or years(pack)
        st.session_state[name] = value


def chosen_filters(pack: Pack) -> Selection:
    """What the filters say, before they are drawn again. A browser can send anything: only what the pack offers counts."""
    state, offered = st.session_state, choices(pack)
    chosen = {name: tuple(each for each in state[name] if each in offered[name]) for name in MANY}
    span, year = years(pack), state["year"]
    if not span or not year or not span[0] <= year[0] <= year[1] <= span[1] or tuple(year) == span:
        year = None
    return Selection(
        **chosen,
        outcome=state["outcome"] if state["outcome"] in offered["outcome"] else "",
        year=year and (int(year[0]), int(year[1])),
        r=min(max(round(float(state["r"]), 1), LOWEST_R), HIGHEST_R),
        results=state["results"] if state["results"] in offered["results"] else "one",
    )


def remember_drawn(names: Iterable[str]) -> None:
    """Note which filters have a widget in this run: only those keep what the reader chose until the next."""
    st.session_state[DRAWN] = frozenset(names)


def clear_link() -> str:
    """The address of the page without its filters; what is assumed about r stays."""
    kept = Selection(r=st.session_state.get("r", DEFAULT_R), results=st.session_state.get("results", "one"))
    return link_to(kept)


def link_to(selection: Selection) -> str:
    """The address of the page with other filters; what is its own stays."""
    return "?" + urlencode([*_of_the_page(), *selection.query()])


def link_with(name: str, value: str) -> str:
    """The address of the page with another value of one of its own parameters; all the others stay."""
    kept = [(each, one) for each in st.query_params for one in st.query_params.get_all(each) if each != name]
    return "?" + urlencode([*kept, (name, value)])


def write_address(asked: Selection, chosen: Selection, pack: Pack) -> None:
    """Write the filters into the address when the reader has changed them."""
    st.session_state[CHOSEN] = chosen
    if chosen == asked and st.session_state[SEEN] == (pack, filters_in_address()):
        return
    st.session_state[SEEN] = (pack, grouped(chosen.query()))
    st.query_params.from_dict(grouped([*_of_the_page(), *chosen.query()]))


def grouped(pairs: list[tuple[str, str]]) -> dict[str, list[str]]:
    """Parameters by name; a list of pairs would keep only the last value of each where Streamlit writes an address."""
    grouped: dict[str, list[str]] = {}
    for name, value in pairs:
        grouped.setdefault(name, []).append(value)
    return grouped


def _of_the_page() -> list[tuple[str, str]]:
    """The parameters of the address that are no filters: those of the page itself."""
    return [
        (name, value)
        for name in st.query_params
        if name not in FILTER_NAMES and name != "version"
        for value in st.query_params.get_all(name)
    ]
