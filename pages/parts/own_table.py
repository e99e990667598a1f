"""Check your own table: an upload is read in memory, every problem is shown, a clean pack opens for this session only."""

import streamlit as st

from evidence.facts.selection import FILTER_NAMES
from evidence.packs.archive import LARGEST_UPLOAD, MEGABYTE, open_upload
from evidence.packs.pack import Pack
from evidence.packs.problems import PackError
from evidence.wording.html import render
from evidence.wording.say import count, tr
from pages.parts.opening import OWN_PACK
from pages.parts.text import literal


def draw_own_table(open_now: Pack) -> None:
    """Draw the upload, what was found in it, and the way back to the shipped data when a pack of the reader is open."""
    if OWN_PACK in st.session_state:
        st.html(f"<p>{tr('Your own table is open now, in this browser session only.')}</p>")
        st.button(tr("Back to the shipped data"), key="close_own_pack", on_click=_close, icon=":material/undo:")
    st.html(render("own_table.html", megabytes=LARGEST_UPLOAD // MEGABYTE))
    uploads = st.file_uploader(
        tr("One ZIP, or the CSV files of a pack"),
        type=["zip", "csv"],
        accept_multiple_files=True,
        key="own_files",
    )
    if not uploads:
        return
    try:
        pack = open_upload({each.name: each.getvalue() for each in uploads})
    except PackError as error:
        n = count("problem", "problems", len(error.problems))
        heading = tr("Not opened: {n}", n=n)
        said = tr("Nothing was changed or left out. The ones that are only warnings would not keep it closed.")
        st.html(render("own_problems.html", problems=error.problems, heading=heading, said=said))
        return
    found = tr(
        "{title}: {studies} and {results}.",
        title=pack.dataset["title"],
        studies=count("study", "studies", len(pack.studies)),
        results=count("result", "results", len(pack.results)),
    )
    if pack.warnings:
        found += " " + tr("It comes with {n}.", n=count("warning", "warnings", len(pack.warnings)))
    heading = tr("No errors: this pack can be opened")
    st.html(render("own_problems.html", problems=pack.warnings, heading=heading, said=found))
    if open_now is not pack:
        st.button(
            tr("Open {title} for this browser session", title=literal(pack.dataset["title"])),
            key="open_own_pack",
            on_click=_open,
            args=(pack,),
            type="primary",
        )


def _open(pack: Pack) -> None:
    st.session_state[OWN_PACK] = pack
    _forget_filters()


def _close() -> None:
    st.session_state.pop(OWN_PACK, None)
    _forget_filters()


def _forget_filters() -> None:
    """Filters speak of the data they were set on; another pack starts without any."""
    for name in FILTER_NAMES:
        st.query_params.pop(name, None)
