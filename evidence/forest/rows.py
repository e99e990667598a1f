"""The rows of a forest plot, made from the evidence in view.

A row is one study with one of its results, or one study without any. Treatment rows and associations never share a panel:
an association (cases and controls) is not an effect of treatment.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from evidence.facts.doses import dose_text
from evidence.facts.flags import flags_by_study
from evidence.facts.marks import all_marks
from evidence.facts.view import View
from evidence.forest.axis import Axis, make_axis
from evidence.forest.row import OBSERVATIONAL, Forest, ForestRow, group_headings, group_of
from evidence.statistics.tables import native_effects, standardised_effects
from evidence.vocabulary.known import known
from evidence.vocabulary.measures import RATIOS
from evidence.wording.words import interval, people, tr, weeks

Record = Mapping[str, Any]
"""One row of a table: column to value."""
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
    labels = dict(zip(view.pack.outcomes["outcome"], view.pack.outcomes["label"], strict=True))
    marks, flags = all_marks(view.pack), flags_by_study(view.pack)
    pairs: dict[str, list[tuple[Record | None, Record | None]]] = {}
    for result, effect in zip(results.to_dict("records"), effects.to_dict("records"), strict=True):
        pairs.setdefault(result["study_id"], []).append((result, effect))
    rows = []
    for study in studies.to_dict("records"):
        tool, domains, overall = marks[study["study_id"]]
        for result, effect in pairs.get(study["study_id"], [(None, None)]):
            contrast = str(result["contrast"]) if result is not None else ""
            given = effect if effect is not None and known(effect["estimate"]) else {}
            rows.append(
                ForestRow(
                    study_id=study["study_id"],
                    result_id=str(result["result_id"]) if result is not None else "",
                    study=study["citation"],
                    group=group_of(study, contrast),
                    outcome=_outcome_words(result, labels),
                    detail=_detail(study, view),
                    people=_people(study, result),
                    measure=str(given.get("measure", "")),
                    estimate=_number(given, "estimate"),
                    ci_low=_number(given, "ci_low"),
                    ci_high=_number(given, "ci_high"),
                    se=_number(given, "se"),
                    text="",
                    remark=_remark(given) if given else "",
                    reason="" if given else _reason(study, effect),
                    hollow=contrast == "before-after",
                    contrast=contrast,
                    tool=tool,
                    marks=domains,
                    overall=overall,
                    flags=tuple(flag for flag, _ in flags.get(study["study_id"], ())),
                )
            )
    return rows


def _number(row: Record, column: str) -> float | None:
    return float(row[column]) if known(row.get(column)) else None


def _on_axis(row: ForestRow, axis: Axis) -> ForestRow:
    """The row with its text, and its numbers in the units of the axis; without a point when it belongs to another scale."""
    if row.estimate is None:
        return row
    text = axis.number(row.estimate)
    if row.ci_low is not None and row.ci_high is not None:
        text = interval(row.estimate, row.ci_low, row.ci_high, axis.digits)
    values = {**row.__dict__, "text": text}
    if (row.measure in RATIOS) != axis.is_ratio:
        other = tr("{measure} {text}: on another scale than this axis", measure=row.measure, text=text)
        return ForestRow(**{**values, "estimate": None, "ci_low": None, "ci_high": None, "reason": other})
    for name in ("estimate", "ci_low", "ci_high"):
        if values[name] is not None:
            values[name] = axis.place(values[name])
    return ForestRow(**values)


def _outcome_words(result: Record | None, labels: Mapping[str, str]) -> str:
    return "" if result is None else str(labels[result["outcome"]])


def _detail(study: Record, view: View) -> str:
    parts = [dose_text(study, view.pack.compounds), weeks(study) if known(study["duration_weeks"]) else ""]
    if study["directness"] == "indirect":
        parts.insert(1, str(study["condition"]))
    return " \u00b7 ".join(part for part in parts if part)


def _people(study: Record, result: Record | None) -> str:
    if result is not None and known(result["n_1"]):
        both = result["contrast"] != "before-after" and known(result["n_2"])
        return people(int(result["n_1"]) + (int(result["n_2"]) if both else 0))
    for column in ("n_analysed", "n_enrolled"):
        if known(study[column]):
            return people(int(study[column]))
    return "\u2013"


def _remark(effect: Record) -> str:
    remarks = [str(effect["assumption"])] if known(effect["assumption"]) else []
    if effect.get("mirrored"):
        remarks.append(tr("mirrored: higher is better"))
    return "; ".join(remarks)


def _reason(study: Record, effect: Record | None) -> str:
    if effect is not None and known(effect["reason"]):
        return str(effect["reason"])
    return tr("no result in what was read ({read_as})", read_as=study["read_as"])
