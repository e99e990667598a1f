"""What a trial of two groups could have detected, and how large one must be.

Two-sided t test of two means with equal variances at 5 %, by the noncentral t distribution; the wrong tail is not
counted as power, as in R's power.t.test (strict = FALSE). Smallest detectable difference: the true difference that
such a trial finds with 80 % probability.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd
from scipy.optimize import brentq
from scipy.special import stdtrit
from scipy.stats import nct

from evidence.statistics.arithmetic import pooled_sd
from evidence.statistics.inputs import read_inputs
from evidence.statistics.sheet import places
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.known import known

POWER = 0.8
ALPHA = 0.05
LARGEST_GROUP = 1e9
CONTINUOUS = ("MD", "SMD")


@dataclass(frozen=True, slots=True)
class PowerRow:
    """What one between-group result on a continuous outcome could have found; None where it is not known.

    sd is the SD common to both groups, or the one behind a reported mean difference with its interval and group sizes.
    smallest_difference would be found with 80 % probability. important_difference is the smallest sourced one between
    groups, with its source; people_per_group would find it at this SD. reason: why something is not known.
    """

    result_id: str
    study_id: str
    outcome: str
    n_1: float | None
    n_2: float | None
    sd: float | None
    smallest_difference: float | None
    important_difference: float | None
    source: str
    people_per_group: float | None
    reason: Fact | None


def power_of(difference: float, sd: float, n_1: float, n_2: float, alpha: float = ALPHA) -> float:
    """The probability of finding a true difference with groups of n_1 and n_2 people; needs n_1 + n_2 above 2."""
    df = n_1 + n_2 - 2
    shift = abs(difference) / (sd * np.sqrt(1 / n_1 + 1 / n_2))
    return float(nct.sf(stdtrit(df, 1 - alpha / 2), df, shift))


def smallest_detectable_difference(
    sd: float, n_1: float, n_2: float, power: float = POWER, alpha: float = ALPHA
) -> float | None:
    """The difference found with this power, in the unit of sd; None when there are not two people in each group."""
    if not (sd > 0 and n_1 >= 2 and n_2 >= 2):
        return None
    return float(_shift(n_1 + n_2 - 2, power, alpha) * sd * np.sqrt(1 / n_1 + 1 / n_2))


@lru_cache(maxsize=4096)
def _shift(df: float, power: float, alpha: float) -> float:
    """How many standard errors a difference measures that is found with this power."""
    limit = stdtrit(df, 1 - alpha / 2)
    return float(brentq(lambda each: nct.sf(limit, df, each) - power, 1e-9, 1e3, xtol=1e-12))


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
    guess = 2 * ((stdtrit(1e9, 1 - alpha / 2) + stdtrit(1e9, power)) * sd / difference) ** 2
    if guess > LARGEST_GROUP:
        return None
    return float(brentq(short_of, 2.0, 2 * guess + 10, xtol=1e-10))


def power_rows(results: pd.DataFrame, outcomes: pd.DataFrame, reference_values: pd.DataFrame) -> tuple[PowerRow, ...]:
    """One row per between-group result on a continuous outcome, in the order of results."""
    given = read_inputs(results, outcomes)
    reported_md = given.reported & (given.measure == "MD") & np.isfinite(given.n_1) & np.isfinite(given.n_2)
    with np.errstate(all="ignore"):
        sds = np.where(
            given.two_means,
            pooled_sd(given.sd_1, given.n_1, given.sd_2, given.n_2),
            np.where(reported_md, given.reported_se / np.sqrt(1 / given.n_1 + 1 / given.n_2), np.nan),
        )
    important = _important_differences(reference_values)
    ids = list(zip(*(results[name].tolist() for name in ("result_id", "study_id", "outcome")), strict=True))
    rows = []
    for place in places((given.contrast == "between groups") & np.isin(given.measure, CONTINUOUS)):
        sd, n_1, n_2 = (float(column[place]) for column in (sds, given.n_1, given.n_2))
        matters, source = important.get(ids[place][2], (math.nan, ""))
        smallest = smallest_detectable_difference(sd, n_1, n_2)
        needed = people_per_group(matters, sd)
        reason = _reason(sd, smallest, matters)
        result_id, study_id, outcome = ids[place]
        rows.append(
            PowerRow(
                result_id=result_id,
                study_id=study_id,
                outcome=outcome,
                n_1=_or_none(n_1),
                n_2=_or_none(n_2),
                sd=_or_none(sd),
                smallest_difference=smallest,
                important_difference=_or_none(matters),
                source=source,
                people_per_group=needed,
                reason=reason,
            )
        )
    return tuple(rows)


def power_facts(
    results: pd.DataFrame, outcomes: pd.DataFrame, reference_values: pd.DataFrame
) -> dict[str, tuple[Fact, ...]]:
    """What each two-group trial of a continuous outcome could have found, by result id; none where no SD is known."""
    units = {outcome: _unit(unit) for outcome, unit in zip(outcomes["outcome"], outcomes["unit"], strict=True)}
    found: dict[str, tuple[Fact, ...]] = {}
    for row in power_rows(results, outcomes, reference_values):
        if row.smallest_difference is None:
            continue
        unit = units.get(row.outcome, "")
        said = [fact("could have found", n_1=row.n_1, n_2=row.n_2, difference=row.smallest_difference, unit=unit)]
        if row.people_per_group is not None:
            people = math.ceil(row.people_per_group)
            said.append(fact("people needed", matters=row.important_difference, unit=unit, source=row.source, n=people))
        found[row.result_id] = tuple(said)
    return found


def _unit(cell: object) -> str:
    """The unit of an outcome, without a note that follows it after a semicolon."""
    return str(cell).split(";")[0] if known(cell) else ""


def _or_none(value: float) -> float | None:
    return None if math.isnan(value) else value


def _important_differences(reference_values: pd.DataFrame) -> dict[str, tuple[float, str]]:
    """For each outcome the smallest sourced important difference between groups, and its source."""
    kind, contrast = reference_values["kind"], reference_values["contrast"]
    chosen = reference_values[(kind == "important difference") & (contrast == "between groups")]
    found: dict[str, tuple[float, str]] = {}
    for outcome, estimate, source in chosen[["outcome", "estimate", "source"]].itertuples(index=False):
        if outcome not in found or abs(estimate) < abs(found[outcome][0]):
            found[outcome] = (float(estimate), str(source))
    return found


def _reason(sd: float, smallest: float | None, matters: float) -> Fact | None:
    if not np.isfinite(sd):
        return fact("no SD of both groups")
    if smallest is None:
        return fact("fewer than two in a group")
    if not np.isfinite(matters):
        return fact("no important difference")
    return None
