"""The summary of findings: a row for each rated outcome, with its studies, its numbers and what they can be held against.

A row tells of its outcome and of those of the same domain that have no rating of their own. Direct evidence stands in every
row; other conditions only in rows of the domain of harms, and named as such.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from evidence.facts.bottom_line import counted, people_in
from evidence.facts.evidence import effects_of, evidence_of
from evidence.facts.found import Found, found_of, measured, unit_of
from evidence.facts.selection import DEFAULT_R
from evidence.packs.pack import Pack
from evidence.packs.records import Outcome, Rating, Result, Study
from evidence.packs.remember import per_pack
from evidence.statistics.against import Against, against
from evidence.statistics.effect import Effect
from evidence.statistics.gate import TREATMENT
from evidence.statistics.pooling import Pooled, pool
from evidence.vocabulary.designs import BEFORE_AFTER, DESIGNS, OBSERVATIONAL, TREATING, TRIALS
from evidence.vocabulary.fact import Fact, fact

HARMS = "harms"
"""The domain in which other conditions are told too: what harms people there may harm them here."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A reference value: its label and number, or in a row without numbers its statement alone; and verdicts on results."""

    said: Fact | str
    verdicts: tuple[Fact, ...] = ()


@dataclass(frozen=True, eq=False)
class Findings:
    """One row. studies and associations: counts by design of direct studies. numbers, silent: direct results with and
    without a number; indirect: results in other conditions, in rows of harms. pooled: what direct trials pool to."""

    outcome: Outcome
    rating: Rating
    studies: tuple[Fact, ...]
    associations: tuple[Fact, ...]
    pooled: tuple[Fact, ...]
    numbers: tuple[Found, ...]
    silent: tuple[Found, ...]
    beside: tuple[Beside, ...]
    indirect: tuple[Found, ...]

    @property
    def in_short(self) -> Fact | Found:
        """The rated outcome in one line: what it pools to, its only number, how many there are, or that there is none."""
        own = [each for each in self.numbers if each.outcome_id == self.outcome.outcome]
        pooled = [each for each in self.pooled if each["outcome_id"] == self.outcome.outcome]
        if pooled:
            return pooled[0]
        if len(own) == 1:
            return own[0]
        if own:
            return fact("findings: several numbers", n=len(own))
        return fact("findings: numbers beside it", n=len(self.numbers)) if self.numbers else fact("findings: no number")


@per_pack
def findings(pack: Pack) -> tuple[Findings, ...]:
    """The rows in the order of the ratings; none in a pack without ratings."""
    rated = {each.outcome for each in pack.rows.certainty}
    outcomes = {each.outcome: each for each in pack.rows.outcomes}
    rows = []
    for rating in pack.rows.certainty:
        first = outcomes[rating.outcome]
        rest = (each for each in pack.rows.outcomes if each.domain == first.domain and each.outcome not in rated)
        rows.append(_row(pack, rating, (first, *rest)))
    return tuple(rows)


@per_pack
def studies_without_result(pack: Pack) -> tuple[tuple[Fact, ...], tuple[str, ...]]:
    """Direct studies of the treatment of which no result at all was read: counts by design, and their citations."""
    told = {each.study_id for each in pack.rows.results}
    rows = [each for each in _direct(pack) if each.study_id not in told and each.design in TREATING]
    return _by_design(rows), tuple(each.citation for each in rows)


def _row(pack: Pack, rating: Rating, outcomes: tuple[Outcome, ...]) -> Findings:
    first, studies = outcomes[0], {each.study_id: each for each in pack.rows.studies}
    effects = effects_of(pack, DEFAULT_R)[0]
    places = {each.outcome: place for place, each in enumerate(outcomes)}
    results = sorted((each for each in pack.rows.results if each.outcome in places), key=lambda each: places[each.outcome])
    direct = {each.study_id for each in _direct(pack)}
    own = [each for each in results if each.study_id in direct]
    ids = {each.study_id for each in own}
    seen = [studies[each] for each in studies if each in ids]
    found = [found_of(each, studies[each.study_id], outcomes[places[each.outcome]], effects) for each in own]
    numbers = tuple(each for each in found if each.number is not None)
    elsewhere = [each for each in results if studies[each.study_id].directness == "indirect"]
    with_number = [effects[each.result_id] for each in own if effects[each.result_id].has_number]
    return Findings(
        outcome=first,
        rating=rating,
        studies=_by_design([each for each in seen if each.design in TREATING]),
        associations=_by_design([each for each in seen if each.design in OBSERVATIONAL]),
        pooled=tuple(_pooled(pack, own, studies, outcomes)),
        numbers=numbers,
        silent=tuple(each for each in found if each.number is None),
        beside=tuple(_beside(pack, outcomes, with_number)),
        indirect=tuple(
            found_of(each, studies[each.study_id], outcomes[places[each.outcome]], effects)
            for each in (elsewhere if first.domain == HARMS else ())
        ),
    )


def _direct(pack: Pack) -> list[Study]:
    """The studies of the condition that have people of their own."""
    return [each for each in pack.rows.studies if each.directness == "direct" and not DESIGNS[each.design].is_review]


def _by_design(studies: Sequence[Study]) -> tuple[Fact, ...]:
    """A fact for every design that occurs: how many studies, and how many people where that is known."""
    told = []
    for name, design in DESIGNS.items():
        rows = [each for each in studies if each.design == name]
        if rows:
            sizes = people_in(rows) or fact("findings: size unknown")
            told.append(fact("findings: studies", studies=counted(design.counted, rows), people=sizes))
    return tuple(told)


def _pooled(pack: Pack, own: Sequence[Result], studies: dict[str, Study], outcomes: tuple[Outcome, ...]) -> list[Fact]:
    """What the gate lets trials of the condition pool to, outcome by outcome."""
    known = evidence_of(pack, DEFAULT_R).own_scale
    told = []
    for outcome in outcomes:
        rows = [
            known[each.result_id]
            for each in own
            if each.outcome == outcome.outcome
            and each.contrast == TREATMENT
            and studies[each.study_id].design in TRIALS
            and known[each.result_id].effect.has_number
        ]
        answer = pool(rows)
        if isinstance(answer, Pooled):
            told.append(
                fact(
                    "findings: pooled",
                    k=answer.k,
                    outcome=outcome.label,
                    outcome_id=outcome.outcome,
                    interval=(answer.estimate, answer.ci_low, answer.ci_high),
                    **measured(outcome, answer.measure),
                )
            )
    return told


def _beside(pack: Pack, outcomes: tuple[Outcome, ...], effects: Sequence[Effect]) -> list[Beside]:
    """The reference values for the contrasts that have a number; in rows of harms every one, as its sentence."""
    if outcomes[0].domain == HARMS:
        names = {each.outcome for each in outcomes}
        return [Beside(each.statement) for each in pack.rows.reference_values if each.outcome in names]
    return [
        Beside(_reference(each, outcome), tuple(_verdict(verdict.said, verdict.studies) for verdict in each.verdicts))
        for outcome in outcomes
        for each in against(outcome.outcome, effects, pack.reference_values, pack.studies)
    ]


def _reference(value: Against, outcome: Outcome) -> Fact:
    unit = outcome.unit if value.contrast == BEFORE_AFTER else unit_of(outcome, outcome.measure)
    told = {"label": value.label, "estimate": value.estimate, "unit": unit}
    if value.ci_low is None or value.ci_high is None:
        return fact("findings: reference alone", **told)
    return fact("findings: reference", ends=(value.ci_low, value.ci_high), **told)


def _verdict(said: Fact, studies: Sequence[tuple[str, object]]) -> Fact:
    return fact("findings: verdict", studies=tuple(citation for citation, _ in studies), verdict=said)
