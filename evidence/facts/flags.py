"""Quality flags: rules over the data, each with the value that raised it and a severity; never summed to a score.

Severity: serious (the result cannot bear much weight), caution (read with care), note (worth knowing).
Limits: fewer than 50 people analysed is small, because a two-group comparison of that size cannot detect a medium
difference with 80 % power (64 per group are needed for d = 0.5, Cohen 1988); under 8 weeks is short for a chronic condition.
"""

from collections.abc import Callable

import pandas as pd

from evidence.packs.pack import Pack
from evidence.packs.remember import per_pack
from evidence.vocabulary.known import known
from evidence.wording.words import amount, tr

SMALL_PEOPLE = 50
SHORT_WEEKS = 8
NO_CONTROL = ("before-after", "case series", "case report")
WITH_TREATMENT = ("randomised trial", "non-randomised controlled", *NO_CONTROL)
NUMBERS = ("mean_1", "events_1", "estimate")

Rule = Callable[[pd.Series, pd.DataFrame], str]
"""Takes a study and its results joined with their outcomes; returns the value that raises the flag, or nothing."""


def no_control_group(study: pd.Series, results: pd.DataFrame) -> str:
    return tr("design: {design}", design=study["design"]) if study["design"] in NO_CONTROL else ""


def not_blinded(study: pd.Series, results: pd.DataFrame) -> str:
    if study["blinding"] not in ("open label", "single-blind") or study["design"] not in WITH_TREATMENT:
        return ""
    rated = results.loc[results["measured_by"] == "patient report", "label"].drop_duplicates()
    return (
        tr("{blinding}; patients rate: {outcomes}", blinding=study["blinding"], outcomes=", ".join(rated))
        if len(rated)
        else ""
    )


def small(study: pd.Series, results: pd.DataFrame) -> str:
    people = study["n_analysed"] if known(study["n_analysed"]) else study["n_enrolled"]
    if study["design"] not in WITH_TREATMENT or not known(people) or int(people) >= SMALL_PEOPLE:
        return ""
    return tr("{n} people (under {limit})", n=int(people), limit=SMALL_PEOPLE)


def short(study: pd.Series, results: pd.DataFrame) -> str:
    length = study["duration_weeks"]
    if study["design"] not in WITH_TREATMENT or not known(length) or float(length) >= SHORT_WEEKS:
        return ""
    return tr("{weeks} weeks (under {limit})", weeks=amount(float(length)), limit=SHORT_WEEKS)


def indirect_condition(study: pd.Series, results: pd.DataFrame) -> str:
    return tr("condition: {condition}", condition=study["condition"]) if study["directness"] == "indirect" else ""


def surrogate_outcome(study: pd.Series, results: pd.DataFrame) -> str:
    measured = results["measured_by"].dropna()
    if study["design"] not in WITH_TREATMENT or not len(measured) or not measured.isin(["instrument", "laboratory"]).all():
        return ""
    return tr(
        "only measured by instrument or laboratory: {outcomes}",
        outcomes=", ".join(results["label"].drop_duplicates()),
    )


def dose_ambiguous(study: pd.Series, results: pd.DataFrame) -> str:
    return tr("dose basis: unclear") if study["dose_basis"] == "unclear" else ""


def no_registration_found(study: pd.Series, results: pd.DataFrame) -> str:
    if study["design"] not in WITH_TREATMENT or study["design"] == "case report" or known(study["registration"]):
        return ""
    return tr("registration: none found")


def numbers_not_reported(study: pd.Series, results: pd.DataFrame) -> str:
    if study["design"] not in WITH_TREATMENT or results[list(NUMBERS)].notna().any(axis=None):
        return ""
    return tr("no usable number in what was read ({read_as})", read_as=study["read_as"])


def full_text_not_read(study: pd.Series, results: pd.DataFrame) -> str:
    return tr("read as: {read_as}", read_as=study["read_as"]) if study["read_as"] != "full text" else ""


def unpublished(study: pd.Series, results: pd.DataFrame) -> str:
    return tr("status: {status}", status=study["status"]) if study["status"] != "published" else ""


def maker_funded(study: pd.Series, results: pd.DataFrame) -> str:
    return tr("funding: {funding}", funding=study["funding"]) if study["maker_funded"] == "yes" else ""


def stopped_early(study: pd.Series, results: pd.DataFrame) -> str:
    return tr("stopped early: yes") if study["stopped_early"] == "yes" else ""


def possible_duplicate(study: pd.Series, results: pd.DataFrame) -> str:
    return tr("possibly the same as {other}", other=study["possibly_same_as"]) if known(study["possibly_same_as"]) else ""


RULES: dict[str, tuple[str, Rule]] = {
    "no control group": ("serious", no_control_group),
    "numbers not reported": ("serious", numbers_not_reported),
    "indirect condition": ("serious", indirect_condition),
    "not blinded, patient-rated": ("serious", not_blinded),
    "small": ("caution", small),
    "short": ("caution", short),
    "surrogate outcome": ("caution", surrogate_outcome),
    "dose ambiguous": ("caution", dose_ambiguous),
    "unpublished": ("caution", unpublished),
    "maker-funded": ("caution", maker_funded),
    "stopped early": ("caution", stopped_early),
    "possible duplicate": ("caution", possible_duplicate),
    "no registration found": ("note", no_registration_found),
    "full text not read": ("note", full_text_not_read),
}


@per_pack
def study_flags(pack: Pack) -> pd.DataFrame:
    """All flags of all studies: study_id, flag, severity, reason; in the order of RULES, then of the studies."""
    return _raise_flags(pack)


@per_pack
def flags_by_study(pack: Pack) -> dict[str, tuple[tuple[str, str], ...]]:
    """The flags of each study that has any: pairs of flag and reason, by study id."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in study_flags(pack).itertuples():
        found[row.study_id] = (*found.get(row.study_id, ()), (row.flag, row.reason))
    return found


def _raise_flags(pack: Pack) -> pd.DataFrame:
    results = pack.results.merge(pack.outcomes[["outcome", "label", "measured_by"]], on="outcome", how="left")
    by_study = dict(iter(results.groupby("study_id")))
    nothing = results.iloc[:0]
    raised = [
        (study["study_id"], flag, severity, reason)
        for flag, (severity, rule) in RULES.items()
        for _, study in pack.studies.iterrows()
        if (reason := rule(study, by_study.get(study["study_id"], nothing)))
    ]
    return pd.DataFrame(raised, columns=["study_id", "flag", "severity", "reason"]).astype("str")
