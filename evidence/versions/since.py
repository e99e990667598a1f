"""What changed since an earlier version of a pack; worked out once for each pack, and only the difference is kept."""

from dataclasses import dataclass

from evidence.packs.earlier import earlier_versions, read_earlier
from evidence.packs.pack import Pack
from evidence.packs.problems import PackError, Problem
from evidence.packs.remember import at_most
from evidence.versions.answer import Moved, bottom_line_moved, pools_moved
from evidence.versions.cells import RowChange, TableChange, Tables, differences

KEPT = 4


@dataclass(frozen=True, eq=False)
class Difference:
    """From one version to another. answer_known: False when the answer of the older one cannot be worked out today.

    problems: what keeps it from that; with opened False the older tables could not even be read, and nothing is known.
    """

    old: str
    new: str
    tables: tuple[TableChange, ...] = ()
    bottom_line: tuple[Moved, ...] = ()
    pools: tuple[Moved, ...] = ()
    answer_known: bool = True
    problems: tuple[Problem, ...] = ()
    opened: bool = True

    @property
    def rows(self) -> tuple[RowChange, ...]:
        """Every row that differs."""
        return tuple(row for table in self.tables for row in table.rows)


def difference(old: Pack, new: Pack) -> Difference:
    """What differs between two packs, from the first to the second."""
    changed = differences(old.tables, new.tables)
    return Difference(old.version, new.version, changed, bottom_line_moved(old, new), pools_moved(old, new))


def older_versions(pack: Pack) -> tuple[str, ...]:
    """The earlier versions that lie beside a pack, the latest first; none for a pack opened from memory."""
    return earlier_versions(pack.folder, pack.version)


@at_most(1)
def since_the_version_before(pack: Pack) -> Difference | None:
    """What changed since the version before; None when none is kept."""
    versions = older_versions(pack)
    return since(pack, versions[0]) if versions else None


@at_most(KEPT)
def since(pack: Pack, version: str) -> Difference | None:
    """What changed since an earlier version; None when it is not kept."""
    if pack.folder is None or version not in older_versions(pack):
        return None
    try:
        earlier = read_earlier(pack.folder, version)
    except PackError as error:
        return Difference(version, pack.version, answer_known=False, problems=error.problems, opened=False)
    if earlier.pack is None:
        changed = differences(earlier.tables, pack.tables)
        return Difference(version, pack.version, changed, answer_known=False, problems=earlier.problems)
    return difference(earlier.pack, pack)


def tables_of_version(pack: Pack, version: str) -> Tables | None:
    """The tables of an earlier version, read anew; None when it is not kept or cannot be read."""
    if pack.folder is None or version not in older_versions(pack):
        return None
    try:
        return read_earlier(pack.folder, version).tables
    except PackError:
        return None
