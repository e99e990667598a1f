"""The positions a guideline can take: symbol, place in a ledger, look, and whether its text was read and says anything."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stance:
    """One position of the vocabulary.

    weight: place in the ledger, lowest first. look: how its mark is drawn (low, some, high or none). was_read: the relevant
    text was read. silent: it says nothing on the question, because it was not read or is about something else. said: the
    kind of the fact that counts the documents with this position, empty for those that were not read.
    """

    name: str
    symbol: str
    weight: int
    look: str = "none"
    was_read: bool = True
    silent: bool = False
    said: str = ""


RECOMMENDS, NOT_READ = "recommends", "not read"
POSITIONS: dict[str, Stance] = {
    each.name: each
    for each in (
        Stance(RECOMMENDS, "\u2713", 0, "low", said="guidelines recommend it"),
        Stance("may be considered", "\u25cb", 1, "some", said="guidelines consider it"),
        Stance("only in deficiency", "\u25d0", 1, "some", said="guidelines support it in deficiency"),
        Stance("no recommendation", "\u2013", 2, said="guidelines make no recommendation"),
        Stance("recommends against", "\u2715", 0, "high", said="guidelines recommend against it"),
        Stance(
            "cannot be recommended for lack of evidence", "\u2298", 0, "high", said="guidelines cannot recommend it for lack"
        ),
        Stance("not addressed", "\u00b7", 3, said="guidelines do not name it"),
        Stance("out of scope", "\u00b7", 4, silent=True, said="guidelines are about something else"),
        Stance(NOT_READ, "?", 5, was_read=False, silent=True),
    )
}
"""Every position by its word, in the order of the data dictionary."""

SILENT = frozenset(name for name, stance in POSITIONS.items() if stance.silent)
UNREAD = frozenset(name for name, stance in POSITIONS.items() if not stance.was_read)
