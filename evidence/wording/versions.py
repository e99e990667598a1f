"""The difference between two packs in words: lines for the command line, from the counts down to the single cell."""

from collections.abc import Iterable, Iterator

from evidence.versions.answer import Moved
from evidence.versions.cells import ADDED, CHANGED, REMOVED, TableChange
from evidence.versions.since import Difference
from evidence.versions.told import cell_told, ends, row_told
from evidence.vocabulary.fact import Fact, fact
from evidence.wording.say import say


def difference_lines(found: Difference, old: str, new: str) -> Iterator[str]:
    """Everything that differs; old and new are what the two packs are called."""
    yield say(fact("from version to version", old=old, old_version=found.old, new=new, new_version=found.new))
    if not found.tables:
        yield say(fact("nothing differs"))
    for table in found.tables:
        yield ""
        yield say(counts(table))
        for line in columns_told(table):
            yield f"  {say(line)}"
        for row in table.rows:
            yield f"  {say(fact(f'row {row.kind}', row=row_told(row)))}"
            for cell in row.cells:
                values = {name: cell_told(table.table, cell.column, getattr(cell, name)) for name in ("old", "new")}
                yield f"    {say(fact('cell differs', column=cell.column, **values))}"
    for heading, moved, same in (
        ("effect on the bottom line", found.bottom_line, "bottom line the same"),
        ("effect on pooled results", found.pools, "pooled results the same"),
    ):
        yield ""
        yield say(fact(heading))
        yield from (f"  {line}" for line in map(say, answer_told(found, moved, same)))


def counts(table: TableChange) -> Fact:
    """How many rows a table had and has, and how many were added, removed and changed."""
    kinds = {kind: table.count(kind) for kind in (ADDED, REMOVED, CHANGED)}
    return fact(
        "rows of a table differ",
        table=table.table,
        old=table.old_rows,
        new=table.new_rows,
        **kinds,
        cells=fact("cells that differ", n=table.cells),
    )


def columns_told(table: TableChange) -> tuple[Fact, ...]:
    """The columns that only one of the two fills."""
    both = (("columns new", table.new_columns), ("columns dropped", table.dropped_columns))
    return tuple(fact(kind, columns=columns) for kind, columns in both if columns)


def answer_told(found: Difference, moved: Iterable[Moved], same: str) -> tuple[Fact, ...]:
    """A part of the answer before and after; that it is the same, or that this is not known."""
    if not found.answer_known:
        return (fact("answer not worked out"),)
    return tuple(fact("answer part differs", about=each.about, **ends(each)) for each in moved) or (fact(same),)
