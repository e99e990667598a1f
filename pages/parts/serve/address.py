"""The address at which a reader asked the server, for the links in a file: from the request, or from the browser's page."""

import re

import streamlit as st
from starlette.requests import Request

HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?|\[[0-9A-Fa-f:.]+\](:[0-9]{1,5})?")
PAGE = re.compile(r"https?://[^/?#\s]+[^?#\s]*")


def address_of(request: Request) -> str:
    """The address of the dashboard in a request for a file below /api/; "" when its Host is none.

    A proxy tells the scheme that the reader used in X-Forwarded-Proto; of several, the one nearest the reader stands first.
    """
    host = request.headers.get("host", "")
    told = request.headers.get("x-forwarded-proto", "").partition(",")[0].strip().lower()
    scheme = told if told in ("http", "https") else request.url.scheme
    return f"{scheme}://{host}{request.url.path.partition('/api/')[0]}" if HOST.fullmatch(host) else ""


def address_in_use(page: str) -> str:
    """The address of the dashboard as the browser of this run has it, "" when unknown; page: its name in that address."""
    found = PAGE.match(st.context.url or "")
    address = found[0].rstrip("/") if found else ""
    return address.removesuffix(f"/{page}") if page else address
