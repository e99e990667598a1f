"""When an interval is too wide to tell anything.

With two or three results the t distribution has one or two degrees of freedom, and an interval can reach so far that no
reader could act on it. It is called too wide when it includes no effect and, besides,

- for a ratio: its upper end is more than 100 times its lower end;
- for a standardised difference: it reaches below -2 and above 2, very large harm and very large benefit;
- on any scale: it is more than three times as wide as the 95 % intervals of the single studies laid together, from the
  lowest end to the highest (logarithms for ratios), so that pooling tells much less than the studies themselves.
"""

import math

from evidence.statistics.pooled import Pooled
from evidence.vocabulary.measures import MEASURES, null_of

FOLD = 100.0
LARGE = 2.0
TIMES = 3.0
NORMAL = 1.959963984540054


def too_wide(pooled: Pooled) -> bool:
    """True when the pooled interval is too wide to tell anything."""
    return _tells_nothing(pooled, pooled.ci_low, pooled.ci_high)


def prediction_too_wide(pooled: Pooled) -> bool:
    """True when there is a prediction interval and it is too wide to tell anything."""
    if pooled.pi_low is None or pooled.pi_high is None:
        return False
    return _tells_nothing(pooled, pooled.pi_low, pooled.pi_high)


def _tells_nothing(pooled: Pooled, low: float, high: float) -> bool:
    if not low <= null_of(pooled.measure) <= high:
        return False
    if pooled.is_ratio and high > FOLD * low:
        return True
    if pooled.measure in MEASURES and MEASURES[pooled.measure].standardised and low < -LARGE and high > LARGE:
        return True
    lowest = min(point.effect - NORMAL * point.se for point in pooled.points)
    highest = max(point.effect + NORMAL * point.se for point in pooled.points)
    width = math.log(high / low) if pooled.is_ratio else high - low
    return width > TIMES * (highest - lowest)
