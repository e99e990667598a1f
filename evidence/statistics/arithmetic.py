"""The arithmetic of effect measures, as in metafor's `escalc` (Viechtbauer 2010, doi:10.18637/jss.v036.i03).

Every function takes arrays of one row per result and returns the effect and its sampling variance; nothing
here knows where a number came from. Ratios are on the log scale. A value that cannot be computed is NaN.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln, ndtri, stdtrit

Numbers = NDArray[np.float64]
Computed = tuple[Numbers, Numbers]

LOG_ODDS_TO_SMD = float(np.sqrt(3) / np.pi)
"""Factor from a log odds ratio to a standardised mean difference (logistic; Chinn 2000, OR2DL in metafor)."""


def small_sample_factor(degrees_of_freedom: Numbers) -> Numbers:
    """The exact correction factor J of Hedges (1981, doi:10.3102/10769986006002107), NaN at 1."""
    m = np.where(degrees_of_freedom > 1, degrees_of_freedom, np.nan)
    return np.exp(gammaln(m / 2) - np.log(np.sqrt(m / 2)) - gammaln((m - 1) / 2))


def mean_difference(mean_1: Numbers, sd_1: Numbers, n_1: Numbers, mean_2: Numbers, sd_2: Numbers, n_2: Numbers) -> Computed:
    """MD = mean_1 - mean_2, variance sd_1^2 / n_1 + sd_2^2 / n_2: the SDs need not be equal."""
    return mean_1 - mean_2, sd_1**2 / n_1 + sd_2**2 / n_2


def pooled_sd(sd_1: Numbers, n_1: Numbers, sd_2: Numbers, n_2: Numbers) -> Numbers:
    """The standard deviation common to two groups; NaN when n_1 + n_2 is 2 or less."""
    degrees_of_freedom = np.where(n_1 + n_2 > 2, n_1 + n_2 - 2, np.nan)
    return np.sqrt(((n_1 - 1) * sd_1**2 + (n_2 - 1) * sd_2**2) / degrees_of_freedom)


def standardised_mean_difference(
    mean_1: Numbers, sd_1: Numbers, n_1: Numbers, mean_2: Numbers, sd_2: Numbers, n_2: Numbers
) -> Computed:
    """SMD = Hedges' g = J(n_1 + n_2 - 2) x (mean_1 - mean_2) / pooled SD.

    Variance 1/n_1 + 1/n_2 + g^2 / (2 (n_1 + n_2)): the large-sample one, vtype "LS", metafor's default.
    """
    g = small_sample_factor(n_1 + n_2 - 2) * (mean_1 - mean_2) / pooled_sd(sd_1, n_1, sd_2, n_2)
    return g, 1 / n_1 + 1 / n_2 + g**2 / (2 * (n_1 + n_2))


def four_cells(
    events_1: Numbers, n_1: Numbers, events_2: Numbers, n_2: Numbers
) -> tuple[Numbers, Numbers, Numbers, Numbers, NDArray[np.bool_]]:
    """Events and non-events of both groups, 0.5 added to all four where one is 0, and where that was done.

    With no event in either group the same is done, as in metafor (`drop00 = FALSE`): the interval is then
    wide.
    """
    cells = np.stack([events_1, n_1 - events_1, events_2, n_2 - events_2])
    has_zero = (cells == 0).any(axis=0)
    a, b, c, d = cells + np.where(has_zero, 0.5, 0.0)
    return a, b, c, d, has_zero


def log_risk_ratio(a: Numbers, b: Numbers, c: Numbers, d: Numbers) -> Computed:
    """log RR of the four cells, variance 1/a - 1/(a + b) + 1/c - 1/(c + d)."""
    return np.log(a / (a + b)) - np.log(c / (c + d)), 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)


def log_odds_ratio(a: Numbers, b: Numbers, c: Numbers, d: Numbers) -> Computed:
    """log OR of the four cells, variance 1/a + 1/b + 1/c + 1/d."""
    return np.log(a / b) - np.log(c / d), 1 / a + 1 / b + 1 / c + 1 / d


def sd_of_change(sd_1: Numbers, sd_2: Numbers, correlation: float) -> Numbers:
    """The standard deviation of within-person changes from those before and after and their correlation."""
    return np.sqrt(sd_1**2 + sd_2**2 - 2 * correlation * sd_1 * sd_2)


def standardised_mean_change(change: Numbers, sd_change: Numbers, n: Numbers) -> Computed:
    """SMCC = J(n - 1) x mean change / SD of change.

    Variance 1/n + SMCC^2 / (2n): vtype "LS", metafor's default. NaN for n of 2 or less, where J does not
    exist.
    """
    smcc = small_sample_factor(n - 1) * change / sd_change
    return smcc, 1 / n + smcc**2 / (2 * n)


def critical_value(degrees_of_freedom: Numbers) -> Numbers:
    """The two-sided 95% point of t with these degrees of freedom, of the normal where they are NaN."""
    of_t = stdtrit(np.where(degrees_of_freedom > 0, degrees_of_freedom, np.nan), 0.975)
    return np.where(np.isnan(degrees_of_freedom), ndtri(0.975), of_t)


def standard_error_from_interval(ci_low: Numbers, ci_high: Numbers, degrees_of_freedom: Numbers) -> Numbers:
    """The standard error behind a reported 95% interval, by half its width; pass ratios as logarithms."""
    return (ci_high - ci_low) / (2 * critical_value(degrees_of_freedom))
