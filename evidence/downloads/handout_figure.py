"""The figure of the hand-out: the trials of the condition, those without a usable number as rows that say why.

What it has no room for stands beside it in words, or is counted: nothing is left out in silence.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from markupsafe import Markup

from evidence.club.condition import condition_of
from evidence.club.positions import silent_rows
from evidence.club.session import Session
from evidence.drawings.palette import LIGHT
from evidence.drawings.paper import pages_of
from evidence.drawings.paper_html import forest_html
from evidence.drawings.paper_items import Paper, text_height
from evidence.forest.layout import layout_of
from evidence.forest.panel import Panel
from evidence.forest.rows import ASSOCIATION, TREATMENT, Forest, ForestRow
from evidence.wording.forest import estimate, sentence
from evidence.wording.language import N_
from evidence.wording.say import listing, say, tr

WIDTH, COLUMN, LOWEST, HIGHEST = 7.4, 3.5, 2.2, 7.0
"""Inches: between the margins of A4, one of its two columns of text, and the least and most for the figure."""
ROOM, SIZE, HEADING = 8.5, 7.0, 0.23
"""Inches of a page for figure and columns; type of the columns in points; a heading in them in inches."""
SIZES = (0.68, 0.6, 0.53)
MOST_ROWS, FEW, REASONS = 60, 4, 12
"""Rows that are tried in the figure; associations that are spelled out; reasons in words."""
TITLES = {
    TREATMENT: N_("What the studies found"),
    ASSOCIATION: N_("Associations, not effects of treatment"),
}
Told = tuple[str, str]
"""Studies, and what is said of them."""


@dataclass(frozen=True)
class Figure:
    """A drawing with its rows in words for who cannot see it; "" where nothing is drawn."""

    title: str
    drawing: Markup
    words: tuple[str, ...]


class Beside(NamedTuple):
    """What stands in words under a heading."""

    title: str
    told: tuple[Told, ...]


def figure_of(session: Session, narrow: Session, texts: Sequence[str]) -> tuple[Figure | None, tuple[Beside, ...]]:
    """The figure on the trials of `narrow`, and in words what of the session it does not draw.

    texts: what else stands in the columns below it; the figure gets the room that they leave.
    """
    forests = {forest.panel: (forest, panel) for forest, panel in zip(narrow.forests, narrow.panels, strict=True)}
    beside = _beside(session, narrow)
    if TREATMENT not in forests:
        return None, beside
    every = [*texts, *(f"{studies}: {said}." for each in beside for studies, said in each.told)]
    high = sum(text_height(text, COLUMN, SIZE) for text in every) / 2 + (len(beside) + 4) * HEADING / 2
    figure, rest = _drawn(*forests[TREATMENT], min(max(ROOM - high, LOWEST), HIGHEST))
    if narrow is not session:
        figure = replace(figure, title=tr("{title}: {condition}", title=figure.title, condition=condition_of(narrow)))
    return figure, (Beside(tr("Not in the figure"), _shortened(rest)), *beside) if rest else beside


def _beside(session: Session, narrow: Session) -> tuple[Beside, ...]:
    """What is never drawn: studies of another condition beside a figure of the condition, and associations."""
    beside = list[Beside]()
    if narrow is not session:
        indirect = [row for row in session.forests[0].rows if not row.group.direct]
        told = _told(replace(session.forests[0], rows=tuple(indirect)))
        beside.append(Beside(tr("In another condition (indirect)"), tuple(told)))
    for forest in session.forests:
        if forest.panel == ASSOCIATION:
            beside.append(Beside(tr(TITLES[ASSOCIATION]), tuple(_associations(forest))))
    return tuple(each._replace(told=_shortened(each.told)) for each in beside if each.told)


def _drawn(forest: Forest, panel: Panel, high: float) -> tuple[Figure, tuple[Told, ...]]:
    """As many rows as the figure has room for, in the largest type, and the others in words; numbers come first."""
    panel = replace(panel, unfiltered=None, removed=()) if panel.pooled is None else panel
    for rows in (forest.rows, forest.drawn):
        shown = replace(forest, rows=rows)
        pages = None
        if 0 < len(rows) <= MOST_ROWS:
            papers = [Paper(WIDTH, high, size, shown.has_marks) for size in SIZES]
            pages = pages_of(layout_of(shown, panel, whole=True), *papers)
            if len(pages.portions) == 1:
                break
    else:
        kept = forest.drawn[:MOST_ROWS] or forest.rows[:MOST_ROWS]
        shown = replace(forest, rows=kept)
        pages = pages_of(layout_of(shown, panel, whole=True), Paper(WIDTH, high, SIZES[-1], shown.has_marks))
        shown = replace(shown, rows=tuple(kept[place] for place in pages.rows[0]))
    page = pages.page(0)
    drawing = Markup(forest_html(page.items, pages.paper, page.height, LIGHT))
    inside = set(map(id, shown.rows))
    others = replace(forest, rows=tuple(row for row in forest.rows if id(row) not in inside))
    words = tuple(say(sentence(row, forest.axis)) for row in shown.rows)
    return Figure(tr(TITLES[TREATMENT]), drawing, words), tuple(_told(others))


def _told(forest: Forest) -> Iterator[Told]:
    """Rows in words: each number, then each reason with the studies it holds for."""
    yield from ((row.study, _number(row, forest)) for row in forest.drawn)
    yield from _reasons(forest)


def _number(row: ForestRow, forest: Forest) -> str:
    return f"{row.outcome}: {estimate(row, forest.axis)}"


def _reasons(forest: Forest) -> Iterator[Told]:
    yield from ((say(studies), say(reason)) for studies, reason in silent_rows(forest))


def _associations(forest: Forest) -> Iterator[Told]:
    if len(forest.rows) > FEW:
        names = listing(dict.fromkeys(row.study for row in forest.rows))
        yield names, tr("measured an association; slides and table give what was read")
    else:
        yield from _reasons(forest)
        yield from ((row.study, _number(row, forest)) for row in forest.drawn)


def _shortened(told: Iterable[Told]) -> tuple[Told, ...]:
    every = tuple(told)
    rest = len(every) - REASONS
    if rest < 2:
        return every
    return (*every[:REASONS], (tr("{n:whole} more", n=rest), tr("slides and table give what was read")))
