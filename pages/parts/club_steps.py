"""The steps of a journal club on the page: each is drawn from its data, the room's expectation beside what was found."""

from dataclasses import replace

import streamlit as st

from evidence.club.beside import found_beside
from evidence.club.positions import REPORTED, SILENT, Position, screen_pages, silent_rows
from evidence.club.session import KINDS, Session
from evidence.club.session_parts import Part, Step, Words
from evidence.drawings.palette import IN_THE_SHEET
from evidence.drawings.paper import revealed
from evidence.drawings.paper_html import forest_html
from evidence.rooms.charts import chart
from evidence.rooms.questions import asked_parts, scope_of
from evidence.vocabulary.fact import Fact
from evidence.wording.forest import sentence
from evidence.wording.html import render
from evidence.wording.say import tr
from pages.parts.club_room import are_shown, draw_bars
from pages.parts.club_ticks import draw_ticks, ticks
from pages.parts.club_votes import draw_votes, seen_now, tally


def draw_step(session: Session, place: Position) -> None:
    """Draw one place of a session."""
    step = session.step(KINDS[place.step])
    if step.kind in ("expectation", "practice"):
        _draw(step.heading)
        _draw_asked(session, step.kind, asked_parts(session, step.kind))
    elif step.kind == "bias" and step.parts:
        _draw_bias(session, step, place)
    elif step.kind == "result" and (session.forests or session.study_id):
        _draw_result(session, step, place)
    else:
        _draw(step.heading, step.sentences, pairs=step.pairs, grids=step.grids, links=step.links)


def _draw_asked(session: Session, kind: str, parts: tuple[Part, ...], number: int | None = None) -> None:
    """Questions with the fields for hands, folded where phones answer; then the bars, alone once the phones are closed."""
    if are_shown(session, kind, parts):
        draw_bars(session, kind, number)
        return
    scope = scope_of(session)
    if seen_now().invited:
        st.html(render("club_asked.html", parts=parts))
        for part in parts:
            draw_ticks(scope, part)
        with st.expander(tr("Count hands too"), key=f"club_hands_{kind}"):
            for part in parts:
                if len(parts) > 1:
                    st.html(render("club_hands.html", part=part))
                draw_votes(scope, kind, part)
        return
    for part in parts:
        st.html(render("club_ask.html", part=part))
        draw_ticks(scope, part)
        draw_votes(scope, kind, part)
    draw_bars(session, kind, number)


def _draw(heading: Fact, sentences: tuple[Words, ...] = (), **more: object) -> None:
    parts = {"pairs": (), "grids": (), "links": (), **more}
    st.html(render("club_step.html", heading=heading, sentences=sentences, **parts))


def _draw_bias(session: Session, step: Step, place: Position) -> None:
    scope, part = scope_of(session), asked_parts(session, step.kind)[place.part]
    table_of_a_study = place.shown and session.study_id and part.grid is not None
    _draw(step.heading, (part.question,) if table_of_a_study else step.sentences if session.study_id else ())
    if place.shown:
        rest = () if session.study_id else step.sentences
        given = {
            "hands": tally(scope, step.kind, part),
            "chart": chart(seen_now(), scope, step.kind, part),
            "ticks": tuple(zip(part.checks, ticks(scope, part), strict=True)),
        }
        asked = "" if table_of_a_study else render("club_ask.html", part=part)
        st.html(asked + render("club_ours.html", part=part, rest=rest, **given))
    else:
        _draw_asked(session, step.kind, (part,), place.part)


def _draw_result(session: Session, step: Step, place: Position) -> None:
    """The axis first, then row after row; at the end the diamond or the reasons, beside what the room expected.

    Of one study its results as they were reported, and then what it found itself beside what the room expected.
    """
    if place.address == REPORTED:
        _draw(step.heading, step.sentences, grids=step.grids)
        return
    if session.study_id and place.address == "result":
        own = replace(step, sentences=() if step.grids else step.sentences)
        st.html(render("club_verdict.html", step=own, expected=expected(session), heading=True, alone=True))
        return
    pooled, end = session.panels[0].pooled, place.address == "result"
    if place.address == SILENT:
        st.html(render("club_silent.html", step=step, silent=silent_rows(session.forests[0])))
        return
    if not end or pooled is not None:
        _draw_figure(session, step, len(session.screen.rows) + 1 if end else place.part)
    if end:
        verdict = render("club_verdict.html", step=step, expected=expected(session), heading=pooled is None, alone=False)
        st.html(verdict)


def _draw_figure(session: Session, step: Step, shown: int) -> None:
    forest, pages = session.screen, screen_pages(session)
    axis, page = forest.axis, pages.page(pages.holding(shown - 1))
    words = [sentence(row, axis) for row in forest.rows[:shown]]
    lead = tr("Left: {left}. Right: {right}. Where do you expect the intervals?", left=axis.left, right=axis.right)
    _draw(step.heading, () if words else (lead,))
    with st.container(key="club_figure"):
        st.html(forest_html(revealed(page, shown), pages.paper, page.height, IN_THE_SHEET))
    st.html(render("club_words.html", words=words))


def expected(session: Session) -> tuple[tuple[Words, str, Words], ...]:
    """What the room expected beside what was found: question, hands, ours."""
    asked, ours, scope = session.step("expectation"), found_beside(session), scope_of(session)
    return tuple((part.heading, tally(scope, asked.kind, part), ours[part.key]) for part in asked.parts)
