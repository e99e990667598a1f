"""The style of a page: what every page shares and its own sheets, in the colours of the theme or of a projector."""

import re
from functools import cache
from pathlib import Path

import streamlit as st

from evidence.drawings.palette import palette, variables

SHEETS = {
    "board": ("base", "readings", "forest", "board", "studies", "narrow"),
    "study": ("base", "readings", "study"),
    "guidelines": ("base", "guidelines"),
    "claims": ("base", "claims"),
    "compounds": ("base", "readings", "doses"),
    "map": ("base", "map"),
    "journal_club": ("base", "club"),
    "data": ("base", "data"),
    "compare": ("base", "readings", "compare"),
}
SEARCH, PROJECTOR = "search", "projector"
ACCESS = "access"
"""What holds on every page and comes last: focus, targets, narrow screens, forced colours."""


def theme() -> str:
    """The theme in use, "light" or "dark"."""
    return "dark" if st.context.theme.type == "dark" else "light"


def draw_style(page: str, screen: str = "") -> None:
    """Put the style of a page on it; screen is "white" or "black" while it is presented on a projector."""
    st.html(style_of(page, screen or theme(), bool(screen)))


@cache
def style_of(page: str, colours: str, presented: bool) -> str:
    """The style element of a page; pages without sheets of their own have what all share."""
    names = (*SHEETS.get(page, ("base",)), "filters", SEARCH, *((PROJECTOR,) if presented else ()), ACCESS)
    return f"<style>:root{{{variables(palette(colours))}}}{''.join(map(_sheet, names))}</style>"


@cache
def _sheet(name: str) -> str:
    """A style sheet without its comments and line breaks: a browser doesn't need them."""
    text = Path(__file__).with_name(f"{name}.css").read_text(encoding="utf-8")
    return re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)).strip()
