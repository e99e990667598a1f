"""The frame around every page: menu, filters, banner and the list of what is hidden.

A page gets its data only through `evidence_in_view()`. When a page is opened cold by a deep link, Streamlit runs it without
the entry file; the guard then registers the navigation and starts again, so that frame and filters are always there.
"""

from datetime import date
from urllib.parse import urlencode

import streamlit as st

from evidence.drawings.listing import hidden_list
from evidence.facts.view import View
from evidence.facts.view import evidence_in_view as make_view
from evidence.wording.html import render
from evidence.wording.say import say
from evidence.wording.words import tr
from pages.parts.address import clear_filters, grouped, take_address, write_address
from pages.parts.filters import draw_filters
from pages.parts.opening import open_pack_or_stop
from pages.parts.soft_links import draw_soft_links
from pages.parts.style import draw_style
from pages.parts.text import literal
from pages.parts.version_note import draw_version_note

IN_FRAME = "view in this run"


def pages() -> list[st.Page]:
    """The pages in the order of the menu."""
    return [
        st.Page("pages/board.py", title=tr("Board"), default=True),
        st.Page("pages/study.py", title=tr("Study")),
        st.Page("pages/guidelines.py", title=tr("Guidelines")),
        st.Page("pages/claims.py", title=tr("Claims")),
        st.Page("pages/compounds.py", title=tr("Compounds")),
        st.Page("pages/map.py", title=tr("Map")),
        st.Page("pages/journal_club.py", title=tr("Journal club")),
        st.Page("pages/data.py", title=tr("Data")),
    ]


def show() -> None:
    """Draw the frame and run the page inside it."""
    menu = pages()
    page = st.navigation(menu, position="hidden")
    pack, own = open_pack_or_stop()
    st.set_page_config(page_title=pack.dataset["title"], layout="wide", initial_sidebar_state=256)
    draw_style()
    draw_soft_links()
    asked, complaints = take_address(pack)
    with st.sidebar:
        selection = draw_filters(pack)
        write_address(asked, selection, pack)
        view = make_view(pack, selection)
        _draw_counts(view)
    _draw_menu(menu, view)
    _draw_banner(view, own)
    draw_version_note(pack)
    for complaint in complaints if selection == asked else ():
        st.warning(
            tr("{complaint} The link's other filters apply.", complaint=literal(say(complaint))),
            icon=":material/link_off:",
        )
    st.session_state[IN_FRAME] = view
    try:
        page.run()
    finally:
        st.session_state.pop(IN_FRAME, None)


def _draw_menu(menu: list[st.Page], view: View) -> None:
    """The menu; each link carries the filters along, so that an address is whole from its first moment."""
    with st.container(key="menu", horizontal=True):
        for each in menu:
            st.page_link(each, query_params=grouped(view.selection.query()))


def evidence_in_view() -> View:
    """The view the frame made for this run; without a frame, register the navigation and start again inside it."""
    if IN_FRAME not in st.session_state:
        st.navigation(pages(), position="hidden")
        st.rerun()
    return st.session_state[IN_FRAME]


def _draw_counts(view: View) -> None:
    st.html(f"<p class='count' role='status'>{_count_words(view)}</p>")
    if view.hidden_count:
        with st.expander(tr("{n} hidden: which and why", n=view.hidden_count)):
            st.html(hidden_list(view))
    if view.selection.is_filtered:
        st.button(
            tr("Clear filters"),
            key="clear_in_sidebar",
            on_click=clear_filters,
            args=(view.pack,),
            width="stretch",
        )


def _draw_banner(view: View, own: bool) -> None:
    link = "?" + urlencode(view.selection.citable_query(view.pack.version))
    st.html(render("banner.html", dataset=view.pack.dataset, citable=link))
    if own:
        st.warning(tr("This is your own table, open in this browser session only."))
    if not view.pack.has("provenance"):
        st.warning(tr("No provenance: this data does not say where its numbers were read."))
    st.html(f"<p class='count-line'>{_count_words(view)}</p>")


def _count_words(view: View) -> str:
    return tr("Showing {shown} of {total} studies", shown=len(view.studies), total=len(view.pack.studies))


def today() -> date:
    """The reader's day, for saying whether a guideline is still valid."""
    return date.today()
