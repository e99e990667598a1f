"""Cells and parts of the answer as facts to be said: a number with its unit, a word of the format, a text, or nothing."""

from evidence.packs.provenance import with_unit
from evidence.versions.answer import Moved
from evidence.versions.cells import RowChange
from evidence.vocabulary.columns import NUMBER_TYPES, column
from evidence.vocabulary.fact import Fact, fact

EMPTY = fact("empty cell")


def cell_told(table: str, name: str, value: object) -> Fact | str:
    """A cell as it was entered, a number with its unit; that it is empty when it is."""
    if value is None:
        return EMPTY
    about = column(table, name)
    if about.type in NUMBER_TYPES:
        return with_unit(float(value), about)  # type: ignore[arg-type]
    return fact("cell word", word=value) if about.type == "category" else str(value)


def row_told(row: RowChange) -> Fact | str:
    """The identifier of a row; the dataset has only one."""
    return row.row_id or fact("row of the dataset")


def ends(moved: Moved) -> dict[str, Fact | str]:
    """Both ends of something that moved; that there was nothing where there was nothing."""
    nothing = fact("nothing there")
    return {"old": moved.old or nothing, "new": moved.new or nothing}
