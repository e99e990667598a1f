"""The summary of findings in full as a native table of the appendix; the notes hold why each certainty is what it is."""

from evidence.downloads.deck_slides import Deck
from evidence.downloads.deck_tables import Table, add_table
from evidence.packs.pack import Pack
from evidence.vocabulary.fact import fact
from evidence.wording.findings import Lines, first_of, headings, lines_of
from evidence.wording.say import capital, say

SIZES = (14.0, 12.0, 11.0, 10.0)
"""Sizes of type in points, the first with which the table is whole."""
MOST = 3
"""Results and reference values that are spelled out in a cell."""


def add_findings(deck: Deck, pack: Pack) -> None:
    """The table; nothing for a pack without ratings."""
    rows = lines_of(pack)
    if not rows:
        return
    title = say(fact("findings: heading"))
    cells = tuple((each.outcome, "\n".join(each.studies), _found(each), each.certainty) for each in rows)
    notes = [f"{row.outcome}, {label}: {text}" for row in rows for label, text in row.reasons]
    add_table(deck, Table(title, headings(), cells), title, notes, SIZES)


def _found(row: Lines) -> str:
    """What was found, in few lines: the pooled number or the numbers, what to compare with, and other conditions."""
    told = list(row.pooled) or list(first_of(row.numbers, MOST)) or [capital(say(fact("findings: no number")))]
    beside = [said for said, _ in row.beside]
    parts = (("findings: to compare", beside), ("findings: indirect", row.indirect))
    told += [f"{say(fact(kind))}: {'; '.join(first_of(lines, MOST))}" for kind, lines in parts if lines]
    return "\n".join(told)
