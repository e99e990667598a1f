"""What stands under a forest: the pooled result or every reason against one, and what a change can be held against."""

from dataclasses import dataclass, replace

from evidence.against import Against, against
from evidence.forest import ASSOCIATION, forest_rows
from evidence.forest_row import Forest
from evidence.pooling import NotPooled, Pooled, pool
from evidence.sensitivity import correlation_sentences
from evidence.view import View, evidence_in_view
from evidence.words import interval, listing, number, plain, probability, tr


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
    sentences: tuple[str, ...]


def panel_of(forest: Forest, view: View) -> Panel:
    """The panel of a forest of this view."""
    result = _pool(forest, view)
    pooled = result if isinstance(result, Pooled) else None
    unfiltered, removed = _unfiltered(forest, view)
    return Panel(
        pooled=pooled,
        reasons=result.reasons if isinstance(result, NotPooled) else (),
        unfiltered=unfiltered,
        removed=removed,
        against=_against(forest, view),
        sensitivity=correlation_sentences(forest, view),
        rules=tuple(dict.fromkeys(str(rule) for rule in forest.effects["rule"].dropna() if rule)),
        sentences=_pooled_sentences(pooled) if pooled else (),
    )


def _pool(forest: Forest, view: View) -> Pooled | NotPooled:
    if forest.panel == ASSOCIATION:
        return NotPooled((tr("associations are not effects of treatment and are never pooled here"),))
    results = view.pack.results.loc[forest.effects.index]
    return pool(results, view.pack.studies, view.pack.outcomes, forest.effects)


def _unfiltered(forest: Forest, view: View) -> tuple[Pooled | None, tuple[str, ...]]:
    """The pooled result without any filter and the citations in it that the filter removed; nothing when no filter bites."""
    if forest.panel == ASSOCIATION or not view.hidden_count:
        return None, ()
    bare = replace(view.selection, design=(), compound=(), condition=(), directness=(), flag=(), year=None)
    whole_view = evidence_in_view(view.pack, bare)
    whole = forest_rows(whole_view, forest.panel)
    result = _pool(whole, whole_view)
    if not isinstance(result, Pooled):
        return None, ()
    shown = {row.study_id for row in forest.rows}
    removed = tuple(dict.fromkeys(row.study for row in whole.drawn if row.study_id not in shown))
    return (result, removed) if removed else (None, ())


def _against(forest: Forest, view: View) -> tuple[Against, ...]:
    if forest.panel == ASSOCIATION or not view.selection.outcome:
        return ()
    return against(view.selection.outcome, forest.effects, view.pack.reference_values)


def _pooled_sentences(pooled: Pooled) -> tuple[str, ...]:
    """The pooled result in words: estimate, heterogeneity, prediction interval, leave-one-out."""
    sentences = [
        tr(
            "Pooled {measure} {interval} from {k} studies.",
            measure=pooled.measure,
            k=pooled.k,
            interval=interval(pooled.estimate, pooled.ci_low, pooled.ci_high),
        ),
        tr(
            "Heterogeneity: tau² = {tau2}, I² = {i2}%, Q = {q} (df {df}, {p}).",
            tau2=number(pooled.tau2, 3),
            i2=number(pooled.i2, 1),
            q=number(pooled.q),
            df=plain(pooled.q_df),
            p=probability(pooled.q_p),
        ),
    ]
    if pooled.pi_low is not None and pooled.pi_high is not None:
        sentences.append(
            tr(
                "A new study would be expected between {low} and {high} (95% prediction interval, {rule}).",
                low=number(pooled.pi_low),
                high=number(pooled.pi_high),
                rule=pooled.pi_rule,
            )
        )
    return tuple(sentences)


def removed_sentence(panel: Panel) -> str:
    """Which studies the filter took out of the pooled result, with the result without any filter."""
    if panel.unfiltered is None:
        return ""
    whole = panel.unfiltered
    return tr(
        "Without any filter, {k} studies pool to {interval} (grey); the filter removed {names}.",
        k=whole.k,
        interval=interval(whole.estimate, whole.ci_low, whole.ci_high),
        names=listing(list(panel.removed)),
    )
