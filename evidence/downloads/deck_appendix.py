"""The appendix of the slides: what the main part had no room for, every table in full, the whole forest, and the sources."""

from collections.abc import Iterator

from evidence.club.references import sources
from evidence.club.session import FULL_TEXT, Session
from evidence.club.session_parts import Grid, Part, Step
from evidence.downloads.deck_findings import add_findings
from evidence.downloads.deck_forest import add_forest
from evidence.downloads.deck_main import FIGURES, SPOKEN, Later, notes_of
from evidence.downloads.deck_slides import Deck
from evidence.downloads.deck_tables import Table, add_table, add_text, put_table, said
from evidence.downloads.drawingml import paragraphs, placeholder
from evidence.wording.say import say, tr

LARGE = (18.0, 16.0, 14.0, 12.0, 10.0)
MOST_SOURCES = 150
"""References in the appendix; the files for reference managers hold every one."""


def add_appendix(deck: Deck, session: Session, later: Later) -> None:
    """The appendix with a slide before it that says what it is."""
    _section(deck)
    for kind in ("expectation", "practice"):
        _hands(deck, session.step(kind))
    for content in later:
        if content.sentences:
            add_text(deck, content.title, content.sentences, content.notes)
        for each in content.tables:
            if each.rows:
                add_table(deck, each, content.title, content.notes)
    shown = {each for content in later for each in content.tables}
    for step, grid in _grids(session):
        if said(grid) not in shown:
            add_table(deck, said(grid), say(step.heading), notes_of(step))
    bias = session.step("bias")
    for part in bias.parts:
        if part.grid is not None:
            _tool(deck, bias, part, part.grid)
    if session.study_id:
        _ask_the_room(deck, bias)
    for forest, panel in zip(session.forests, session.panels, strict=True):
        add_forest(deck, forest, panel, tr(FIGURES[forest.panel]), (tr("Reveal row by row."),))
    result, discussion = session.step("result"), session.step("discussion")
    add_text(deck, say(result.heading), tuple(map(say, result.sentences)), notes_of(result))
    asked = tuple((say(label), say(text)) for label, text in discussion.pairs)
    add_table(deck, Table(say(discussion.heading), ("", ""), asked), say(discussion.heading), notes_of(discussion))
    if not session.study_id:
        add_findings(deck, session.view.pack)
    _sources(deck, session)


def _section(deck: Deck) -> None:
    sheet = deck.add(deck.master.section, tr("Appendix"))
    place, told = (
        sheet.layout.body,
        tr("Everything the main part had no room for: each table in full, the whole figure, and all sources."),
    )
    if place is not None:
        size = max(deck.master.least, 18.0 if place.box[2] > 8 else 0)
        sheet.put(placeholder(place.kind, place.index, paragraphs(((told, size, False),))), tr("Text"))


def _grids(session: Session) -> Iterator[tuple[Step, Grid]]:
    """The tables of steps that the main part tells only in short."""
    kinds = (FULL_TEXT,) if session.study_id else ("methods", "take-home")
    for kind in kinds:
        step = session.step(kind)
        for grid in step.grids:
            yield step, grid


def _hands(deck: Deck, step: Step) -> None:
    """Questions to the room, with an empty column for the show of hands."""
    sheet = deck.add(
        deck.master.only, say(step.heading), (tr(SPOKEN[step.kind]), *(say(part.question) for part in step.parts))
    )
    top = deck.top
    for part in step.parts:
        top = deck.write(sheet, [(say(part.question), 18.0, False)], top)
        answers = tuple((say(option.words), "") for option in part.options)
        top = put_table(deck, sheet, Table(say(part.question), (say(part.heading), tr("Hands")), answers), top, 16.0) + 0.25


def _ask_the_room(deck: Deck, step: Step) -> None:
    """The domains with what to ask, and an empty column for the judgement of the room."""
    if not step.parts:
        return
    title = say(step.heading)
    rows = tuple((say(part.heading), "\n".join(map(say, (part.question, *part.checks))), "") for part in step.parts)
    add_table(
        deck, Table(say(step.sentences), (tr("Domain"), tr("To ask"), tr("Your judgement")), rows), title, notes_of(step)
    )


def _tool(deck: Deck, step: Step, part: Part, grid: Grid) -> None:
    """The judgements of one tool, study by study; what the numbers of the domains mean stands on the same slide."""
    title = f"{say(step.heading)} {say(part.heading)}"
    domains = tuple(say(text) for text in part.ours)
    add_table(deck, said(grid), title, (*notes_of(step), say(part.question)), below=domains)


def _sources(deck: Deck, session: Session) -> None:
    every = sources(session.view)
    told = [say(each) for each in every[:MOST_SOURCES]]
    if len(every) > MOST_SOURCES:
        told.append(tr("{n:whole} more in the files for reference managers of the same view.", n=len(every) - MOST_SOURCES))
    if told:
        add_text(deck, tr("Sources"), told, size=11.0)
