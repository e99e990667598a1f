"""The evidence domain, without any user interface: `evidence.open("data")` opens a pack for use from Python."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evidence.front_door import Opened

__all__ = ["open"]


def open(folder: Path | str) -> "Opened":
    """Open the pack in a folder; raises evidence.packs.problems.PackError with every problem at once."""
    # Loaded here, because every module below passes through this one.
    from evidence.front_door import Opened
    from evidence.packs.pack import read_pack

    return Opened(read_pack(folder))
