"""The results of one study as its page shows them: groups as reported, the effect on both scales, or why there is none."""

from collections.abc import Mapping
from dataclasses import dataclass

from evidence.facts.evidence import effects_of
from evidence.forest.panel import power_of
from evidence.packs.pack import Pack
from evidence.packs.provenance import Reading, Shown, key, reading, shown
from evidence.packs.records import Outcome, Result
from evidence.statistics.effect import Effect
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.known import known
from evidence.vocabulary.measures import MEASURES, told_of
from evidence.vocabulary.references import references

GROUP_COLUMNS = ("n", "mean", "sd", "events")
REPORTED = ("estimate", "ci_low", "ci_high")
INPUTS = tuple(f"{name}_{side}" for side in "12" for name in ("mean", "sd", "n", "events")) + REPORTED


@dataclass(frozen=True)
class Group:
    """One group of a result: its name and, as reported, people, mean, SD and events (None where not reported)."""

    name: Fact | str
    n: Shown | None
    mean: Shown | None
    sd: Shown | None
    events: Shown | None

    @property
    def is_empty(self) -> bool:
        """True when nothing was reported about this group."""
        return not (self.n or self.mean or self.sd or self.events)


@dataclass(frozen=True)
class ScaledEffect:
    """A result on one scale: the number with its interval, or the reason why there is none."""

    measure: str
    name: Fact | None
    value: Shown | None
    unit: Fact | str
    rule: Fact | None
    assumption: Fact | None
    formula: Fact | None
    reason: Fact | str | None


@dataclass(frozen=True)
class StudyResult:
    """One row of the results table of a study."""

    result_id: str
    outcome: str
    contrast: str
    week: Shown | None
    comparator: str
    value_type: str
    better: Fact | None
    groups: tuple[Group, ...]
    reported: Shown | None
    p_value: Shown | None
    native: ScaledEffect
    standardised: ScaledEffect
    note: str
    locator: str
    same_patients: tuple[Fact, ...]
    power: tuple[Fact, ...]

    @property
    def silent(self) -> bool:
        """True when there is no number on either scale."""
        return self.native.value is None and self.standardised.value is None

    @property
    def reasons(self) -> tuple[Fact | str, ...]:
        """Why there is no number, each reason once."""
        return tuple(dict.fromkeys(each.reason for each in (self.native, self.standardised) if each.reason))


def study_results(study_id: str, pack: Pack, correlation: float) -> tuple[StudyResult, ...]:
    """All results of one study, in the order of the table; correlation is assumed where it is needed."""
    rows = [each for each in pack.rows.results if each.study_id == study_id]
    outcomes = {each.outcome: each for each in pack.rows.outcomes}
    others, powers = _results_elsewhere(study_id, pack), power_of(pack, "study_id", study_id)
    native, standardised = effects_of(pack, correlation)
    return tuple(
        StudyResult(
            result_id=row.result_id,
            outcome=outcomes[row.outcome].label,
            contrast=row.contrast,
            week=_cell(pack, row, "week", fact("week of a result", week=row.week)),
            comparator=row.comparator,
            value_type=row.value_type,
            better=_better(outcomes[row.outcome]),
            groups=tuple(group for group in _groups(pack, row) if not group.is_empty),
            reported=_reported(pack, row),
            p_value=_cell(pack, row, "p_value", fact("P value of a result", p=row.p_value)),
            native=_scaled(pack, row, own, "native", _unit(outcomes[row.outcome], own)),
            standardised=_scaled(pack, row, standardised[row.result_id], "standardised", fact("standard deviations")),
            note=row.note,
            locator=row.locator,
            same_patients=_same_patients(row, others),
            power=powers.get(row.result_id, ()),
        )
        for row in rows
        for own in [native[row.result_id]]
    )


def _better(outcome: Outcome) -> Fact | None:
    return None if outcome.domain == "biomarker" else fact(f"{outcome.better} is better")


def _results_elsewhere(study_id: str, pack: Pack) -> dict[str, Fact]:
    """How to name the results of other studies on the page of this one."""
    labels = {each.outcome: each.label for each in pack.rows.outcomes}
    citations = {each.study_id: each.citation for each in pack.rows.studies}
    return {
        each.result_id: fact("outcome of a study", outcome=labels[each.outcome], study=citations[each.study_id])
        for each in pack.rows.results
        if each.study_id != study_id
    }


def _same_patients(row: Result, others: Mapping[str, Fact]) -> tuple[Fact, ...]:
    shared = (others[each] for each in references(row.shares_patients_with) if each in others)
    return tuple(dict.fromkeys(shared))


def group_names(row: Result, pack: Pack) -> tuple[Fact | str, Fact | str]:
    """What the suffixes _1 and _2 of a result stand for."""
    if row.contrast == "before-after":
        return fact("group after"), fact("group before")
    if row.contrast == "cases and controls":
        return fact("group of cases"), fact("group of controls")
    return pack.dataset["intervention"], row.comparator or pack.dataset["comparison"]


def _groups(pack: Pack, row: Result) -> list[Group]:
    return [
        Group(name, *(_number(pack, row, f"{column}_{side}") for column in GROUP_COLUMNS))
        for side, name in zip("12", group_names(row, pack), strict=True)
    ]


def _reported(pack: Pack, row: Result) -> Shown | None:
    """The estimate as the source gives it, with whatever interval it has."""
    if row.estimate is None:
        return None
    estimate = fact("number entered", n=row.estimate)
    if row.ci_low is not None and row.ci_high is not None:
        estimate = fact("estimate entered with interval", estimate=row.estimate, ends=(row.ci_low, row.ci_high))
    if row.measure:
        estimate = fact("estimate entered of a measure", measure=row.measure, estimate=estimate)
    return Shown(estimate, key("reported", row.result_id), _readings(pack, row, REPORTED))


def _scaled(pack: Pack, row: Result, effect: Effect, scale: str, unit: Fact | str) -> ScaledEffect:
    name = fact(MEASURES[effect.measure].label) if effect.measure else None
    assumption, value = _assumption(effect), None
    if effect.has_number:
        text = fact("effect of a result", numbers=told_of(effect))
        rule = fact("rule of an interval", rule=effect.interval) if effect.interval else None
        steps = tuple(each for each in (effect.formula, rule, assumption) if each)
        value = Shown(text, key(scale, row.result_id), _readings(pack, row, INPUTS), steps)
    unit, reason = (unit, None) if value else ("", effect.reason)
    return ScaledEffect(effect.measure, name, value, unit, effect.interval, assumption, effect.formula, reason)


def _assumption(effect: Effect) -> Fact | None:
    if effect.assumptions and effect.mirrored:
        return fact("assumed and mirrored", assumptions=effect.assumptions)
    if effect.assumptions:
        return fact("assumed", assumptions=effect.assumptions)
    return fact("mirrored") if effect.mirrored else None


def _readings(pack: Pack, row: Result, names: tuple[str, ...]) -> tuple[Reading, ...]:
    return tuple(reading(pack, "results", row, name) for name in names if known(getattr(row, name)))


def _unit(outcome: Outcome, effect: Effect) -> str:
    measure = MEASURES.get(effect.measure)
    return "" if measure and (measure.is_ratio or measure.standardised) else outcome.unit


def _number(pack: Pack, row: Result, name: str) -> Shown | None:
    return _cell(pack, row, name, fact("number entered", n=getattr(row, name)))


def _cell(pack: Pack, row: Result, name: str, text: Fact) -> Shown | None:
    return shown(pack, "results", row, name, "result", text) if known(getattr(row, name)) else None
