"""The pages of each place of a session on a projector, and the type in which a question to the room stands there.

Everything is decided by the kind of content, never by the name of a step: sentences, pairs and tables are paged, a question
gets the largest type in which it has room with the fields for hands, with the strip of a room, and with its bars.
"""

from collections.abc import Iterator, Sequence

from evidence.club.paging import SCALES, Around, Page, paged
from evidence.club.session_parts import Pair, Part, Step, Words
from evidence.club.sheet import (
    AFTER,
    BAR,
    FIELD,
    FIELDS,
    FOLD,
    LEAD,
    LINE,
    SHAPES,
    SMALL_TITLE,
    STRIP,
    Shape,
    chart_height,
    checks_height,
    cut,
    part_height,
    row_height,
    sentence_height,
    ticked_height,
    title_height,
)
from evidence.vocabulary.fact import Fact, fact
from evidence.wording.say import say

SMALLER = (1.0, 0.9, 0.8)
"""Sizes of type in rem for a question, when it has no room in larger type."""
LARGE_STRIP = 14.5
"""Rem that the strip of a room takes where phones join."""
VOTES, OURS = 0.38, 0.56
"""The shares of the width of the room's votes and of our judgement beside them."""
VERDICT = (16.0, 32.0, 52.0)
"""The columns of the table of predictions in percent."""
NAMES = 12
"""Studies that stand beside one reason on a projector."""
TITLE_OF_COLUMN = SMALL_TITLE * LINE + AFTER


def step_pages(step: Step, joined: bool = False) -> tuple[Page, ...]:
    """The pages of a step of sentences, pairs and tables; joined: phones join there, when there is a room."""
    return paged(step, Around(step.heading, strip=LARGE_STRIP if joined else 0.0))


def answer_pages(step: Step, part: Part, alone: bool) -> tuple[Page, ...]:
    """The pages of our answer to a question: one beside the votes of the room, or those of a table below them.

    alone: the session is about one study, and the sentences of the step stand above the question.
    """
    above = step.sentences if alone else ()
    if part.grid is None:
        return (_beside_votes(step, part, above),)

    def first(width: float) -> float:
        return _questions(above, (part,), width) + TITLE_OF_COLUMN + sentence_height(_longest_tally(part), width)

    def legend(width: float) -> float:
        return sentence_height((*part.ours, *(() if alone else step.sentences)), width)

    return paged(Step(step.kind, grids=(part.grid,)), Around(step.heading, first, legend))


def _beside_votes(step: Step, part: Part, above: Sequence[Words]) -> Page:
    """Our judgement beside the votes of the room, cut where even the smallest type has no room for it."""

    def height(width: float, ours: Sequence[Words]) -> float:
        votes = max(CHART_HEAD + len(part.options) * BAR, sentence_height(_longest_tally(part), VOTES * width))
        votes += ticked_height(part, VOTES * width)
        said = sum(sentence_height(text, OURS * width, LEAD if place == 0 else 1.0) for place, text in enumerate(ours))
        return title_height(step.heading, width) + _questions(above, (part,), width) + TITLE_OF_COLUMN + max(votes, said)

    for scale in (*SCALES, *SMALLER):
        shapes = [shape.in_type(scale) for shape in SHAPES]
        if all(height(shape.width, part.ours) <= shape.height for shape in shapes):
            return Page(Step(step.kind, part.ours), 1, 1, scale)
    shape = Shape(min(each.width for each in SHAPES), min(each.height for each in SHAPES))
    room = shape.height - height(shape.width, ()) + CHART_HEAD + len(part.options) * BAR
    lines = max(room / LINE / max(len(part.ours), 1) - 1, 2.0)
    return Page(Step(step.kind, tuple(cut(text, OURS * shape.width / LEAD, lines, True) for text in part.ours)), 1, 1, 1.0)


CHART_HEAD = 2.4
"""The height of what stands above bars without a question, in ems."""


def verdict_pages(step: Step, found: Sequence[tuple[Part, Words]]) -> tuple[Page, ...]:
    """The pages of the result in words, below what the room expected of each question beside what was found."""

    def table(width: float) -> float:
        rows = [(part.heading, _longest_tally(part), ours) for part, ours in found]
        return 2 * LINE + sum(row_height(row, VERDICT, width) for row in rows)

    return paged(Step(step.kind, step.sentences), Around(step.heading, table))


def silent_pages(silent: Sequence[tuple[tuple[str, ...], Fact | str | None]]) -> tuple[Page, ...]:
    """The pages of the rows without a number: studies, a few together, beside the reason."""
    pairs = tuple(
        Pair(fact("names", names=studies[start : start + NAMES]), reason or "")
        for studies, reason in silent
        for start in range(0, len(studies), NAMES)
    )
    return paged(Step("silent", pairs=pairs), Around(fact("club silent")))


def asked_scale(heading: Words, above: Sequence[Words], parts: Sequence[Part], invited: bool, bars: bool) -> float:
    """The type in rem for questions, with fields for hands or, invited, with the strip of a room; bars: below the fields."""
    for scale in (*SCALES, *SMALLER):
        if all(max(_ways(heading, above, parts, shape, scale, invited, bars)) <= shape.height for shape in SHAPES):
            return scale
    return SMALLER[-1]


def _ways(
    heading: Words, above: Sequence[Words], parts: Sequence[Part], shape: Shape, scale: float, invited: bool, bars: bool
) -> Iterator[float]:
    """How high questions are in rem, in each way they can stand there."""
    width = shape.width / scale
    title = scale * title_height(heading, width)
    asked = title + scale * (_questions(above, parts, width) + sum(checks_height(part, width) for part in parts))
    if invited:
        yield STRIP + asked + FOLD
        yield title + scale * bars_height(parts, width)
    else:
        fields = sum(FIELDS * -(-len(part.options) // int(shape.width // FIELD)) for part in parts)
        yield asked + fields + bars * scale * bars_height(parts, width)


def bars_height(parts: Sequence[Part], width: float) -> float:
    """The height of the bars of questions in ems: two beside each other where there are several."""
    across = 2 if len(parts) > 1 else 1
    heights = [chart_height(part, width / across - 1) for part in parts]
    return sum(max(heights[start : start + across]) for start in range(0, len(heights), across))


def _questions(above: Sequence[Words], parts: Sequence[Part], width: float) -> float:
    stands = sum(sentence_height(text, width, LEAD if place == 0 else 1.0) for place, text in enumerate(above))
    return stands + sum(part_height(part, width) for part in parts)


def _longest_tally(part: Part) -> str:
    """As many letters as the votes on a question can take in words."""
    return ", ".join(f"{say(option.words)} 000" for option in part.options)
