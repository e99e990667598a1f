"""Random effects for a handful of numbers: the pooled mean, its interval, and how far the studies differ.

The engine is PyMetaAnalysis. Two of its corners are looked after here:

- It stops its search for tau2 at an absolute width, too coarse where effects are tiny. Effects are divided by their
  median standard error before, and the answer is multiplied after.
- Its REML search takes tau2 = 0 whenever the restricted likelihood falls there, and the first root it meets otherwise.
  The likelihood can have a second, higher peak (one precise study far away from the rest), which metafor finds. The
  likelihood is therefore looked at over a grid, and where a higher peak is found the same formulas are computed there.
"""

from dataclasses import dataclass

import meta_analyze
import numpy as np
from scipy.optimize import brentq
from scipy.stats import chi2, t

from evidence.statistics.arithmetic import Numbers

GRID = 96
CLEARLY_HIGHER = 1e-6
"""How much higher the log likelihood of another peak must be; below this it is the same peak."""


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
    """Pool at least two effects; method REML, DL or PM; raises meta_analyze.MetaAnalysisError where it cannot."""
    unit = float(np.median(se))
    effect, variance = effect / unit, (se / unit) ** 2
    result = meta_analyze.meta_analysis(
        effect=effect, variance=variance, tau2_method=method, ci_method="hartung_knapp_adhoc", atol=1e-12
    )
    higher = _higher_peak(effect, variance, result.tau2) if method == "REML" else None
    if higher is not None:
        return _in_unit(_at(effect, variance, higher), unit)
    heterogeneity = result.heterogeneity
    return _in_unit(
        RandomEffects(
            result.estimate,
            result.standard_error,
            result.ci_low,
            result.ci_high,
            result.prediction_interval,
            result.tau2,
            heterogeneity.i2,
            heterogeneity.q,
            heterogeneity.df,
            heterogeneity.pvalue,
            result.study_results["normalized_weight"].to_numpy(dtype=np.float64),
        ),
        unit,
    )


def _in_unit(answer: RandomEffects, unit: float) -> RandomEffects:
    low, high = answer.prediction or (np.nan, np.nan)
    return RandomEffects(
        float(answer.estimate * unit),
        float(answer.se * unit),
        float(answer.ci_low * unit),
        float(answer.ci_high * unit),
        (float(low * unit), float(high * unit)) if answer.prediction else None,
        float(answer.tau2 * unit**2),
        float(answer.i2),
        float(answer.q),
        int(answer.q_df),
        float(answer.q_p),
        answer.weights,
    )


def _higher_peak(effect: Numbers, variance: Numbers, tau2: float) -> float | None:
    """The tau2 of a clearly higher restricted likelihood than at this one, or None."""
    largest = 10 * max(float(np.var(effect)), float(variance.min()))
    grid = np.concatenate([[0.0], np.geomspace(1e-6 * float(variance.min()), largest, GRID)])
    heights = np.array([_log_likelihood(effect, variance, each) for each in grid])
    top = int(heights.argmax())
    if heights[top] <= _log_likelihood(effect, variance, tau2) + CLEARLY_HIGHER:
        return None
    below, above = grid[max(top - 1, 0)], grid[min(top + 1, GRID)]
    if not _score(effect, variance, below) > 0 > _score(effect, variance, above):
        return float(grid[top])
    return float(brentq(lambda each: _score(effect, variance, each), below, above, xtol=1e-14, rtol=1e-13))


def _log_likelihood(effect: Numbers, variance: Numbers, tau2: float) -> float:
    weights = 1 / (variance + tau2)
    total = weights.sum()
    mean = (weights * effect).sum() / total
    return float((np.log(weights).sum() - np.log(total) - (weights * (effect - mean) ** 2).sum()) / 2)


def _score(effect: Numbers, variance: Numbers, tau2: float) -> float:
    weights = 1 / (variance + tau2)
    total = weights.sum()
    mean = (weights * effect).sum() / total
    return float(((weights * (effect - mean)) ** 2).sum() - total + (weights**2).sum() / total)


def _at(effect: Numbers, variance: Numbers, tau2: float) -> RandomEffects:
    """The engine's formulas at a given tau2."""
    k = len(effect)
    weights = 1 / (variance + tau2)
    total = weights.sum()
    mean = (weights * effect).sum() / total
    spread = (weights * (effect - mean) ** 2).sum() / (k - 1)
    se = np.sqrt(max(1.0, spread) / total)
    reach = t.ppf(0.975, k - 1) * se
    ahead = t.ppf(0.975, k - 2) * np.sqrt(tau2 + se**2) if k > 2 else np.nan
    fixed = 1 / variance
    q = (fixed * (effect - (fixed * effect).sum() / fixed.sum()) ** 2).sum()
    typical = (k - 1) / (fixed.sum() - (fixed**2).sum() / fixed.sum())
    return RandomEffects(
        mean,
        se,
        mean - reach,
        mean + reach,
        (mean - ahead, mean + ahead) if k > 2 else None,
        tau2,
        tau2 / (tau2 + typical),
        q,
        k - 1,
        chi2.sf(q, k - 1),
        weights / total,
    )
