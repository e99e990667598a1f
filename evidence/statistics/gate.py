"""The gate before pooling: every reason why results must not be averaged, in words that name the studies.

Only results with a number can be pooled; those without one are named, and neither open nor close the gate. Open means:
one outcome, one measure, groups compared with each other, the same comparator, condition and directness, primary
studies that are all trials or all observational, nobody counted twice, each result with a standard error, at least two.
"""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from evidence.wording.words import listing, tr

TRIALS = ("randomised trial", "non-randomised controlled")
MOST_NAMES = 4


def rows_for_pooling(
    results: pd.DataFrame, studies: pd.DataFrame, outcomes: pd.DataFrame, effects: pd.DataFrame
) -> pd.DataFrame:
    """Results, their studies and effects side by side, one row per result in the same order, RangeIndex.

    effects must have the rows of results in the same order (native_effects or standardised_effects of them). The
    comparator of the study stands in where the result has none.
    """
    if results["result_id"].tolist() != effects["result_id"].tolist():
        raise ValueError("effects must have the rows of results, in the same order")
    of_study = studies.drop_duplicates("study_id").set_index("study_id").reindex(results["study_id"])
    of_study = of_study.reset_index(drop=True)
    label = outcomes.drop_duplicates("outcome").set_index("outcome")["label"]
    taken = results[["result_id", "study_id", "outcome", "contrast", "value_type", "week", "shares_patients_with"]]
    rows = taken.reset_index(drop=True)
    numbers = effects[["measure", "estimate", "se", "assumption"]].reset_index(drop=True)
    joined = of_study[["citation", "condition", "directness", "design", "structure", "possibly_same_as"]]
    rows = pd.concat([rows, numbers, joined], axis=1)
    rows["citation"] = rows["citation"].fillna(rows["study_id"])
    rows["outcome_label"] = rows["outcome"].map(label).fillna(rows["outcome"])
    own = results["comparator"].reset_index(drop=True)
    rows["comparator"] = own.where(own.notna(), of_study["comparator"])
    return rows


def reasons_against(rows: pd.DataFrame) -> tuple[str, ...]:
    """Every reason why the rows (of rows_for_pooling) must not be pooled; empty when they may be."""
    known = np.isfinite(rows["estimate"].to_numpy(dtype=np.float64))
    counted, silent = rows[known], rows[~known]
    reasons = [
        *_wrong_contrast(counted),
        *_more_than_one(counted, "outcome_label", tr("different outcomes")),
        *_more_than_one(counted, "measure", tr("different measures")),
        *_comparators(counted),
        *_more_than_one(counted, "condition", tr("different conditions")),
        *_directness(counted),
        *_designs(counted),
        *_mixed_standardisers(counted),
        *_counted_twice(counted),
        *_without_standard_error(counted),
        *_too_few(counted),
    ]
    if reasons and len(silent):
        reasons.append(tr("no usable number: {names}", names=named(silent["citation"])))
    return tuple(reasons)


def named(names: Iterable[str]) -> str:
    """Names without repeats, as prose; only the first few of many."""
    unique = list(dict.fromkeys(names))
    if len(unique) <= MOST_NAMES + 1:
        return listing(unique)
    return listing([*unique[:MOST_NAMES], tr("{count} more", count=len(unique) - MOST_NAMES)])


def _by_value(rows: pd.DataFrame, column: str) -> str:
    values = list(rows[column].drop_duplicates())
    parts = [f"{value} ({named(rows.loc[rows[column] == value, 'citation'])})" for value in values[:MOST_NAMES]]
    if len(values) > MOST_NAMES:
        parts.append(tr("{count} more", count=len(values) - MOST_NAMES))
    return "; ".join(parts)


def _more_than_one(rows: pd.DataFrame, column: str, what: str) -> list[str]:
    if rows[column].nunique() < 2:
        return []
    return [tr("{what}: {values}", what=what, values=_by_value(rows, column))]


def _wrong_contrast(rows: pd.DataFrame) -> list[str]:
    reasons = []
    alone = rows[rows["contrast"] == "before-after"]
    if len(alone):
        reasons.append(tr("change without a control group is never pooled: {names}", names=named(alone["citation"])))
    cases = rows[rows["contrast"] == "cases and controls"]
    if len(cases):
        reasons.append(tr("associations of cases and controls are never pooled: {names}", names=named(cases["citation"])))
    return reasons


def _comparators(rows: pd.DataFrame) -> list[str]:
    compared = rows[rows["contrast"] == "between groups"]
    silent = compared[compared["comparator"].isna()]
    reasons = _more_than_one(compared, "comparator", tr("different comparators"))
    if len(silent):
        reasons.append(tr("the comparator is not stated: {names}", names=named(silent["citation"])))
    return reasons


def _directness(rows: pd.DataFrame) -> list[str]:
    if rows["directness"].nunique() < 2:
        return []
    return [tr("direct and indirect evidence are never mixed: {values}", values=_by_value(rows, "directness"))]


def _designs(rows: pd.DataFrame) -> list[str]:
    reviews = rows[rows["design"] == "systematic review"]
    reasons = []
    if len(reviews):
        reasons.append(tr("a review is not a study of its own: {names}", names=named(reviews["citation"])))
    primary = rows[(rows["design"] != "systematic review") & (rows["contrast"] == "between groups")]
    if primary["design"].isin(TRIALS).nunique() > 1:
        reasons.append(tr("trials and other designs together: {values}", values=_by_value(primary, "design")))
    return reasons


def _mixed_standardisers(rows: pd.DataFrame) -> list[str]:
    means = rows[(rows["measure"] == "SMD") & rows["value_type"].notna()]
    if means["value_type"].nunique() < 2:
        return []
    return [
        tr(
            "standardised by the SD of scores in some and of changes in others: {values}",
            values=_by_value(means, "value_type"),
        )
    ]


def _counted_twice(rows: pd.DataFrame) -> list[str]:
    reasons = []
    repeated = rows[rows["study_id"].duplicated(keep=False)]
    if len(repeated):
        reasons.append(tr("more than one result of the same study: {names}", names=named(repeated["citation"])))
    for column, identifier, what in (
        ("shares_patients_with", "result_id", tr("results that share patients: {names}")),
        ("possibly_same_as", "study_id", tr("reports that may be the same study: {names}")),
    ):
        pairs = _linked(rows, column, identifier)
        if pairs:
            reasons.append(what.format(names=named(pairs)))
    return reasons


def _linked(rows: pd.DataFrame, column: str, identifier: str) -> list[str]:
    """Citations of the rows that name, or are named by, another row among these."""
    present = set(rows[identifier])
    linked: set[str] = set()
    for own, others in rows.loc[rows[column].notna(), [identifier, column]].itertuples(index=False):
        found = {other.strip() for other in str(others).split(";")} & present - {own}
        linked |= found | {own} if found else set()
    return list(rows.loc[rows[identifier].isin(linked), "citation"])


def _without_standard_error(rows: pd.DataFrame) -> list[str]:
    se = rows["se"].to_numpy(dtype=np.float64)
    bare = rows[~(np.isfinite(se) & (se > 0))]
    if not len(bare):
        return []
    return [tr("no standard error: {names}", names=named(bare["citation"]))]


def _too_few(rows: pd.DataFrame) -> list[str]:
    if len(rows) >= 2:
        return []
    if len(rows) == 1:
        return [tr("only one result has a number: {names}", names=named(rows["citation"]))]
    return [tr("no result in view has a number")]
