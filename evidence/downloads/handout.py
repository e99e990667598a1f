"""A hand-out of one A4 page as a single HTML file: answer, safety, figure of the condition, guidelines, questions, link.

It is made of the steps of a session, so that it says what page and slides say; nothing is loaded from elsewhere. Votes of a
session stand on a second page, where they are asked for. Where no address leads here, its filters are named and no link.
"""

from evidence.club.condition import in_condition
from evidence.club.session import Session, session_link
from evidence.club.session_parts import labels
from evidence.downloads.about import in_view
from evidence.downloads.handout_figure import figure_of
from evidence.downloads.qr import link_data_url
from evidence.facts.bottom_line import bottom_line
from evidence.facts.consultation import safety_in_short
from evidence.rooms.minutes import first_questions, votes_of
from evidence.rooms.room import Seen
from evidence.wording.filters import filters_in_words
from evidence.wording.findings import lines_of
from evidence.wording.html import render
from evidence.wording.language import language
from evidence.wording.say import say

QUESTIONS = 5
"""Questions on the page."""
(PEOPLE,) = labels("people")
"""Who was studied: the question tells it, and the methods tell how many."""


def handout(session: Session, votes: Seen | None = None) -> bytes:
    """The hand-out of a session as the bytes of an HTML file, in the language of the run; with votes, on a second page."""
    pack, alone, link = session.view.pack, bool(session.study_id), session_link(session)
    narrow = in_condition(session)
    methods = [pair for pair in session.step("methods").pairs if pair.label != PEOPLE]
    pairs = [*session.step("question").pairs, *methods] if alone else []
    discussion, findings = first_questions(session, QUESTIONS), () if alone else lines_of(pack)
    below: list[object] = [*narrow.step("result").sentences, *discussion, *session.step("guidelines").sentences]
    below += [cell for grid in session.step("guidelines").grids for cell in grid.rows]
    below += [(each.outcome, each.certainty, each.in_short) for each in findings]
    figure, beside = figure_of(session, narrow, [say(text) for text in (*below, *2 * pairs)])
    return render(
        "handout.html",
        session=session,
        dataset=pack.dataset,
        shown=session.title if alone else in_view(session.view),
        question=session.step("question"),
        pairs=pairs,
        line=bottom_line(pack),
        own=session.step("take-home").sentences if alone else (),
        safety=safety_in_short(pack),
        findings=findings,
        figure=figure,
        beside=beside,
        result=narrow.step("result"),
        guidelines=session.step("guidelines"),
        discussion=discussion,
        votes=votes_of(session, votes) if votes else (),
        here=link,
        qr=link_data_url(link),
        filters=filters_in_words(session.view.selection),
        language=language().code,
    ).encode("utf-8")
