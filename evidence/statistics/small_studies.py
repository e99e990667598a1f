"""Do small studies show larger effects? A funnel and Egger's test, from ten results on.

Below ten results neither can tell chance from asymmetry (Sterne 2011, doi:10.1136/bmj.d4002), so there is a reason
instead. Egger's test is the weighted regression of the effect on its standard error with multiplicative dispersion
(doi:10.1136/bmj.315.7109.629); an asymmetric funnel has more causes than unpublished studies.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import stdtr

from evidence.statistics.arithmetic import Numbers
from evidence.statistics.pooled import Point, Pooled
from evidence.vocabulary.fact import Fact, fact

FEWEST = 10


@dataclass(frozen=True, eq=False)
class Funnel:
    """points on the scale of pooling; centre is the pooled effect on that scale.

    slope: change of the effect per unit of its standard error, with its standard error, t, df and P.
    """

    points: tuple[Point, ...]
    centre: float
    slope: float
    slope_se: float
    t: float
    df: int
    p: float
    test: Fact


def funnel(pooled: Pooled) -> Funnel | Fact:
    """The funnel of a pooled result with Egger's test, or the reason why there is none."""
    if pooled.k < FEWEST:
        return fact("too few for a funnel", fewest=FEWEST, k=pooled.k)
    effect = np.array([point.effect for point in pooled.points])
    se = np.array([point.se for point in pooled.points])
    unit = float(np.median(se))
    with np.errstate(all="ignore"):
        slope, slope_se = _weighted_slope(effect / unit, se / unit)
    if not (np.isfinite(slope) and np.isfinite(slope_se) and slope_se > 0):
        return fact("studies of one size")
    t, df = slope / slope_se, pooled.k - 2
    p = 2 * float(stdtr(df, -abs(t)))
    return Funnel(
        points=pooled.points,
        centre=float(np.log(pooled.estimate)) if pooled.is_ratio else pooled.estimate,
        slope=slope,
        slope_se=slope_se,
        t=t,
        df=df,
        p=p,
        test=fact("Egger's test", t=t, df=df, p=p),
    )


def _weighted_slope(effect: Numbers, se: Numbers) -> tuple[float, float]:
    """Slope of the effect on its standard error, weights 1 / se squared, and its standard error; NaN for equal sizes."""
    weights = 1 / se**2
    total = weights.sum()
    from_mean = se - (weights * se).sum() / total
    spread = float((weights * from_mean**2).sum())
    if np.ptp(se) <= 1e-12 * se.max():
        return np.nan, np.nan
    slope = float((weights * from_mean * effect).sum() / spread)
    rest = effect - (weights * effect).sum() / total - slope * from_mean
    dispersion = float((weights * rest**2).sum() / (len(effect) - 2))
    return slope, float(np.sqrt(dispersion / spread))
