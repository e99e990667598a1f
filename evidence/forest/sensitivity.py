"""How far a result moves when the assumed before-after correlation goes through its whole range."""

from evidence.facts.selection import HIGHEST_R, LOWEST_R
from evidence.facts.view import View
from evidence.forest.row import Forest
from evidence.statistics.tables import native_effects, standardised_effects
from evidence.wording.words import interval, plain, tr


def correlation_sentences(forest: Forest, view: View) -> tuple[str, ...]:
    """One sentence for each drawn row that rests on the assumed correlation, with its value at both ends of the range."""
    assumed = [row for row in forest.drawn if _rests_on_r(row.result_id, forest)]
    if not assumed:
        return ()
    results = view.results[view.results["result_id"].isin([row.result_id for row in assumed])]
    make_effects = native_effects if view.selection.outcome else standardised_effects
    ends = {
        r: make_effects(results, view.pack.outcomes, correlation=r).set_index("result_id") for r in (LOWEST_R, HIGHEST_R)
    }
    sentences = []
    for row in assumed:
        low, high = (ends[r].loc[row.result_id] for r in (LOWEST_R, HIGHEST_R))
        sentences.append(
            tr(
                "{study}, {outcome}: {first} with r = {low_r}, {last} with r = {high_r}.",
                study=row.study,
                outcome=row.outcome,
                low_r=plain(LOWEST_R),
                high_r=plain(HIGHEST_R),
                first=interval(low["estimate"], low["ci_low"], low["ci_high"]),
                last=interval(high["estimate"], high["ci_low"], high["ci_high"]),
            )
        )
    return tuple(sentences)


def _rests_on_r(result_id: str, forest: Forest) -> bool:
    assumption = forest.effects.set_index("result_id")["assumption"].get(result_id, "")
    return "r =" in str(assumption)
