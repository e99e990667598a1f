"""What a link asks of a page beyond the filters: its address is the truth, and the widgets of the page follow it.

A page sets a widget from the address before it draws it, and `keep_in_link` writes back what the reader changed.
"""

from collections.abc import Iterable

import streamlit as st

from evidence.packs.problems import shown
from evidence.wording.say import tr
from pages.parts.notes import warn
from pages.parts.text import literal

MOST_TOLD = 3


def asked_for(name: str, offered: Iterable[str], default: str = "") -> str:
    """The value of a parameter of the address, the default when there is none or the page does not offer it."""
    known = all_asked_for(name, offered)
    return known[-1] if known else default


def all_asked_for(name: str, offered: Iterable[str]) -> list[str]:
    """The values of a parameter that the page offers, with a sentence on the page for the first few others."""
    known = set(offered)
    values = [value for value in dict.fromkeys(st.query_params.get_all(name)) if value]
    strange = [value for value in values if value not in known]
    for value in strange[:MOST_TOLD]:
        said = tr("The link names {name} '{value}', which this data does not have.", name=name, value=literal(shown(value)))
        warn(said, icon=":material/link_off:")
    if len(strange) > MOST_TOLD:
        said = tr(
            "The link names {n:whole} more of {name} which this data does not have.", n=len(strange) - MOST_TOLD, name=name
        )
        warn(said, icon=":material/link_off:")
    return [value for value in values if value in known]


def keep_in_link(name: str, default: str = "") -> None:
    """Write the widget of a name into the address, nothing when it is at its default; for use as a callback."""
    value = st.session_state[name]
    if value is True:
        value = "yes"
    if value and value != default:
        st.query_params[name] = value
    else:
        st.query_params.pop(name, None)
