"""Which pack is open: the reader's own for this session, else the one named by EVIDENCE_PACK, else data/."""

import os
from pathlib import Path

import streamlit as st

from evidence.packs.pack import Pack, read_pack
from evidence.packs.problems import PackError
from evidence.vocabulary.fact import fact
from evidence.wording.html import render
from evidence.wording.say import tr

SHIPPED = Path(__file__).resolve().parents[2] / "data"
OWN_PACK = "own pack"


@st.cache_resource(show_spinner=False, max_entries=4)
def _read(folder: str, newest_change: int) -> Pack:
    return read_pack(Path(folder))


def open_pack_or_stop() -> tuple[Pack, bool]:
    """The pack in use and whether it is the reader's own; a broken pack shows every problem and stops the run."""
    if OWN_PACK in st.session_state:
        return st.session_state[OWN_PACK], True
    try:
        return shipped_pack(), False
    except PackError as error:
        st.set_page_config(page_title=tr("The data cannot be opened"), layout="wide")
        said = fact("problems found", n=len(error.problems))
        st.html(render("problems.html", heading=tr("The data cannot be opened"), said=said, problems=error.problems))
        st.stop()


def shipped_pack() -> Pack:
    """The pack named by EVIDENCE_PACK, else data/, read again when a file has changed; raises PackError."""
    folder = _folder()
    files = sorted(folder.glob("*.csv")) if folder.is_dir() else []
    return _read(str(folder), max((file.stat().st_mtime_ns for file in files), default=0))


def pack_folder() -> Path | None:
    """The folder of the pack in use; None when the reader's own is open, which has none."""
    return None if OWN_PACK in st.session_state else _folder()


def _folder() -> Path:
    return Path(os.environ.get("EVIDENCE_PACK", SHIPPED))
