"""The order of the study table: by any of its columns, rising or falling.

A value that is not known has no place among those that are: it stands last in both directions and is never taken for one.
Equal values keep the order of the pack. A dose that may be one of two (salt or element weighed) stands rising at the lower
and falling at the higher. Judgements stand by their severity within their tool, designs and what was read as in the
dictionary, flags by their number, texts in the alphabet.
"""

from collections.abc import Callable
from dataclasses import dataclass

from evidence.facts.doses import UNNAMED, doses_of
from evidence.facts.flags import flags_of, people_of
from evidence.facts.marks import all_marks
from evidence.facts.view import View
from evidence.packs.records import Study
from evidence.vocabulary.columns import allowed_words
from evidence.vocabulary.designs import DESIGNS
from evidence.vocabulary.tools import JUDGEMENTS
from evidence.writing.alphabet import folded

COLUMNS = ("study", "year", "design", "condition", "compound", "dose", "weeks", "people", "bias", "flags", "read_as")
"""The columns of the table in their order, by the names they have in an address."""
FALLING = "-"
ORDERS = tuple(sign + name for name in COLUMNS for sign in ("", FALLING))
"""What an address may ask for: a column, with a minus for falling."""
Value = int | float | str | tuple[float, float] | None
"""What a study is placed by; None when it is not known."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """The studies of a view in an order; column "" for the order of the pack; unknown: how many stand last for a gap."""

    studies: tuple[Study, ...]
    column: str = ""
    falling: bool = False
    unknown: int = 0


def in_order(view: View, order: str) -> Sorted:
    """The studies in view by one of ORDERS; in the order of the pack for ""; KeyError for anything else."""
    if not order:
        return Sorted(view.study_rows)
    column, falling = order.removeprefix(FALLING), order.startswith(FALLING)
    value = _values(view, falling)[column]
    placed = [(value(study), study) for study in view.study_rows]
    known = [pair for pair in placed if pair[0] is not None]
    known.sort(key=lambda pair: pair[0], reverse=falling)  # type: ignore[arg-type,return-value]
    left = tuple(study for place, study in placed if place is None)
    return Sorted((*(study for _, study in known), *left), column, falling, len(left))


def next_order(column: str, now: Sorted) -> str:
    """What a click on a column asks for: rising, and falling when it rises already."""
    return FALLING + column if now.column == column and not now.falling else column


def _values(view: View, falling: bool) -> dict[str, Callable[[Study], Value]]:
    """For each column what a study is placed by."""
    pack = view.pack
    doses, flags, marks = doses_of(pack), flags_of(pack), all_marks(pack)
    designs = {name: place for place, name in enumerate(DESIGNS)}
    read = {word: place for place, word in enumerate(allowed_words("studies", "read_as"))}

    def dose(study: Study) -> Value:
        told = doses[study.study_id]
        if told.low is None or told.high is None:
            return None
        return (told.high, told.low) if falling else (told.low, told.high)

    return {
        "study": lambda study: folded(study.citation),
        "year": lambda study: study.year,
        "design": lambda study: designs[study.design],
        "condition": lambda study: folded(study.condition),
        "compound": lambda study: None if study.compound in UNNAMED else folded(study.compound),
        "dose": dose,
        "weeks": lambda study: study.duration_weeks,
        "people": people_of,
        "bias": lambda study: _severity(marks[study.study_id].overall.judgement),
        "flags": lambda study: len(flags.get(study.study_id, ())),
        "read_as": lambda study: read.get(study.read_as),
    }


def _severity(judgement: str) -> int | None:
    return JUDGEMENTS[judgement].severity
