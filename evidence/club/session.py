"""A journal-club session as data: its steps in order, for one study or for everything in view.

The room commits first and looks second: a step with questions asks for a show of hands before it shows our answer.
Page, slides and hand-out draw the same steps, so they say the same. Votes never enter this module.
"""

from dataclasses import dataclass, replace

from evidence.addresses import citable_link
from evidence.club.session_answers import discussion_step, guideline_step, power_step, result_step, take_home_step
from evidence.club.session_parts import Step
from evidence.club.session_steps import (
    bias_step,
    expectation_step,
    methods_step,
    practice_step,
    question_step,
)
from evidence.drawings.paper import forest_pages
from evidence.drawings.paper_items import Paper
from evidence.facts.view import View, only
from evidence.forest.panel import Panel, panel_of
from evidence.forest.row import Forest
from evidence.forest.rows import ASSOCIATION, TREATMENT, forest_rows
from evidence.wording.words import listing

SCREEN_WIDTH, SCREEN_HEIGHT = 10.24, 5.9
"""The projected figure in inches; at 1024 pixels an inch is 100 pixels."""
TYPE_SIZES = (1.5, 1.35, 1.2, 1.1, 1.0)
SEVERAL_PAGES = 1.2
SILENT, FEW = "result-silent", 4
"""The place of the rows without a number, when they are more than a few beside rows with one."""


@dataclass(frozen=True)
class Session:
    """What the club talks about: study_id is empty for the whole view; forests are those with rows, treatment first."""

    view: View
    study_id: str
    title: str
    steps: tuple[Step, ...]
    forests: tuple[Forest, ...]
    panels: tuple[Panel, ...]

    @property
    def screen(self) -> Forest:
        """The first forest as it is revealed: many rows without a number are left to a place of their own."""
        forest = self.forests[0]
        many = len(forest.rows) - len(forest.drawn) > FEW and forest.drawn
        return replace(forest, rows=forest.drawn) if many else forest


@dataclass(frozen=True)
class Position:
    """A place in a session: the step, which of its questions or how many rows, and whether our answer is shown."""

    step: int
    part: int
    shown: bool
    address: str


def session_of(view: View, study_id: str = "") -> Session:
    """The session on one study of the pack, or on the evidence in view; KeyError for an unknown study."""
    seen = only(view, study_id) if study_id else view
    forests = tuple(forest for forest in (forest_rows(seen, TREATMENT), forest_rows(seen, ASSOCIATION)) if forest.rows)
    panels = tuple(panel_of(forest, seen) for forest in forests)
    steps = (
        question_step(seen, study_id),
        expectation_step(seen),
        methods_step(seen, study_id),
        bias_step(seen, study_id),
        result_step(seen, forests, panels),
        power_step(seen),
        guideline_step(seen, study_id),
        practice_step(seen),
        take_home_step(seen),
        discussion_step(seen),
    )
    title = str(seen.studies["citation"].iloc[0]) if study_id else seen.pack.dataset["title"]
    return Session(seen, study_id, title, steps, forests, panels)


def session_link(session: Session) -> str:
    """The citable link to what the session is about."""
    extra = {"study": session.study_id} if session.study_id else {}
    return citable_link(session.view.selection, session.view.pack.version, **extra)


def positions(session: Session) -> tuple[Position, ...]:
    """Every place of a session in the order of the arrow keys; each address is a word that can stand in a URL."""
    found = []
    for index, step in enumerate(session.steps):
        if step.kind == "bias" and step.parts:
            for part in range(len(step.parts)):
                found.append(Position(index, part, False, f"bias-{part + 1}"))
                found.append(Position(index, part, True, f"bias-{part + 1}-ours"))
        elif step.kind == "result" and session.forests:
            found += [Position(index, rows, False, f"result-{rows}") for rows in reveals(session.screen)]
            if len(session.screen.rows) < len(session.forests[0].rows):
                found.append(Position(index, 0, False, SILENT))
            found.append(Position(index, 0, True, "result"))
        else:
            found.append(Position(index, 0, True, step.kind))
    return tuple(found)


def reveals(forest: Forest) -> tuple[int, ...]:
    """How many rows are shown at each press: none first, then one by one.

    Rows of one group without a number come together, as far as they stand on the same page.
    """
    ends = {page.rows.stop for page in forest_pages(forest, screen_paper(forest))}
    stops = [0]
    for count, row in enumerate(forest.rows, start=1):
        following = forest.rows[count] if count < len(forest.rows) else None
        if row.has_number or following is None or following.has_number or following.group != row.group or count in ends:
            stops.append(count)
    return tuple(stops)


def screen_paper(forest: Forest) -> Paper:
    """The paper of the projected figure: the largest type with which all rows and a diamond stand on one page, if any."""
    for size in TYPE_SIZES:
        paper = Paper(SCREEN_WIDTH, SCREEN_HEIGHT - 0.5 * size, size, marks=False)
        if len(forest_pages(forest, paper)) == 1:
            return paper
    return Paper(SCREEN_WIDTH, SCREEN_HEIGHT, SEVERAL_PAGES, marks=False)


def silent_rows(forest: Forest) -> tuple[tuple[str, str], ...]:
    """Each reason for which rows have no number, after the studies it holds for."""
    said: dict[str, list[str]] = {}
    for row in forest.rows:
        if not row.has_number:
            said.setdefault(row.reason, []).append(row.study)
    return tuple((listing(list(dict.fromkeys(studies))), reason) for reason, studies in said.items())


def place_of(address: str, places: tuple[Position, ...]) -> int:
    """The index of an address among the places; the first place of its step when only that is known; else the start."""
    for index, place in enumerate(places):
        if place.address == address:
            return index
    kind = address.partition("-")[0]
    return next((index for index, place in enumerate(places) if place.address.partition("-")[0] == kind), 0)
