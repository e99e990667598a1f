"""The style of a page: what every page shares, its own sheets and that of paper, in the colours of the theme or a projector.

Paper is light whatever the theme, and a page that stands open follows a system that turns dark or light. Figures of Plotly
hold their colours themselves, so that each colour of another theme that they may hold is named with the one in its place.
"""

import re
from functools import cache
from pathlib import Path

import streamlit as st

from evidence.drawings.palette import IN_THE_SHEET, LIGHT, PALETTES, Palette, palette, variables

SHEETS = {
    "board": ("base", "readings", "forest", "board", "studies", "narrow"),
    "study": ("base", "readings", "study"),
    "guidelines": ("base", "guidelines"),
    "claims": ("base", "claims"),
    "compounds": ("base", "readings", "doses"),
    "map": ("base", "map"),
    "journal_club": ("base", "club", "club_time", "room"),
    "data": ("base", "data"),
    "compare": ("base", "readings", "compare"),
}
SEARCH, PROJECTOR, PAPER = "search", "projector", "print"
ACCESS = "access"
"""What holds on every page: focus, targets, narrow screens, forced colours."""


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
    own, sheets = palette(colours), "".join(map(_sheet, names))
    system = ("" if presented else following_the_system(colours)) + hollow_in_forced_colours(own)
    return f"<style>:root{{{variables(own)}}}{sheets}{system}{light_on_paper(own)}{_sheet(PAPER)}</style>"


def following_the_system(colours: str) -> str:
    """The rules by which a page drawn in a theme, "light" or "dark", shows the other one as soon as its system turns to it.

    Streamlit changes its own colours at once and tells the program with the next click.
    """
    both = {name: f"light-dark({LIGHT[name]},{dark})" for name, dark in PALETTES["dark"].items()}
    other = "light" if colours == "dark" else "dark"
    figures = in_figures(palette(colours), IN_THE_SHEET)
    turned = f"@media screen and (prefers-color-scheme:{other}){{{figures}}}"
    return f"@supports (color:light-dark(red,red)){{.stApp{{{variables(both)}}}{turned}}}"


def hollow_in_forced_colours(colours: Palette) -> str:
    """The rule that keeps hollow squares of the board hollow where a reader's system imposes its colours (access.css)."""
    hollow = f'[class*="st-key-plot_"] .main-svg .point[style*="fill: {as_in_figures(colours["paper"])}"]'
    return f"@media (forced-colors: active){{{hollow}{{fill:Canvas!important}}}}"


def light_on_paper(colours: Palette) -> str:
    """The rules that print a page of any palette in the light one."""
    figures = "" if colours == LIGHT else in_figures(colours, LIGHT)
    return f"@media print{{:root,.stApp{{{variables(LIGHT)}}}{figures}}}"


def in_figures(drawn: Palette, shown: Palette) -> str:
    """The rules that show figures drawn in one palette in another; of names that share a colour the first one counts."""
    changed = {as_in_figures(drawn[name]): shown[name] for name in reversed(list(drawn)) if drawn[name].startswith("#")}
    return "".join(
        f'.main-svg [style*="{part}: {ink}"]{{{part}:{other}!important}}'
        for ink, other in changed.items()
        for part in ("fill", "stroke")
    )


def as_in_figures(colour: str) -> str:
    """A colour such as #18262e as a browser writes it into the style of a figure: rgb(24, 38, 46)."""
    return f"rgb({', '.join(str(int(colour[place : place + 2], 16)) for place in (1, 3, 5))})"


@cache
def _sheet(name: str) -> str:
    """A style sheet without its comments and line breaks: a browser doesn't need them. Widths in it are those of screens."""
    text = Path(__file__).with_name(f"{name}.css").read_text(encoding="utf-8")
    text = text.replace("@media (", "@media screen and (")
    return re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)).strip()
