"""How each measure fills its rows of the sheet: estimate, standard error, what was assumed, and the arithmetic."""

import numpy as np

from evidence.statistics.arithmetic import (
    LOG_ODDS_TO_SMD,
    Numbers,
    critical_value,
    four_cells,
    log_odds_ratio,
    log_risk_ratio,
    mean_difference,
    pooled_sd,
    sd_of_change,
    standardised_mean_change,
    standardised_mean_difference,
)
from evidence.statistics.effect import R_ASSUMED
from evidence.statistics.inputs import Inputs
from evidence.statistics.sheet import Mask, Sheet, listed, places
from evidence.vocabulary.fact import fact

AS_REPORTED = fact("reported interval")
CELLS = ("a", "b", "c", "d", "n_1", "n_2")


def differences(sheet: Sheet, given: Inputs, rows: Mask) -> None:
    is_smd = given.measure == "SMD"
    standardised_differences(sheet, given, rows & is_smd)
    rows = rows & ~is_smd
    groups = given.two_groups(rows)
    estimate, variance = mean_difference(*groups)
    sheet.fill(rows, "MD", estimate, np.sqrt(variance))
    sheet.explain(rows, "MD formula", ("mean_1", "sd_1", "n_1", "mean_2", "sd_2", "n_2"), *groups)


def standardised_differences(sheet: Sheet, given: Inputs, rows: Mask) -> None:
    groups = given.two_groups(rows)
    mean_1, sd_1, n_1, mean_2, sd_2, n_2 = groups
    estimate, variance = standardised_mean_difference(*groups)
    sheet.fill(rows, "SMD", estimate, np.sqrt(variance))
    sheet.assume(rows & (given.value_type == "change"), fact("standardised by SD of change"))
    sheet.explain(
        rows,
        "SMD formula",
        ("mean_1", "n_1", "mean_2", "n_2", "sd", "df", "people"),
        *(mean_1, n_1, mean_2, n_2, pooled_sd(sd_1, n_1, sd_2, n_2), n_1 + n_2 - 2, n_1 + n_2),
    )


def ratios(sheet: Sheet, given: Inputs, rows: Mask) -> None:
    for measure, log_ratio in (("RR", log_risk_ratio), ("OR", log_odds_ratio)):
        chosen = rows & (given.measure == measure)
        counts = given.counts(chosen)
        a, b, c, d, added = four_cells(*counts)
        estimate, variance = log_ratio(a, b, c, d)
        sheet.fill(chosen, measure, estimate, np.sqrt(variance), ratio=True)
        _say_added(sheet, chosen, added, counts)
        sheet.explain(chosen, f"{measure} formula", CELLS, a, b, c, d, a + b, c + d)


def odds_to_smd(sheet: Sheet, given: Inputs, rows: Mask) -> None:
    counts = given.counts(rows)
    a, b, c, d, added = four_cells(*counts)
    estimate, variance = log_odds_ratio(a, b, c, d)
    sheet.fill(rows, "OR2DL", LOG_ODDS_TO_SMD * estimate, LOG_ODDS_TO_SMD * np.sqrt(variance))
    _say_added(sheet, rows, added, counts)
    sheet.explain(rows, "OR2DL formula", CELLS, a, b, c, d, a + b, c + d)


def _say_added(sheet: Sheet, rows: Mask, added: Mask, counts: tuple[Numbers, ...]) -> None:
    events_1, n_1, events_2, n_2 = counts
    where = np.flatnonzero(rows)
    for chosen, kind in (
        (added, "0.5 added"),
        ((events_1 == 0) & (events_2 == 0), "no event, 0.5 added"),
        ((events_1 == n_1) & (events_2 == n_2), "event in everyone, 0.5 added"),
    ):
        for place in where[chosen].tolist():
            sheet.assumptions[place] = (fact(kind),)


def changes(sheet: Sheet, given: Inputs, rows: Mask, change: Numbers, sd_change: Numbers, n: Numbers) -> None:
    is_smd = given.measure == "SMD"
    standardised_changes(sheet, given, rows & is_smd, change, sd_change, n)
    rows = rows & ~is_smd
    change, sd_change, n = change[rows], sd_change[rows], n[rows]
    sheet.fill(rows, "MC", change, sd_change / np.sqrt(n), n - 1)
    sheet.explain(rows, "MC formula", ("change", "sd", "people"), change, sd_change, n)


def standardised_changes(
    sheet: Sheet, given: Inputs, rows: Mask, change: Numbers, sd_change: Numbers, n: Numbers, read_back: bool = False
) -> None:
    change, sd_change, n = change[rows], sd_change[rows], n[rows]
    estimate, variance = standardised_mean_change(change, sd_change, n)
    sheet.fill(rows, "SMCC", estimate, np.sqrt(variance), n - 1)
    if read_back:
        sheet.assume(rows, fact("SD of change read back"))
    sheet.explain(rows, "SMCC formula", ("change", "sd", "people", "df"), change, sd_change, n, n - 1)


def before_after(sheet: Sheet, given: Inputs, correlation: float, standardised: bool) -> None:
    if not -1 < correlation < 1:
        raise ValueError(f"the assumed correlation must lie between -1 and 1, not {correlation}")
    rows, n_1, n_2 = given.before_after, given.n_1, given.n_2
    sd_change = sd_of_change(given.sd_1, given.sd_2, correlation)
    make = standardised_changes if standardised else changes
    make(sheet, given, rows, given.mean_1 - given.mean_2, sd_change, given.n)
    assumed = fact(R_ASSUMED, r=correlation)
    sheet.assume(rows, assumed)
    for place in places(rows & np.isfinite(n_1) & np.isfinite(n_2) & (n_1 != n_2)):
        fewer = fact("smaller number used", n=int(given.n[place]), n_1=int(n_1[place]), n_2=int(n_2[place]))
        sheet.assumptions[place] = (assumed, fewer)
    means = listed(given.mean_1[rows], given.mean_2[rows], given.sd_1[rows], given.sd_2[rows])
    for place, (after, before, sd_1, sd_2) in zip(places(rows), means, strict=True):
        numbers = {"after": after, "before": before, "sd_1": sd_1, "sd_2": sd_2, "r": correlation}
        sheet.arithmetic[place] = fact("before-after formula", **numbers, formula=sheet.formula(place))


def as_reported(sheet: Sheet, given: Inputs, rows: Mask) -> None:
    """A reported estimate and interval, untouched; only the standard error is read back."""
    sheet.measure[rows] = given.measure[rows]
    sheet.estimate[rows], sheet.se[rows] = given.estimate[rows], given.reported_se[rows]
    sheet.ci_low[rows], sheet.ci_high[rows] = given.ci_low[rows], given.ci_high[rows]
    _say_reported(sheet, given, rows)
    for chosen, kind in ((rows & ~given.is_ratio, "reported SE"), (rows & given.is_ratio, "reported SE, log")):
        columns = given.ci_low[chosen], given.ci_high[chosen], critical_value(given.reported_df[chosen])
        sheet.explain(chosen, kind, ("low", "high", "critical"), *columns)


def reported_odds(sheet: Sheet, given: Inputs, rows: Mask) -> None:
    """A reported odds ratio and the ends of its interval, moved to the standardised axis."""
    estimate, low, high = (column[rows] for column in (given.estimate, given.ci_low, given.ci_high))
    sheet.measure[rows] = "OR2DL"
    sheet.estimate[rows] = LOG_ODDS_TO_SMD * np.log(estimate)
    sheet.ci_low[rows] = LOG_ODDS_TO_SMD * np.log(low)
    sheet.ci_high[rows] = LOG_ODDS_TO_SMD * np.log(high)
    sheet.se[rows] = LOG_ODDS_TO_SMD * given.reported_se[rows]
    _say_reported(sheet, given, rows)
    critical = critical_value(given.reported_df[rows])
    sheet.explain(rows, "OR2DL formula, reported", ("estimate", "low", "high", "critical"), estimate, low, high, critical)


def _say_reported(sheet: Sheet, given: Inputs, rows: Mask) -> None:
    df = given.reported_df[rows]
    sheet.df[rows] = df
    sheet.say_interval(rows, AS_REPORTED, "reported interval, t", df)
