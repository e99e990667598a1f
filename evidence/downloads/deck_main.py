"""The main part of the slides: at most twelve, each of which stands alone, in type that can be read from the last row.

What has no room on its slide stands in the appendix, and the slide says so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from evidence.club.bias_step import judged
from evidence.club.condition import condition_of, in_condition
from evidence.club.discussion import ALWAYS
from evidence.club.session import Session
from evidence.club.session_parts import Step
from evidence.downloads.deck_ends import add_cover, add_sources
from evidence.downloads.deck_forest import add_main_forest
from evidence.downloads.deck_slides import Deck
from evidence.downloads.deck_tables import Content, Table, add_main, said
from evidence.facts.consultation import safety_in_short
from evidence.facts.marks import all_marks
from evidence.forest.rows import ASSOCIATION, TREATMENT
from evidence.wording.findings import headings, lines_of
from evidence.wording.language import N_
from evidence.wording.say import capital, say, tr

MOST_MAIN = 12
"""Slides of the main part."""
QUESTIONS = 5
"""Questions of the main part."""
LARGEST, SPARSE = 20.0, 24.0
"""The largest type in points, and that of a slide of sentences alone."""
REASONS = 3
"""Reasons against pooling of the main part."""
FIGURES = {
    TREATMENT: N_("What the studies found"),
    ASSOCIATION: N_("Associations, not effects of treatment"),
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
    "full-text": N_("Share out what to look up, and who will do it by the next meeting."),
    "take-home": N_("Say the certainty with the statement, never one without the other."),
    "discussion": N_("Take two or three; the flags in the data raised them."),
}
Later = list[Content]
"""What the main part had no room for."""


def add_main_part(deck: Deck, session: Session) -> Later:
    """The slides of the main part; returns what it had no room for, to stand whole in the appendix."""
    later: Later = []
    narrow = in_condition(session)
    add_cover(deck, session)
    for content in _contents_before(session, narrow):
        _add(deck, content, later)
    _forest(deck, session, narrow)
    for content in _contents_after(session, narrow):
        _add(deck, content, later)
    add_sources(deck, session)
    return later


def _add(deck: Deck, content: Content, later: Later) -> None:
    if not add_main(deck, content, SPARSE if not content.tables else LARGEST) and not content.told_whole:
        later.append(content)


def notes_of(step: Step) -> tuple[str, ...]:
    """What the speaker needs: what to ask, the questions of the step, and the sources."""
    spoken = tr(SPOKEN[step.kind]) if step.kind in SPOKEN else ""
    told = [tr("Sources:"), *map(say, step.sources)] if step.sources else []
    return (spoken, *(say(part.question) for part in step.parts), *told)


def _content(step: Step, *, tables: Sequence[Table] | None = None, notes: Sequence[str] = ()) -> Content:
    """A step as it is: sentences, pairs, tables."""
    heading = say(step.heading)
    pairs = Table(heading, ("", ""), tuple((say(label), say(text)) for label, text in step.pairs))
    grids = tuple(map(said, step.grids)) if tables is None else tuple(tables)
    return Content(heading, tuple(map(say, step.sentences)), (pairs, *grids), (*notes_of(step), *notes))


def _contents_before(session: Session, narrow: Session) -> Iterator[Content]:
    """Question, design and risk of bias."""
    asked = session.step("expectation")
    first = [tr(SPOKEN["expectation"]), *(say(part.question) for part in asked.parts)]
    yield _content(session.step("question"), notes=first)
    methods = session.step("methods")
    if session.study_id or narrow is session:
        yield _content(methods)
    else:
        own = replace(said(narrow.step("methods").grids[-1]), caption=tr("Studies of the condition"))
        yield replace(_content(methods, tables=[said(methods.grids[0]), own]), told_whole=True)
    yield _bias(session, narrow)


def _bias(session: Session, narrow: Session) -> Content:
    """Every judgement with its reason: domain by domain for one study, overall for each study of the condition."""
    step = session.step("bias")
    title = say(step.heading)
    if session.study_id:
        rows = [(say(part.heading), *map(say, part.ours)) for part in step.parts]
        names: tuple[str, ...] = (tr("Domain"), tr("Our judgement"), tr("Why"))
    else:
        rows = list(_overall(narrow))
        names = (tr("Study"), tr("Tool"), tr("Overall"), tr("Why"))
    texts = tuple(say(text) for text in (step.sentences if session.study_id else narrow.step("bias").sentences))
    return Content(title, texts, (Table(title, names, tuple(rows)),), notes_of(step))


def _overall(session: Session) -> Iterator[tuple[str, ...]]:
    marks = all_marks(session.view.pack)
    for study in session.view.study_rows:
        tool, domains, overall = marks[study.study_id]
        if tool:
            reason = overall.rationale or " ".join(dict.fromkeys(mark.rationale for mark in domains if mark.rationale))
            yield study.citation, tool, say(judged(overall)), reason or tr("no reason given")


def _forest(deck: Deck, session: Session, narrow: Session) -> None:
    if not narrow.forests:
        add_main(deck, _content(session.step("result")))
        return
    forest, panel = narrow.forests[0], replace(narrow.panels[0], unfiltered=None, removed=())
    own = panel if narrow is not session else narrow.panels[0]
    title = tr(FIGURES[forest.panel])
    if narrow is not session:
        title = tr("{title}: {condition}", title=title, condition=condition_of(narrow))
    add_main_forest(deck, forest, own, title, (tr(SPOKEN["result"]), tr("Reveal row by row.")))


def _contents_after(session: Session, narrow: Session) -> Iterator[Content]:
    """What it adds up to, power, guidelines, findings, take-home, discussion."""
    if narrow.forests or session.study_id:
        yield _adds_up(narrow)
    yield _content(session.step("power"))
    yield _content(session.step("guidelines"))
    found = None if session.study_id else findings_content(session)
    if found is not None:
        yield found
    yield _take_home(session)
    yield _discussion(session.step("discussion"))


def _adds_up(session: Session) -> Content:
    """Why nothing is pooled in three lines, or what the studies pool to."""
    step = session.step("result")
    if session.study_id:
        return _content(step)
    panel = session.panels[0]
    if panel.pooled is not None or len(session.forests[0].drawn) < 2:
        return Content(say(step.heading), tuple(map(say, step.sentences)), notes=notes_of(step))
    reasons = [f"{capital(say(reason))}." for reason in panel.reasons]
    more = len(reasons) - REASONS
    rest = (tr("{n:whole} more reasons in the appendix.", n=more),) if more > 0 else ()
    return Content(tr("Why nothing is pooled"), (*reasons[:REASONS], *rest), notes=(*notes_of(step), *reasons))


def findings_content(session: Session) -> Content | None:
    """The summary of findings in short; None for a pack without ratings."""
    rows = lines_of(session.view.pack)
    if not rows:
        return None
    title = tr("Summary of findings")
    cells = tuple((each.outcome, "\n".join(each.studies), capital(each.in_short), each.certainty) for each in rows)
    notes = tuple(f"{row.outcome}, {label}: {text}" for row in rows for label, text in row.reasons)
    return Content(title, tables=(Table(tr("Summary of findings in short"), headings(), cells),), notes=notes)


def _take_home(session: Session) -> Content:
    """What the evidence says with its certainty, and who should not take it; then the hands again."""
    step, practice = session.step("take-home"), session.step("practice")
    safety = safety_in_short(session.view.pack)
    texts = tuple(map(say, (*step.sentences, *((safety,) if safety else ()))))
    notes = (*notes_of(step), *notes_of(practice))
    return Content(say(step.heading), texts, notes=notes, lead=True)


def questions(step: Step) -> tuple[tuple[str, str], ...]:
    """The questions for the most serious flags, each after its flag, and those that are always asked."""
    always = [pair for pair in step.pairs if pair in ALWAYS]
    raised = [pair for pair in step.pairs if pair not in ALWAYS]
    return tuple((say(label), say(text)) for label, text in [*raised[: QUESTIONS - len(always)], *always])


def _discussion(step: Step) -> Content:
    heading = say(step.heading)
    return Content(heading, tables=(Table(heading, ("", ""), questions(step)),), notes=notes_of(step))
