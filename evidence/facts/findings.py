"""The summary of findings: a row for each rated outcome, with its studies, its numbers and what they can be held against.

A row tells of its outcome and of those of the same domain that have no rating of their own. Direct evidence stands in every
row; other conditions only in rows of the domain of harms, and named as such.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from evidence.facts.bottom_line import counted, people_in
from evidence.facts.evidence import effects_of, evidence_of
from evidence.facts.found import Found, found_of, measured, unit_of
from evidence.facts.references import citations_of, references_of
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
from evidence.vocabulary.measures import told_of

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


@dataclass(frozen=True, eq=False)
class _Told:
    """What outcomes of one domain add to a row; worked out once and shared by the rows they stand in.

    ids: the direct studies. beside: each with its place in the table of reference values.
    """

    ids: frozenset[str]
    pooled: tuple[Fact, ...]
    numbers: tuple[Found, ...]
    silent: tuple[Found, ...]
    beside: tuple[tuple[int, Beside], ...]
    indirect: tuple[Found, ...]


@per_pack
def findings(pack: Pack) -> tuple[Findings, ...]:
    """The rows in the order of the ratings; none in a pack without ratings."""
    outcomes = {each.outcome: each for each in pack.rows.outcomes}
    rated = {each.outcome for each in pack.rows.certainty}
    domains = {outcomes[each].domain for each in rated}
    told = _told(pack, [each for each in outcomes.values() if each.domain in domains])
    unrated: dict[str, list[_Told]] = {domain: [] for domain in domains}
    for each in outcomes.values():
        if each.domain in domains and each.outcome not in rated:
            unrated[each.domain].append(told[each.outcome])
    rest = {domain: _joined(parts) for domain, parts in unrated.items()}
    studies = {each.study_id: each for each in pack.rows.studies}
    places = {each: place for place, each in enumerate(studies)}
    counts: dict[frozenset[str], tuple[tuple[Fact, ...], tuple[Fact, ...]]] = {}
    rows = []
    for rating in pack.rows.certainty:
        first = outcomes[rating.outcome]
        whole = _joined((told[first.outcome], rest[first.domain]))
        if whole.ids not in counts:
            seen = [studies[name] for name in sorted(whole.ids, key=places.__getitem__)]
            counts[whole.ids] = _by_design(seen, TREATING), _by_design(seen, OBSERVATIONAL)
        beside = sorted(whole.beside, key=lambda pair: pair[0]) if first.domain == HARMS else whole.beside
        rows.append(
            Findings(
                outcome=first,
                rating=rating,
                studies=counts[whole.ids][0],
                associations=counts[whole.ids][1],
                pooled=whole.pooled,
                numbers=whole.numbers,
                silent=whole.silent,
                beside=tuple(reference for _, reference in beside),
                indirect=whole.indirect,
            )
        )
    return tuple(rows)


@per_pack
def studies_without_result(pack: Pack) -> tuple[tuple[Fact, ...], tuple[str, ...]]:
    """Direct studies of the treatment of which no result at all was read: counts by design, and their citations."""
    told = {each.study_id for each in pack.rows.results}
    rows = [each for each in _direct(pack) if each.study_id not in told and each.design in TREATING]
    return _by_design(rows, TREATING), tuple(each.citation for each in rows)


def _told(pack: Pack, outcomes: Iterable[Outcome]) -> dict[str, _Told]:
    """What each of these outcomes adds to a row; every result is looked at once."""
    studies = {each.study_id: each for each in pack.rows.studies}
    direct = {each.study_id for each in _direct(pack)}
    effects = effects_of(pack, DEFAULT_R)[0]
    places = {each.reference_id: place for place, each in enumerate(pack.rows.reference_values)}
    results: dict[str, list[Result]] = {}
    for each in pack.rows.results:
        results.setdefault(each.outcome, []).append(each)
    told = {}
    for outcome in outcomes:
        every = results.get(outcome.outcome, [])
        own = [each for each in every if each.study_id in direct]
        elsewhere = [each for each in every if outcome.domain == HARMS and studies[each.study_id].directness == "indirect"]
        found, indirect = (
            [found_of(each, studies[each.study_id], outcome, effects) for each in some] for some in (own, elsewhere)
        )
        with_number = [effects[each.result_id] for each in own if effects[each.result_id].has_number]
        told[outcome.outcome] = _Told(
            ids=frozenset(each.study_id for each in own),
            pooled=_pooled(pack, own, studies, outcome),
            numbers=tuple(each for each in found if each.number is not None),
            silent=tuple(each for each in found if each.number is None),
            beside=tuple((places[name], each) for name, each in _beside(pack, outcome, with_number)),
            indirect=tuple(indirect),
        )
    return told


def _joined(parts: Iterable[_Told]) -> _Told:
    """What several outcomes add, one after the other."""
    every = tuple(parts)
    return _Told(
        frozenset().union(*(each.ids for each in every)),
        *(
            tuple(chain.from_iterable(getattr(each, name) for each in every))
            for name in ("pooled", "numbers", "silent", "beside", "indirect")
        ),
    )


def _direct(pack: Pack) -> list[Study]:
    """The studies of the condition that have people of their own."""
    return [each for each in pack.rows.studies if each.directness == "direct" and not DESIGNS[each.design].is_review]


def _by_design(studies: Sequence[Study], designs: Collection[str]) -> tuple[Fact, ...]:
    """A fact for each of these designs that occurs: how many studies, and how many people where that is known."""
    found: dict[str, list[Study]] = {}
    for each in studies:
        found.setdefault(each.design, []).append(each)
    told = []
    for name, design in DESIGNS.items():
        if name in designs and name in found:
            sizes = people_in(found[name]) or fact("findings: size unknown")
            told.append(fact("findings: studies", studies=counted(design.counted, found[name]), people=sizes))
    return tuple(told)


def _pooled(pack: Pack, own: Iterable[Result], studies: Mapping[str, Study], outcome: Outcome) -> tuple[Fact, ...]:
    """What the gate lets trials of the condition pool to on an outcome; nothing where it does not."""
    known = evidence_of(pack, DEFAULT_R).own_scale
    rows = [
        known[each.result_id]
        for each in own
        if each.contrast == TREATMENT and studies[each.study_id].design in TRIALS and known[each.result_id].effect.has_number
    ]
    answer = pool(rows)
    if not isinstance(answer, Pooled):
        return ()
    return (
        fact(
            "findings: pooled",
            k=answer.k,
            outcome=outcome.label,
            outcome_id=outcome.outcome,
            interval=told_of(answer),
            **measured(outcome, answer.measure),
        ),
    )


def _beside(pack: Pack, outcome: Outcome, effects: Sequence[Effect]) -> list[tuple[str, Beside]]:
    """The reference values, by their ids, for the contrasts that have a number; of harms every one, as its sentence."""
    references = references_of(pack).get(outcome.outcome, ())
    if outcome.domain == HARMS:
        return [(each.reference_id, Beside(each.statement)) for each in references]
    return [
        (
            each.reference_id,
            Beside(_reference(each, outcome), tuple(_verdict(one.said, one.studies) for one in each.verdicts)),
        )
        for each in against(effects, references, citations_of(pack))
    ]


def _reference(value: Against, outcome: Outcome) -> Fact:
    unit = outcome.unit if value.contrast == BEFORE_AFTER else unit_of(outcome, outcome.measure)
    told = {"label": value.label, "estimate": value.estimate, "unit": unit}
    if value.ci_low is None or value.ci_high is None:
        return fact("findings: reference alone", **told)
    return fact("findings: reference", ends=(value.ci_low, value.ci_high), **told)


def _verdict(said: Fact, studies: Sequence[tuple[str, object]]) -> Fact:
    return fact("findings: verdict", studies=tuple(citation for citation, _ in studies), verdict=said)
