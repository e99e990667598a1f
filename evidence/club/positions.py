"""The places of a session in the order of the arrow keys: each question, each row of the figure, each answer.

On a projector what one screen does not hold goes on at further places; away from it every step is one place and whole.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from evidence.club.beside import found_beside
from evidence.club.fitted import answer_pages, silent_pages, step_pages, verdict_pages
from evidence.club.paging import Page
from evidence.club.session import KINDS, Session
from evidence.club.session_parts import Part, Step, Words
from evidence.drawings.paper import Pages, pages_of
from evidence.drawings.paper_items import Paper
from evidence.forest.rows import Forest
from evidence.vocabulary.fact import Fact, fact
from evidence.wording.language import language

SCREEN_WIDTH, WIDE_SCREEN, SCREEN_HEIGHT = 10.24, 13.26, 6.1
"""The projected figure in inches, of which each is 5.76 rem: the width of 4:3 and that of 16:9, where the same rows stand,
and the height that the heading leaves of 16:9."""
TYPE_SIZES = (1.5, 1.35, 1.2, 1.1, 1.0)
SEVERAL_PAGES = 1.2
SILENT, REPORTED = "result-silent", "result-reported"
"""The place of the rows without a number, when they are more than a few beside rows with one; and that of the results of
one study as they were reported."""
DIAMOND = "result-pooled"
"""The place of the figure with its diamond, before the result in words."""
PAGE = "."
"""Parts the number of a page from the address of its place."""


@dataclass(frozen=True)
class Position:
    """A place in a session: the step, which of its questions or how many rows, whether our answer is shown, which page."""

    step: int
    part: int
    shown: bool
    address: str
    page: int = 0


def positions(session: Session, projected: bool = True) -> tuple[Position, ...]:
    """Every place of a session in the order of the arrow keys; each address is a word that can stand in a URL.

    projected: what one screen does not hold goes on at a place of its own.
    """
    return tuple(
        replace(place, address=f"{place.address}{PAGE}{page + 1}" if page else place.address, page=page)
        for kind in session.kinds
        for place in (Position(KINDS.index(kind), *each) for each in _places(session, kind))
        for page in range(len(place_pages(session, place)) if projected else 1)
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
        if session.panels[0].pooled is not None and not session.study_id:
            yield len(session.screen.rows) + 1, True, DIAMOND
    if session.step("result").grids:
        yield 0, False, REPORTED
    yield 0, True, "result"


def place_pages(session: Session, place: Position) -> tuple[Page | None, ...]:
    """The pages of a place on a projector; one that is None where a question is asked or the figure stands."""
    kind = KINDS[place.step]
    key = (kind, place.part, place.shown, place.address.partition(PAGE)[0], language().code)
    if key not in session.pages:
        session.pages[key] = _pages(session, kind, place)
    return session.pages[key]


def _pages(session: Session, kind: str, place: Position) -> tuple[Page | None, ...]:
    step, address = session.step(kind), place.address.partition(PAGE)[0]
    if step.parts:
        answers = _is_answer(step.parts, place)
        return answer_pages(step, step.parts[place.part], bool(session.study_id)) if answers else (None,)
    if address == "result" and (session.forests or session.study_id):
        return verdict_pages(in_words(session, step), found(session))
    if address == SILENT:
        return silent_pages(silent_studies(session.forests[0]))
    figure = kind == "result" and address not in ("result", REPORTED)
    return (None,) if figure else step_pages(step, joined=place.step == 0)


def in_words(session: Session, step: Step) -> Step:
    """What the last place of the result says: of one study its sentences stand above the results as reported, if any."""
    return replace(step, grids=(), sentences=() if session.study_id and step.grids else step.sentences)


def _is_answer(parts: tuple[Part, ...], place: Position) -> bool:
    part = parts[place.part]
    return place.shown and (bool(part.ours) or part.grid is not None)


def found(session: Session) -> tuple[tuple[Part, Words], ...]:
    """Each question of what the room expects, with what was found."""
    ours = found_beside(session)
    return tuple((part, ours[part.key]) for part in session.step("expectation").parts)


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


def on_wide_screens(pages: Pages) -> Pages:
    """The same pages drawn for screens of 16:9: as wide as these, and no higher."""
    return replace(pages, paper=replace(pages.paper, width=WIDE_SCREEN))


def silent_rows(forest: Forest) -> tuple[tuple[Fact, Fact | str | None], ...]:
    """Each reason for which rows have no number, after the studies it holds for."""
    return tuple((fact("names", names=studies), reason) for studies, reason in silent_studies(forest))


def silent_studies(forest: Forest) -> tuple[tuple[tuple[str, ...], Fact | str | None], ...]:
    """The studies without a number for each reason."""
    said: dict[Fact | str | None, list[str]] = {}
    for row in forest.rows:
        if not row.has_number:
            said.setdefault(row.reason, []).append(row.study)
    return tuple((tuple(dict.fromkeys(studies)), reason) for reason, studies in said.items())


def place_of(address: str, places: tuple[Position, ...]) -> int:
    """The index of an address among the places; its first page or the first place of its step when only that is known.

    Else the start.
    """
    for known in (address, address.partition(PAGE)[0]):
        for index, place in enumerate(places):
            if place.address == known:
                return index
    kind = address.partition("-")[0]
    return next((index for index, place in enumerate(places) if place.address.partition("-")[0] == kind), 0)
