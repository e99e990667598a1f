"""The later steps of a journal-club session: result, power, take-home, and what to discuss."""

from collections.abc import Iterator

import pandas as pd

from evidence.club.discussion import ALWAYS, raised
from evidence.club.session_parts import Grid, Step, Words, labels, shortened
from evidence.facts.bottom_line import BottomLine, bottom_line
from evidence.facts.flags import study_flags
from evidence.facts.view import View
from evidence.forest.panel import Panel, pooled_words, removed_sentence
from evidence.forest.row import Forest, sentence
from evidence.statistics.power import POWER, people_per_group, power_table, smallest_detectable_difference
from evidence.vocabulary.certainty import certainty_symbol
from evidence.vocabulary.designs import OBSERVATIONAL, RANDOMISED, UNCONTROLLED
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.known import known

MEDIUM = 0.5
"""A medium standardised difference (Cohen 1988), used only to say how many people a trial needs."""
MOST_AT_BEST = 3
"""Trials of which it is said what they could have found at best."""


def result_step(view: View, forests: tuple[Forest, ...], panels: tuple[Panel, ...]) -> Step:
    """The result in words: the pooled result or every reason against one, and what a change can be held against."""
    said: list[Words] = []
    for forest, panel in zip(forests, panels, strict=True):
        said += _found(forest, panel, view)
        said += [tuple(part for part in (each.statement, each.sentence, each.caveat) if part) for each in panel.against]
    if not forests:
        said.append(fact("no forest"))
    words = tuple(sentence(row, forest.axis) for forest in forests for row in forest.rows)
    return Step("result", tuple(said), sources=words)


def _found(forest: Forest, panel: Panel, view: View) -> Iterator[Words]:
    """What one forest adds up to."""
    if panel.pooled is not None:
        yield from pooled_words(panel.pooled, view).summary
        if panel.unfiltered is not None:
            yield removed_sentence(panel)
    elif len(forest.drawn) > 1 and panel.reasons:
        yield fact("not pooled, the reasons")
        yield from (fact("reason as sentence", reason=reason) for reason in panel.reasons)
    elif forest.panel == "association":
        yield fact("associations are not pooled")
    else:
        yield fact("one number alone" if len(forest.drawn) == 1 else "no number to draw")


def power_step(view: View) -> Step:
    """What the trials in view could have detected; only for comparisons of groups."""
    table = power_table(view.results, view.pack.outcomes, view.pack.reference_values)
    table = table[table["smallest_difference"].notna()]
    outcomes = {row["outcome"]: row for row in view.pack.outcomes.to_dict("records")}
    citations = dict(zip(view.studies["study_id"], view.studies["citation"], strict=True))
    rows = []
    for row in table.itertuples():
        outcome, matters = outcomes[row.outcome], row.important_difference
        rows.append(
            (
                citations[row.study_id],
                str(outcome["label"]),
                fact("people in two groups", first=int(row.n_1), second=int(row.n_2)),
                _amount(row.smallest_difference, outcome["unit"]),
                _amount(matters, outcome["unit"]) if pd.notna(matters) else fact("none sourced"),
            )
        )
    headings = labels("study", "outcome", "people", "could find", "matters from")
    grid = Grid("power", fact("caption power"), headings, tuple(rows))
    said = [*_at_best(view, set(table["study_id"]))]
    alone = view.studies["design"].isin(UNCONTROLLED)
    if alone.any():
        said.append(fact("nothing detected without control", studies=shortened(view.studies.loc[alone, "citation"])))
    if view.studies["design"].isin(OBSERVATIONAL).all() and len(view.studies):
        said.append(fact("an association shows no effect"))
    needed = people_per_group(MEDIUM, 1.0)
    if needed is not None:
        said.append(fact("people needed", power=100 * POWER, people=int(-(-needed // 1))))
    return Step("power", tuple(said), grids=(grid,) if rows else ())


def _at_best(view: View, known_already: set[str]) -> list[Fact]:
    """For parallel trials whose groups were not read: what two equal groups of all their people could find."""
    said = []
    scales = view.pack.outcomes.loc[view.pack.outcomes["measure"].isin(["MD", "SMD"]), "outcome"]
    scored = set(view.results.loc[view.results["outcome"].isin(scales), "study_id"])
    for study in view.studies.to_dict("records"):
        size = study["n_analysed"] if known(study["n_analysed"]) else study["n_enrolled"]
        if study["design"] != RANDOMISED or study["structure"] != "parallel" or not known(size):
            continue
        if study["study_id"] not in scored - known_already:
            continue
        smallest = smallest_detectable_difference(1.0, int(size) / 2, int(size) / 2)
        if smallest is not None:
            said.append(fact("at best", study=study["citation"], people=int(size), sd=round(smallest, 2)))
    return said[:MOST_AT_BEST]


def take_home_step(view: View) -> Step:
    """The bottom line of the whole data, in GRADE words; a filter or a single study never changes it."""
    line = bottom_line(view.pack)
    outcomes = dict(zip(view.pack.outcomes["outcome"], view.pack.outcomes["label"], strict=True))
    rows = tuple(
        (
            str(outcomes.get(row.outcome, row.outcome)),
            (certainty_symbol(row.certainty), fact("word", word=row.certainty)),
            row.statement,
        )
        for row in view.pack.certainty.itertuples()
    )
    grid = Grid("certainty", fact("caption certainty"), labels("outcome", "certainty", "in words"), rows)
    said = tuple(part for part in (line.statement, certainty_of(line), line.studies, line.guidelines) if part)
    return Step("take-home", said, grids=(grid,) if rows else (), sources=(line.rationale,) if line.rationale else ())


def certainty_of(line: BottomLine) -> Fact | None:
    """The certainty with its symbol, nothing when it was not rated."""
    return fact("certainty with symbol", symbol=line.symbol, certainty=line.certainty) if line.certainty else None


def discussion_step(view: View) -> Step:
    """Questions that the flags in view raise, and those that are always asked."""
    flags = study_flags(view.pack)
    flags = flags[flags["study_id"].isin(view.studies["study_id"])]
    citations = dict(zip(view.studies["study_id"], view.studies["citation"], strict=True))
    return Step("discussion", pairs=(*raised(flags, citations), *ALWAYS))


def _amount(value: float, unit: object) -> Words:
    """A number with the unit that stands before the semicolon of its column."""
    number = fact("number as entered", value=round(value, 2))
    return (number, str(unit).partition(";")[0]) if known(unit) else number
