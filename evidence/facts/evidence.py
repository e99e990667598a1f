"""What a pack and an assumed correlation say about every result, worked out once; a view only picks from it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from evidence.facts.doses import given_of
from evidence.facts.flags import Flag, flags_of
from evidence.facts.groups import Group, group_of
from evidence.facts.marks import Marks, marks_for
from evidence.packs.pack import Pack
from evidence.packs.records import Outcome, Result, Study
from evidence.packs.remember import per_pack
from evidence.statistics.candidates import Candidate
from evidence.statistics.effect import Effect
from evidence.statistics.effects import native, standardised
from evidence.statistics.people import people
from evidence.vocabulary.designs import REVIEWS
from evidence.vocabulary.fact import Fact
from evidence.vocabulary.references import references

BESIDE_TREATMENT = ("biomarker", "harms")
"""Domains that never enter the overview of treatment outcomes; they are drawn when chosen."""


@dataclass(frozen=True, slots=True)
class Record:
    """One study with one of its results, or alone (result, outcome and effects None), and all that is known beside it."""

    study: Study
    result: Result | None
    outcome: Outcome | None
    native: Effect | None
    standardised: Effect | None
    group: Group
    people: int | None
    comparator: str
    given: Fact | str
    marks: Marks
    flags: tuple[Flag, ...]
    place: int

    @property
    def is_association(self) -> bool:
        """True for a comparison of cases with controls, and for whatever was observed rather than given."""
        return self.group.kind == "association"

    @property
    def beside_treatment(self) -> bool:
        """True for a blood value or a harm, which the overview of treatment outcomes leaves to those who choose it."""
        return self.outcome is not None and self.outcome.domain in BESIDE_TREATMENT

    def effect(self, on_common_axis: bool) -> Effect | None:
        """The effect on the standardised axis or on the outcome's own scale."""
        return self.standardised if on_common_axis else self.native


@dataclass(frozen=True, eq=False)
class Evidence:
    """The records of a pack: with_results and alone by study id; reviews have none, because they have no people."""

    pack: Pack
    r: float
    with_results: Mapping[str, tuple[Record, ...]]
    alone: Mapping[str, Record]

    @cached_property
    def own_scale(self) -> Mapping[str, Candidate]:
        """What the gate needs to know of each result on its own scale, by result id."""
        return dict(self._candidates(False))

    @cached_property
    def common_axis(self) -> Mapping[str, Candidate]:
        """What the gate needs to know of each result on the standardised axis, by result id."""
        return dict(self._candidates(True))

    def _candidates(self, on_common_axis: bool) -> Iterator[tuple[str, Candidate]]:
        for records in self.with_results.values():
            for record in records:
                effect = record.effect(on_common_axis)
                if effect is not None and record.result is not None and record.outcome is not None:
                    yield record.result.result_id, _candidate(record, record.result, record.outcome, effect)


def _candidate(record: Record, result: Result, outcome: Outcome, effect: Effect) -> Candidate:
    study = record.study
    return Candidate(
        effect=effect,
        citation=study.citation,
        outcome_label=outcome.label,
        condition=study.condition,
        directness=study.directness,
        design=study.design,
        structure=study.structure,
        comparator=record.comparator,
        value_type=result.value_type,
        week=result.week,
        paired=study.structure == "crossover" and effect.is_reported,
        shares_with=references(result.shares_patients_with),
        same_as=references(study.possibly_same_as),
    )


@per_pack
def effects_of(pack: Pack, r: float) -> tuple[dict[str, Effect], dict[str, Effect]]:
    """The effects of every result on its own scale and on the standardised axis, by result id."""
    own = native(pack.results, pack.outcomes, r)
    common = standardised(pack.results, pack.outcomes, r)
    return {each.result_id: each for each in own}, {each.result_id: each for each in common}


@per_pack
def evidence_of(pack: Pack, r: float) -> Evidence:
    """The records of a pack with an assumed correlation."""
    own, common = effects_of(pack, r)
    outcomes = {outcome.outcome: (place, outcome) for place, outcome in enumerate(pack.rows.outcomes)}
    given, flags = given_of(pack), flags_of(pack)
    results: dict[str, list[Result]] = {}
    for result in pack.rows.results:
        results.setdefault(result.study_id, []).append(result)

    def record(study: Study, result: Result | None) -> Record:
        place, outcome = outcomes[result.outcome] if result else (len(outcomes), None)
        return Record(
            study=study,
            result=result,
            outcome=outcome,
            native=own[result.result_id] if result else None,
            standardised=common[result.result_id] if result else None,
            group=group_of(study, result.contrast if result else ""),
            people=people(result, study),
            comparator=(result.comparator if result else "") or study.comparator,
            given=given[study.study_id],
            marks=marks_for(pack, study.study_id, result.outcome if result else ""),
            flags=flags.get(study.study_id, ()),
            place=place,
        )

    studies = [study for study in pack.rows.studies if study.design not in REVIEWS]
    return Evidence(
        pack=pack,
        r=r,
        with_results={
            study.study_id: tuple(record(study, result) for result in results.get(study.study_id, ())) for study in studies
        },
        alone={study.study_id: record(study, None) for study in studies},
    )
