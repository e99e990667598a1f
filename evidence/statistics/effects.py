"""An effect with its interval for every result: on the outcome's own scale, and on the standardised axis.

Intervals are 95 %: normal for two groups, t with n - 1 for the change in one group. A reported interval stays as it was
reported, and its standard error is read back from it, with t where n of a mean change is known. A result without both an
estimate and a standard error has no number at all.

Before and after in the same people, without the SD of the change, needs the correlation of the two measurements: it is
assumed, and the effect says so. Where people were lost in between (n_1 and n_2 differ) the smaller number is used.
"""

import numpy as np
import pandas as pd

from evidence.statistics.effect import Effect
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
from evidence.statistics.inputs import WRONG_SCALE, Inputs, put, read_inputs
from evidence.statistics.sheet import Mask, Reason, Sheet, places
from evidence.vocabulary.fact import fact
from evidence.vocabulary.measures import MEASURES

ASSOCIATION = "cases and controls"
NO_STANDARDISER = fact("no standardiser")
HAS_OWN_VIEW = fact("association has its own view")


def native(results: pd.DataFrame, outcomes: pd.DataFrame, correlation: float = 0.5) -> tuple[Effect, ...]:
    """Each result on the scale of its outcome, in the order of results; correlation is assumed where it is needed.

    Raises ValueError for a correlation that is not between -1 and 1.
    """
    given = read_inputs(results, outcomes)
    sheet = Sheet(given.measure)
    with np.errstate(all="ignore"):
        differences(sheet, given, given.two_means & np.isin(given.measure, ["MD", "SMD"]))
        ratios(sheet, given, given.two_events)
        changes(sheet, given, given.change, given.mean_1, given.sd_1, given.n_1)
        before_after(sheet, given, correlation, standardised=False)
        as_reported(sheet, given, given.reported)
    reasons = given.reasons()
    put(reasons, given.wrong_scale, WRONG_SCALE)
    given.put_notes(reasons, np.ones(len(reasons), dtype=bool))
    return sheet.effects(results, given.contrast, reasons)


def standardised(results: pd.DataFrame, outcomes: pd.DataFrame, correlation: float = 0.5) -> tuple[Effect, ...]:
    """Each result on the standardised axis, in the order of results.

    SMD and OR2DL between groups, SMCC for a change in one group, all signed so that left (negative) is better for the
    patient: results of outcomes where higher is better are mirrored. A reported estimate is here only where its
    standardiser is known: an SMD has it, an OR needs none, a mean change with n gives back the SD of the change. Cases
    against controls are associations and have no number here. Raises ValueError for a correlation not between -1 and 1.
    """
    given = read_inputs(results, outcomes)
    treated = given.contrast != ASSOCIATION
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
        sheet.mirror(given.higher_is_better & np.isfinite(sheet.estimate))
    return sheet.effects(results, given.contrast, _standardised_reasons(given, treated))


def _standardised_reasons(given: Inputs, treated: Mask) -> list[Reason]:
    reasons = given.reasons()
    put(reasons, given.reported, NO_STANDARDISER)
    for place in places(given.reported & given.is_ratio & (given.measure != "OR")):
        reasons[place] = fact("no standardised form", measure=fact(MEASURES[given.measure[place]].label))
    given.put_notes(reasons, given.silent)
    put(reasons, ~treated, HAS_OWN_VIEW)
    return reasons
