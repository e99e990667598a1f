"""How each measure fills its rows of the sheet: estimate, standard error, what was assumed, and the arithmetic in words."""

import numpy as np

from evidence.statistics.arithmetic import (
    LOG_ODDS_TO_SMD,
    RATIOS,
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
from evidence.statistics.inputs import Inputs
from evidence.statistics.sheet import Mask, Sheet
from evidence.wording.words import tr


def differences(sheet: Sheet, given: Inputs, rows: Mask) -> None:
    is_smd = given.measure == "SMD"
    standardised_differences(sheet, given, rows & is_smd)
    rows = rows & ~is_smd
    groups = given.two_groups(rows)
    estimate, variance = mean_difference(*groups)
    sheet.fill(rows, "MD", estimate, np.sqrt(variance))
    sheet.explain(
        rows,
        [
            f"MD = {m1:.10g} - {m2:.10g}; SE = sqrt({s1:.10g}^2/{n1:.0f} + {s2:.10g}^2/{n2:.0f})"
            for m1, s1, n1, m2, s2, n2 in _listed(*groups)
        ],
    )


def standardised_differences(sheet: Sheet, given: Inputs, rows: Mask) -> None:
    groups = given.two_groups(rows)
    _, sd_1, n_1, _, sd_2, n_2 = groups
    estimate, variance = standardised_mean_difference(*groups)
    sheet.fill(rows, "SMD", estimate, np.sqrt(variance))
    sheet.assume(rows & (given.value_type == "change"), tr("standardised by the SD of the change"))
    sheet.explain(
        rows,
        [
            f"SMD = J({n1 + n2 - 2:.0f}) x ({m1:.10g} - {m2:.10g})/{sd:.6g} (pooled SD); "
            f"SE = sqrt(1/{n1:.0f} + 1/{n2:.0f} + SMD^2/(2 x {n1 + n2:.0f}))"
            for (m1, _, n1, m2, _, n2), sd in zip(_listed(*groups), pooled_sd(sd_1, n_1, sd_2, n_2).tolist(), strict=True)
        ],
    )


def ratios(sheet: Sheet, given: Inputs, rows: Mask) -> None:
    for measure, log_ratio in (("RR", log_risk_ratio), ("OR", log_odds_ratio)):
        chosen = rows & (given.measure == measure)
        counts = given.counts(chosen)
        a, b, c, d, added = four_cells(*counts)
        estimate, variance = log_ratio(a, b, c, d)
        sheet.fill(chosen, measure, estimate, np.sqrt(variance), ratio=True)
        _say_added(sheet, chosen, added, counts)
        form = "({a:g}/{n1:g})/({c:g}/{n2:g})" if measure == "RR" else "({a:g}/{b:g})/({c:g}/{d:g})"
        error = (
            "sqrt(1/{a:g} - 1/{n1:g} + 1/{c:g} - 1/{n2:g})"
            if measure == "RR"
            else ("sqrt(1/{a:g} + 1/{b:g} + 1/{c:g} + 1/{d:g})")
        )
        text = measure + " = " + form + "; SE of log " + measure + " = " + error
        sheet.explain(chosen, [text.format(a=a, b=b, c=c, d=d, n1=a + b, n2=c + d) for a, b, c, d in _listed(a, b, c, d)])


def odds_to_smd(sheet: Sheet, given: Inputs, rows: Mask) -> None:
    counts = given.counts(rows)
    a, b, c, d, added = four_cells(*counts)
    estimate, variance = log_odds_ratio(a, b, c, d)
    sheet.fill(rows, "OR2DL", LOG_ODDS_TO_SMD * estimate, LOG_ODDS_TO_SMD * np.sqrt(variance))
    _say_added(sheet, rows, added, counts)
    sheet.explain(
        rows,
        [
            f"OR2DL = sqrt(3)/pi x log(({a:g}/{b:g})/({c:g}/{d:g})); "
            f"SE = sqrt(3)/pi x sqrt(1/{a:g} + 1/{b:g} + 1/{c:g} + 1/{d:g})"
            for a, b, c, d in _listed(a, b, c, d)
        ],
    )


def _say_added(sheet: Sheet, rows: Mask, added: Mask, counts: tuple[Numbers, ...]) -> None:
    events_1, n_1, events_2, n_2 = counts
    none = (events_1 == 0) & (events_2 == 0)
    everyone = (events_1 == n_1) & (events_2 == n_2)
    where = np.flatnonzero(rows)
    sheet.assume(where[added], tr("0.5 added to each cell"))
    sheet.assume(where[none], tr("no event in either group, 0.5 added to each cell"))
    sheet.assume(where[everyone], tr("an event in everyone, 0.5 added to each cell"))


def changes(sheet: Sheet, given: Inputs, rows: Mask, change: Numbers, sd_change: Numbers, n: Numbers) -> None:
    is_smd = given.measure == "SMD"
    standardised_changes(sheet, given, rows & is_smd, change, sd_change, n)
    rows = rows & ~is_smd
    change, sd_change, n = change[rows], sd_change[rows], n[rows]
    sheet.fill(rows, "MC", change, sd_change / np.sqrt(n), n - 1)
    sheet.explain(
        rows, [f"MC = {mean:.10g}; SE = {sd:.10g}/sqrt({people:.0f})" for mean, sd, people in _listed(change, sd_change, n)]
    )


def standardised_changes(
    sheet: Sheet,
    given: Inputs,
    rows: Mask,
    change: Numbers,
    sd_change: Numbers,
    n: Numbers,
    read_back: bool = False,
) -> None:
    change, sd_change, n = change[rows], sd_change[rows], n[rows]
    estimate, variance = standardised_mean_change(change, sd_change, n)
    sheet.fill(rows, "SMCC", estimate, np.sqrt(variance), n - 1)
    if read_back:
        sheet.assume(rows, tr("SD of the change from the reported interval"))
    sheet.explain(
        rows,
        [
            f"SMCC = J({people - 1:.0f}) x {mean:.10g}/{sd:.6g} (SD of the change); "
            f"SE = sqrt(1/{people:.0f} + SMCC^2/(2 x {people:.0f}))"
            for mean, sd, people in _listed(change, sd_change, n)
        ],
    )


def before_after(sheet: Sheet, given: Inputs, correlation: float, standardised: bool) -> None:
    if not -1 < correlation < 1:
        raise ValueError(f"the assumed correlation must lie between -1 and 1, not {correlation}")
    rows, n_1, n_2 = given.before_after, given.n_1, given.n_2
    sd_change = sd_of_change(given.sd_1, given.sd_2, correlation)
    make = standardised_changes if standardised else changes
    make(sheet, given, rows, given.mean_1 - given.mean_2, sd_change, given.n)
    sheet.assume(rows, tr("r = {r} assumed", r=f"{correlation:g}"))
    for place in np.flatnonzero(rows & np.isfinite(n_1) & np.isfinite(n_2) & (n_1 != n_2)):
        sheet.assumption[place] += tr(
            ", n = {n}, the smaller of {n_1} and {n_2}",
            n=f"{given.n[place]:g}",
            n_1=f"{n_1[place]:g}",
            n_2=f"{n_2[place]:g}",
        )
    means = _listed(given.mean_1[rows], given.mean_2[rows], given.sd_1[rows], given.sd_2[rows])
    sheet.explain(
        rows,
        [
            f"change = {after:.10g} - {before:.10g}, "
            f"SD = sqrt({s1:.10g}^2 + {s2:.10g}^2 - 2 x {correlation:g} x {s1:.10g} x {s2:.10g}); {text}"
            for (after, before, s1, s2), text in zip(means, sheet.formula[rows], strict=True)
        ],
    )


def as_reported(sheet: Sheet, given: Inputs, rows: Mask) -> None:
    """A reported estimate and interval, untouched; only the standard error is read back."""
    sheet.measure[rows] = given.measure[rows]
    sheet.estimate[rows], sheet.se[rows] = given.estimate[rows], given.reported_se[rows]
    sheet.ci_low[rows], sheet.ci_high[rows] = given.ci_low[rows], given.ci_high[rows]
    _say_reported(sheet, given, rows)


def reported_odds(sheet: Sheet, given: Inputs, rows: Mask) -> None:
    """A reported odds ratio and the ends of its interval, moved to the standardised axis."""
    sheet.measure[rows] = "OR2DL"
    sheet.estimate[rows] = LOG_ODDS_TO_SMD * np.log(given.estimate[rows])
    sheet.ci_low[rows] = LOG_ODDS_TO_SMD * np.log(given.ci_low[rows])
    sheet.ci_high[rows] = LOG_ODDS_TO_SMD * np.log(given.ci_high[rows])
    sheet.se[rows] = LOG_ODDS_TO_SMD * given.reported_se[rows]
    _say_reported(sheet, given, rows)
    sheet.explain(
        rows,
        [
            f"OR2DL = sqrt(3)/pi x log({value:.10g}); {text.replace('SE = ', 'SE = sqrt(3)/pi x ')}"
            for value, text in zip(given.estimate[rows].tolist(), sheet.formula[rows], strict=True)
        ],
    )


def _say_reported(sheet: Sheet, given: Inputs, rows: Mask) -> None:
    df = given.reported_df[rows]
    sheet.df[rows] = df
    sheet.rule[rows] = [
        tr("as reported (normal)") if np.isnan(each) else tr("as reported (t, {df} degrees of freedom)", df=f"{each:g}")
        for each in df.tolist()
    ]
    log = np.where(np.isin(given.measure[rows], RATIOS), "log ", "").tolist()
    ends = _listed(given.ci_low[rows], given.ci_high[rows], critical_value(df))
    sheet.explain(
        rows,
        [
            f"SE = ({scale}{high:.10g} - {scale}{low:.10g})/(2 x {critical:.6g})"
            for (low, high, critical), scale in zip(ends, log, strict=True)
        ],
    )


def _listed(*columns: Numbers) -> list[tuple[float, ...]]:
    return list(zip(*(column.tolist() for column in columns), strict=True))
