"""A pack folder that may change while its pack is open: noticed at the next look, and a broken change closes nothing.

A change is seen by the name, number, size and times of every file, so that a file that was removed, or replaced with an
older one, counts as well, and one of the earlier versions beside them too. What could be read last stays open until the
folder can be read again.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from evidence.packs.earlier import earlier_files
from evidence.packs.pack import Pack, csv_files, read_pack
from evidence.packs.problems import PackError, Problem

Signature = tuple[tuple[str, int, int, int, int], ...]
MOST_READ = 3
"""How often a folder is read in a row while somebody writes into it."""


@dataclass(frozen=True)
class Opened:
    """The pack to use now and when it was read (UTC); with problems it is the last good one: they keep the new one out."""

    pack: Pack
    read_at: datetime
    problems: tuple[Problem, ...] = ()


class Watched:
    """One folder, for any number of threads: one of them reads, the others wait for it."""

    def __init__(self, folder: Path, read: Callable[[Path], Pack] = read_pack) -> None:
        self.folder = folder
        self._read = read
        self._lock = Lock()
        self._seen: Signature | None = None
        self._problems: tuple[Problem, ...] = ()
        self._good: Opened | None = None
        self._of_good: Signature | None = None

    def now(self) -> Opened:
        """The pack to use now; raises PackError when it has problems and there is no last good one.

        What was found is kept: a folder that stays as it is, good or broken, is not read again; nor is one that comes back.
        """
        with self._lock:
            self._look()
            if self._good is None:
                raise PackError(self._problems)
            return replace(self._good, problems=self._problems)

    def _look(self) -> None:
        """Take in what the folder holds now; what was read while somebody wrote counts only when it never comes to rest."""
        pack: Pack | None
        signature = signature_of(self.folder)
        for _ in range(MOST_READ):
            if signature == self._seen:
                return
            pack, problems = (None, ()) if signature == self._of_good else self._outcome()
            before, signature = signature, signature_of(self.folder)
            if signature == before:
                break
        self._seen, self._problems = before, problems
        if pack is not None:
            self._good, self._of_good = Opened(pack, datetime.now(UTC)), before

    def _outcome(self) -> tuple[Pack | None, tuple[Problem, ...]]:
        try:
            return self._read(self.folder), ()
        except PackError as error:
            return None, error.problems


def signature_of(folder: Path) -> Signature:
    """Name, number, size, and times of change of every file of a pack; empty without a folder that can be read."""
    found = []
    try:
        for path in (*csv_files(folder), *earlier_files(folder)):
            seen = path.stat()
            found.append((str(path.relative_to(folder)), seen.st_ino, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns))
    except OSError as error:
        return ((str(error.errno), 0, 0, 0, 0),)
    return tuple(found)
