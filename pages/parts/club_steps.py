"""The steps of a journal club on the page: each is drawn from its data, the room's expectation beside what was found."""

from dataclasses import replace

import streamlit as st
from evidence.forest.row import Forest, sentence

from evidence.club.session import SILENT, Position, Session, screen_paper, silent_rows
from evidence.club.session_parts import Step
from evidence.drawings.palette import DARK, LIGHT, Palette, palette
from evidence.drawings.paper import forest_pages, page_of, revealed
from evidence.drawings.paper_html import forest_html
from evidence.statistics.pooling import Pooled
from evidence.wording.html import render
from evidence.wording.words import tr
from pages.parts.club_votes import draw_votes, tally
from pages.parts.style import theme

BLACK = replace(DARK, ink="#ffffff", faint="#e6e6e6", paper="#000000", line="#ffffff", warning="#ffe08a", accent="#9fe3f0")
WHITE = replace(LIGHT, ink="#000000", faint="#222222", paper="#ffffff", line="#000000")


def draw_step(session: Session, place: Position, screen: str) -> None:
    """Draw one place of a session; screen is "", "white" or "black" (presentation view)."""
    step = session.steps[place.step]
    scope = session.study_id or "view"
    if step.kind in ("expectation", "practice"):
        st.html(render("club_step.html", step=step, pairs=(), grids=()))
        for part in step.parts:
            st.html(render("club_ask.html", part=part, tag="h2"))
            draw_votes(scope, f"{step.kind} {part.heading}", part)
    elif step.kind == "bias" and step.parts:
        _draw_bias(step, place, scope)
    elif step.kind == "result" and session.forests:
        _draw_result(session, step, place, screen, scope)
    else:
        st.html(render("club_step.html", step=step, pairs=step.pairs, grids=step.grids))


def _draw_bias(step: Step, place: Position, scope: str) -> None:
    part = step.parts[place.part]
    question = f"bias {part.heading}"
    st.html(render("club_step.html", step=step if scope != "view" else replace(step, sentences=()), pairs=(), grids=()))
    st.html(render("club_ask.html", part=part, tag="h2"))
    if place.shown:
        st.html(render("club_ours.html", part=part, hands=tally(scope, question, part), rest=step.sentences))
    else:
        draw_votes(scope, question, part)


def _draw_result(session: Session, step: Step, place: Position, screen: str, scope: str) -> None:
    """The axis first, then row after row; at the end the diamond or the reasons, beside what the room expected."""
    forest, pooled = session.screen, session.panels[0].pooled
    end = place.address == "result"
    if place.address == SILENT:
        st.html(render("club_silent.html", step=step, silent=silent_rows(session.forests[0])))
        return
    if not end or pooled is not None:
        _draw_figure(forest, step, len(forest.rows) + 1 if end else place.part, pooled, screen)
    if end:
        verdict = render("club_verdict.html", step=step, expected=expected(session, scope), heading=pooled is None)
        st.html(verdict)


def _draw_figure(forest: Forest, step: Step, shown: int, pooled: Pooled | None, screen: str) -> None:
    axis, paper = forest.axis, screen_paper(forest)
    pages = forest_pages(forest, paper, pooled)
    page = pages[page_of(pages, shown - 1)]
    words = [sentence(forest.rows[row], axis) for row in range(min(shown, len(forest.rows)))]
    lead = tr("Left: {left}. Right: {right}. Where do you expect the intervals?", left=axis.left, right=axis.right)
    st.html(render("club_step.html", step=Step(step.kind, step.heading, () if words else (lead,)), pairs=(), grids=()))
    with st.container(key="club_figure"):
        st.html(forest_html(revealed(page, shown), paper, page.height, colours(screen)))
    st.html(render("club_words.html", words=words))


def expected(session: Session, scope: str) -> tuple[tuple[str, str, str], ...]:
    """What the room expected beside what the data say: question, hands, ours."""
    asked = next(step for step in session.steps if step.kind == "expectation")
    take_home = next(step for step in session.steps if step.kind == "take-home")
    certainty = take_home.sentences[1] if len(take_home.sentences) > 3 else tr("not rated")
    ours = (take_home.sentences[0], certainty)
    hands = [tally(scope, f"{asked.kind} {part.heading}", part) for part in asked.parts]
    return tuple((part.heading, hand, said) for part, hand, said in zip(asked.parts, hands, ours, strict=True))


def colours(screen: str) -> Palette:
    """The colours of the figure: of the theme, or black on white and white on black for a projector."""
    return {"white": WHITE, "black": BLACK}.get(screen) or palette(theme())
