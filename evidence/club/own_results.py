"""What one study itself found: each result as it was reported and as an effect, and the same in short.

Nothing here speaks of other studies: the certainty of a body of evidence is never that of one of its trials.
"""

from collections.abc import Iterator

from evidence.club.session_parts import Cell, Grid, Step, Words, labels
from evidence.facts.evidence import effects_of
from evidence.facts.view import View
from evidence.forest.panel import Panel
from evidence.forest.rows import number_of
from evidence.statistics.effect import Effect
from evidence.study.results import StudyResult, study_results
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.measures import null_of

MOST_RESULTS = 8
"""Results that are told one by one; the page of the study has every one."""
IN_SHORT = 2
"""Results with a number that are told in short."""


def own_result_step(view: View, panels: tuple[Panel, ...]) -> Step:
    """The results of the one study in view, and what its change without a control group can be held against."""
    study, results = view.study_rows[0], view.result_rows
    if not results:
        return Step("result", (fact("reason as sentence", reason=fact("no result read", read_as=study.read_as)),))
    said: list[Words] = []
    if not any(effect.has_number for effect in _effects(view).values()):
        said.append(fact("no number to draw"))
    elif len(results) > 1:
        said.append(fact("results of the same people"))
    said += [(each.statement, *each.sentence, each.caveat) for panel in panels for each in panel.against]
    if len(results) > MOST_RESULTS:
        said.append(fact("results that are not shown", n=len(results) - MOST_RESULTS))
    hidden = sum(each.study_id == study.study_id for each in view.pack.rows.results) - len(results)
    if hidden:
        said.append(fact("results of other outcomes", outcome=view.selection.outcome, n=hidden))
    headings = labels("outcome", "week", "as reported", "effect")
    told = {each.result_id: each for each in study_results(study.study_id, view.pack, view.selection.r)}
    effects = _effects(view)
    rows = tuple(_row(told[each.result_id], effects[each.result_id]) for each in results[:MOST_RESULTS])
    return Step("result", tuple(said), grids=(Grid("own results", fact("caption own results"), headings, rows),))


def found_in_short(view: View) -> Words:
    """The first results of the study in view that have a number, in the order of its table.

    Where none has: that there is none to draw, and what was read of the first instead.
    """
    labelled = {outcome.outcome: outcome.label for outcome in view.pack.rows.outcomes}
    effects = _effects(view)
    if not view.result_rows:
        return fact("no result of this study")
    drawn = [result for result in view.result_rows if effects[result.result_id].has_number]
    told = [
        fact("outcome and effect", outcome=labelled[each.outcome], effect=_told(effects[each.result_id]))
        for each in drawn[:IN_SHORT]
    ]
    if not drawn:
        first = view.result_rows[0]
        reason = effects[first.result_id].reason or fact("no numbers reported")
        told.append(fact("outcome and effect", outcome=labelled[first.outcome], effect=reason))
        return (fact("no number to draw"), fact("found in short", results=tuple(told)))
    if len(drawn) > IN_SHORT:
        told.append(fact("more results with a number", n=len(drawn) - IN_SHORT))
    return fact("found in short", results=tuple(told))


def _effects(view: View) -> dict[str, Effect]:
    """The effect of every result in view on its own scale."""
    every, _ = effects_of(view.pack, view.selection.r)
    return {each.result_id: every[each.result_id] for each in view.result_rows}


def _row(own: StudyResult, effect: Effect) -> tuple[Cell, ...]:
    unit = own.native.unit
    outcome = fact("outcome in a unit", outcome=own.outcome, unit=unit) if unit else own.outcome
    reported = tuple(_reported(own))
    shown = fact("reported", parts=reported) if reported else fact("no numbers reported")
    found = _told(effect) if effect.has_number else (effect.reason or fact("nothing read"))
    return (outcome, own.week.text if own.week else fact("nothing read"), shown, found)


def _told(effect: Effect) -> Fact:
    """A number with its interval, and whether that leaves room for no difference, or for no change of one group."""
    number = number_of(effect)
    if effect.ci_low is None or effect.ci_high is None:
        return fact("number without interval", number=number)
    kind = "change" if effect.contrast == "before-after" else "difference"
    inside = "includes" if effect.ci_low <= null_of(effect.measure) <= effect.ci_high else "excludes"
    return fact("number and interval", number=number, told=fact(f"interval {inside} no {kind}"))


def _reported(own: StudyResult) -> Iterator[Words]:
    """What was read of each group, the estimate as it was printed, the P value."""
    for group in own.groups:
        said: list[Words] = []
        if group.mean:
            said.append(fact("mean and SD read", mean=group.mean.text, sd=group.sd.text) if group.sd else group.mean.text)
        if group.events:
            events = group.events.text
            said.append(fact("events of people", events=events, n=group.n.text) if group.n else events)
        elif group.n:
            said.append(fact("people read", n=group.n.text))
        if said:
            yield fact("read of a group", name=group.name, parts=tuple(said))
    yield from (each.text for each in (own.reported, own.p_value) if each)
