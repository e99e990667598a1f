"""The later steps of a journal-club session: result, power, take-home, and what to discuss."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice
from math import ceil

from evidence.club.discussion import ALWAYS, raised
from evidence.club.references import direct_first
from evidence.club.session_parts import Grid, Step, Words, labels, shortened
from evidence.facts.bottom_line import BottomLine, bottom_line
from evidence.facts.flags import people_of
from evidence.facts.view import View
from evidence.forest.panel import Panel
from evidence.forest.rows import ASSOCIATION, Forest
from evidence.packs.pack import Pack
from evidence.packs.records import Study
from evidence.packs.remember import per_pack
from evidence.statistics.pooling import pool_summary
from evidence.statistics.power import (
    CONTINUOUS,
    POWER,
    PowerRow,
    people_per_group,
    power_rows,
    smallest_detectable_difference,
)
from evidence.vocabulary.certainty import certainty_symbol
from evidence.vocabulary.designs import OBSERVATIONAL, RANDOMISED, UNCONTROLLED
from evidence.vocabulary.fact import Fact, fact
from evidence.wording.forest import removed

MEDIUM = 0.5
"""A medium standardised difference (Cohen 1988), used only to say how many people a trial needs."""
MOST_AT_BEST = 3
"""Trials of which it is said what they could have found at best."""


def result_step(forests: Sequence[Forest], panels: Sequence[Panel]) -> Step:
    """The result: what is pooled or every reason against it, and what a change can be held against."""
    said: list[Words] = []
    for forest, panel in zip(forests, panels, strict=True):
        said += _found(forest, panel)
        said += [(each.statement, *each.sentence, each.caveat) for each in panel.against]
    return Step("result", tuple(said) if forests else (fact("no forest"),))


def _found(forest: Forest, panel: Panel) -> Iterator[Words]:
    """What one forest adds up to."""
    if panel.pooled is not None:
        if panel.pooled.association:
            yield fact("pool of associations")
        yield from pool_summary(panel.pooled)
    elif len(forest.drawn) > 1:
        yield fact("not pooled, the reasons")
        yield from (fact("reason as sentence", reason=reason) for reason in panel.reasons)
    elif forest.panel == ASSOCIATION:
        yield fact("associations are not pooled")
    else:
        yield fact("one number alone" if forest.drawn else "no number to draw")
    filtered = removed(panel)
    if filtered is not None and panel.pooled is not None:
        yield filtered


def power_step(view: View) -> Step:
    """What the trials in view could have detected; only for comparisons of groups."""
    rows = power_rows_of(view)
    said = tuple(_could_find(view, {row.study_id for row in rows}))
    return Step("power", said, grids=(power_grid(view, rows),) if rows else ())


def power_rows_of(view: View) -> tuple[PowerRow, ...]:
    """The results in view of which it is known what they could have found, those of the condition in question first."""
    order = {study.study_id: place for place, study in enumerate(direct_first(view.study_rows))}
    known = (row for row in _power(view.pack) if row.result_id in view.result_ids and row.smallest_difference is not None)
    return tuple(sorted(known, key=lambda row: order[row.study_id]))


def power_grid(view: View, known: Sequence[PowerRow]) -> Grid:
    """What each result could have found, beside the difference that matters to patients."""
    outcomes = {outcome.outcome: outcome for outcome in view.pack.rows.outcomes}
    citations = {study.study_id: study.citation for study in view.study_rows}
    rows = tuple(
        (
            citations[row.study_id],
            outcomes[row.outcome].label,
            fact("people in two groups", first=row.n_1, second=row.n_2),
            _amount(row.smallest_difference, outcomes[row.outcome].unit),
            _amount(row.important_difference, outcomes[row.outcome].unit),
        )
        for row in known
    )
    return Grid("power", fact("caption power"), labels("study", "outcome", "people", "could find", "matters from"), rows)


@per_pack
def _power(pack: Pack) -> tuple[PowerRow, ...]:
    """What every trial of two groups of the pack could have found; it depends on the pack alone."""
    return power_rows(pack.results, pack.outcomes, pack.reference_values)


def _at_best(study: Study) -> Fact | None:
    """What two equal groups of all the people of a parallel trial could find on a scale."""
    size = people_of(study)
    if study.design != RANDOMISED or study.structure != "parallel" or size is None:
        return None
    smallest = _smallest(size)
    return None if smallest is None else fact("at best", study=study.citation, people=size, sd=smallest)


@lru_cache(maxsize=256)
def _smallest(people: int) -> float | None:
    return smallest_detectable_difference(1.0, people / 2, people / 2)


def at_best(view: View, known_already: set[str]) -> tuple[Fact, ...]:
    """What a few trials in view with a scale, but without groups that were read, could have found at best."""
    scales = {outcome.outcome for outcome in view.pack.rows.outcomes if outcome.measure in CONTINUOUS}
    scored = {result.study_id for result in view.result_rows if result.outcome in scales} - known_already
    told = (_at_best(study) for study in view.study_rows if study.study_id in scored)
    return tuple(islice((each for each in told if each is not None), MOST_AT_BEST))


def _could_find(view: View, known_already: set[str]) -> Iterator[Fact]:
    """What can be said beside the table."""
    yield from at_best(view, known_already)
    alone = [study.citation for study in view.study_rows if study.design in UNCONTROLLED]
    if alone:
        yield fact("nothing detected without control", studies=shortened(alone))
    if view.study_rows and all(study.design in OBSERVATIONAL for study in view.study_rows):
        yield fact("an association shows no effect")
    yield from needed_for_a_medium_difference()


@cache
def needed_for_a_medium_difference() -> tuple[Fact, ...]:
    """How many people a trial needs to find a medium difference."""
    people = people_per_group(MEDIUM, 1.0)
    return () if people is None else (fact("people for a medium difference", power=100 * POWER, people=ceil(people)),)


def take_home_step(view: View) -> Step:
    """The bottom line of the whole data, in GRADE words; a filter never changes it."""
    line = bottom_line(view.pack)
    outcomes = {outcome.outcome: outcome.label for outcome in view.pack.rows.outcomes}
    rows = tuple(
        (
            outcomes.get(rating.outcome, rating.outcome),
            (certainty_symbol(rating.certainty), fact("word", word=rating.certainty)),
            rating.statement,
        )
        for rating in view.pack.rows.certainty
    )
    grid = Grid("certainty", fact("caption certainty"), labels("outcome", "certainty", "in words"), rows)
    said = tuple(part for part in (line.statement, certainty_of(line), line.studies, line.guidelines) if part)
    return Step("take-home", said, grids=(grid,) if rows else (), sources=(line.rationale,) if line.rationale else ())


def certainty_of(line: BottomLine) -> Fact | None:
    """The certainty with its symbol, nothing when it was not rated."""
    return fact("certainty with symbol", symbol=line.symbol, certainty=line.certainty) if line.certainty else None


def discussion_step(view: View) -> Step:
    """Questions that the flags in view raise, and those that are always asked."""
    return Step("discussion", pairs=(*raised(view), *ALWAYS))


def _amount(value: float | None, unit: str) -> Words:
    """A difference with the unit that stands before the semicolon of its column."""
    return fact("none sourced") if value is None else (fact("difference", value=value), unit.partition(";")[0])
