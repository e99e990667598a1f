"""The session as editable slides (PPTX): text, native tables and the forest drawn as shapes; the notes hold the sources.

The same session gives the same bytes: entries of the file carry the date of the last search.
"""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from pptx import Presentation
from pptx.slide import Slide
from pptx.util import Inches

from evidence.club.session import Session, session_link
from evidence.club.session_parts import Grid, Part, Step
from evidence.downloads.about import in_view
from evidence.downloads.deck_findings import add_findings
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
    fitting_size,
    new_slide,
    tr_more,
)
from evidence.downloads.deck_tables import Table, add_table, said
from evidence.downloads.drawingml import Type, put, text_box
from evidence.downloads.qr import link_png
from evidence.drawings.paper_items import text_height
from evidence.wording.filters import filters_in_words
from evidence.wording.forest import sentence
from evidence.wording.language import N_
from evidence.wording.say import say, tr
from evidence.writing.zipped import zipped

BODY_SIZE, LEAD = 20, 26
LARGE, SMALL = (20, 18, 16), (18, 16, 14, 12)
"""Sizes of type in points for pairs and for tables, the first with which they fit."""
FOREST_TITLES = {
    "treatment": N_("What the studies found"),
    "association": N_("Associations, not effects of treatment"),
}


def deck(session: Session) -> bytes:
    """The slides of a session, in the language of the run."""
    dataset, link = session.view.pack.dataset, session_link(session)
    slides = Presentation()
    slides.slide_width, slides.slide_height = Inches(WIDTH), Inches(HEIGHT)
    made = Deck(slides, Footer(_about(session), link))
    _title(made, session)
    for step in session.steps:
        DRAWN.get(step.kind, _plain)(made, step, session)
        if step.kind == "take-home" and not session.study_id:
            add_findings(made, session.view.pack)
    _link(made, session, link)
    _properties(made, session)
    raw = io.BytesIO()
    slides.save(raw)
    return zipped(_members(raw.getvalue()), date.fromisoformat(dataset["last_search"]))


def _members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as whole:
        return {name: whole.read(name) for name in whole.namelist()}


def _about(session: Session) -> str:
    view = session.view
    what = session.title if session.study_id else in_view(view)
    data = tr("data {version}", version=view.pack.version)
    return " \u00b7 ".join([view.pack.dataset["title"], data, what, filters_in_words(view.selection)])


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
    notes, heading = _notes(step), say(step.heading)
    at = _sentences(made, step, notes, room_for_table=bool(step.pairs or step.grids))
    if step.pairs:
        pairs = Table(heading, ("", ""), tuple((say(label), say(text)) for label, text in step.pairs))
        at = add_table(made, pairs, heading, notes, LARGE, at)
    for grid in step.grids:
        at = add_table(made, said(grid), heading, notes, SMALL, at)


def _sentences(made: Deck, step: Step, notes: list[str], room_for_table: bool) -> tuple[Slide, float]:
    """The sentences of a step on a slide of their own kind; returns the last one and where it is free."""
    heading, texts = say(step.heading), [say(text) for text in step.sentences]
    slide, top = new_slide(made, heading, notes), TOP
    if not texts and room_for_table:
        return slide, top
    size = fitting_size(texts, (made.bottom - TOP) * (0.45 if room_for_table else 1.0), BODY_SIZE, 14)
    if step.kind == "take-home" and texts:
        top, texts = add_paragraphs(slide, texts[:1], top, LEAD, bold=True), texts[1:]
    for text in texts:
        if top > TOP and top + text_height(text, BODY, size) > made.bottom:
            slide, top = new_slide(made, tr_more(heading), notes), TOP
        top = add_paragraphs(slide, [text], top, size)
    return slide, top + 0.1


def _asked(made: Deck, step: Step, session: Session) -> None:
    """Questions to the room, with an empty column for the show of hands."""
    heading = say(step.heading)
    slide, top = new_slide(made, heading, _notes(step)), TOP
    for part in step.parts:
        question = say(part.question)
        top = add_paragraphs(slide, [question], top, BODY_SIZE)
        answers = tuple((say(option.words), "") for option in part.options)
        hands = Table(question, (say(part.heading), tr("Hands")), answers)
        slide, top = add_table(made, hands, heading, (), (16,), (slide, top))


def _bias(made: Deck, step: Step, session: Session) -> None:
    """The questions first, then our judgements with their reasons."""
    if not step.parts:
        _plain(made, step, session)
    elif session.study_id:
        lead = say(step.sentences)
        title, asked = f"{say(step.heading)} {lead}", (tr("Domain"), tr("To ask"))
        rows = [(say(part.heading), say(part.question), tuple(map(say, part.ours))) for part in step.parts]
        first = Table(lead, (*asked, tr("Your judgement")), tuple((name, question, "") for name, question, _ in rows))
        ours = tuple((name, question, *judged) for name, question, judged in rows)
        add_table(made, first, title, _notes(step), SMALL)
        add_table(made, Table(lead, (*asked, tr("Our judgement"), tr("Why")), ours), title, _notes(step), SMALL)
    else:
        for part in step.parts:
            if part.grid is not None:
                _tool(made, step, part, part.grid)


def _tool(made: Deck, step: Step, part: Part, grid: Grid) -> None:
    notes, title = [*_notes(step), say(part.question)], f"{say(step.heading)} {say(part.heading)}"
    slide = new_slide(made, title, notes)
    top = add_paragraphs(slide, [say(text) for text in (*part.ours, *step.sentences)], TOP, 12)
    add_table(made, said(grid), title, notes, SMALL, (slide, top))


def _result(made: Deck, step: Step, session: Session) -> None:
    """The forests, then what they add up to."""
    for forest, layout in zip(session.forests, session.layouts, strict=True):
        add_forest(made, forest, layout, tr(FOREST_TITLES[forest.panel]), (tr("Reveal row by row."),))
    words = tuple(sentence(row, forest.axis) for forest in session.forests for row in forest.rows)
    _plain(made, replace(step, sources=words), session)


def _notes(step: Step) -> list[str]:
    """What the speaker needs: what to ask, the questions of the step, and the sources."""
    spoken = tr(SPOKEN[step.kind]) if step.kind in SPOKEN else ""
    sources = [tr("Sources:"), *map(say, step.sources)] if step.sources else []
    return [spoken, *(say(part.question) for part in step.parts), *sources]


def _link(made: Deck, session: Session, link: str) -> None:
    dataset = session.view.pack.dataset
    slide = new_slide(made, tr("Where this comes from"), [tr("Cite as: {text}", text=dataset["cite_as"]), link])
    code = link_png(link)
    side = 3.4 if code else 0.0
    if code:
        picture = slide.shapes.add_picture(
            io.BytesIO(code), Inches(WIDTH - MARGIN - side), Inches(TOP), Inches(side), Inches(side)
        )
        picture.name = tr("QR code")
        picture._element._nvXxPr.cNvPr.set("descr", tr("QR code of the citable link"))
    said = [
        tr("Cite as: {text}", text=dataset["cite_as"]),
        tr("Filters: {words}", words=filters_in_words(session.view.selection)),
        link,
    ]
    top, width = TOP, BODY - side - 0.4
    for text in said:
        height = text_height(text, width, 16)
        put(slide, text_box(text, (MARGIN, top, width, height), Type(16)))
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
    "question": N_("Read the question aloud. Ask whether it is the question of the people in the room."),
    "expectation": N_("Ask for hands before anything is shown, and write the numbers down."),
    "methods": N_("Ask what the design can and cannot show before reading on."),
    "bias": N_("Let the room judge first; show ours only then, with the reason."),
    "result": N_("Name the axis and its direction first, then one interval after another. Go back to the hands."),
    "power": N_("Absence of evidence is not evidence of absence: which effects could have been missed?"),
    "guidelines": N_("Ask what each body could have known when it wrote."),
    "practice": N_("Ask for hands again, and compare."),
    "take-home": N_("Say the certainty with the statement, never one without the other."),
    "discussion": N_("Take two or three; the flags in the data raised them."),
}
