"""A journal-club session as data: its steps in order, for one study or for everything in view.

The room commits first and looks second: a step with questions asks for a show of hands before it shows our answer.
Page, slides and hand-out draw the same steps, so they say the same. A step is worked out when it is first asked for, and
then remembered. Votes never enter this module.

The long version has every step and reveals domain by domain and row by row; the short one has ten steps, and takes domains
and rows together. Slides and hand-out are made of the long one.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from evidence.addresses import citable_link
from evidence.club.bias_step import bias_step
from evidence.club.full_text import full_text_step
from evidence.club.guideline_step import guideline_step
from evidence.club.one_study import own_expectation_step, own_methods_step, own_question_step, own_take_home_step
from evidence.club.own_power import own_power_step
from evidence.club.own_results import own_result_step
from evidence.club.paging import Page
from evidence.club.session_answers import discussion_step, power_step, result_step, take_home_step
from evidence.club.session_parts import Step
from evidence.club.session_steps import expectation_step, methods_step, practice_step, question_step
from evidence.facts.view import View, only
from evidence.forest.layout import Layout, layout_of
from evidence.forest.panel import Panel, panel_of
from evidence.forest.rows import ASSOCIATION, TREATMENT, Forest, forest_of

LONG, SHORT = "long", "short"
LENGTHS = (LONG, SHORT)
"""The versions of a session, the first where none is asked for."""
FULL_TEXT = "full-text"
"""The step that only a session on one study has."""
FEW = 4
"""Rows without a number that may stand among those with one."""


@dataclass(frozen=True)
class Session:
    """What the club talks about: the studies in view, or the one study that study_id names."""

    view: View
    study_id: str
    length: str = LONG

    @property
    def short(self) -> bool:
        """Whether this is the short version."""
        return self.length == SHORT

    def in_length(self, length: str) -> "Session":
        """The session about the same in another version; itself when it has that."""
        return self if length == self.length else replace(self, length=length)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of its steps in order."""
        left_out = ("discussion" if self.short else "") if self.study_id else FULL_TEXT
        return tuple(kind for kind in KINDS if kind != left_out)

    @property
    def title(self) -> str:
        """The study, or the title of the data."""
        return self.view.study_rows[0].citation if self.study_id else str(self.view.pack.dataset["title"])

    @cached_property
    def both(self) -> tuple[Forest, ...]:
        """The forest of each panel, treatment first, even where it has no row."""
        return tuple(forest_of(self.view, panel) for panel in (TREATMENT, ASSOCIATION))

    @property
    def forests(self) -> tuple[Forest, ...]:
        """The forests with rows, treatment first."""
        return tuple(forest for forest in self.both if forest.rows)

    @cached_property
    def panels(self) -> tuple[Panel, ...]:
        """What stands under each forest."""
        return tuple(panel_of(forest, self.view) for forest in self.forests)

    @cached_property
    def layouts(self) -> tuple[Layout, ...]:
        """Every line of each forest with what stands under it."""
        return tuple(layout_of(*each, whole=True) for each in zip(self.forests, self.panels, strict=True))

    @cached_property
    def screen_layout(self) -> Layout:
        """The lines of the first forest as they are revealed."""
        return layout_of(self.screen, self.panels[0], whole=True)

    @cached_property
    def screen(self) -> Forest:
        """The first forest as it is revealed: many rows without a number are left to a place of their own."""
        forest = self.forests[0]
        many = len(forest.rows) - len(forest.drawn) > FEW and forest.drawn
        return replace(forest, rows=forest.drawn) if many else forest

    @cached_property
    def pages(self) -> dict[tuple[object, ...], tuple[Page | None, ...]]:
        """What stands on each page of a projector, as far as it was worked out."""
        return {}

    @cached_property
    def _made(self) -> dict[str, Step]:
        return {}

    def step(self, kind: str) -> Step:
        """One step; KeyError for a kind that is not in KINDS."""
        if kind not in self._made:
            self._made[kind] = BUILDERS[kind](self)
        return self._made[kind]

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps in order."""
        return tuple(self.step(kind) for kind in self.kinds)


BUILDERS: dict[str, Callable[[Session], Step]] = {
    "question": lambda session: own_question_step(session.view) if session.study_id else question_step(session.view),
    "expectation": lambda session: (
        own_expectation_step(session.view) if session.study_id else expectation_step(session.view)
    ),
    "methods": lambda session: own_methods_step(session.view) if session.study_id else methods_step(session.view),
    "bias": lambda session: bias_step(session.view, session.study_id, session.short),
    "result": lambda session: (
        own_result_step(session.view, session.panels) if session.study_id else result_step(session.forests, session.panels)
    ),
    "power": lambda session: own_power_step(session.view) if session.study_id else power_step(session.view),
    "guidelines": lambda session: guideline_step(session.view, session.study_id),
    FULL_TEXT: lambda session: full_text_step(session.view) if session.study_id else Step(FULL_TEXT),
    "practice": lambda session: practice_step(session.view),
    "take-home": lambda session: own_take_home_step(session.view) if session.study_id else take_home_step(session.view),
    "discussion": lambda session: discussion_step(session.view),
}
KINDS = tuple(BUILDERS)
"""The kinds of all steps in their order; a session has those of its `kinds`."""


def session_of(view: View, study_id: str = "", length: str = LONG) -> Session:
    """The session on one study of the pack, or on the evidence in view; KeyError for an unknown study."""
    return Session(only(view, study_id) if study_id else view, study_id, length)


def session_link(session: Session) -> str:
    """The citable link to what the session is about: the club on its study, else the board with its view; "" without one."""
    selection, version = session.view.selection, session.view.pack.version
    if session.study_id:
        return citable_link(selection, version, page="journal_club", study=session.study_id)
    return citable_link(selection, version)
