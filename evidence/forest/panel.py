"""What stands under a forest: the pooled result or every reason against one, and what a change can be held against."""

from dataclasses import dataclass, replace

from evidence.facts.selection import Selection
from evidence.facts.view import View, evidence_in_view
from evidence.forest.row import Forest, ForestRow
from evidence.forest.rows import ASSOCIATION, forest_rows
from evidence.forest.sensitivity import across_r
from evidence.packs.pack import Pack
from evidence.packs.remember import per_pack
from evidence.statistics.against import Against, against
from evidence.statistics.candidates import candidates
from evidence.statistics.effect import Effect
from evidence.statistics.effects import native, standardised
from evidence.statistics.pooling import NotPooled, Pooled, low_risk_only, overall_judgements, pool, pool_summary
from evidence.statistics.small_studies import Funnel, funnel
from evidence.statistics.tables import power_sentences
from evidence.wording.say import say
from evidence.wording.words import interval, listing, number, probability, tr


@dataclass(frozen=True)
class Panel:
    """pooled or reasons, never both; unfiltered and removed only when a filter took studies from a pooled result."""

    pooled: Pooled | None
    reasons: tuple[str, ...]
    unfiltered: Pooled | None
    removed: tuple[str, ...]
    against: tuple[Against, ...]
    sensitivity: tuple[str, ...]
    rules: tuple[str, ...]
    not_drawn: tuple[str, ...]
    power: tuple[str, ...]


def panel_of(forest: Forest, view: View) -> Panel:
    """The panel of a forest of this view."""
    result = _pool(forest, view)
    unfiltered, removed = _unfiltered(forest, view)
    return Panel(
        pooled=result if isinstance(result, Pooled) else None,
        reasons=tuple(map(say, result.reasons)) if isinstance(result, NotPooled) else (),
        unfiltered=unfiltered,
        removed=removed,
        against=_against(forest, view),
        sensitivity=_sensitivity(forest, view),
        rules=_rules(forest),
        not_drawn=_not_drawn(forest),
        power=_power(forest, view),
    )


def _pool(forest: Forest, view: View) -> Pooled | NotPooled:
    if forest.panel == ASSOCIATION:
        return NotPooled(())
    pack, results = view.pack, view.pack.results.loc[forest.effects.index]
    return pool(candidates(results, pack.studies, pack.outcomes, _effects(forest, view)))


def _effects(forest: Forest, view: View) -> tuple[Effect, ...]:
    make = native if forest.panel == ASSOCIATION or view.selection.outcome else standardised
    return make(view.pack.results.loc[forest.effects.index], view.pack.outcomes, view.selection.r)


def _sensitivity(forest: Forest, view: View) -> tuple[str, ...]:
    drawn = {row.result_id: place for place, row in enumerate(forest.drawn)}
    effects = sorted((each for each in _effects(forest, view) if each.result_id in drawn), key=lambda e: drawn[e.result_id])
    return tuple(map(say, across_r(effects, view.pack, not view.selection.outcome)))


def _rules(forest: Forest) -> tuple[str, ...]:
    """How the intervals drawn were made; the degrees of freedom of single rows are told on their pages."""
    shown = forest.effects[forest.effects["estimate"].notna()]
    words = [tr("t with n \u2212 1 for change in one group") if rule.startswith("t,") else rule for rule in shown["rule"]]
    return tuple(dict.fromkeys(word for word in words if word))


def _not_drawn(forest: Forest) -> tuple[str, ...]:
    """Who is not in the figure, one sentence a reason."""
    reasons: dict[str, list[str]] = {}
    for study, reason in forest.not_drawn:
        reasons.setdefault(reason, []).append(study)
    return tuple(f"{reason}: {listing(studies)}" for reason, studies in reasons.items())


def _unfiltered(forest: Forest, view: View) -> tuple[Pooled | None, tuple[str, ...]]:
    """The pooled result without any filter and the citations in it that the filter removed; nothing when no filter bites."""
    if forest.panel == ASSOCIATION or not view.hidden_count:
        return None, ()
    bare = replace(view.selection, design=(), compound=(), condition=(), directness=(), flag=(), year=None)
    result, drawn = _without_filters(view.pack, bare, forest.panel)
    shown = {row.study_id for row in forest.rows}
    removed = tuple(dict.fromkeys(row.study for row in drawn if row.study_id not in shown))
    return (result, removed) if isinstance(result, Pooled) and removed else (None, ())


def _power(forest: Forest, view: View) -> tuple[str, ...]:
    """What each drawn two-group trial could have detected; only on an outcome's own scale, where the unit has a meaning."""
    if not view.selection.outcome:
        return ()
    said = power_sentences(view.results, view.pack)
    return tuple(f"{row.study}: {said[row.result_id]}" for row in forest.rows if row.result_id in said)


@per_pack
def _without_filters(pack: Pack, bare: Selection, panel: str) -> tuple[Pooled | NotPooled, tuple[ForestRow, ...]]:
    whole_view = evidence_in_view(pack, bare)
    whole = forest_rows(whole_view, panel)
    return _pool(whole, whole_view), whole.drawn


def _against(forest: Forest, view: View) -> tuple[Against, ...]:
    if forest.panel == ASSOCIATION or not view.selection.outcome:
        return ()
    return against(view.selection.outcome, _effects(forest, view), view.pack.reference_values, view.pack.studies)


def removed_sentence(panel: Panel) -> str:
    """Which studies the filter took out of the pooled result, with the result without any filter."""
    if panel.unfiltered is None:
        return ""
    whole = panel.unfiltered
    return tr(
        "Without any filter, {k} results pool to {interval} (grey); the filter removed {names}.",
        k=whole.k,
        interval=interval(whole.estimate, whole.ci_low, whole.ci_high),
        names=listing(list(panel.removed)),
    )


@dataclass(frozen=True)
class PooledWords:
    """A pooled result for reading: sentences, heterogeneity, leave-one-out rows, low risk alone, funnel or its reason."""

    summary: tuple[str, ...]
    heterogeneity: str
    leave_one_out: tuple[tuple[str, str], ...]
    low_risk: str
    funnel: Funnel | None
    small_studies: str


def pooled_words(pooled: Pooled, view: View) -> PooledWords:
    """The words around one pooled result of this view."""
    low = low_risk_only(pooled, overall_judgements(view.pack.appraisals, pooled.outcome))
    shape = funnel(pooled)
    return PooledWords(
        summary=tuple(map(say, pool_summary(pooled))),
        heterogeneity=tr(
            "Differences between studies: tau² = {tau2}, I² = {i2}%, Q = {q} with {df} degrees of freedom, {p}.",
            tau2=number(pooled.tau2, 3),
            i2=number(pooled.i2, 1),
            q=number(pooled.q),
            df=pooled.q_df,
            p=probability(pooled.q_p),
        ),
        leave_one_out=tuple((row.citation, interval(row.estimate, row.ci_low, row.ci_high)) for row in pooled.leave_one_out),
        low_risk=tr(
            "Low risk of bias alone: {k} results, {interval}.",
            k=low.k,
            interval=interval(low.estimate, low.ci_low, low.ci_high),
        )
        if isinstance(low, Pooled)
        else "; ".join(map(say, low.reasons)).capitalize() + ".",
        funnel=shape if isinstance(shape, Funnel) else None,
        small_studies=say(shape.test if isinstance(shape, Funnel) else shape),
    )
