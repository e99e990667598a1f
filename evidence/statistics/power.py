"""What a trial of two groups could have detected, and how large one must be.

Two-sided t test of two means with equal variances at 5 %, by the noncentral t distribution; the wrong tail is not
counted as power, as in R's power.t.test (strict = FALSE). Smallest detectable difference: the true difference that
such a trial finds with 80 % probability.
"""

import numpy as np
import pandas as pd
from scipy.optimize import brentq
from scipy.stats import nct, t

from evidence.statistics.arithmetic import pooled_sd
from evidence.statistics.inputs import read_inputs
from evidence.wording.words import tr

POWER = 0.8
ALPHA = 0.05
LARGEST_GROUP = 1e9
COLUMNS = (
    "result_id",
    "study_id",
    "outcome",
    "n_1",
    "n_2",
    "sd",
    "smallest_difference",
    "important_difference",
    "source",
    "people_per_group",
    "reason",
)


def power_of(difference: float, sd: float, n_1: float, n_2: float, alpha: float = ALPHA) -> float:
    """The probability of finding a true difference with groups of n_1 and n_2 people; needs n_1 + n_2 above 2."""
    df = n_1 + n_2 - 2
    shift = abs(difference) / (sd * np.sqrt(1 / n_1 + 1 / n_2))
    return float(nct.sf(t.ppf(1 - alpha / 2, df), df, shift))


def smallest_detectable_difference(
    sd: float, n_1: float, n_2: float, power: float = POWER, alpha: float = ALPHA
) -> float | None:
    """The difference found with this power, in the unit of sd; None when there are not two people in each group."""
    if not (sd > 0 and n_1 >= 2 and n_2 >= 2):
        return None
    error = sd * np.sqrt(1 / n_1 + 1 / n_2)
    shift = brentq(lambda each: power_of(each * error, sd, n_1, n_2, alpha) - power, 1e-9, 1e3, xtol=1e-12)
    return float(shift * error)


def people_per_group(difference: float, sd: float, power: float = POWER, alpha: float = ALPHA) -> float | None:
    """People needed in each of two equal groups, not rounded up; None for no difference or no trial of any size.

    2.0 where even two people in each group are more than enough.
    """
    if not (sd > 0 and np.isfinite(difference) and difference != 0):
        return None

    def short_of(n: float) -> float:
        return power_of(difference, sd, n, n, alpha) - power

    if short_of(2.0) >= 0:
        return 2.0
    guess = 2 * ((t.ppf(1 - alpha / 2, 1e9) + t.ppf(power, 1e9)) * sd / difference) ** 2
    if guess > LARGEST_GROUP:
        return None
    return float(brentq(short_of, 2.0, 2 * guess + 10, xtol=1e-10))


def power_table(results: pd.DataFrame, outcomes: pd.DataFrame, reference_values: pd.DataFrame) -> pd.DataFrame:
    """One row per between-group result on a continuous outcome (COLUMNS), in the order of results.

    sd is the SD common to both groups, or the one behind a reported mean difference with its interval and group sizes.
    The important difference comes from reference_values of contrast between groups only; people_per_group would detect
    it at this SD. What is not known is NaN, and reason says why.
    """
    given = read_inputs(results, outcomes)
    reported_md = given.reported & (given.measure == "MD") & np.isfinite(given.n_1) & np.isfinite(given.n_2)
    with np.errstate(all="ignore"):
        sd = np.where(
            given.two_means,
            pooled_sd(given.sd_1, given.n_1, given.sd_2, given.n_2),
            np.where(reported_md, given.reported_se / np.sqrt(1 / given.n_1 + 1 / given.n_2), np.nan),
        )
    important = _important_differences(reference_values)
    rows = []
    for place in np.flatnonzero((given.contrast == "between groups") & np.isin(given.measure, ["MD", "SMD"])):
        result = results.iloc[place]
        matters, source = important.get(result["outcome"], (np.nan, ""))
        smallest = smallest_detectable_difference(sd[place], given.n_1[place], given.n_2[place])
        needed = people_per_group(matters, sd[place])
        rows.append(
            (
                result["result_id"],
                result["study_id"],
                result["outcome"],
                given.n_1[place],
                given.n_2[place],
                sd[place],
                smallest,
                matters,
                source,
                needed,
                _reason(sd[place], smallest, matters),
            )
        )
    kinds = {name: "float64" for name in COLUMNS if name not in ("result_id", "study_id", "outcome", "source", "reason")}
    table = pd.DataFrame(rows, columns=list(COLUMNS)).astype(kinds)
    return table.astype({name: "str" for name in COLUMNS if name not in kinds})


def _important_differences(reference_values: pd.DataFrame) -> dict[str, tuple[float, str]]:
    """For each outcome the smallest sourced important difference between groups, and its source."""
    kind, contrast = reference_values["kind"], reference_values["contrast"]
    chosen = reference_values[(kind == "important difference") & (contrast == "between groups")]
    found: dict[str, tuple[float, str]] = {}
    for outcome, estimate, source in chosen[["outcome", "estimate", "source"]].itertuples(index=False):
        if outcome not in found or abs(estimate) < abs(found[outcome][0]):
            found[outcome] = (float(estimate), str(source))
    return found


def _reason(sd: float, smallest: float | None, matters: float) -> str:
    if not np.isfinite(sd):
        return tr("no standard deviation of both groups")
    if smallest is None:
        return tr("fewer than two people in a group")
    if not np.isfinite(matters):
        return tr("no important difference between groups is sourced for this outcome")
    return ""
