"""What guidelines say in a session, and whether each could know the study, or which studies came later."""

from datetime import date

from evidence.club.session_parts import Grid, Step, Words, labels, shortened
from evidence.facts.bottom_line import guideline_sentence
from evidence.facts.guidance import Position, ledger
from evidence.facts.view import View
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.known import known
from evidence.vocabulary.positions import SILENT


def guideline_step(view: View, study_id: str) -> Step:
    """What guidelines say on the day of the last search."""
    day = date.fromisoformat(view.pack.dataset["last_search"])
    every = ledger(view.pack.guidelines, view.studies, day)
    shown = [each for each in every if each.position not in SILENT]
    rows = tuple(
        (
            fact("body and year", body=each.body, year=each.year),
            (each.symbol, fact("word", word=each.position)),
            each.validity,
            could_know(each, view) if study_id else came_later(each),
        )
        for each in shown
    )
    said: list[Words] = [guideline_sentence(view.pack)] if every else [fact("no document")]
    if len(every) > len(shown):
        said.append(fact("more documents", n=len(every) - len(shown)))
    headings = labels("body", "position", "validity", "could it know" if study_id else "came later")
    grid = Grid("positions", fact("caption positions", day=day.isoformat()), headings, rows)
    return Step("guidelines", tuple(said), grids=(grid,) if rows else (), sources=tuple(map(_source, shown)))


def came_later(position: Position) -> Fact:
    """The studies in view that this document could not know."""
    return shortened(position.published_before) if position.published_before else fact("none in view")


def could_know(position: Position, view: View) -> Fact:
    """Whether a document could know the one study in view, judged by the years."""
    study = view.studies.to_dict("records")[0]
    if study["directness"] != "direct":
        return fact("about another condition")
    if position.published_before:
        return fact("the study came later")
    guidelines = view.pack.guidelines
    year = guidelines.loc[guidelines["guideline_id"] == position.guideline_id, "year"].iloc[0]
    if not known(year) or not known(study["year"]):
        return fact("not known")
    return fact("perhaps known" if int(year) == int(study["year"]) else "could be known")


def _source(position: Position) -> Words:
    read = fact("read in parentheses", read_as=position.read_as)
    said = fact("body, year and text", body=position.body, year=position.year, text=position.statement)
    return (said, read, position.link)
