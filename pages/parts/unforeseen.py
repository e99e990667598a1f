"""What a reader sees when the program itself fails: that it did, a reference number, and the ways on.

Streamlit calls this with any exception that nothing else took. The log has the details under the same number.
"""

import logging
from secrets import token_hex
from urllib.parse import urlencode

import streamlit as st

from evidence.wording.html import render
from pages.parts.address import filters_in_address

LOG = logging.getLogger("evidence.unforeseen")


def tell_unforeseen(error: Exception) -> bool:
    """Log the error and tell the reader of it in place of what could not be drawn; True: nothing else is shown."""
    reference = token_hex(3)
    LOG.error("Unforeseen error, reference %s", reference, exc_info=error)
    filters = urlencode([(name, value) for name, values in filters_in_address().items() for value in values])
    again = urlencode([(name, value) for name in st.query_params for value in st.query_params.get_all(name)])
    st.html(render("unforeseen.html", reference=reference, filters=filters, again=again))
    return True
