"""Several identifiers in one cell, separated by semicolons."""

from evidence.vocabulary.known import known


def references(cell: object) -> tuple[str, ...]:
    """The identifiers in a cell, in their order; none for an empty cell."""
    return tuple(each.strip() for each in str(cell).split(";") if each.strip()) if known(cell) else ()
