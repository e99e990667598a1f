"""A hand-out of one A4 page as a single HTML file: answer, figure, what has no number, guidelines, questions, link.

It is made of the steps of a session, so that it says what page and slides say; nothing is loaded from elsewhere.
"""

from dataclasses import replace

from markupsafe import Markup

from evidence.club.positions import silent_rows
from evidence.club.session import Session, session_link
from evidence.club.session_parts import Step, Words, labels
from evidence.downloads.about import in_view
from evidence.downloads.qr import link_data_url
from evidence.drawings.palette import LIGHT
from evidence.drawings.paper import pages_of
from evidence.drawings.paper_html import forest_html
from evidence.drawings.paper_items import Paper
from evidence.facts.bottom_line import bottom_line
from evidence.facts.consultation import safety_in_short
from evidence.forest.layout import layout_of
from evidence.forest.panel import Panel
from evidence.forest.rows import ASSOCIATION, TREATMENT, Forest
from evidence.wording.filters import filters_in_words
from evidence.wording.findings import lines_of
from evidence.wording.forest import estimate, sentence
from evidence.wording.html import render
from evidence.wording.language import N_, language
from evidence.wording.say import listing, tr

WIDTH, LARGE, SMALL = 7.4, 0.68, 0.53
"""Inches between the margins of A4; type of a short figure and of one with more than eight lines."""
QUESTIONS, FEW = 5, 4
"""Questions on the page; associations that are spelled out."""


(PEOPLE,) = labels("people")
"""Who was studied: the question tells it, and the methods tell how many."""
TITLES = {
    TREATMENT: N_("What the studies found"),
    ASSOCIATION: N_("Associations, not effects of treatment"),
}


def handout(session: Session) -> bytes:
    """The hand-out of a session as the bytes of an HTML file, in the language of the run."""
    pack, alone, link = session.view.pack, bool(session.study_id), session_link(session)
    methods = [pair for pair in session.step("methods").pairs if pair.label != PEOPLE]
    return render(
        "handout.html",
        session=session,
        dataset=pack.dataset,
        shown=session.title if alone else in_view(session.view),
        question=session.step("question"),
        pairs=[*session.step("question").pairs, *methods] if alone else (),
        line=bottom_line(pack),
        own=session.step("take-home").sentences if alone else (),
        safety=safety_in_short(pack),
        findings=() if alone else lines_of(pack),
        figures=[_figure(forest, panel) for forest, panel in zip(session.forests, session.panels, strict=True)],
        result=session.step("result"),
        guidelines=session.step("guidelines"),
        discussion=_questions(session.step("discussion")),
        link=link,
        qr=link_data_url(link),
        filters=filters_in_words(session.view.selection),
        language=language().code,
    ).encode("utf-8")


def _figure(forest: Forest, panel: Panel) -> dict[str, object]:
    """The rows with a number as a drawing, the others as sentences."""
    inside = forest.drawn
    drawn = replace(forest, rows=inside)
    paper = Paper(WIDTH, 60.0, LARGE if len(drawn.rows) + len(drawn.groups) < 9 else SMALL, drawn.has_marks)
    laid = layout_of(drawn, panel, whole=True)
    page = pages_of(laid, paper).page(0) if drawn.rows and forest.panel == TREATMENT else None
    return {
        "title": tr(TITLES[forest.panel]),
        "drawing": Markup(forest_html(page.items, paper, page.height, LIGHT)) if page else "",
        "words": [sentence(row, forest.axis) for row in inside],
        "silent": _silent(forest),
    }


def _silent(forest: Forest) -> list[tuple[object, object]]:
    """Reasons with the studies they hold for; an association with a number stands here too, because it is not drawn."""
    if forest.panel == ASSOCIATION and len(forest.rows) > FEW:
        names = listing(dict.fromkeys(row.study for row in forest.rows))
        return [(names, tr("measured an association; slides and table give what was read"))]
    also = forest.drawn if forest.panel == ASSOCIATION else ()
    numbers = [(row.study, f"{row.outcome}: {estimate(row, forest.axis)}") for row in also]
    return [*silent_rows(forest), *numbers]


def _questions(step: Step) -> list[Words]:
    """The questions for the most serious flags, and those that are always asked."""
    always = [pair.text for pair in step.pairs if pair.label.kind == "question for all"]
    raised = [pair.text for pair in step.pairs if pair.label.kind != "question for all"]
    return [*raised[: QUESTIONS - len(always)], *always]
