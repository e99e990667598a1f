"""What is done before the first reader comes: pages' imports are made, and what the board shows is worked out once.

The first session of a server would wait for it otherwise: about three seconds of work.
"""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import streamlit as st

from evidence.facts.bottom_line import bottom_line
from evidence.facts.selection import Selection
from evidence.forest.rows import ASSOCIATION, TREATMENT
from evidence.packs.pack import Pack
from evidence.packs.problems import PackError
from evidence.rooms.kept import kept_rooms
from evidence.wording.language import ENGLISH
from evidence.wording.say import tr
from pages.parts import downloads  # noqa: F401  what is imported here need not be when a reader waits
from pages.parts.forest import drawn_forest
from pages.parts.opening import shipped_pack
from pages.parts.serve.reach import network_address


@asynccontextmanager
async def made_ready(app: st.App) -> AsyncIterator[None]:
    """The life of the server: readers are let in once all is ready. ValueError for a setting of rooms that is none."""
    kept_rooms()
    tell_network()
    await asyncio.to_thread(make_ready)
    yield


def tell_network() -> None:
    """Say where others in the network reach the dashboard, when it lets them in."""
    address = network_address()
    if address:
        print(tr("Others in this network, and phones, reach this dashboard at {address}", address=address), flush=True)


def make_ready() -> None:
    """Work out the board of the shipped pack, and spare what then stays from the search for garbage.

    A pack that cannot be opened is told to the reader.
    """
    with suppress(PackError):
        _work_out(shipped_pack())
    gc.collect()
    gc.freeze()


def _work_out(pack: Pack) -> None:
    bottom_line(pack)
    for panel in (TREATMENT, ASSOCIATION):
        drawn_forest(pack, Selection(), panel, False, 1, ENGLISH, "light", False, False)
