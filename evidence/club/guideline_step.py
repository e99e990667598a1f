"""What guidelines say in a session, and whether each was written before or after the study, or which studies came later."""

from datetime import date

from evidence.club.session_parts import Grid, Step, Words, labels, shortened
from evidence.facts.bottom_line import guidelines_say
from evidence.facts.guidance import Position, ledger_of
from evidence.facts.view import View
from evidence.packs.records import Study
from evidence.vocabulary.fact import Fact, fact

WRITTEN = ("written after the study", "written in the same year", "written before the study", "order not known")
"""When a document was written, in the order of the table of one study."""


def guideline_step(view: View, study_id: str) -> Step:
    """What guidelines say on the day of the last search; beside one study those written after it come first."""
    day = date.fromisoformat(view.pack.dataset["last_search"])
    every = ledger_of(view.pack.rows.guidelines, view.study_rows, day)
    shown = [each for each in every if not each.silent]
    if study_id:
        shown.sort(key=lambda each: WRITTEN.index(written(each, view.study_rows[0]).kind))
    rows = tuple(
        (
            fact("body and year", body=each.body, year=each.dated),
            (each.symbol, fact("word", word=each.position)),
            each.validity,
            written(each, view.study_rows[0]) if study_id else came_later(each),
        )
        for each in shown
    )
    said: list[Words] = [guidelines_say(view.pack)]
    if study_id and rows and view.study_rows[0].directness != "direct":
        said.append(fact("guidelines on another condition", condition=view.study_rows[0].condition))
    if len(every) > len(shown):
        said.append(fact("more documents", n=len(every) - len(shown)))
    headings = labels("body", "position", "validity", "written" if study_id else "came later")
    grid = Grid("positions", fact("caption positions", day=day.isoformat()), headings, rows)
    return Step("guidelines", tuple(said), grids=(grid,) if rows else (), sources=tuple(map(_source, shown)))


def came_later(position: Position) -> Fact:
    """The studies in view that this document could not know."""
    return shortened(position.published_before) if position.published_before else fact("none in view")


def written(position: Position, study: Study) -> Fact:
    """Whether a document was written before or after the study, judged by the years: the months are not known."""
    if position.year is None or study.year is None:
        return fact("order not known")
    if position.year == study.year:
        return fact("written in the same year")
    return fact("written after the study" if position.year > study.year else "written before the study")


def _source(position: Position) -> Words:
    read = fact("read in parentheses", read_as=position.read_as)
    said = fact("body, year and text", body=position.body, year=position.dated, text=position.statement)
    return (said, read, position.link)
