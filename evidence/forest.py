"""The rows of a forest plot, made from the evidence in view.

A row is one study with one of its results, or one study without any. Treatment rows and associations never share a panel:
an association (cases and controls) is not an effect of treatment.
"""

import pandas as pd

from evidence.appraisal import all_marks
from evidence.axis import Axis, make_axis
from evidence.doses import dose_text
from evidence.effects import native_effects, standardised_effects
from evidence.flags import study_flags
from evidence.forest_row import OBSERVATIONAL, Forest, ForestRow, group_headings, group_of
from evidence.view import View
from evidence.words import interval, known, people, tr, weeks

RATIOS = ("RR", "OR")
TREATMENT, ASSOCIATION = "treatment", "association"
BESIDE_TREATMENT = ("biomarker", "harms")
"""Domains that never enter the overview of treatment outcomes; they are drawn when chosen."""


def forest_rows(view: View, panel: str = TREATMENT) -> Forest:
    """The forest of a view for one panel; every study in view is a row or is named in not_drawn with the reason."""
    results = _results_of(view, panel)
    standardised = panel == TREATMENT and not view.selection.outcome
    make_effects = standardised_effects if standardised else native_effects
    effects = make_effects(results, view.pack.outcomes, correlation=view.selection.r)
    if standardised and view.selection.results == "one":
        effects = _one_per_study(effects, view.pack.outcomes, results)
        results = results.loc[effects.index]
    studies, not_drawn = _studies_of(view, panel, set(results["study_id"]))
    rows = _rows(view, studies, results, effects)
    headings = group_headings()
    place = {key: index for index, key in enumerate(headings)}
    rows = sorted(rows, key=lambda row: place[row.group])
    used = {row.group for row in rows}
    axis = make_axis(rows, view, standardised=standardised, panel=panel)
    return Forest(
        panel=panel,
        title=axis.label,
        rows=tuple(_on_axis(row, axis) for row in rows),
        headings={key: text for key, text in headings.items() if key in used},
        axis=axis,
        effects=effects,
        not_drawn=tuple(not_drawn),
    )


def _results_of(view: View, panel: str) -> pd.DataFrame:
    is_association = view.results["contrast"] == "cases and controls"
    results = view.results[is_association if panel == ASSOCIATION else ~is_association]
    reviews = view.studies.loc[view.studies["design"] == "systematic review", "study_id"]
    if panel == TREATMENT and not view.selection.outcome:
        beside = view.pack.outcomes.loc[view.pack.outcomes["domain"].isin(BESIDE_TREATMENT), "outcome"]
        results = results[~results["outcome"].isin(beside)]
    return results[~results["study_id"].isin(reviews)]


def _studies_of(view: View, panel: str, with_results: set[str]) -> tuple[pd.DataFrame, list[tuple[str, str]]]:
    """Studies that get a row in this panel, and (citation, reason) of those that get none in any panel."""
    studies = view.studies
    observational = studies["design"].isin(OBSERVATIONAL)
    own = studies["study_id"].isin(with_results)
    if panel == ASSOCIATION:
        return studies[own | observational & ~_has_treatment(view)], []
    reviews = studies["design"] == "systematic review"
    kept = studies[own | ~observational & ~reviews]
    left_out = [
        (citation, tr("systematic reviews, which have no participants of their own"))
        for citation in studies[reviews]["citation"]
    ]
    return kept, left_out


def _has_treatment(view: View) -> pd.Series:
    treated = view.results.loc[view.results["contrast"] != "cases and controls", "study_id"]
    return view.studies["study_id"].isin(treated)


def _one_per_study(effects: pd.DataFrame, outcomes: pd.DataFrame, results: pd.DataFrame) -> pd.DataFrame:
    """For each study the row with a number whose outcome stands first in the outcomes table, at its latest time."""
    order = {outcome: place for place, outcome in enumerate(outcomes["outcome"])}
    ranked = pd.DataFrame(
        {
            "study_id": effects["study_id"],
            "silent": effects["estimate"].isna(),
            "place": effects["outcome"].map(order),
            "early": -results["week"].fillna(0),
        }
    ).sort_values(["silent", "place", "early"], kind="stable")
    return effects.loc[ranked.drop_duplicates("study_id").index.sort_values()]


def _rows(view: View, studies: pd.DataFrame, results: pd.DataFrame, effects: pd.DataFrame) -> list[ForestRow]:
    labels = view.pack.outcomes.set_index("outcome")["label"]
    marks = all_marks(view.pack.appraisals, list(studies["study_id"]))
    flags = study_flags(view.pack).groupby("study_id")["flag"].agg(tuple)
    pairs: dict[str, list[tuple[pd.Series | None, pd.Series | None]]] = {}
    for (_, result), (_, effect) in zip(results.iterrows(), effects.iterrows(), strict=True):
        pairs.setdefault(result["study_id"], []).append((result, effect))
    rows = []
    for _, study in studies.iterrows():
        tool, domains, overall = marks[study["study_id"]]
        for result, effect in pairs.get(study["study_id"], [(None, None)]):
            contrast = str(result["contrast"]) if result is not None else ""
            has = effect is not None and known(effect["estimate"])
            rows.append(
                ForestRow(
                    study_id=study["study_id"],
                    result_id=str(result["result_id"]) if result is not None else "",
                    study=study["citation"],
                    group=group_of(study, contrast),
                    outcome=_outcome_words(result, effect, labels),
                    detail=_detail(study, view),
                    people=_people(study, result),
                    measure=str(effect["measure"]) if has else "",
                    estimate=float(effect["estimate"]) if has else None,
                    ci_low=float(effect["ci_low"]) if has and known(effect["ci_low"]) else None,
                    ci_high=float(effect["ci_high"]) if has and known(effect["ci_high"]) else None,
                    se=float(effect["se"]) if has and known(effect["se"]) else None,
                    text="",
                    remark=_remark(effect) if has else "",
                    reason="" if has else _reason(study, effect),
                    hollow=contrast == "before-after",
                    contrast=contrast,
                    tool=tool,
                    marks=domains,
                    overall=overall,
                    flags=flags.get(study["study_id"], ()),
                )
            )
    return rows


def _on_axis(row: ForestRow, axis: Axis) -> ForestRow:
    """The row with its text, and its numbers in the units of the axis; without a point when it belongs to another scale."""
    if row.estimate is None:
        return row
    has_interval = row.ci_low is not None and row.ci_high is not None
    text = (
        interval(row.estimate, row.ci_low, row.ci_high, axis.digits)
        if has_interval  # type: ignore[arg-type]
        else axis.number(row.estimate)
    )
    values = {**row.__dict__, "text": text}
    if (row.measure in RATIOS) != axis.is_ratio:
        other = tr("{measure} {text}: on another scale than this axis", measure=row.measure, text=text)
        return ForestRow(**{**values, "estimate": None, "ci_low": None, "ci_high": None, "reason": other})
    for name in ("estimate", "ci_low", "ci_high"):
        if values[name] is not None:
            values[name] = axis.place(values[name])
    return ForestRow(**values)


def _outcome_words(result: pd.Series | None, effect: pd.Series | None, labels: pd.Series) -> str:
    return "" if result is None else str(labels[result["outcome"]])


def _detail(study: pd.Series, view: View) -> str:
    parts = [dose_text(study, view.pack.compounds), weeks(study) if known(study["duration_weeks"]) else ""]
    if study["directness"] == "indirect":
        parts.insert(1, str(study["condition"]))
    return " \u00b7 ".join(part for part in parts if part)


def _people(study: pd.Series, result: pd.Series | None) -> str:
    if result is not None and known(result["n_1"]):
        both = result["contrast"] != "before-after" and known(result["n_2"])
        return people(int(result["n_1"]) + (int(result["n_2"]) if both else 0))
    for column in ("n_analysed", "n_enrolled"):
        if known(study[column]):
            return people(int(study[column]))
    return "\u2013"


def _remark(effect: pd.Series) -> str:
    remarks = [str(effect["assumption"])] if known(effect["assumption"]) else []
    if "mirrored" in effect.index and bool(effect["mirrored"]):
        remarks.append(tr("mirrored: higher is better"))
    return "; ".join(remarks)


def _reason(study: pd.Series, effect: pd.Series | None) -> str:
    if effect is not None and known(effect["reason"]):
        return str(effect["reason"])
    return tr("no result in what was read ({read_as})", read_as=study["read_as"])
