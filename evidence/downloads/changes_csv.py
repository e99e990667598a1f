"""The difference between two packs as a CSV file: one line for each cell and each part of the answer, in English.

Cells of added and removed rows stand in it one by one, so that the older tables can be made again from the newer ones. What
is not known has a line that says so.
"""

from collections.abc import Iterator

from evidence.versions.answer import Moved
from evidence.versions.cells import ADDED, CHANGED, REMOVED, Tables, plain, rows_by_key
from evidence.versions.since import Difference
from evidence.vocabulary.columns import columns_of
from evidence.vocabulary.fact import Fact, fact
from evidence.wording.language import ENGLISH, speaking
from evidence.wording.say import say
from evidence.writing.csv_table import csv_text

COLUMNS = ("about", "table", "row", "change", "column", "old", "new")
"""about: cell, bottom line, pooled result, or older tables. Of the last three, row says what and column is empty; with the
change "not known" it says why."""
NOT_KNOWN = "not known"


def changes_csv(found: Difference, old: Tables | None, new: Tables) -> bytes:
    """Every difference; old and new are the tables of both packs. An empty cell is one that is empty in the data.

    old is None where the older tables have gone since they were compared: of a removed row only its key is known then.
    """
    with speaking(ENGLISH):
        gone = () if old is not None else (_unknown("older tables", fact("older tables gone", version=found.old)),)
        answer = [*_moved("bottom line", found, found.bottom_line), *_moved("pooled result", found, found.pools)]
    return csv_text([COLUMNS, *gone, *_cells(found, old, new), *answer]).encode("utf-8")


def _cells(found: Difference, old: Tables | None, new: Tables) -> Iterator[tuple[object, ...]]:
    for table in found.tables:
        frames = {kind: frame[table.table] for kind, frame in ((ADDED, new), (REMOVED, old)) if frame is not None}
        places = {kind: rows_by_key(table.table, frame) for kind, frame in frames.items()}
        for row in table.rows:
            start = ("cell", table.table, row.row_id, row.kind)
            if row.kind == CHANGED:
                yield from ((*start, cell.column, cell.old, cell.new) for cell in row.cells)
                continue
            if row.kind not in frames:
                yield (*start, "", None, None)
                continue
            whole = frames[row.kind].iloc[places[row.kind][row.key]]
            for name in columns_of(table.table):
                value = plain(whole[name])
                if value is not None:
                    yield (*start, name, *((None, value) if row.kind == ADDED else (value, None)))


def _moved(about: str, found: Difference, moved: tuple[Moved, ...]) -> Iterator[tuple[object, ...]]:
    if not found.answer_known:
        yield _unknown(about, fact("answer not worked out"))
    for each in moved:
        yield about, "", say(each.about), CHANGED, "", _said(each.old), _said(each.new)


def _unknown(about: str, why: Fact) -> tuple[object, ...]:
    return about, "", say(why), NOT_KNOWN, "", None, None


def _said(end: Fact | str | None) -> str | None:
    return None if end is None else say(end)
