"""What guidelines say in a session, and whether each could know the study, or which studies came later."""

from datetime import date

from evidence.club.session_parts import Grid, Step, Words, labels, shortened
from evidence.facts.bottom_line import guidelines_say
from evidence.facts.guidance import Position, ledger_of
from evidence.facts.view import View
from evidence.packs.records import Study
from evidence.vocabulary.fact import Fact, fact


def guideline_step(view: View, study_id: str) -> Step:
    """What guidelines say on the day of the last search."""
    day = date.fromisoformat(view.pack.dataset["last_search"])
    every = ledger_of(view.pack.rows.guidelines, view.study_rows, day)
    shown = [each for each in every if not each.silent]
    rows = tuple(
        (
            fact("body and year", body=each.body, year=each.dated),
            (each.symbol, fact("word", word=each.position)),
            each.validity,
            could_know(each, view.study_rows[0]) if study_id else came_later(each),
        )
        for each in shown
    )
    said = [guidelines_say(view.pack)]
    if len(every) > len(shown):
        said.append(fact("more documents", n=len(every) - len(shown)))
    headings = labels("body", "position", "validity", "could it know" if study_id else "came later")
    grid = Grid("positions", fact("caption positions", day=day.isoformat()), headings, rows)
    return Step("guidelines", tuple(said), grids=(grid,) if rows else (), sources=tuple(map(_source, shown)))


def came_later(position: Position) -> Fact:
    """The studies in view that this document could not know."""
    return shortened(position.published_before) if position.published_before else fact("none in view")


def could_know(position: Position, study: Study) -> Fact:
    """Whether a document could know the one study in view, judged by the years."""
    if study.directness != "direct":
        return fact("about another condition")
    if position.published_before:
        return fact("the study came later")
    if position.year is None or study.year is None:
        return fact("not known")
    return fact("perhaps known" if position.year == study.year else "could be known")


def _source(position: Position) -> Words:
    read = fact("read in parentheses", read_as=position.read_as)
    said = fact("body, year and text", body=position.body, year=position.dated, text=position.statement)
    return (said, read, position.link)
