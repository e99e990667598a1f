"""What the second screen of a chair shows of the open place of a session, in the words of the chair's language.

Like a question it goes to the room as it is said, so that it is the same whatever the chair has open: filters, a table of
their own. The room keeps one sheet, that of the open place.
"""

import json
from dataclasses import asdict, dataclass

MOST_LINES = 12
"""Lines under one heading of the notes; a chair reads no more at a glance, and a room stays small."""


@dataclass(frozen=True)
class Notes:
    """Lines for the chair under a heading; more: how many lines were left out."""

    heading: str
    lines: tuple[str, ...]
    more: int = 0


@dataclass(frozen=True)
class Sheet:
    """place: address of the open place. kind: its step. title and detail: what it is.

    following: the name of the place after it, "" at the end. back and on: the addresses beside it, "" where there is none.
    """

    place: str
    kind: str
    counted: str
    title: str
    detail: str
    notes: tuple[Notes, ...]
    following: str
    back: str
    on: str


def notes_under(heading: str, lines: list[str], total: int = 0) -> Notes:
    """The first lines under a heading, and how many more there are; total: how many, where the lines are the first ones."""
    return Notes(heading, tuple(lines[:MOST_LINES]), max(0, max(total, len(lines)) - MOST_LINES))


def written(sheet: Sheet) -> str:
    """A sheet as one text."""
    return json.dumps(asdict(sheet), ensure_ascii=False)


def read(text: str) -> Sheet:
    """The sheet that `written` wrote."""
    found = json.loads(text)
    notes = tuple(Notes(each["heading"], tuple(each["lines"]), each["more"]) for each in found.pop("notes"))
    return Sheet(**found, notes=notes)
