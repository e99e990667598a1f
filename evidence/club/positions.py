"""The places of a session in the order of the arrow keys: each question, each row of the figure, each answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from evidence.club.session import KINDS, Session
from evidence.drawings.paper import Pages, pages_of
from evidence.drawings.paper_items import Paper
from evidence.forest.rows import Forest
from evidence.vocabulary.fact import Fact, fact

SCREEN_WIDTH, SCREEN_HEIGHT = 10.24, 5.9
"""The projected figure in inches; at 1024 pixels an inch is 100 pixels."""
TYPE_SIZES = (1.5, 1.35, 1.2, 1.1, 1.0)
SEVERAL_PAGES = 1.2
SILENT, REPORTED = "result-silent", "result-reported"
"""The place of the rows without a number, when they are more than a few beside rows with one; and that of the results of
one study as they were reported."""


@dataclass(frozen=True)
class Position:
    """A place in a session: the step, which of its questions or how many rows, and whether our answer is shown."""

    step: int
    part: int
    shown: bool
    address: str


def positions(session: Session) -> tuple[Position, ...]:
    """Every place of a session in the order of the arrow keys; each address is a word that can stand in a URL."""
    return tuple(
        Position(KINDS.index(kind), part, shown, address)
        for kind in session.kinds
        for part, shown, address in _places(session, kind)
    )


def _places(session: Session, kind: str) -> Iterator[tuple[int, bool, str]]:
    if kind == "bias" and session.step(kind).parts:
        for part in range(len(session.step(kind).parts)):
            yield part, False, f"bias-{part + 1}"
            yield part, True, f"bias-{part + 1}-ours"
    elif kind == "result" and (session.forests or session.study_id):
        yield from _places_of_result(session)
    else:
        yield 0, True, kind


def _places_of_result(session: Session) -> Iterator[tuple[int, bool, str]]:
    """The figure row by row, in the short version page by page, where it has a number; what has none; what it comes to."""
    if session.forests and (session.forests[0].drawn or not session.study_id):
        pages = screen_pages(session)
        ends = [rows.stop for rows in pages.rows]
        for rows in ends if session.short else reveals(session.screen, pages):
            yield rows, False, f"result-{rows}"
        if len(session.screen.rows) < len(session.forests[0].rows):
            yield 0, False, SILENT
    if session.step("result").grids:
        yield 0, False, REPORTED
    yield 0, True, "result"


def reveals(forest: Forest, pages: Pages) -> tuple[int, ...]:
    """How many rows are shown at each press: none first, then one by one.

    Rows of one group without a number come together, as far as they stand on the same page.
    """
    ends = {rows.stop for rows in pages.rows}
    stops = [0]
    for count, row in enumerate(forest.rows, start=1):
        following = forest.rows[count] if count < len(forest.rows) else None
        if row.has_number or following is None or following.has_number or following.group != row.group or count in ends:
            stops.append(count)
    return tuple(stops)


def screen_pages(session: Session) -> Pages:
    """The projected figure, in the largest type with which all of it stands on one page, if any."""
    papers = [Paper(SCREEN_WIDTH, SCREEN_HEIGHT, size, marks=False) for size in (*TYPE_SIZES, SEVERAL_PAGES)]
    return pages_of(session.screen_layout, *papers)


def silent_rows(forest: Forest) -> tuple[tuple[Fact, Fact | str | None], ...]:
    """Each reason for which rows have no number, after the studies it holds for."""
    said: dict[Fact | str | None, list[str]] = {}
    for row in forest.rows:
        if not row.has_number:
            said.setdefault(row.reason, []).append(row.study)
    return tuple((fact("names", names=tuple(dict.fromkeys(studies))), reason) for reason, studies in said.items())


def place_of(address: str, places: tuple[Position, ...]) -> int:
    """The index of an address among the places; the first place of its step when only that is known; else the start."""
    for index, place in enumerate(places):
        if place.address == address:
            return index
    kind = address.partition("-")[0]
    return next((index for index, place in enumerate(places) if place.address.partition("-")[0] == kind), 0)
