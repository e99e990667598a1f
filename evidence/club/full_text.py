"""What a reader with the full text should look for: the values that are still wanted of one study, and where to read it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from evidence.club.references import source_line
from evidence.club.session_parts import Grid, Step, Words, labels, pairs_of
from evidence.facts.view import View
from evidence.facts.wanted import Wanted, wanted_of_study
from evidence.study.links import study_links
from evidence.vocabulary.designs import REVIEWS
from evidence.vocabulary.fact import Fact, fact


def full_text_step(view: View) -> Step:
    """What is missing of the one study in view, heaviest first, why it matters, and where the study can be read."""
    study = view.study_rows[0]
    rows = tuple((each.what, each.why) for each, _ in by_reason(wanted_of_study(view.pack, study.study_id)))
    grid = Grid("wanted", fact("caption wanted"), labels("look for", "why"), rows)
    links = study_links(study)
    said: list[Words] = []
    if study.design in REVIEWS:
        said.append(fact("look for in a review"))
    elif not rows:
        said.append(fact("nothing wanted of a study"))
    if not links:
        said.append(fact("no link to a study"))
    place = study.printed_in or study.title
    pairs = pairs_of(where_to_read_it=place) if place else ()
    return Step("full-text", tuple(said), pairs, (grid,) if rows else (), sources=(source_line(study),), links=links)


def by_reason(wanted: Iterable[Wanted]) -> list[tuple[Wanted, int]]:
    """Gaps of one study that are wanted for the same reason as one, and how many they are; heaviest first as they come."""
    found: dict[Fact, list[Wanted]] = {}
    for each in wanted:
        found.setdefault(each.why, []).append(each)
    return [(replace(same[0], what=_looked_for(same)), len(same)) for same in found.values()]


def _looked_for(wanted: Sequence[Wanted]) -> Fact:
    """What is wanted for one reason; results that lack the same are named together."""
    lacking: dict[Fact, dict[str, list[float]]] = {}
    others: list[Words] = []
    for each in wanted:
        told_of = dict(each.what.values)
        gap, week = told_of.get("gap"), told_of.get("week")
        if not isinstance(gap, Fact):
            others.append(each.what)
            continue
        weeks = lacking.setdefault(gap, {}).setdefault(str(told_of["outcome"]), [])
        if isinstance(week, int | float):
            weeks.append(week)
    told = [
        fact("wanted of outcomes", gap=gap, outcomes=tuple(_at_weeks(*each) for each in outcomes.items()))
        for gap, outcomes in lacking.items()
    ]
    return fact("reported", parts=(*told, *others))


def _at_weeks(outcome: str, weeks: Sequence[float]) -> Fact:
    if not weeks:
        return fact("outcome alone", outcome=outcome)
    return fact("outcome at weeks", outcome=outcome, weeks=tuple(fact("an amount", n=week) for week in sorted(set(weeks))))
