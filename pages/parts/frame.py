"""The frame around every page: title and menu, filters, and the list of what is hidden.

A page gets its data only through `evidence_in_view()`. When a page is opened cold by a deep link, Streamlit runs it without
the entry file; the guard then registers the navigation and starts again, so that frame and filters are always there.
"""

from datetime import date

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from evidence.addresses import ask_at, citable_link, citable_page, page_link
from evidence.drawings.studies import hidden_list
from evidence.facts.parameters import CITED
from evidence.facts.read_again import read_again
from evidence.facts.view import View
from evidence.facts.view import evidence_in_view as make_view
from evidence.wording.filters import filters_in_words
from evidence.wording.html import render
from evidence.wording.language import N_
from evidence.wording.say import say, tr
from pages.parts import filter_chips, searching
from pages.parts.address import chosen_filters, clear_link, remember_drawn, take_address, write_address
from pages.parts.change_note import draw_change_note
from pages.parts.filters import draw_filters
from pages.parts.notes import begin_notes, warn
from pages.parts.opening import open_pack_or_stop
from pages.parts.screen import LAST_PAGE, screen_asked
from pages.parts.scripts import SCRIPTS
from pages.parts.serve.address import address_in_use
from pages.parts.style import draw_style
from pages.parts.text import literal
from pages.parts.titles import title_of
from pages.parts.version_note import draw_version_note

IN_FRAME = "view in this run"
FIRST = "board"
MENU = {
    FIRST: N_("Board"),
    "study": N_("Study"),
    "guidelines": N_("Guidelines"),
    "claims": N_("Claims"),
    "compounds": N_("Doses and safety"),
    "map": N_("Map"),
    "journal_club": N_("Journal club"),
    "data": N_("Data"),
}
"""The pages in the order of the menu: the name of the script, which is also its address, and its title."""
BESIDE = {"compare": N_("Compare studies")}
"""Pages with an address but without an entry in the menu: they are reached from what they are about."""


def pages() -> list[StreamlitPage]:
    """The pages for Streamlit."""
    return [st.Page(f"pages/{name}.py", title=tr(title), default=name == FIRST) for name, title in (MENU | BESIDE).items()]


def show() -> None:
    """Draw the frame and run the page inside it."""
    page = st.navigation(pages(), position="hidden")
    name = page.url_path or FIRST
    opened, own = open_pack_or_stop()
    pack = opened.pack
    title = title_of(pack, name, tr((MENU | BESIDE)[name]), st.query_params)
    st.set_page_config(page_title=title, layout="wide", initial_sidebar_state=256)
    screen = screen_asked() if name == "journal_club" else ""
    draw_style(name, screen)
    field = "" if screen else searching.search_field(pack, own)
    st.html(field + "".join(SCRIPTS), unsafe_allow_javascript=True)
    asked, complaints = take_address(pack)
    selection = chosen_filters(pack)
    write_address(asked, selection, pack)
    view = make_view(pack, selection)
    ask_at(None if own else address_in_use(page.url_path))
    if screen:
        remember_drawn(())
    else:
        _draw_title_bar(view, name, own)
        with st.sidebar:
            _draw_filters(view)
    begin_notes()
    draw_change_note(opened)
    _draw_notes(view, own, name)
    for complaint in complaints if selection == asked else ():
        warn(
            tr("{complaint} The link's other filters apply.", complaint=literal(say(complaint))),
            icon=":material/link_off:",
        )
    st.session_state[IN_FRAME] = view
    try:
        page.run()
    finally:
        st.session_state.pop(IN_FRAME, None)
        st.session_state[LAST_PAGE] = name


def evidence_in_view() -> View:
    """The view the frame made for this run; without a frame, register the navigation and start again inside it."""
    if IN_FRAME not in st.session_state:
        st.navigation(pages(), position="hidden")
        st.rerun()
    view: View = st.session_state[IN_FRAME]
    return view


def _draw_title_bar(view: View, open_page: str, own: bool) -> None:
    """Title, menu and what is known of the data, as one element; each link carries the filters along.

    No link to cite leads to a reader's own table; to any other it is made whole in the browser where it is not yet.
    """
    cites = (view.selection, view.pack.version, open_page.removeprefix(FIRST))
    menu = [
        {
            "title": tr(title),
            "address": page_link("./" if name == FIRST else name, view.selection),
            "open": name == open_page,
        }
        for name, title in MENU.items()
    ]
    st.html(
        render(
            "title_bar.html",
            menu=menu,
            dataset=view.pack.dataset,
            citable="" if own else citable_link(*cites) or citable_page(*cites),
            keeps=" ".join(CITED),
            shown=len(view.study_ids),
            total=len(view.pack.rows.studies),
            again=read_again(view.pack),
            page=tr((MENU | BESIDE)[open_page]),
            filters=filters_in_words(view.selection),
        )
    )


def _draw_filters(view: View) -> None:
    """The sidebar: the count, the filters, and what they hide, sent when the reader opens it."""
    clear = clear_link() if view.selection.is_filtered else ""
    total = len(view.pack.rows.studies)
    count = render("count.html", shown=len(view.study_ids), total=total, hidden=view.hidden_count, clear=clear)
    st.html(count + filter_chips.option_numbers(view))
    remember_drawn(draw_filters(view.pack))
    if view.hidden_count:
        part = st.expander(tr("What is hidden, and why"), key="hidden", on_change="rerun")
        if part.open:
            part.html(hidden_list(view))


def _draw_notes(view: View, own: bool, page: str) -> None:
    """What a reader must know about the data that are open, when there is something."""
    if own:
        with st.container(key="own_table_open"):
            warn(tr("This is your own table, open in this browser session only."))
    elif "own" in st.query_params:
        warn(tr("Your own table was open in a browser session that has ended. These are the shipped data again."))
    if not view.pack.has("provenance"):
        warn(tr("No provenance: this data does not say where its numbers were read."))
    if "version" in st.query_params:
        draw_version_note(view, page)


def today() -> date:
    """The reader's day, for saying whether a guideline is still valid."""
    return date.today()
