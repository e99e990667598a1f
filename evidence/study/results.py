"""The results of one study as its page shows them: groups as reported, the effect on both scales, or why there is none."""

from dataclasses import dataclass

import pandas as pd

from evidence.forest.axis import MEASURE_NAMES
from evidence.packs.pack import Pack
from evidence.packs.provenance import Reading, Shown, key, reading, shown
from evidence.statistics.tables import native_effects, power_sentences, standardised_effects
from evidence.vocabulary.known import known
from evidence.vocabulary.measures import RATIOS
from evidence.wording.words import amount, interval, number, plain, probability, tr

GROUP_COLUMNS = ("n", "mean", "sd", "events")
REPORTED = ("estimate", "ci_low", "ci_high")
INPUTS = tuple(f"{name}_{side}" for side in "12" for name in ("mean", "sd", "n", "events")) + REPORTED


@dataclass(frozen=True)
class Group:
    """One group of a result: its name and, as reported, people, mean, SD and events (None where not reported)."""

    name: str
    n: Shown | None
    mean: Shown | None
    sd: Shown | None
    events: Shown | None

    @property
    def is_empty(self) -> bool:
        """True when nothing was reported about this group."""
        return not (self.n or self.mean or self.sd or self.events)


@dataclass(frozen=True)
class Effect:
    """A result on one scale: the number with its interval, or the reason why there is none."""

    measure: str
    name: str
    value: Shown | None
    unit: str
    rule: str
    assumption: str
    formula: str
    reason: str


@dataclass(frozen=True)
class StudyResult:
    """One row of the results table of a study."""

    result_id: str
    outcome: str
    contrast: str
    week: Shown | None
    comparator: str
    value_type: str
    better: str
    groups: tuple[Group, ...]
    reported: Shown | None
    p_value: Shown | None
    native: Effect
    standardised: Effect
    note: str
    locator: str
    same_patients: tuple[str, ...]
    power: str

    @property
    def silent(self) -> bool:
        """True when there is no number on either scale."""
        return self.native.value is None and self.standardised.value is None

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why there is no number, each reason once."""
        return tuple(dict.fromkeys(each.reason for each in (self.native, self.standardised) if each.reason))


def study_results(results: pd.DataFrame, pack: Pack, correlation: float) -> tuple[StudyResult, ...]:
    """All results of one study, in the order of the table."""
    native = native_effects(results, pack.outcomes, correlation=correlation)
    common = standardised_effects(results, pack.outcomes, correlation=correlation)
    outcomes = pack.outcomes.set_index("outcome")
    powers = power_sentences(results, pack)
    labels = _labels(str(results["study_id"].iloc[0]), pack) if len(results) else {}
    return tuple(
        _result(pack, row, outcomes.loc[row["outcome"]], native.loc[index], common.loc[index], labels, powers)
        for index, row in results.iterrows()
    )


def _result(
    pack: Pack,
    row: pd.Series,
    outcome: pd.Series,
    native: pd.Series,
    common: pd.Series,
    labels: dict[str, str],
    powers: dict[str, str],
) -> StudyResult:
    shared = (
        [each.strip() for each in str(row["shares_patients_with"]).split(";")] if known(row["shares_patients_with"]) else []
    )
    better = (
        ""
        if outcome["domain"] == "biomarker"
        else tr("lower is better")
        if outcome["better"] == "lower"
        else tr("higher is better")
    )
    return StudyResult(
        result_id=str(row["result_id"]),
        outcome=str(outcome["label"]),
        contrast=str(row["contrast"]),
        week=_cell(pack, row, "week", tr("week {week}", week=amount(float(row["week"]))) if known(row["week"]) else ""),
        comparator=_text(row, "comparator"),
        value_type={"change": tr("change from the start"), "final": tr("values at the end")}.get(
            _text(row, "value_type"), ""
        ),
        better=better,
        groups=tuple(group for group in _groups(pack, row) if not group.is_empty),
        reported=_reported(pack, row),
        p_value=_cell(pack, row, "p_value", probability(float(row["p_value"])) if known(row["p_value"]) else ""),
        native=_effect(pack, row, native, "native", _unit(outcome, native)),
        standardised=_effect(pack, row, common, "standardised", tr("standard deviations")),
        note=_text(row, "note"),
        locator=_text(row, "locator"),
        same_patients=tuple(dict.fromkeys(labels[each] for each in shared if each in labels)),
        power=powers.get(str(row["result_id"]), ""),
    )


def _labels(study_id: str, pack: Pack) -> dict[str, str]:
    """How to name the results of other studies on the page of this one."""
    labels = pack.outcomes.set_index("outcome")["label"]
    citations = pack.studies.set_index("study_id")["citation"]
    return {
        str(row["result_id"]): f"{labels[row['outcome']]} ({citations[row['study_id']]})"
        for _, row in pack.results[pack.results["study_id"] != study_id].iterrows()
    }


def group_names(row: pd.Series, pack: Pack) -> tuple[str, str]:
    """What the suffixes _1 and _2 of a result stand for."""
    if row["contrast"] == "before-after":
        return tr("After"), tr("Before")
    if row["contrast"] == "cases and controls":
        return tr("Cases"), tr("Controls")
    return pack.dataset["intervention"].capitalize(), (_text(row, "comparator") or pack.dataset["comparison"]).capitalize()


def _groups(pack: Pack, row: pd.Series) -> list[Group]:
    return [
        Group(name, *(_cell(pack, row, f"{column}_{side}", _plain(row, f"{column}_{side}")) for column in GROUP_COLUMNS))
        for side, name in zip("12", group_names(row, pack), strict=True)
    ]


def _reported(pack: Pack, row: pd.Series) -> Shown | None:
    """The estimate as the source gives it, with whatever interval it has."""
    if not known(row["estimate"]):
        return None
    text = _plain(row, "estimate")
    if known(row["ci_low"]) and known(row["ci_high"]):
        text = f"{text} [{_plain(row, 'ci_low')}, {_plain(row, 'ci_high')}]"
    measure = f"{row['measure']} " if known(row["measure"]) else ""
    return Shown(measure + text, key("reported", str(row["result_id"])), _readings(pack, row, REPORTED))


def _effect(pack: Pack, row: pd.Series, effect: pd.Series, scale: str, unit: str) -> Effect:
    measure = _text(effect, "measure")
    assumption = _text(effect, "assumption")
    if "mirrored" in effect.index and bool(effect["mirrored"]):
        assumption = "; ".join(part for part in (assumption, tr("mirrored: higher is better")) if part)
    value = None
    if known(effect["estimate"]):
        has_interval = known(effect["ci_low"]) and known(effect["ci_high"])
        text = (
            interval(float(effect["estimate"]), float(effect["ci_low"]), float(effect["ci_high"]))
            if has_interval
            else number(float(effect["estimate"]))
        )
        steps = [
            _text(effect, "formula"),
            tr("Interval: {rule}", rule=effect["rule"]) if _text(effect, "rule") else "",
            assumption,
        ]
        value = Shown(
            text, key(scale, str(row["result_id"])), _readings(pack, row, INPUTS), tuple(each for each in steps if each)
        )
    return Effect(
        measure,
        tr(MEASURE_NAMES.get(measure, measure)),
        value,
        unit if value else "",
        _text(effect, "rule"),
        assumption,
        _text(effect, "formula"),
        "" if value else _text(effect, "reason"),
    )


def _readings(pack: Pack, row: pd.Series, names: tuple[str, ...]) -> tuple[Reading, ...]:
    return tuple(reading(pack, "results", row, name) for name in names if known(row[name]))


def _unit(outcome: pd.Series, effect: pd.Series) -> str:
    if _text(effect, "measure") in (*RATIOS, "SMD") or not known(outcome["unit"]):
        return ""
    return str(outcome["unit"])


def _cell(pack: Pack, row: pd.Series, name: str, text: str) -> Shown | None:
    return shown(pack, "results", row, name, "result", text) if known(row[name]) else None


def _plain(row: pd.Series, name: str) -> str:
    return plain(float(row[name])) if known(row[name]) else ""


def _text(row: pd.Series, name: str) -> str:
    return str(row[name]) if known(row[name]) else ""
