"""How far a result moves when the assumed before-after correlation goes through its whole range."""

from collections.abc import Iterable, Mapping

import pandas as pd

from evidence.facts.selection import HIGHEST_R, LOWEST_R
from evidence.packs.pack import Pack
from evidence.statistics.effect import Effect
from evidence.statistics.effects import native, standardised
from evidence.vocabulary.fact import Fact, fact


def across_r(drawn: Iterable[Effect], pack: Pack, standardised_axis: bool) -> tuple[Fact, ...]:
    """A fact for each drawn effect that rests on the assumed correlation, with its value at both ends of the range."""
    ids = [each.result_id for each in drawn if each.rests_on_r]
    if not ids:
        return ()
    results = pack.results[pack.results["result_id"].isin(ids)]
    make = standardised if standardised_axis else native
    low, high = ({each.result_id: each for each in make(results, pack.outcomes, r)} for r in (LOWEST_R, HIGHEST_R))
    citations, labels = _names(pack.studies, "study_id", "citation"), _names(pack.outcomes, "outcome", "label")
    return tuple(
        fact(
            "across r",
            study=citations.get(low[each].study_id, low[each].study_id),
            outcome=labels.get(low[each].outcome, low[each].outcome),
            low_r=LOWEST_R,
            high_r=HIGHEST_R,
            first=(low[each].estimate, low[each].ci_low, low[each].ci_high),
            last=(high[each].estimate, high[each].ci_low, high[each].ci_high),
        )
        for each in ids
    )


def _names(table: pd.DataFrame, key: str, column: str) -> Mapping[str, str]:
    return dict(zip(table[key], table[column], strict=True))
