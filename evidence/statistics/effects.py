"""An effect with its interval for every result: on the outcome's own scale, and on the standardised axis.

Both functions return one row per result, in the same order and with the same index: result_id, study_id,
outcome, contrast, measure (MD, SMD, RR, OR, OR2DL, MC, SMCC, or empty), estimate, ci_low, ci_high, se, df,
rule (how the interval was made), assumption (what was assumed or added, or empty), formula (the arithmetic
with its numbers), reason (why there is no number, or empty). Ratios are on their natural scale, their se on
the log scale. df is NaN where the interval is normal.

Intervals are 95 %: normal for two groups, t with n - 1 for the change in one group. A reported interval
stays as it was reported, and its standard error is read back from it, with t where n of a mean change is
known. A result without both an estimate and a standard error has no number at all.

Before and after in the same people, without the SD of the change, needs the correlation of the two
measurements: it is assumed, and the row says so. Where people were lost in between (n_1 and n_2 differ) the
smaller number is used.
"""

import numpy as np
import pandas as pd

from evidence.statistics.arithmetic import RATIOS
from evidence.statistics.filling import (
    as_reported,
    before_after,
    changes,
    differences,
    odds_to_smd,
    ratios,
    reported_odds,
    standardised_changes,
    standardised_differences,
)
from evidence.statistics.inputs import Inputs, read_inputs
from evidence.statistics.sheet import Mask, Sheet
from evidence.wording.words import tr


def native_effects(results: pd.DataFrame, outcomes: pd.DataFrame, correlation: float = 0.5) -> pd.DataFrame:
    """Each result on the scale of its outcome; correlation is assumed where it is needed."""
    given = read_inputs(results, outcomes)
    sheet = Sheet(given.measure)
    with np.errstate(all="ignore"):
        differences(sheet, given, given.two_means & np.isin(given.measure, ["MD", "SMD"]))
        ratios(sheet, given, given.two_events & np.isin(given.measure, RATIOS))
        changes(sheet, given, given.change, given.mean_1, given.sd_1, given.n_1)
        before_after(sheet, given, correlation, standardised=False)
        as_reported(sheet, given, given.reported)
        sheet.drop_impossible()
    reasons = given.reasons()
    wrong_scale = (given.two_means | given.two_events) & ~given.fits_measure
    reasons[wrong_scale] = tr("what was reported does not fit the measure of this outcome")
    reasons[given.has_note] = given.notes[given.has_note]
    return sheet.table(results, reasons)


def standardised_effects(results: pd.DataFrame, outcomes: pd.DataFrame, correlation: float = 0.5) -> pd.DataFrame:
    """Each result on the standardised axis, with the extra column mirrored (bool).

    SMD and OR2DL between groups, SMCC for a change in one group, all signed so that left (negative) is
    better for the patient: results of outcomes where higher is better are mirrored. A reported estimate is
    here only where its standardiser is known: an SMD has it, an OR needs none, a mean change with n gives
    back the SD of the change. Cases against controls are associations and have no number here.
    """
    given = read_inputs(results, outcomes)
    treated = given.contrast != "cases and controls"
    sheet = Sheet(np.full(len(results), "", dtype=object))
    with np.errstate(all="ignore"):
        standardised_differences(sheet, given, given.two_means & treated)
        odds_to_smd(sheet, given, given.two_events & treated)
        standardised_changes(sheet, given, given.change, given.mean_1, given.sd_1, given.n_1)
        before_after(sheet, given, correlation, standardised=True)
        reported = given.reported & treated
        as_reported(sheet, given, reported & (given.measure == "SMD"))
        reported_odds(sheet, given, reported & (given.measure == "OR") & (given.contrast == "between groups"))
        n = np.where(given.measure == "MC", given.n, np.nan)
        sd_change = given.reported_se * np.sqrt(n)
        standardised_changes(sheet, given, reported & (n > 0), given.estimate, sd_change, n, read_back=True)
        mirrored = given.higher_is_better & np.isfinite(sheet.estimate)
        sheet.mirror(mirrored)
        sheet.drop_impossible()
    return sheet.table(results, _standardised_reasons(given, treated)).assign(mirrored=mirrored & sheet.known)


def _standardised_reasons(given: Inputs, treated: Mask) -> np.ndarray:
    reasons = given.reasons()
    silent = ~(given.two_means | given.two_events | given.change | given.before_after | given.reported)
    reasons[given.reported] = tr("reported without a standard deviation that leads to a common axis")
    reasons[given.reported & (given.measure == "RR")] = tr("a reported risk ratio has no standardised form")
    reasons[given.has_note & silent] = given.notes[given.has_note & silent]
    reasons[~treated] = tr("an association of cases and controls has its own view")
    return reasons
