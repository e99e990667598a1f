"""Do small studies show larger effects? A funnel and Egger's test, from ten results on.

Below ten results neither can tell chance from asymmetry (Sterne 2011, doi:10.1136/bmj.d4002), so there is a reason
instead. Egger's test is the weighted regression of the effect on its standard error with multiplicative dispersion
(doi:10.1136/bmj.315.7109.629); an asymmetric funnel has more causes than unpublished studies.
"""

from dataclasses import dataclass

import meta_analyze
import numpy as np
import pandas as pd

from evidence.statistics.pooling import Pooled
from evidence.wording.words import number, probability, tr

FEWEST = 10


@dataclass(frozen=True, eq=False)
class Funnel:
    """points: result_id, citation, effect and se on the scale of pooling; centre is the pooled effect on that scale.

    slope: change of the effect per unit of its standard error, with its standard error, t, df and P.
    """

    points: pd.DataFrame
    centre: float
    slope: float
    slope_se: float
    t: float
    df: int
    p: float
    sentence: str


def funnel(pooled: Pooled) -> Funnel | str:
    """The funnel of a pooled result with Egger's test, or the reason why there is none."""
    if pooled.k < FEWEST:
        return tr("A funnel plot and Egger's test need at least {fewest} results; there are {k}.", fewest=FEWEST, k=pooled.k)
    effect, se = (pooled.points[name].to_numpy(dtype=np.float64) for name in ("effect", "se"))
    unit = float(np.median(se))
    try:
        test = meta_analyze.meta_analysis(effect=effect / unit, standard_error=se / unit).egger_test()
    except (meta_analyze.MetaAnalysisError, ValueError):
        return tr("Egger's test needs studies of different size.")
    return Funnel(
        points=pooled.points[["result_id", "citation", "effect", "se"]],
        centre=float(np.log(pooled.estimate)) if pooled.is_ratio else pooled.estimate,
        slope=test.intercept,
        slope_se=test.intercept_standard_error,
        t=test.statistic,
        df=test.df,
        p=test.pvalue,
        sentence=tr(
            "Egger's test: t = {t} with {df} degrees of freedom, {p}.",
            t=number(test.statistic),
            df=test.df,
            p=probability(test.pvalue),
        ),
    )
