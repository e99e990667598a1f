"""The pooled result of one outcome in a view: what its forest would show under the same filters."""

from dataclasses import replace

from evidence.facts.view import View, evidence_in_view
from evidence.forest.rows import forest_rows
from evidence.statistics.pooling import NotPooled, Pooled, pool


def pool_outcome(view: View, outcome: str) -> Pooled | NotPooled:
    """Pool an outcome under the filters of a view, whatever outcome the view itself shows."""
    chosen = evidence_in_view(view.pack, replace(view.selection, outcome=outcome))
    effects = forest_rows(chosen).effects
    pack = view.pack
    return pool(pack.results.loc[effects.index], pack.studies, pack.outcomes, effects)
