"""How many numbers of a pack were read a second time, and by whom: by machine, by a curator or by a clinician.

Counted are the filled cells of numbers that must be traced, years among them. A cell counts as read again when one of its
places was; a cell that several have read again counts once in `again` and once for each of them in `by`.
"""

from dataclasses import dataclass

import pandas as pd

from evidence.packs.pack import Pack
from evidence.packs.remember import per_pack
from evidence.vocabulary.columns import COLUMNS, NUMBER_TYPES, allowed_words
from evidence.vocabulary.fact import Fact, fact

READERS = allowed_words("provenance", "confirmed_by")
CLINICIAN = "clinician"
NUMBERS = frozenset((each.table, each.column) for each in COLUMNS if each.traced and each.type in NUMBER_TYPES)
"""The table and column of every number whose source must be told."""


@dataclass(frozen=True)
class ReadAgain:
    """Numbers in all, those that were read again, how many of them each kind of reader read, and disagreements."""

    every: int
    again: int
    by: tuple[tuple[str, int], ...]
    differ: int

    @property
    def in_short(self) -> Fact:
        """For a line over every page; a clinician is named even where none has read."""
        if not self.again:
            return fact("none read again, in short", n=self.every)
        readers = [(who, n) for who, n in self.by if n]
        kind = "read again by" if len(readers) > 1 else "all read again by"
        by = [fact(f"{kind} {who}", n=n) for who, n in readers]
        by += [] if dict(readers).get(CLINICIAN) else [fact("not read again by clinician")]
        several = "read again by several" if len(readers) > 1 else "read again by one"
        return fact(f"{several}, in short", again=self.again, n=self.every, by=tuple(by))

    @property
    def in_full(self) -> tuple[Fact, ...]:
        """For the page about the data, sentence by sentence."""
        if not self.again:
            return (fact("none read again", n=self.every), fact("a clinician has read none"))
        said = [fact("read again in all", again=self.again, n=self.every)]
        said += [fact(f"of them by {who}", n=n) for who, n in self.by if n]
        if not dict(self.by)[CLINICIAN]:
            said.append(fact("a clinician has read none"))
        return (*said, fact("readings that differ", n=self.differ) if self.differ else fact("no readings differ"))


@per_pack
def read_again(pack: Pack) -> ReadAgain | None:
    """How much of a pack was read again; None where it does not say where its numbers were read."""
    if not pack.has("provenance"):
        return None
    rows = pack.provenance
    marked = rows[rows["confirmed_by"].notna() | rows["disagreement"].notna()]
    cells = list(zip(marked["table"], marked["row_id"], marked["column"], strict=True))
    numbers = pd.Series([(table, name) in NUMBERS for table, _, name in cells], marked.index, dtype="bool")
    told = marked.assign(cell=cells)[numbers]
    who = told[told["confirmed_by"].notna()]
    return ReadAgain(
        every=sum(int(pack.tables[table][name].notna().sum()) for table, name in NUMBERS),
        again=who["cell"].nunique(),
        by=tuple((each, who.loc[who["confirmed_by"] == each, "cell"].nunique()) for each in READERS),
        differ=told.loc[told["disagreement"].notna(), "cell"].nunique(),
    )
