"""Check your own table: an upload is read in memory, every problem is shown, a clean pack opens for this session only.

An upload is read once and its outcome is kept in the session until the files are taken away or others come.
"""

from collections.abc import Sequence
from itertools import islice

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from evidence.facts.selection import FILTER_NAMES
from evidence.packs.archive import LARGEST_UPLOAD, MEGABYTE, open_upload
from evidence.packs.pack import Pack
from evidence.packs.problems import PackError, Problem
from evidence.wording.html import render
from evidence.wording.say import count, tr
from pages.parts.opening import OWN_PACK
from pages.parts.text import literal

OUTCOME = "own files as read"
MOST_SHOWN = 1_000
Outcome = Pack | tuple[Problem, ...]


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
        st.session_state.pop(OUTCOME, None)
        return
    found = _outcome(uploads)
    if isinstance(found, Pack):
        _draw_sound(found, open_now)
    else:
        heading = tr("Not opened: {n}", n=count("problem", "problems", len(found)))
        said = tr("Your files are unchanged. Warnings alone would not stop this dataset from opening.")
        _draw_problems(found, heading, said)


def _outcome(uploads: Sequence[UploadedFile]) -> Outcome:
    """The pack in these files, or every problem that keeps it closed; worked out once for the same files."""
    files = tuple(each.file_id for each in uploads)
    kept, found = st.session_state.get(OUTCOME, (None, ()))
    if kept == files:
        return found
    try:
        opened: Outcome = open_upload({each.name: each.getvalue() for each in uploads})
    except PackError as error:
        opened = error.problems
    st.session_state[OUTCOME] = (files, opened)
    return opened


def _draw_sound(pack: Pack, open_now: Pack) -> None:
    """What a pack without errors holds, its warnings, and the button that opens it."""
    found = tr(
        "{title}: {studies} and {results}.",
        title=pack.dataset["title"],
        studies=count("study", "studies", len(pack.studies)),
        results=count("result", "results", len(pack.results)),
    )
    if pack.warnings:
        found += " " + tr("It comes with {n}.", n=count("warning", "warnings", len(pack.warnings)))
    _draw_problems(pack.warnings, tr("No errors: this pack can be opened"), found)
    if open_now is not pack:
        st.button(
            tr("Open {title} for this browser session", title=literal(pack.dataset["title"])),
            key="open_own_pack",
            on_click=_open,
            args=(pack,),
            type="primary",
        )


def _draw_problems(problems: Sequence[Problem], heading: str, said: str) -> None:
    """The problems as a table, as many of them as a browser can show well, and how many more there are."""
    more = len(problems) - MOST_SHOWN
    if more > 0:
        said += " " + tr("The first {most:whole} are listed here; {n:whole} more follow once they are mended.",
                         most=MOST_SHOWN, n=more)  # fmt: skip
    listed = tuple(islice(problems, MOST_SHOWN))
    st.html(render("own_problems.html", problems=listed, heading=heading, said=said))


def _open(pack: Pack) -> None:
    st.session_state[OWN_PACK] = pack
    _begin_anew()


def _close() -> None:
    st.session_state.pop(OWN_PACK, None)
    _begin_anew()


def _begin_anew() -> None:
    """Filters, and a note on an earlier end, speak of other data; another pack starts without any."""
    for name in (*FILTER_NAMES, "own"):
        st.query_params.pop(name, None)
