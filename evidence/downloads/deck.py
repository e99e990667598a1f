"""The session as editable slides (PPTX): text, native tables and the forest drawn as shapes; the notes hold the sources.

The same session gives the same bytes: entries of the file carry the date of the last search.
"""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime

from pptx import Presentation
from pptx.slide import Slide
from pptx.util import Inches

from evidence.club.session import Session, session_link, session_of
from evidence.club.session_parts import Grid, Part, Step
from evidence.downloads.about import in_view
from evidence.downloads.deck_forest import add_forest
from evidence.downloads.deck_shapes import (
    BODY,
    HEIGHT,
    MARGIN,
    TOP,
    WIDTH,
    Deck,
    Footer,
    add_paragraphs,
    add_words,
    fitting_size,
    new_slide,
    tr_more,
)
from evidence.downloads.deck_tables import add_grid
from evidence.downloads.qr import qr_png
from evidence.drawings.paper_items import text_height
from evidence.facts.view import View
from evidence.wording.filters import filters_in_words
from evidence.wording.words import tr
from evidence.writing.zipped import zipped

BODY_SIZE, LEAD = 20, 26
LARGE, SMALL = (20, 18, 16), (18, 16, 14, 12)
"""Sizes of type in points for pairs and for tables, the first with which they fit."""
FOREST_TITLES = {"treatment": "What the studies found", "association": "Associations, not effects of treatment"}


def deck(view: View, study_id: str = "") -> bytes:
    """The slides of a session on the evidence in view, or on one study."""
    session = session_of(view, study_id)
    link = session_link(session)
    slides = Presentation()
    slides.slide_width, slides.slide_height = Inches(WIDTH), Inches(HEIGHT)
    made = Deck(slides, Footer(_about(session), link))
    _title(made, session)
    for step in session.steps:
        DRAWN.get(step.kind, _plain)(made, step, session)
    _link(made, session, link)
    _properties(made, session)
    raw = io.BytesIO()
    slides.save(raw)
    return zipped(_members(raw.getvalue()), date.fromisoformat(view.pack.dataset["last_search"]))


def _members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as whole:
        return {name: whole.read(name) for name in whole.namelist()}


def _about(session: Session) -> str:
    view = session.view
    what = session.title if session.study_id else in_view(view)
    return " \u00b7 ".join(
        [view.pack.dataset["title"], tr("data {version}", version=view.pack.version), what, filters_in_words(view.selection)]
    )


def _title(made: Deck, session: Session) -> None:
    dataset = session.view.pack.dataset
    slide = new_slide(made, session.title, [tr("Cite as: {text}", text=dataset["cite_as"]), dataset["curators"]])
    lines = [
        dataset["question"],
        tr("Data {version}, last search {day}", version=dataset["version"], day=dataset["last_search"]),
        dataset["curators"],
        tr("Licence of the data: {licence}", licence=dataset["licence"]),
    ]
    add_paragraphs(slide, lines, TOP + 0.4, BODY_SIZE)


def _plain(made: Deck, step: Step, session: Session) -> None:
    """Sentences, then pairs as a table, then the tables; each goes on over as many slides as it needs."""
    notes = _notes(step)
    pairs = [Grid(step.heading, ("", ""), step.pairs)] if step.pairs else []
    grids = [*pairs, *step.grids]
    at = _sentences(made, step, notes, room_for_table=bool(grids))
    for grid in grids:
        at = add_grid(made, grid, step.heading, notes, LARGE if grid.headings == ("", "") else SMALL, at)


def _sentences(made: Deck, step: Step, notes: list[str], room_for_table: bool) -> tuple[Slide, float]:
    """The sentences of a step on a slide of their own kind; returns the last one and where it is free."""
    if not step.sentences and room_for_table:
        return new_slide(made, step.heading, notes), TOP
    room = made.bottom - TOP
    size = fitting_size(step.sentences, room * (0.45 if room_for_table else 1.0), BODY_SIZE, 14)
    slide, top = new_slide(made, step.heading, notes), TOP
    texts = step.sentences
    if step.kind == "take-home" and texts:
        top, texts = add_paragraphs(slide, texts[:1], top, LEAD, bold=True), texts[1:]
    for text in texts:
        if top > TOP and top + text_height(text, BODY, size) > made.bottom:
            slide, top = new_slide(made, tr_more(step.heading), notes), TOP
        top = add_paragraphs(slide, [text], top, size)
    return slide, top + 0.1


def _asked(made: Deck, step: Step, session: Session) -> None:
    """Questions to the room, with an empty column for the show of hands."""
    slide = new_slide(made, step.heading, _notes(step))
    top = TOP
    for part in step.parts:
        top = add_paragraphs(slide, [part.question], top, BODY_SIZE)
        hands = Grid(part.question, (part.heading, tr("Hands")), tuple((option, "") for option in part.options))
        slide, top = add_grid(made, hands, step.heading, (), (16,), (slide, top))


def _bias(made: Deck, step: Step, session: Session) -> None:
    """The questions first, then our judgements with their reasons."""
    if not step.parts:
        _plain(made, step, session)
        return
    if session.study_id:
        lead = step.sentences[0]
        headings = (tr("Domain"), tr("To ask"), tr("Our judgement"), tr("Why"))
        asked = tuple((part.heading, part.question) for part in step.parts)
        first = Grid(lead, (tr("Domain"), tr("To ask"), tr("Your judgement")), tuple((*row, "") for row in asked))
        ours = tuple((*row, *part.ours) for row, part in zip(asked, step.parts, strict=True))
        add_grid(made, first, f"{step.heading} {lead}", _notes(step), SMALL)
        add_grid(made, Grid(lead, headings, ours), f"{step.heading} {lead}", _notes(step), SMALL)
        return
    for part in step.parts:
        _tool(made, step, part)


def _tool(made: Deck, step: Step, part: Part) -> None:
    if part.grid is None:
        return
    notes = [*_notes(step), part.question]
    slide = new_slide(made, f"{step.heading} {part.heading}", notes)
    top = add_paragraphs(slide, [*part.ours, *step.sentences], TOP, 12)
    add_grid(made, part.grid, f"{step.heading} {part.heading}", notes, SMALL, (slide, top))


def _result(made: Deck, step: Step, session: Session) -> None:
    """The forests, then what they add up to."""
    for forest, panel in zip(session.forests, session.panels, strict=True):
        add_forest(made, forest, panel, tr(FOREST_TITLES[forest.panel]), (tr("Reveal row by row."),))
    _plain(made, step, session)


def _notes(step: Step) -> list[str]:
    """What the speaker needs: what to ask, the questions of the step, and the sources."""
    asked = [part.question for part in step.parts]
    sources = [tr("Sources:"), *step.sources] if any(step.sources) else []
    return [SPOKEN.get(step.kind, ""), *asked, *sources]


def _link(made: Deck, session: Session, link: str) -> None:
    dataset = session.view.pack.dataset
    slide = new_slide(made, tr("Where this comes from"), [tr("Cite as: {text}", text=dataset["cite_as"]), link])
    side = 3.4
    picture = slide.shapes.add_picture(
        io.BytesIO(qr_png(link)), Inches(WIDTH - MARGIN - side), Inches(TOP), Inches(side), Inches(side)
    )
    picture.name = tr("QR code")
    picture._element._nvXxPr.cNvPr.set("descr", tr("QR code of the citable link"))
    said = [
        tr("Cite as: {text}", text=dataset["cite_as"]),
        tr("Filters: {words}", words=filters_in_words(session.view.selection)),
        link,
    ]
    if link.startswith("?"):
        said.append(tr("Put this behind the address at which you open the dashboard."))
    top, width = TOP, BODY - side - 0.4
    for text in said:
        height = text_height(text, width, 16)
        add_words(slide, text, MARGIN, top, width, height, 16)
        top += height + 0.2


def _properties(made: Deck, session: Session) -> None:
    dataset = session.view.pack.dataset
    properties = made.slides.core_properties
    day = datetime.fromisoformat(dataset["last_search"])
    properties.title, properties.author, properties.last_modified_by = session.title, dataset["curators"][:255], ""
    properties.created = properties.modified = day
    properties.subject = dataset["question"][:255]
    properties.revision = 1


DRAWN: dict[str, Callable[[Deck, Step, Session], None]] = {
    "expectation": _asked,
    "practice": _asked,
    "bias": _bias,
    "result": _result,
}
SPOKEN = {
    "question": tr("Read the question aloud. Ask whether it is the question of the people in the room."),
    "expectation": tr("Ask for hands before anything is shown, and write the numbers down."),
    "methods": tr("Ask what the design can and cannot show before reading on."),
    "bias": tr("Let the room judge first; show ours only then, with the reason."),
    "result": tr("Name the axis and its direction first, then one interval after another. Go back to the hands."),
    "power": tr("Absence of evidence is not evidence of absence: which effects could have been missed?"),
    "guidelines": tr("Ask what each body could have known when it wrote."),
    "practice": tr("Ask for hands again, and compare."),
    "take-home": tr("Say the certainty with the statement, never one without the other."),
    "discussion": tr("Take two or three; the flags in the data raised them."),
}
