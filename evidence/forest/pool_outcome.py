"""The pooled result of one outcome in a view: what its results pool to under the same filters."""

from dataclasses import replace

from evidence.facts.view import View, evidence_in_view
from evidence.statistics.candidates import candidates
from evidence.statistics.effects import native
from evidence.statistics.pooling import NotPooled, Pooled, pool

REVIEW = "systematic review"


def pool_outcome(view: View, outcome: str) -> Pooled | NotPooled:
    """Pool an outcome under the filters of a view, whatever outcome the view itself shows.

    Every result in view stands before the gate, treatments and associations alike; only systematic reviews, which have no
    people of their own, stay outside.
    """
    pack = view.pack
    chosen = evidence_in_view(pack, replace(view.selection, outcome=outcome))
    reviews = chosen.studies.loc[chosen.studies["design"] == REVIEW, "study_id"]
    results = chosen.results[~chosen.results["study_id"].isin(reviews)]
    effects = native(results, pack.outcomes, view.selection.r)
    return pool(candidates(results, pack.studies, pack.outcomes, effects))
