"""The rows of the summary of findings in words: the same lines on board, slide, hand-out and in files."""

from collections.abc import Sequence
from dataclasses import dataclass

from evidence.facts.findings import Findings, findings
from evidence.facts.found import Found
from evidence.packs.pack import Pack
from evidence.vocabulary.certainty import certainty_symbol
from evidence.vocabulary.fact import fact
from evidence.wording.say import say, several, term, tr

HEADINGS = ("outcome", "participants", "found", "certainty")
"""The columns; the kinds of their names begin with "findings: "."""
REASONS = ("risk_of_bias", "inconsistency", "indirectness", "imprecision", "publication_bias")
"""What can lower the certainty, in the order of GRADE."""


@dataclass(frozen=True)
class Lines:
    """A row: every part as the lines of its cell. beside: pairs of what to compare with and
    what that says of the numbers ("" where nothing); reasons: pairs of label and text; statement: what the evidence says."""

    outcome: str
    studies: tuple[str, ...]
    pooled: tuple[str, ...]
    numbers: tuple[str, ...]
    beside: tuple[tuple[str, str], ...]
    silent: tuple[str, ...]
    silent_studies: str
    indirect: tuple[str, ...]
    certainty: str
    statement: str
    reasons: tuple[tuple[str, str], ...]
    in_short: str


def headings() -> tuple[str, ...]:
    """The names of the columns."""
    return tuple(say(fact(f"findings: {name}")) for name in HEADINGS)


def lines_of(pack: Pack) -> tuple[Lines, ...]:
    """Every row in words; none in a pack without ratings."""
    return tuple(map(_lines, findings(pack)))


def line(found: Found) -> str:
    """One result: who, what, number or reason, how to read it, and what else is known of it."""
    told = say(found.number) if found.number is not None else say(found.reason)
    how = say(found.how) if found.number is not None else ""
    tail = "; ".join(part for part in (told, how, ", ".join(map(say, found.about))) if part)
    return f"{found.study}, {found.outcome}: {tail}"


def first_of(lines: Sequence[str], most: int) -> tuple[str, ...]:
    """The first lines of many, and how many more there are."""
    more = len(lines) - most
    return (*lines[:most], say(fact("findings: more", n=more))) if more > 0 else tuple(lines)


def _lines(row: Findings) -> Lines:
    rating, short = row.rating, row.in_short
    symbol = certainty_symbol(rating.certainty)
    studies = tuple(map(say, row.studies)) or (say(fact("findings: no study")),)
    associations = (say(fact("findings: associations", studies=row.associations)),) if row.associations else ()
    return Lines(
        outcome=row.outcome.label,
        studies=(*studies, *associations),
        pooled=tuple(map(say, row.pooled)),
        numbers=tuple(map(line, row.numbers)),
        beside=tuple((say(each.said), "; ".join(map(say, each.verdicts))) for each in row.beside),
        silent=tuple(map(line, row.silent)),
        silent_studies=several(each.study for each in row.silent),
        indirect=tuple(map(line, row.indirect)),
        certainty=tr("{symbol} {certainty:capital term}", symbol=symbol, certainty=rating.certainty),
        statement=rating.statement,
        reasons=(
            (say(fact("findings: start")), term(rating.start)),
            *((say(fact(f"findings: {name}")), getattr(rating, name)) for name in REASONS),
            (say(fact("findings: rationale")), rating.rationale),
        ),
        in_short="; ".join(map(say, (short.study, short.number, short.how))) if isinstance(short, Found) else say(short),
    )
