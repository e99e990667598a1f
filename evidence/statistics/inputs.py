"""What a row of the results table offers for an effect: means, events, a change, an estimate or nothing.

A row is taken for the first of these that is complete: means of two groups; events of two groups; a mean
change with its SD; means before and after; a reported estimate with its 95 % interval.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from evidence.statistics.arithmetic import Numbers, standard_error_from_interval
from evidence.statistics.sheet import Mask, Reason, Texts, places
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.measures import MEASURES, RATIOS

NUMBERS = (
    "mean_1",
    "sd_1",
    "n_1",
    "mean_2",
    "sd_2",
    "n_2",
    "events_1",
    "events_2",
    "estimate",
    "ci_low",
    "ci_high",
    "p_value",
)
COMPUTED_FROM_MEANS = [name for name, each in MEASURES.items() if each.from_means and each.groups == 2]
COMPUTED_FROM_EVENTS = [name for name, each in MEASURES.items() if each.from_events]
NOTHING = fact("no usable number")
MEANS_INCOMPLETE = fact("means incomplete")
EVENTS_INCOMPLETE = fact("events incomplete")
NO_INTERVAL = fact("estimate without interval")
TOO_EXTREME = fact("too few or too extreme")
WRONG_SCALE = fact("does not fit the measure")


@dataclass(frozen=True)
class Inputs:
    """The results as arrays, one place per row; the masks say which kind a row is and exclude each other."""

    contrast: Texts
    value_type: Texts
    measure: Texts
    notes: Texts
    higher_is_better: Mask
    mean_1: Numbers
    sd_1: Numbers
    n_1: Numbers
    mean_2: Numbers
    sd_2: Numbers
    n_2: Numbers
    events_1: Numbers
    events_2: Numbers
    estimate: Numbers
    ci_low: Numbers
    ci_high: Numbers
    p_value: Numbers
    two_means: Mask
    two_events: Mask
    change: Mask
    before_after: Mask
    reported: Mask
    reported_se: Numbers
    reported_df: Numbers

    @property
    def is_ratio(self) -> Mask:
        """Where the measure is a ratio."""
        return np.isin(self.measure, RATIOS)

    @property
    def n(self) -> Numbers:
        """People in a one-group result: the smaller number when some were lost."""
        return np.fmin(self.n_1, self.n_2)

    @property
    def wrong_scale(self) -> Mask:
        """Where the measure of the outcome cannot be made from what was reported of two groups."""
        fits = self.two_means & np.isin(self.measure, COMPUTED_FROM_MEANS)
        fits |= self.two_events & np.isin(self.measure, COMPUTED_FROM_EVENTS)
        return (self.two_means | self.two_events) & ~fits

    @property
    def silent(self) -> Mask:
        """Where nothing complete was reported."""
        return ~(self.two_means | self.two_events | self.change | self.before_after | self.reported)

    def two_groups(self, rows: Mask) -> tuple[Numbers, Numbers, Numbers, Numbers, Numbers, Numbers]:
        """mean, SD and n of both groups in these rows."""
        first = self.mean_1[rows], self.sd_1[rows], self.n_1[rows]
        return *first, self.mean_2[rows], self.sd_2[rows], self.n_2[rows]

    def counts(self, rows: Mask) -> tuple[Numbers, Numbers, Numbers, Numbers]:
        """Events and people of both groups in these rows."""
        return self.events_1[rows], self.n_1[rows], self.events_2[rows], self.n_2[rows]

    def reasons(self) -> list[Reason]:
        """Why a row has no number, in general terms; the note of the row says more where there is one."""
        means = np.isfinite(self.mean_1) | np.isfinite(self.mean_2)
        events = np.isfinite(self.events_1) | np.isfinite(self.events_2)
        sizes = np.isfinite(self.n_1) & np.isfinite(self.n_2)
        found: list[Reason] = [NOTHING] * len(self.measure)
        for place in places(np.isfinite(self.p_value)):
            found[place] = fact("only a P value", p=float(self.p_value[place]))
        for rows, reason in (
            (means, MEANS_INCOMPLETE),
            (events, EVENTS_INCOMPLETE),
            (events & sizes & (self.contrast == "before-after"), fact("events before and after")),
            (np.isfinite(self.estimate), NO_INTERVAL),
            (~self.silent, TOO_EXTREME),
        ):
            put(found, rows, reason)
        return found

    def put_notes(self, reasons: list[Reason], rows: Mask) -> None:
        """The note of the data as the reason in these rows, where there is one."""
        for place in places(rows & (self.notes != "")):
            reasons[place] = self.notes[place]


def put(reasons: list[Reason], rows: Mask, reason: Fact) -> None:
    """The same reason in these rows."""
    for place in places(rows):
        reasons[place] = reason


def read_inputs(results: pd.DataFrame, outcomes: pd.DataFrame) -> Inputs:
    """The arrays behind results; outcomes gives the measure and which direction is better."""
    numbers = {name: results[name].to_numpy(dtype=np.float64, na_value=np.nan) for name in NUMBERS}
    texts = {name: _texts(results[name]) for name in ("contrast", "value_type", "measure", "note", "outcome")}
    of_outcome = outcomes.drop_duplicates("outcome").set_index("outcome")
    measure = _measures(texts, _texts(results["outcome"].map(of_outcome["measure"])))
    one_group = texts["contrast"] == "before-after"
    is_change = texts["value_type"] == "change"

    def known(*names: str) -> Mask:
        return np.logical_and.reduce([np.isfinite(numbers[name]) for name in names])

    group_1, group_2 = known("mean_1", "sd_1", "n_1"), known("mean_2", "sd_2", "n_2")
    two_means = ~one_group & group_1 & group_2
    two_events = ~one_group & ~two_means & known("events_1", "n_1", "events_2", "n_2")
    two_events &= (numbers["events_1"] <= numbers["n_1"]) & (numbers["events_2"] <= numbers["n_2"])
    change = one_group & is_change & group_1
    some_n = known("n_1") | known("n_2")
    before_after = one_group & ~is_change & known("mean_1", "sd_1", "mean_2", "sd_2") & some_n
    rest = ~(two_means | two_events | change | before_after)
    reported_se, reported_df = _reported_uncertainty(numbers, measure)
    reported = rest & known("estimate") & (measure != "") & np.isfinite(reported_se) & (reported_se > 0)
    reported &= (numbers["ci_low"] <= numbers["estimate"]) & (numbers["estimate"] <= numbers["ci_high"])
    return Inputs(
        contrast=texts["contrast"],
        value_type=texts["value_type"],
        measure=measure,
        notes=texts["note"],
        higher_is_better=_texts(results["outcome"].map(of_outcome["better"])) == "higher",
        **numbers,
        two_means=two_means,
        two_events=two_events,
        change=change,
        before_after=before_after,
        reported=reported,
        reported_se=reported_se,
        reported_df=reported_df,
    )


def _texts(column: pd.Series) -> Texts:
    return column.astype(object).where(column.notna(), "").to_numpy(dtype=object)


def _measures(texts: dict[str, Texts], of_outcome: Texts) -> Texts:
    """The row's own measure, else the outcome's; a difference of means is MC in one group, MD in two.

    A before-after row keeps SMD (then drawn as SMCC) only when the row itself asks for it.
    """
    own = texts["measure"]
    one_group = texts["contrast"] == "before-after"
    measure = np.where(own != "", own, np.where(one_group, "MC", of_outcome))
    measure[one_group & (measure == "MD")] = "MC"
    measure[~one_group & (measure == "MC")] = "MD"
    return measure.astype(object)


def _reported_uncertainty(numbers: dict[str, Numbers], measure: Texts) -> tuple[Numbers, Numbers]:
    """Standard errors (log scale for ratios) and degrees of freedom (NaN: normal) of reported intervals."""
    low, high = numbers["ci_low"], numbers["ci_high"]
    with np.errstate(all="ignore"):
        ratio = np.isin(measure, RATIOS)
        low, high = (np.where(ratio, np.log(np.where(ends > 0, ends, np.nan)), ends) for ends in (low, high))
        n = np.fmin(numbers["n_1"], numbers["n_2"])
        df = np.where((measure == "MC") & (n > 1), n - 1, np.nan)
        return standard_error_from_interval(low, high, df), df
