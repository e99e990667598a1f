"""Pooling of results that pass the gate, what the pooled result says, and the same for studies at low risk of bias."""

import math
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from evidence.statistics.candidates import Candidate
from evidence.statistics.gate import TREATMENT, citations, is_association, reasons_against
from evidence.statistics.pooled import (
    FEWEST_FOR_PREDICTION,
    FEWEST_TO_TELL_PREDICTION,
    MOST_TO_LEAVE_OUT,
    NotPooled,
    Point,
    Pooled,
    fit,
)
from evidence.statistics.too_wide import prediction_too_wide, too_wide
from evidence.vocabulary.designs import RANDOMISED, TRIALS
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.measures import is_ratio, null_of, told_of

__all__ = ["NotPooled", "Pooled", "low_risk_only", "overall_judgements", "pool", "pool_summary"]


def pool(rows: Sequence[Candidate], method: str = "REML") -> Pooled | NotPooled:
    """The pooled result of these candidates, or every reason against one; method is REML, DL or PM."""
    reasons = reasons_against(rows)
    if reasons:
        return NotPooled(reasons)
    counted = [row for row in rows if row.effect.has_number]
    first = counted[0].effect
    try:
        return fit(
            [_point(row) for row in counted],
            first.measure,
            method,
            first.outcome,
            citations(row for row in rows if not row.effect.has_number),
            tuple(_about(counted)),
            is_association(counted),
        )
    except (ValueError, OverflowError):
        return NotPooled((fact("too extreme to pool"),))


def _point(row: Candidate) -> Point:
    effect = row.effect
    if effect.estimate is None or effect.se is None:
        raise ValueError("an effect without a number is not a point")
    value = math.log(effect.estimate) if is_ratio(effect.measure) else effect.estimate
    return Point(effect.result_id, effect.study_id, row.citation, value, effect.se)


def low_risk_only(pooled: Pooled, judgements: Mapping[str, str]) -> Pooled | NotPooled:
    """The pooled result of the studies whose overall risk of bias is low, or why there is none.

    judgements: the overall judgement by study_id; what was not assessed is not low.
    """
    if pooled.k < FEWEST_FOR_PREDICTION:
        return NotPooled((fact("low risk: pool too small", k=FEWEST_FOR_PREDICTION),))
    low = [point for point in pooled.points if judgements.get(point.study_id) == "low"]
    if len(low) < 2:
        return NotPooled((fact("low risk: too few", low=len(low), k=pooled.k),))
    return fit(low, pooled.measure, pooled.method, pooled.outcome, association=pooled.association)


def overall_judgements(appraisals: pd.DataFrame, outcome: str) -> dict[str, str]:
    """The overall judgement by study_id; one for the outcome goes before one for the study as a whole."""
    overall = appraisals[appraisals["domain"] == "overall"]
    found: dict[str, str] = {}
    for chosen in (overall["outcome"] == outcome, overall["outcome"].isna()):
        rows = overall[chosen.fillna(False)]
        for study, judgement in zip(rows["study_id"], rows["judgement"], strict=True):
            found.setdefault(study, judgement)
    return found


def pool_summary(pooled: Pooled) -> tuple[Fact, ...]:
    """The pooled result: the estimate, how far studies differ, and how far it hangs on single studies."""
    null = null_of(pooled.measure)
    said = [fact("pooled estimate", k=pooled.k, measure=pooled.measure, interval=told_of(pooled))]
    if too_wide(pooled):
        said.append(fact("interval too wide"))
    if pooled.k >= FEWEST_TO_TELL_PREDICTION:
        said.append(fact("effect in a new study", bounds=(pooled.pi_low, pooled.pi_high, null)))
        if prediction_too_wide(pooled):
            said.append(fact("prediction too wide"))
    without = sorted(pooled.leave_one_out, key=lambda each: each.estimate)
    if without:
        first, last = without[0], without[-1]
        ends = {
            "first": (first.estimate, null),
            "one": first.citation,
            "last": (last.estimate, null),
            "other": last.citation,
        }
        said.append(fact("leaving one out", **ends))
    elif pooled.k > MOST_TO_LEAVE_OUT:
        said.append(fact("too many to leave one out", most=MOST_TO_LEAVE_OUT))
    return tuple(said)


def _about(rows: Sequence[Candidate]) -> Iterator[Fact]:
    """What a reader must know about these results beside the method."""
    weeks = {row.week for row in rows if row.week is not None}
    if len(weeks) > 1:
        yield fact("weeks differ", first=min(weeks), last=max(weeks))
    crossed = [row for row in rows if row.structure == "crossover" and row.effect.contrast == TREATMENT]
    for kind, chosen in (
        ("crossover as parallel", [row for row in crossed if not row.paired]),
        ("crossover paired", [row for row in crossed if row.paired]),
    ):
        if chosen:
            yield fact(kind, names=citations(chosen))
    unrandomised = [row for row in rows if row.design in TRIALS and row.design != RANDOMISED]
    if 0 < len(unrandomised) < len(rows):
        yield fact("not randomised in pool", names=citations(unrandomised))
    assumed: dict[Fact, list[Candidate]] = {}
    for row in rows:
        for each in row.effect.assumptions:
            assumed.setdefault(each, []).append(row)
    for each in sorted(assumed, key=lambda each: each.kind):
        yield fact("assumed in pool", assumption=each, names=citations(assumed[each]))
