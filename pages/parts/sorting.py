"""The order of the study table in the address: `sort=year` rising, `sort=-year` falling, without it that of the data."""

from urllib.parse import urlencode

import streamlit as st

from evidence.study.sorting import ORDERS
from pages.parts.asked import asked_for

SORT = "sort"


def order_asked() -> str:
    """The order that the address asks for, "" without one; an unknown one is told on the page."""
    return asked_for(SORT, ORDERS)


def sorted_link(order: str) -> str:
    """The address of the page in another order; all else stays."""
    given = [(name, value) for name in st.query_params if name != SORT for value in st.query_params.get_all(name)]
    return "?" + urlencode([*given, (SORT, order)] if order else given)
