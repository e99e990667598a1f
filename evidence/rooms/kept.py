"""Where rooms are kept: in this process, unless the installation names a Redis."""

import os
from functools import cache

from evidence.rooms.memory import Memory
from evidence.rooms.store import Store

SETTING = "EVIDENCE_ROOMS"
"""redis://host:port/number, rediss://... or unix:///path; without it rooms live in the process."""
KINDS = ("redis://", "rediss://", "unix://")


@cache
def kept_rooms() -> Store:
    """The store that the installation names; ValueError for an address that is none."""
    address = os.environ.get(SETTING, "")
    if not address:
        return Memory()
    if not address.startswith(KINDS):
        raise ValueError(
            f"{SETTING}: {address.partition('@')[2] or address}. Allowed: redis://host:port/number, unix:///path"
        )
    from evidence.rooms.shared import Shared  # the client of Redis takes 0.2 s and is not needed without one

    return Shared(address)
