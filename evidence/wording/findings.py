"""The rows of the summary of findings in words: the same lines on board, slide, hand-out and in files."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from evidence.facts.findings import Beside, Findings, findings
from evidence.facts.found import Found
from evidence.packs.pack import Pack
from evidence.packs.remember import at_most
from evidence.vocabulary.certainty import certainty_symbol
from evidence.vocabulary.fact import fact
from evidence.wording.language import Language, language
from evidence.wording.say import say, several, term, tr

HEADINGS = ("outcome", "participants", "found", "certainty")
"""The columns; the kinds of their names begin with "findings: "."""
REASONS = ("risk_of_bias", "inconsistency", "indirectness", "imprecision", "publication_bias")
"""What can lower the certainty, in the order of GRADE."""
KEPT = 4
"""In how many languages the rows of a pack are kept."""
Thing = TypeVar("Thing")
Words = TypeVar("Words")


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
    return _lines_in(pack, language())


@at_most(KEPT)
def _lines_in(pack: Pack, _spoken: Language) -> tuple[Lines, ...]:
    """The rows in the language of the run, which is named because the answer is kept."""
    number, compared = _once(line), _once(_compared)
    return tuple(_lines(each, number, compared) for each in findings(pack))


def _once(said: Callable[[Thing], Words]) -> Callable[[Thing], Words]:
    """Words that are made once for each thing: an outcome without a rating of its own stands in every row of its domain."""
    kept: dict[int, Words] = {}

    def words(thing: Thing) -> Words:
        if id(thing) not in kept:
            kept[id(thing)] = said(thing)
        return kept[id(thing)]

    return words


def _compared(beside: Beside) -> tuple[str, str]:
    """What to compare with, and what that says of the numbers."""
    return say(beside.said), "; ".join(map(say, beside.verdicts))


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


def _lines(row: Findings, number: Callable[[Found], str], compared: Callable[[Beside], tuple[str, str]]) -> Lines:
    rating, short = row.rating, row.in_short
    symbol = certainty_symbol(rating.certainty)
    studies = tuple(map(say, row.studies)) or (say(fact("findings: no study")),)
    associations = (say(fact("findings: associations", studies=row.associations)),) if row.associations else ()
    return Lines(
        outcome=row.outcome.label,
        studies=(*studies, *associations),
        pooled=tuple(map(say, row.pooled)),
        numbers=tuple(map(number, row.numbers)),
        beside=tuple(map(compared, row.beside)),
        silent=tuple(map(number, row.silent)),
        silent_studies=several(each.study for each in row.silent),
        indirect=tuple(map(number, row.indirect)),
        certainty=tr("{symbol} {certainty:capital term}", symbol=symbol, certainty=rating.certainty),
        statement=rating.statement,
        reasons=(
            (say(fact("findings: start")), term(rating.start)),
            *((say(fact(f"findings: {name}")), getattr(rating, name)) for name in REASONS),
            (say(fact("findings: rationale")), rating.rationale),
        ),
        in_short="; ".join(map(say, (short.study, short.number, short.how))) if isinstance(short, Found) else say(short),
    )
