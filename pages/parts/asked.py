"""What a link asks of a page beyond the filters, and a sentence when this data does not have it."""

from collections.abc import Iterable

import streamlit as st

from evidence.words import tr
from pages.parts.text import literal


def asked_for(name: str, offered: Iterable[str]) -> str:
    """The value of a URL parameter, empty when there is none or the page does not offer it."""
    known = set(offered)
    complain_about(name, known)
    value = st.query_params.get(name, "")
    return value if value in known else ""


def complain_about(name: str, offered: Iterable[str]) -> None:
    """Say which values of a URL parameter the page does not offer; call it before the widget bound to it drops them."""
    known = set(offered)
    for value in st.query_params.get_all(name):
        if value and value not in known:
            st.warning(
                tr(
                    "The link names {name} '{value}', which this data does not have.",
                    name=name,
                    value=literal(value),
                ),
                icon=":material/link_off:",
            )
