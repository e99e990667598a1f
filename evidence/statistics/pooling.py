"""Pooling of results that passed the gate: random effects, with every convention named.

Between-study variance by REML, unless DL or PM is asked for; 95 % interval by Hartung and Knapp with t and k - 1 degrees
of freedom, safeguarded: never narrower than the normal interval (Rover 2015, doi:10.1186/s12874-015-0091-1); prediction
interval after Higgins, Thompson and Spiegelhalter with t and k - 2 (doi:10.1111/j.1467-985X.2008.00552.x), around the
standard error of the pooled interval; I2 from tau2 and the typical within-study variance, as in metafor. Ratios are
pooled as logarithms; estimate, interval and prediction interval are given on the natural scale, se and tau2 on the log
scale. k is the number of results.
"""

from dataclasses import dataclass
from functools import cached_property

import meta_analyze
import numpy as np
import pandas as pd

from evidence.statistics.arithmetic import RATIOS
from evidence.statistics.gate import TRIALS, named, reasons_against, rows_for_pooling
from evidence.statistics.random_effects import random_effects
from evidence.wording.words import interval, plain, tr

FEWEST_FOR_PREDICTION = 3
LOO_COLUMNS = ("result_id", "study_id", "citation", "k", "estimate", "ci_low", "ci_high", "tau2", "i2")


@dataclass(frozen=True)
class NotPooled:
    """Why there is no pooled result: every reason at once."""

    reasons: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Pooled:
    """A pooled result; scales as the module says.

    i2 is in percent. pi_low and pi_high are None with two results. weights: result_id, weight_percent. points: one row
    per pooled result with result_id, study_id, citation, effect and se on the scale of pooling. left_out: citations
    without a number. conventions: what was done, in sentences.
    """

    outcome: str
    measure: str
    k: int
    method: str
    interval_rule: str
    estimate: float
    ci_low: float
    ci_high: float
    se: float
    tau2: float
    i2: float
    q: float
    q_df: int
    q_p: float
    pi_low: float | None
    pi_high: float | None
    pi_rule: str
    weights: pd.DataFrame
    points: pd.DataFrame
    left_out: tuple[str, ...]
    conventions: tuple[str, ...]

    @property
    def is_ratio(self) -> bool:
        """True when effects are logarithms on the scale of pooling."""
        return self.measure in RATIOS

    @cached_property
    def leave_one_out(self) -> pd.DataFrame:
        """The pooled result without each result in turn: LOO_COLUMNS; no rows with fewer than three results."""
        fits = []
        for place in range(self.k if self.k >= FEWEST_FOR_PREDICTION else 0):
            rest = fit(self.points.drop(index=place), self.measure, self.method)
            left = self.points.loc[place, ["result_id", "study_id", "citation"]]
            fits.append({**left, **{name: getattr(rest, name) for name in LOO_COLUMNS[3:]}})
        return pd.DataFrame(fits, columns=list(LOO_COLUMNS))


def pool(
    results: pd.DataFrame, studies: pd.DataFrame, outcomes: pd.DataFrame, effects: pd.DataFrame, method: str = "REML"
) -> Pooled | NotPooled:
    """The pooled result of these results, or every reason against one.

    effects are the native_effects or standardised_effects of results, in their order; method is REML, DL or PM.
    """
    rows = rows_for_pooling(results, studies, outcomes, effects)
    reasons = reasons_against(rows)
    if reasons:
        return NotPooled(reasons)
    known = np.isfinite(rows["estimate"].to_numpy(dtype=np.float64))
    counted = rows[known].reset_index(drop=True)
    measure = str(counted["measure"].iloc[0])
    points = counted[["result_id", "study_id", "citation"]].copy()
    points["effect"] = np.log(counted["estimate"]) if measure in RATIOS else counted["estimate"]
    points["se"] = counted["se"]
    left_out = tuple(dict.fromkeys(rows.loc[~known, "citation"]))
    try:
        return fit(points, measure, method, str(counted["outcome"].iloc[0]), left_out, _about(counted))
    except (meta_analyze.MetaAnalysisError, ValueError) as error:
        return NotPooled((tr("the numbers are too extreme to pool ({error})", error=str(error).rstrip(".")),))


def fit(
    points: pd.DataFrame,
    measure: str,
    method: str = "REML",
    outcome: str = "",
    left_out: tuple[str, ...] = (),
    about: tuple[str, ...] = (),
) -> Pooled:
    """Pool points (result_id, study_id, citation, effect, se) without asking the gate; at least two of them."""
    points = points.reset_index(drop=True)
    effect, se = (points[name].to_numpy(dtype=np.float64) for name in ("effect", "se"))
    answer = random_effects(effect, se, method)

    def natural(value: float) -> float:
        with np.errstate(over="ignore"):
            return float(np.exp(value)) if measure in RATIOS else value

    k = len(points)
    return Pooled(
        outcome=outcome,
        measure=measure,
        k=k,
        method=method,
        interval_rule=tr("Hartung-Knapp, t with {df} degrees of freedom, never narrower than normal", df=k - 1),
        estimate=natural(answer.estimate),
        ci_low=natural(answer.ci_low),
        ci_high=natural(answer.ci_high),
        se=answer.se,
        tau2=answer.tau2,
        i2=100 * answer.i2,
        q=answer.q,
        q_df=answer.q_df,
        q_p=answer.q_p,
        pi_low=natural(answer.prediction[0]) if answer.prediction else None,
        pi_high=natural(answer.prediction[1]) if answer.prediction else None,
        pi_rule=prediction_rule(k),
        weights=pd.DataFrame({"result_id": points["result_id"], "weight_percent": 100 * answer.weights}),
        points=points,
        left_out=left_out,
        conventions=(*_conventions(k, measure, method, left_out), *about),
    )


def low_risk_only(pooled: Pooled, appraisals: pd.DataFrame) -> Pooled | NotPooled:
    """The pooled result of the studies whose overall risk of bias is low, or why there is none.

    A judgement for the outcome goes before one for the study as a whole; what was not assessed is not low.
    """
    if pooled.k < FEWEST_FOR_PREDICTION:
        return NotPooled((tr("low risk of bias alone: needs at least {k} results in the pool", k=FEWEST_FOR_PREDICTION),))
    overall = appraisals[appraisals["domain"] == "overall"]
    whole = overall[overall["outcome"].isna()].drop_duplicates("study_id").set_index("study_id")["judgement"]
    own = overall[overall["outcome"] == pooled.outcome].drop_duplicates("study_id").set_index("study_id")["judgement"]
    judgement = pooled.points["study_id"].map({**whole, **own})
    low = pooled.points[judgement == "low"]
    if len(low) < 2:
        return NotPooled((tr("low risk of bias alone: {count} of {k} results", count=len(low), k=pooled.k),))
    return fit(low, pooled.measure, pooled.method, pooled.outcome)


def pool_summary(pooled: Pooled) -> tuple[str, ...]:
    """The pooled result in sentences: the estimate, how far studies differ, and how far it hangs on single studies."""
    sentences = [
        tr(
            "{k} results pool to {measure} {interval}.",
            k=pooled.k,
            measure=pooled.measure,
            interval=interval(pooled.estimate, pooled.ci_low, pooled.ci_high),
        )
    ]
    if pooled.pi_low is not None and pooled.pi_high is not None:
        sentences.append(
            tr(
                "The effect in a new study is expected in {interval}.",
                interval=interval(pooled.estimate, pooled.pi_low, pooled.pi_high).split(" ", 1)[1],
            )
        )
    if len(pooled.leave_one_out):
        without = pooled.leave_one_out.sort_values("estimate")
        first, last = without.iloc[0], without.iloc[-1]
        sentences.append(
            tr(
                "Leaving out one result at a time moves the estimate from {first} (without {one}) "
                "to {last} (without {other}).",
                first=plain(round(first["estimate"], 2)),
                one=first["citation"],
                last=plain(round(last["estimate"], 2)),
                other=last["citation"],
            )
        )
    return tuple(sentences)


def prediction_rule(k: int) -> str:
    """The rule of the prediction interval in words, empty with two results."""
    return tr("Higgins-Thompson-Spiegelhalter, t with {df} degrees of freedom", df=k - 2) if k > 2 else ""


def _conventions(k: int, measure: str, method: str, left_out: tuple[str, ...]) -> tuple[str, ...]:
    names = {"REML": tr("restricted maximum likelihood"), "DL": "DerSimonian-Laird", "PM": "Paule-Mandel"}
    scale = tr("on the log scale") if measure in RATIOS else tr("on its own scale")
    sentences = [
        tr(
            "Random effects, between-study variance by {method}, {measure} {scale}.",
            method=names[method],
            measure=measure,
            scale=scale,
        ),
        tr(
            "95% interval by Hartung-Knapp with t and {df} degrees of freedom, never narrower than the normal interval.",
            df=k - 1,
        ),
        tr("Prediction interval: {rule}.", rule=prediction_rule(k))
        if k > 2
        else tr("A prediction interval needs at least three results."),
    ]
    if left_out:
        sentences.append(tr("Without a usable number and so not in the pool: {names}.", names=named(left_out)))
    return tuple(sentences)


def _about(counted: pd.DataFrame) -> tuple[str, ...]:
    """What a reader must know about these results beside the method."""
    said = []
    weeks = counted["week"].dropna()
    if weeks.nunique() > 1:
        said.append(tr("Measured after {first} to {last} weeks.", first=plain(weeks.min()), last=plain(weeks.max())))
    crossed = counted[counted["structure"] == "crossover"]
    if len(crossed):
        said.append(
            tr(
                "Crossover trials taken as if parallel, which makes their intervals too wide: {names}.",
                names=named(crossed["citation"]),
            )
        )
    unrandomised = counted[counted["design"] == TRIALS[1]]
    if 0 < len(unrandomised) < len(counted):
        said.append(
            tr(
                "Not randomised, but in the same pool: {names}; look at the randomised trials alone too.",
                names=named(unrandomised["citation"]),
            )
        )
    assumed = counted[counted["assumption"].fillna("") != ""]
    for text, rows in assumed.groupby("assumption", sort=True):
        said.append(
            tr("{assumption}: {names}.", assumption=str(text)[0].upper() + str(text)[1:], names=named(rows["citation"]))
        )
    return tuple(said)
