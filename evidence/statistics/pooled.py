"""A pooled result by random effects, with every convention named.

Between-study variance by REML, unless DL or PM is asked for; 95 % interval by Hartung and Knapp with t and k - 1 degrees
of freedom, safeguarded: never narrower than the normal interval (Rover 2015, doi:10.1186/s12874-015-0091-1); prediction
interval after Higgins, Thompson and Spiegelhalter with t and k - 2 (doi:10.1111/j.1467-985X.2008.00552.x), around the
standard error of the pooled interval; I2 from tau2 and the typical within-study variance, as in metafor. Ratios are pooled
as logarithms; estimate, interval and prediction interval are given on the natural scale, se and tau2 on the log scale.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from evidence.statistics.random_effects import random_effects
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.measures import is_ratio

FEWEST_FOR_PREDICTION = 3
FEWEST_TO_TELL_PREDICTION = 5
"""With fewer results a prediction interval is worked out for a program, but not told to a reader: it says little."""
MOST_TO_LEAVE_OUT = 100
"""Up to how many results each is left out in turn; beyond that one result hardly moves the whole."""


class Point(NamedTuple):
    """One pooled result; effect and se on the scale of pooling (log for ratios)."""

    result_id: str
    study_id: str
    citation: str
    effect: float
    se: float


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The pooled result without one of the results: the one left out, and what the other k pool to; i2 in percent."""

    result_id: str
    study_id: str
    citation: str
    k: int
    estimate: float
    ci_low: float
    ci_high: float
    tau2: float
    i2: float


@dataclass(frozen=True, slots=True)
class NotPooled:
    """Why there is no pooled result: every reason at once."""

    reasons: tuple[Fact, ...]


@dataclass(frozen=True, eq=False)
class Pooled:
    """A pooled result; scales as the module says.

    k is the number of results, i2 in percent. pi_low and pi_high are None with two results. weights: percent by result_id.
    association: not an effect of a treatment. left_out: citations without a number. conventions: what was done.
    """

    outcome: str
    measure: str
    k: int
    method: str
    interval_rule: Fact
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
    pi_rule: Fact | None
    weights: dict[str, float]
    points: tuple[Point, ...]
    left_out: tuple[str, ...]
    conventions: tuple[Fact, ...]
    association: bool

    @property
    def is_ratio(self) -> bool:
        """True when effects are logarithms on the scale of pooling."""
        return is_ratio(self.measure)

    @cached_property
    def leave_one_out(self) -> tuple[LeftOut, ...]:
        """The pooled result without each result in turn; none with fewer than 3 results or more than 100."""
        if not FEWEST_FOR_PREDICTION <= self.k <= MOST_TO_LEAVE_OUT:
            return ()
        found = []
        for place, point in enumerate(self.points):
            rest = fit(self.points[:place] + self.points[place + 1 :], self.measure, self.method)
            numbers = (rest.k, rest.estimate, rest.ci_low, rest.ci_high, rest.tau2, rest.i2)
            found.append(LeftOut(point.result_id, point.study_id, point.citation, *numbers))
        return tuple(found)


def fit(
    points: Sequence[Point],
    measure: str,
    method: str = "REML",
    outcome: str = "",
    left_out: tuple[str, ...] = (),
    about: tuple[Fact, ...] = (),
    association: bool = False,
) -> Pooled:
    """Pool at least two points without asking the gate; ValueError for numbers too extreme.

    about: what a reader must know about these results beside the method.
    """
    answer = random_effects(np.array([each.effect for each in points]), np.array([each.se for each in points]), method)
    k, ratio = len(points), is_ratio(measure)

    def natural(value: float) -> float:
        with np.errstate(over="ignore"):
            return float(np.exp(value)) if ratio else value

    weights = (100 * answer.weights).tolist()
    return Pooled(
        outcome=outcome,
        measure=measure,
        k=k,
        method=method,
        interval_rule=fact("Hartung-Knapp", df=k - 1),
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
        weights={point.result_id: weight for point, weight in zip(points, weights, strict=True)},
        points=tuple(points),
        left_out=left_out,
        conventions=(*_conventions(k, measure, method, left_out, association), *about),
        association=association,
    )


def prediction_rule(k: int) -> Fact | None:
    """The rule of the prediction interval; None with two results."""
    return fact("prediction rule", df=k - 2) if k >= FEWEST_FOR_PREDICTION else None


def _conventions(k: int, measure: str, method: str, left_out: tuple[str, ...], association: bool) -> tuple[Fact, ...]:
    scale = fact("on the log scale" if is_ratio(measure) else "on its own scale")
    predicted = (
        fact("prediction rule used", rule=prediction_rule(k))
        if k >= FEWEST_TO_TELL_PREDICTION
        else fact("prediction not told")
    )
    said = [
        fact("random effects", method=fact(method), measure=measure, scale=scale),
        fact("Hartung-Knapp used", df=k - 1),
        predicted,
    ]
    if left_out:
        said.append(fact("left out of pool", names=left_out))
    if association:
        said.insert(0, fact("pool of associations"))
    return tuple(said)
