"""Parts of a page that a reader opens: which are open stands in the address, so that Back, reload and a link keep them.

An open part is drawn, a closed one is not made at all; a link costs the browser much less than a widget.
"""

from urllib.parse import urlencode

import streamlit as st

OPEN = "open"


def is_open(name: str) -> bool:
    """Whether the address opens the part."""
    return name in st.query_params.get_all(OPEN)


def toggled(name: str) -> str:
    """The address of the page with the part opened, or closed when it is open; all else stays."""
    given = [(key, value) for key in st.query_params for value in st.query_params.get_all(key)]
    kept = [pair for pair in given if pair != (OPEN, name)]
    return "?" + urlencode(kept if is_open(name) else [*kept, (OPEN, name)])


def folded_narrow(html: str, name: str) -> str:
    """A part that a narrow screen shows only while the address opens it; a wide one and paper show it always."""
    return html if is_open(name) or not html else f"<div class='narrow-folded'>{html}</div>"
