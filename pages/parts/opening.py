"""Which pack is open: the reader's own for this session, else the one named by EVIDENCE_PACK, else data/.

A change of the shipped data is taken in at the next run; one that cannot be opened keeps the last good data open, with a
note on every page (see change_note). What is wrong is told to readers without the folders of the server, and logged once.
"""

import logging
import os
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from evidence.packs.pack import Pack, read_pack
from evidence.packs.problems import PackError, Problem
from evidence.packs.watched import Opened, Watched
from evidence.vocabulary.fact import fact
from evidence.wording.html import render
from evidence.wording.say import tr

SHIPPED = Path(__file__).resolve().parents[2] / "data"
OWN_PACK = "own pack"
MOST_LOGGED = 20
LOG = logging.getLogger("evidence.opening")


@st.cache_resource(show_spinner=False, max_entries=4)
def _watched(folder: str) -> Watched:
    return Watched(Path(folder), _read)


def _read(folder: Path) -> Pack:
    """Read the pack; a curator finds in the log what keeps it closed."""
    try:
        return read_pack(folder)
    except PackError as error:
        first = "\n".join(map(str, islice(error.problems, MOST_LOGGED)))
        LOG.warning("The data cannot be opened, %s problems:\n%s", len(error.problems), first)
        raise


def open_pack_or_stop() -> tuple[Opened, bool]:
    """What is open and whether it is the reader's own; without any, a page shows every problem and the run ends."""
    if OWN_PACK in st.session_state:
        return Opened(st.session_state[OWN_PACK], datetime.now(UTC)), True
    try:
        return _watched(str(_folder())).now(), False
    except PackError as error:
        _tell(error.problems)
        st.stop()


def shipped_pack() -> Pack:
    """The pack named by EVIDENCE_PACK, else data/, as it is now or was last good; raises PackError when it never was."""
    return _watched(str(_folder())).now().pack


def for_readers(problem: Problem) -> Problem:
    """The problem without the path of its file."""
    return replace(problem, file=Path(problem.file).name)


def is_own_pack() -> bool:
    """Whether a pack of the reader's own is open, which no plain address knows."""
    return OWN_PACK in st.session_state


def pack_folder() -> Path | None:
    """The folder of the pack in use; None when the reader's own is open, which has none."""
    return None if OWN_PACK in st.session_state else _folder()


def _folder() -> Path:
    return Path(os.environ.get("EVIDENCE_PACK", SHIPPED))


def _tell(problems: tuple[Problem, ...]) -> None:
    heading = tr("The data cannot be opened")
    st.set_page_config(page_title=heading, layout="wide")
    again = "?" + urlencode([(name, value) for name in st.query_params for value in st.query_params.get_all(name)])
    said = fact("problems found", n=len(problems))
    st.html(render("problems.html", heading=heading, said=said, problems=[*map(for_readers, problems)], again=again))
