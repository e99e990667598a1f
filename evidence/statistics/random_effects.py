"""Random effects: the pooled mean, its interval, and how far the studies differ, by REML, DL or PM.

Own arithmetic on numpy and scipy rather than a package: the packages that were looked at take tau2 = 0 wherever the
restricted likelihood falls there, and so miss a second, higher peak (one precise study far away from the rest), and stop
their search at an absolute width, which is too coarse where effects are tiny. Here the likelihood is looked at over a grid,
its highest peak is refined to the last digits, and effects are divided by their median standard error before and multiplied
after, so that the unit does not matter. tests/oracles holds what metafor says.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq
from scipy.special import chdtrc, stdtrit

from evidence.statistics.arithmetic import Numbers

GRID = 96
BLOCK = 1000
"""At how many places the likelihood is looked at, and up to how many effects this is done for all places at once."""


@dataclass(frozen=True, eq=False)
class RandomEffects:
    """The answer on the scale of the effects; weights sum to 1; prediction is None for two studies; i2 from 0 to 1."""

    estimate: float
    se: float
    ci_low: float
    ci_high: float
    prediction: tuple[float, float] | None
    tau2: float
    i2: float
    q: float
    q_df: int
    q_p: float
    weights: Numbers


def random_effects(effect: Numbers, se: Numbers, method: str = "REML") -> RandomEffects:
    """Pool at least two effects; method REML, DL or PM. Raises ValueError where the numbers are too extreme."""
    unit = float(np.median(se))
    with np.errstate(all="ignore"):
        scaled, variance = effect / unit, (se / unit) ** 2
        answer = _at(scaled, variance, TAU2[method](scaled, variance), unit)
    numbers = (answer.estimate, answer.se, answer.ci_low, answer.ci_high, answer.tau2, answer.i2, answer.q)
    if len(effect) < 2 or not np.isfinite(numbers).all() or not answer.se > 0:
        raise ValueError("numbers too extreme for random effects")
    return answer


def _restricted_likelihood(effect: Numbers, variance: Numbers) -> float:
    """tau2 of the highest peak of the restricted likelihood."""
    largest = 10 * max(float(np.var(effect)), float(variance.min()))
    grid = np.concatenate([[0.0], np.geomspace(1e-6 * float(variance.min()), largest, GRID)])
    if len(effect) <= BLOCK:
        heights = _log_likelihood(effect, variance, grid)
    else:
        heights = np.concatenate([_log_likelihood(effect, variance, grid[[place]]) for place in range(len(grid))])
    if not np.isfinite(heights).all():
        raise ValueError("no restricted likelihood")
    top = int(heights.argmax())
    below, above = grid[max(top - 1, 0)], grid[min(top + 1, GRID)]

    def slope(tau2: float) -> float:
        weights = 1 / (variance + tau2)
        total = weights.sum()
        mean = (weights * effect).sum() / total
        return float(((weights * (effect - mean)) ** 2).sum() - total + (weights**2).sum() / total)

    if not slope(below) > 0 > slope(above):
        return float(grid[top])
    return _root(slope, below, above)


def _log_likelihood(effect: Numbers, variance: Numbers, tau2: Numbers) -> Numbers:
    """The restricted log likelihood at each tau2, without its constant."""
    weights = 1 / (variance + tau2[:, None])
    total = weights.sum(axis=1)
    mean = (weights * effect).sum(axis=1) / total
    squares = (weights * (effect - mean[:, None]) ** 2).sum(axis=1)
    heights: Numbers = (np.log(weights).sum(axis=1) - np.log(total) - squares) / 2
    return heights


def _moments(effect: Numbers, variance: Numbers) -> float:
    """tau2 of DerSimonian and Laird (doi:10.1016/0197-2456(86)90046-2)."""
    weights = 1 / variance
    excess = _q(effect, variance) - (len(effect) - 1)
    return max(0.0, float(excess / (weights.sum() - (weights**2).sum() / weights.sum())))


def _paule_mandel(effect: Numbers, variance: Numbers) -> float:
    """tau2 at which Q has its expected value k - 1 (doi:10.6028/jres.087.022); Q falls all the way."""

    def excess(tau2: float) -> float:
        return _q(effect, variance + tau2) - (len(effect) - 1)

    if not excess(0.0) > 0:
        return 0.0
    above = max(float(np.var(effect)), float(variance.min()))
    while excess(above) > 0:
        above *= 4
    return _root(excess, 0.0, above)


def _root(function: Callable[[float], float], below: float, above: float) -> float:
    return float(brentq(function, below, above, xtol=1e-15, rtol=1e-13, maxiter=500))


def _q(effect: Numbers, variance: Numbers) -> float:
    weights = 1 / variance
    mean = (weights * effect).sum() / weights.sum()
    return float((weights * (effect - mean) ** 2).sum())


def _at(effect: Numbers, variance: Numbers, tau2: float, unit: float) -> RandomEffects:
    """The answer at a given tau2, in the unit of the effects before they were divided by it."""
    k = len(effect)
    weights = 1 / (variance + tau2)
    total = weights.sum()
    mean = float((weights * effect).sum() / total)
    spread = float((weights * (effect - mean) ** 2).sum() / (k - 1))
    se = float(np.sqrt(max(1.0, spread) / total))
    reach = float(stdtrit(k - 1, 0.975)) * se
    ahead = float(stdtrit(k - 2, 0.975)) * np.sqrt(tau2 + se**2) if k > 2 else np.nan
    fixed = 1 / variance
    typical = (k - 1) / (fixed.sum() - (fixed**2).sum() / fixed.sum())
    q = _q(effect, variance)
    return RandomEffects(
        estimate=mean * unit,
        se=se * unit,
        ci_low=(mean - reach) * unit,
        ci_high=(mean + reach) * unit,
        prediction=(float((mean - ahead) * unit), float((mean + ahead) * unit)) if k > 2 else None,
        tau2=tau2 * unit**2,
        i2=float(tau2 / (tau2 + typical)),
        q=q,
        q_df=k - 1,
        q_p=float(chdtrc(k - 1, q)),
        weights=weights / total,
    )


TAU2: dict[str, Callable[[Numbers, Numbers], float]] = {"REML": _restricted_likelihood, "DL": _moments, "PM": _paule_mandel}
