"""The steps of a journal club on the page: each is drawn from its data, the room's expectation beside what was found.

On a projector a place shows one page of its step, in the type that was chosen for it.
"""

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from evidence.club.fitted import asked_scale, step_pages
from evidence.club.paging import Page
from evidence.club.positions import (
    REPORTED,
    SILENT,
    Position,
    found,
    in_words,
    on_wide_screens,
    place_pages,
    screen_pages,
    silent_rows,
)
from evidence.club.session import KINDS, Session
from evidence.club.session_parts import Part, Step, Words
from evidence.drawings.palette import IN_THE_SHEET
from evidence.drawings.paper import Pages, revealed
from evidence.drawings.paper_html import forest_html
from evidence.rooms.charts import chart
from evidence.rooms.questions import AFTER, asked_parts, scope_of
from evidence.vocabulary.fact import Fact
from evidence.wording.forest import sentence
from evidence.wording.html import render
from evidence.wording.say import tr
from pages.parts.club_room import are_shown, draw_bars
from pages.parts.club_ticks import draw_ticks, ticks
from pages.parts.club_votes import draw_votes, seen_now, tally
from pages.parts.notes import notes_drawn


def draw_step(session: Session, place: Position, projected: bool = False) -> None:
    """Draw one place of a session; projected: one page of it, in its type."""
    step = session.step(KINDS[place.step])
    page = _page(session, step, place) if projected else None
    if projected:
        scale = page.scale if page else _asked_scale(session, step, place)
        st.html(f"<style>:root{{--club-type:{scale};--club-notes:{notes_drawn()}}}</style>")
    if step.kind in ("expectation", "practice"):
        _draw(step.heading)
        _draw_asked(session, step.kind, asked_parts(session, step.kind), projected=projected)
    elif step.kind == "bias" and step.parts:
        _draw_bias(session, step, place, page, projected)
    elif step.kind == "result" and (session.forests or session.study_id):
        _draw_result(session, step, place, page, projected)
    else:
        _draw_whole(page.step if page else step, page)


def _page(session: Session, step: Step, place: Position) -> Page | None:
    """What stands on a page of a projector; where phones could join and there is no room, its type is larger."""
    page = place_pages(session, place)[place.page]
    if page and place.step == 0 and page.of == 1 and not seen_now().invited:
        return step_pages(step)[0]
    return page


def _asked_scale(session: Session, step: Step, place: Position) -> float:
    parts = asked_parts(session, step.kind)
    if step.kind == "bias" and parts:
        parts = (parts[place.part],)
    return asked_scale(
        step.heading, step.sentences if session.study_id else (), parts, seen_now().invited, step.kind == AFTER
    )


def _draw_asked(
    session: Session, kind: str, parts: tuple[Part, ...], number: int | None = None, projected: bool = False
) -> None:
    """Questions with the fields for hands, folded where phones answer; then the bars, alone once the phones are closed.

    On a projector the fields hold the numbers of hands; bars come with the answer, or where there is something to compare.
    """
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
    if kind == AFTER or not projected:
        draw_bars(session, kind, number)


def _draw(heading: Fact, sentences: tuple[Words, ...] = (), page: Page | None = None, **more: object) -> None:
    shown = {"pairs": (), "grids": (), "links": (), "page": page, **more}
    st.html(render("club_step.html", heading=heading, sentences=sentences, **shown))


def _draw_whole(step: Step, page: Page | None) -> None:
    _draw(step.heading, step.sentences, page, pairs=step.pairs, grids=step.grids, links=step.links)


def _draw_bias(session: Session, step: Step, place: Position, page: Page | None, projected: bool) -> None:
    scope, part = scope_of(session), asked_parts(session, step.kind)[place.part]
    first = page is None or page.number == 1
    table_of_a_study = place.shown and session.study_id and part.grid is not None
    said = (part.question,) if table_of_a_study else step.sentences if session.study_id else ()
    _draw(step.heading, said if first else (), page)
    if not place.shown:
        _draw_asked(session, step.kind, (part,), place.part, projected)
        return
    given = {
        "hands": tally(scope, step.kind, part),
        "chart": chart(seen_now(), scope, step.kind, part),
        "ticks": tuple(zip(part.checks, ticks(scope, part), strict=True)),
        "page": page,
        "rest": () if session.study_id else step.sentences,
    }
    if page and part.grid is not None:
        part, given["chart"] = replace(part, grid=page.step.grids[0]), None
    elif page:
        part = replace(part, ours=page.step.sentences)
    asked = render("club_ask.html", part=part) if first and not table_of_a_study else ""
    st.html(asked + render("club_ours.html", part=part, **given))


def _draw_result(session: Session, step: Step, place: Position, page: Page | None, projected: bool) -> None:
    """The axis first, then row after row, at the end the diamond; then the result in words beside what the room expected.

    Of one study its results as they were reported come before those words.
    """
    if place.address.startswith(REPORTED):
        _draw_whole(page.step if page else step, page)
    elif place.address.startswith(SILENT):
        if page:
            _draw_whole(page.step, page)
        else:
            st.html(render("club_silent.html", step=step, silent=silent_rows(session.forests[0])))
    elif place.part or not place.shown:
        _draw_figure(session, step, place.part, projected)
    else:
        said = {"step": page.step if page else in_words(session, step), "page": page, "alone": bool(session.study_id)}
        st.html(render("club_verdict.html", expected=expected(session), **said))


def _draw_figure(session: Session, step: Step, shown: int, projected: bool) -> None:
    """The rows so far; before the first the question where they will lie, on a projector where the names will stand."""
    forest, pages = session.screen, screen_pages(session)
    axis = forest.axis
    words = [sentence(row, axis) for row in forest.rows[:shown]]
    lead = tr("Left: {left}. Right: {right}. Where do you expect the intervals?", left=axis.left, right=axis.right)
    _draw(step.heading)
    drawn = _figure(pages, shown)
    if projected:
        drawn = render("club_figure.html", squarer=Markup(drawn), wider=Markup(_figure(on_wide_screens(pages), shown)))
    with st.container(key="club_result"):
        with st.container(key="club_figure"):
            st.html(drawn)
        st.html(render("club_words.html", words=words, lead="" if words else lead))


def _figure(pages: Pages, shown: int) -> str:
    page = pages.page(pages.holding(shown - 1))
    return forest_html(revealed(page, shown), pages.paper, page.height, IN_THE_SHEET)


def expected(session: Session) -> tuple[tuple[Words, str, Words], ...]:
    """What the room expected beside what the data say: question, hands, ours."""
    scope = scope_of(session)
    return tuple((part.heading, tally(scope, "expectation", part), ours) for part, ours in found(session))
