"""A hand-out of one A4 page as a single HTML file: answer, figure, what has no number, guidelines, questions, link.

It is made of the steps of a session, so that it says what page and slides say; nothing is loaded from elsewhere.
"""

from dataclasses import replace

from markupsafe import Markup

from evidence.club.session import session_link, session_of, silent_rows
from evidence.club.session_parts import Step
from evidence.downloads.about import in_view
from evidence.downloads.qr import qr_data_url
from evidence.drawings.palette import LIGHT
from evidence.drawings.paper import forest_pages
from evidence.drawings.paper_html import forest_html
from evidence.drawings.paper_items import Paper
from evidence.facts.bottom_line import bottom_line
from evidence.facts.view import View
from evidence.forest.panel import Panel
from evidence.forest.row import Forest, sentence
from evidence.forest.rows import ASSOCIATION, TREATMENT
from evidence.wording.filters import filters_in_words
from evidence.wording.html import render
from evidence.wording.words import listing, tr

WIDTH, LARGE, SMALL = 7.4, 0.68, 0.56
"""Inches between the margins of A4; type of a short figure and of one with more than eight lines."""
QUESTIONS, FEW = 5, 4
"""Questions on the page; associations that are spelled out."""


def handout(view: View, study_id: str = "") -> str:
    """The hand-out of a session on the evidence in view, or on one study, as HTML."""
    session = session_of(view, study_id)
    steps = {step.kind: step for step in session.steps}
    link = session_link(session)
    return render(
        "handout.html",
        session=session,
        dataset=view.pack.dataset,
        shown=session.title if study_id else in_view(view),
        question=steps["question"],
        methods=steps["methods"] if study_id else None,
        line=bottom_line(view.pack),
        figures=[_figure(forest, panel) for forest, panel in zip(session.forests, session.panels, strict=True)],
        result=steps["result"],
        guidelines=steps["guidelines"],
        discussion=_questions(steps["discussion"]),
        link=link,
        qr=qr_data_url(link),
        filters=filters_in_words(session.view.selection),
    )


def _figure(forest: Forest, panel: Panel) -> dict[str, object]:
    """The rows with a number as a drawing, and those without as sentences."""
    titles = {"treatment": tr("What the studies found"), "association": tr("Associations, not effects of treatment")}
    drawn = replace(forest, rows=forest.drawn)
    paper = Paper(WIDTH, 60.0, LARGE if len(drawn.rows) + len(drawn.headings) < 9 else SMALL)
    page = forest_pages(drawn, paper, panel.pooled)[0] if drawn.rows and forest.panel == TREATMENT else None
    return {
        "title": titles[forest.panel],
        "drawing": Markup(forest_html(page.items, paper, page.height, LIGHT)) if page else "",
        "words": [sentence(row, forest.axis) for row in forest.drawn],
        "silent": _silent(forest),
    }


def _silent(forest: Forest) -> list[tuple[str, str]]:
    """Reasons with the studies they hold for; an association with a number stands here too, because it is not drawn."""
    if forest.panel == ASSOCIATION and len(forest.rows) > FEW:
        names = listing(list(dict.fromkeys(row.study for row in forest.rows)))
        return [(names, tr("measured an association; slides and table give what was read"))]
    also = forest.drawn if forest.panel == ASSOCIATION else ()
    numbers = [(row.study, f"{row.outcome}: {row.measure} {row.text}") for row in also]
    return [*silent_rows(forest), *numbers]


def _questions(step: Step) -> list[str]:
    """The questions for the most serious flags, and those that always stand at the end."""
    asked = [question for _, question in step.pairs]
    return [*asked[: QUESTIONS - 2], *asked[-2:]] if len(asked) > QUESTIONS else asked


def handout_bytes(view: View) -> bytes:
    """The hand-out of a view as the bytes of its file."""
    return handout(view).encode("utf-8")
