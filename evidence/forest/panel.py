"""What stands under a forest: the pooled result or every reason against one, and what a change can be held against."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evidence.facts.evidence import effects_of, evidence_of
from evidence.facts.references import citations_of, references_of
from evidence.facts.selection import HIGHEST_R, LOWEST_R, Selection
from evidence.facts.view import View, evidence_in_view
from evidence.forest.rows import ASSOCIATION, Forest, ForestRow, forest_of
from evidence.packs.pack import Pack
from evidence.packs.remember import per_pack
from evidence.statistics.against import Against, against
from evidence.statistics.pooling import NotPooled, Pooled, pool
from evidence.statistics.power import power_facts
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.measures import told_of


@dataclass(frozen=True, eq=False)
class Panel:
    """pooled or reasons, never both; unfiltered and removed only when a filter took studies from a pooled result.

    removed: citations. rules: how the intervals drawn were made. power: citation and what the trial could have found.
    """

    pooled: Pooled | None
    reasons: tuple[Fact, ...]
    unfiltered: Pooled | None
    removed: tuple[str, ...]
    against: tuple[Against, ...]
    sensitivity: tuple[Fact, ...]
    rules: tuple[Fact, ...]
    power: tuple[tuple[str, tuple[Fact, ...]], ...]


def panel_of(forest: Forest, view: View) -> Panel:
    """The panel of a forest of this view."""
    result = _pool(forest.rows, forest)
    unfiltered, removed = _unfiltered(forest, view)
    return Panel(
        pooled=result if isinstance(result, Pooled) else None,
        reasons=result.reasons if isinstance(result, NotPooled) else (),
        unfiltered=unfiltered,
        removed=removed,
        against=_against(forest, view),
        sensitivity=tuple(_across_r(forest)),
        rules=_rules(forest),
        power=_power(forest, view),
    )


def pool_outcome(view: View, outcome: str) -> Pooled | NotPooled:
    """Pool an outcome under the filters of a view, whatever outcome the view itself shows.

    Every result in view stands before the gate, treatments and associations alike; only reviews, which have no people of
    their own, stay outside.
    """
    chosen = evidence_in_view(view.pack, replace(view.selection, outcome=outcome))
    known = evidence_of(view.pack, view.selection.r).own_scale
    return pool([known[each.result_id] for each in chosen.result_rows if each.result_id in known])


def _pool(rows: Sequence[ForestRow], forest: Forest) -> Pooled | NotPooled:
    ids = tuple(row.result_id for row in rows if row.result_id)
    return _pooled(forest.evidence.pack, forest.evidence.r, forest.on_common_axis, ids)


@per_pack
def _pooled(pack: Pack, r: float, on_common_axis: bool, ids: tuple[str, ...]) -> Pooled | NotPooled:
    """What these results pool to; a reader who takes a filter back finds it worked out."""
    evidence = evidence_of(pack, r)
    known = evidence.common_axis if on_common_axis else evidence.own_scale
    return pool([known[each] for each in ids])


def _unfiltered(forest: Forest, view: View) -> tuple[Pooled | None, tuple[str, ...]]:
    """The pooled result without any filter and the citations in it that the filter removed; nothing when no filter bites."""
    if not view.hidden_count:
        return None, ()
    bare = Selection(outcome=view.selection.outcome, r=view.selection.r, results=view.selection.results)
    result, drawn = _without_filters(view.pack, bare, forest.panel)
    shown = {row.study_id for row in forest.rows}
    removed = tuple(dict.fromkeys(citation for study_id, citation in drawn if study_id not in shown))
    return (result, removed) if isinstance(result, Pooled) and removed else (None, ())


@per_pack
def _without_filters(pack: Pack, bare: Selection, panel: str) -> tuple[Pooled | NotPooled, tuple[tuple[str, str], ...]]:
    """The pooled result of a whole pack, and who is in its figure with a number (study id and citation)."""
    whole = forest_of(evidence_in_view(pack, bare), panel)
    return _pool(whole.rows, whole), tuple((row.study_id, row.study) for row in whole.drawn)


def _rules(forest: Forest) -> tuple[Fact, ...]:
    """How the intervals drawn were made; the degrees of freedom of single rows are told on their pages."""
    rules = [row.effect.interval for row in forest.rows if row.effect is not None and row.effect.interval is not None]
    return tuple(dict.fromkeys(fact("t interval of change") if rule.kind == "t interval" else rule for rule in rules))


def _against(forest: Forest, view: View) -> tuple[Against, ...]:
    if forest.panel == ASSOCIATION or not view.selection.outcome:
        return ()
    effects = [row.effect for row in forest.rows if row.effect is not None]
    references = references_of(view.pack).get(view.selection.outcome, ())
    return against(effects, references, citations_of(view.pack))


def _power(forest: Forest, view: View) -> tuple[tuple[str, tuple[Fact, ...]], ...]:
    """What each trial of two groups could have found; only on an outcome's own scale, where the unit has a meaning."""
    if not view.selection.outcome:
        return ()
    known = power_of(view.pack, "outcome", view.selection.outcome)
    return tuple((row.study, known[row.result_id]) for row in forest.rows if row.result_id in known)


@per_pack
def power_of(pack: Pack, column: str, value: str) -> dict[str, tuple[Fact, ...]]:
    """What every trial of two groups could have found, by result id, for the results with this value in a column of keys
    (study_id, outcome); it depends on the pack alone.
    """
    return power_facts(pack.results[pack.results[column] == value], pack.outcomes, pack.reference_values)


def _across_r(forest: Forest) -> list[Fact]:
    """A fact for each drawn row that rests on the assumed correlation, with its value at both ends of the range."""
    assumed = [row for row in forest.drawn if row.effect is not None and row.effect.rests_on_r]
    if not assumed:
        return []
    scale = 1 if forest.on_common_axis else 0
    low, high = (effects_of(forest.evidence.pack, r)[scale] for r in (LOWEST_R, HIGHEST_R))
    return [
        fact(
            "across r",
            study=row.study,
            outcome=row.outcome,
            low_r=LOWEST_R,
            high_r=HIGHEST_R,
            first=told_of(low[row.result_id]),
            last=told_of(high[row.result_id]),
        )
        for row in assumed
    ]
