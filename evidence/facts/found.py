"""One result of the summary of findings: its number on its own scale, or why there is none, and how to read it."""

from dataclasses import dataclass

from evidence.facts.groups import ASSOCIATED
from evidence.packs.records import Outcome, Result, Study
from evidence.statistics.effect import Effect
from evidence.statistics.inputs import NO_INTERVAL
from evidence.statistics.people import people
from evidence.vocabulary.designs import BEFORE_AFTER, DESIGNS, OBSERVATIONAL
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.measures import MEASURES, null_of, told_of


@dataclass(frozen=True, slots=True)
class Found:
    """One result in words to be: who, what, its number on its own scale or the reason why there is none, and how to read it.

    how: what it compares; about: people, week, condition where it is another one, and what was assumed, as far as known.
    """

    result_id: str
    outcome_id: str
    study: str
    outcome: str
    number: Fact | None
    reason: Fact | str | None
    how: Fact
    about: tuple[Fact | str, ...]


def found_of(result: Result, study: Study, outcome: Outcome, effects: dict[str, Effect]) -> Found:
    """A result with its effect on its own scale, by result id."""
    effect = effects[result.result_id]
    number = _number(effect, outcome)
    alone = None if number else _alone(result, effect, outcome)
    noted = (effect.reason,) if alone and isinstance(effect.reason, str) else ()
    size = people(result, study)
    condition = (study.condition,) if study.directness == "indirect" else ()
    pooled_already = (fact("findings: by a review"),) if DESIGNS[study.design].is_review else ()
    persons = () if size is None or pooled_already else (fact("people in a row", n=size),)
    weeks = () if result.week is None else (fact("week of a result", week=result.week),)
    return Found(
        result_id=result.result_id,
        outcome_id=outcome.outcome,
        study=study.citation,
        outcome=outcome.label,
        number=number or alone,
        reason=effect.reason,
        how=_how(result, study),
        about=(*condition, *pooled_already, *persons, *weeks, *effect.assumptions, *noted),
    )


def _how(result: Result, study: Study) -> Fact:
    """What a result compares, in a word that does not promise more."""
    if result.contrast == ASSOCIATED or (study.design in OBSERVATIONAL and result.contrast != BEFORE_AFTER):
        return fact("findings: association")
    if result.contrast == BEFORE_AFTER:
        return fact("findings: change alone")
    comparator = result.comparator or study.comparator
    return fact("findings: compared with", comparator=comparator) if comparator else fact("findings: between groups")


def _number(effect: Effect, outcome: Outcome) -> Fact | None:
    """An effect on its own scale with its interval, unit and direction; None where there is none."""
    if effect.estimate is None or effect.ci_low is None or effect.ci_high is None:
        return None
    return fact("findings: estimate", interval=told_of(effect), **measured(outcome, effect.measure))


def _alone(result: Result, effect: Effect, outcome: Outcome) -> Fact | None:
    """An estimate that was reported without an interval; None where none was, or where it does not fit its measure."""
    fits = isinstance(effect.reason, str) or effect.reason == NO_INTERVAL
    if result.estimate is None or result.measure not in MEASURES or not fits:
        return None
    return fact(
        "findings: estimate alone", numbers=(result.estimate, null_of(result.measure)), **measured(outcome, result.measure)
    )


def measured(outcome: Outcome, name: str) -> dict[str, object]:
    """How a number of a measure is read: measure, unit ("" without one) and which direction is better, as facts."""
    better = fact(f"findings: {outcome.better}")
    return {"measure": fact(MEASURES[name].label), "unit": unit_of(outcome, name), "better": better}


def unit_of(outcome: Outcome, name: str) -> str:
    """The unit of the outcome, empty for a measure without one."""
    measure = MEASURES[name]
    return "" if measure.is_ratio or measure.standardised else outcome.unit
