"""The words of a forest plot: what each row, group and panel says, the same on board, phone, slide and hand-out."""

from dataclasses import dataclass

from evidence.facts.flags import Flag
from evidence.facts.groups import Group
from evidence.facts.marks import Mark
from evidence.forest.axis import Axis
from evidence.forest.panel import Panel
from evidence.forest.rows import ForestRow
from evidence.packs.pack import Pack
from evidence.statistics.pooling import Pooled, low_risk_only, overall_judgements, pool_summary
from evidence.statistics.small_studies import Funnel, funnel
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.measures import null_of, told_of
from evidence.wording.numbers import amount, estimate_alone, interval, whole
from evidence.wording.say import capital, listing, say, term

NOTHING = "\u2013"
DOT = " \u00b7 "


def heading(group: Group) -> str:
    """The heading of a group."""
    return say(fact(f"group {'direct' if group.direct else 'indirect'} {group.kind}"))


def dose(row: ForestRow) -> str:
    """Compound and dose of the element, as far as they are known; nothing where no treatment was given."""
    return say(row.record.given)


def week(row: ForestRow) -> str:
    """When the result was measured, in weeks; a dash where that was not read."""
    result = row.record.result
    return NOTHING if result is None or result.week is None else amount(result.week)


def people(row: ForestRow) -> str:
    """How many people; a dash where that was not read."""
    return NOTHING if row.record.people is None else whole(row.record.people)


def natural(row: ForestRow) -> tuple[float, float | None, float | None] | None:
    """The numbers of a row on their natural scale."""
    effect = row.effect
    return None if effect is None or effect.estimate is None else (effect.estimate, effect.ci_low, effect.ci_high)


def estimate(row: ForestRow, axis: Axis) -> str:
    """The number with its interval, and its measure where the rows have several."""
    numbers = natural(row)
    if numbers is None or not row.has_number or row.effect is None:
        return ""
    value, low, high = numbers
    null = null_of(row.effect.measure)
    text = estimate_alone(value, null) if low is None or high is None else interval(value, low, high, null)
    return text if axis.one_measure else f"{row.effect.measure} {text}"


def remark(row: ForestRow) -> str:
    """What was assumed or turned round to draw the number."""
    if row.effect is None or not row.has_number:
        return ""
    said = [*row.effect.assumptions, *([fact("mirrored")] if row.effect.mirrored else [])]
    return "; ".join(map(say, said))


def second_line(row: ForestRow) -> str:
    """What tells the row apart, as far as it varies: outcome, condition, comparator, and what else differs in its study."""
    outcome = row.outcome if "outcome" in row.tells else ""
    condition = "" if row.group.direct else row.record.study.condition
    return DOT.join(part for part in (outcome, condition, *_told_apart(row)) if part)


def below(row: ForestRow) -> str:
    """What stands below a study on paper: outcome, dose, condition, week, and what tells the row apart."""
    return DOT.join(part for part in (row.outcome, detail(row), *_told_apart(row)) if part)


def _told_apart(row: ForestRow) -> list[str]:
    """Comparator, contrast, kind of value and number of a result, each where it varies."""
    record, result = row.record, row.record.result
    parts = []
    if "comparator" in row.tells and record.comparator and row.contrast == "between groups":
        parts.append(say(fact("compared with", comparator=record.comparator)))
    if result is not None:
        parts += [term(result.contrast)] if "contrast" in row.tells else []
        parts += [term(result.value_type)] if "value_type" in row.tells and result.value_type else []
        parts += [result.result_id] if "result" in row.tells else []
    return parts


def detail(row: ForestRow) -> str:
    """Compound and dose, condition where it is another one, and the week of the result."""
    result = row.record.result
    when = say(fact("week of a result", week=result.week)) if result is not None and result.week is not None else ""
    parts = [dose(row), "" if row.group.direct else row.record.study.condition, when]
    return DOT.join(part for part in parts if part)


def mark_told(mark: Mark) -> str:
    """A judgement with its domain and its reason."""
    return f"{capital(term(mark.domain))}: {term(mark.judgement)}" + (f". {mark.rationale}" if mark.rationale else "")


def flag_told(flag: Flag) -> str:
    """A flag with the value that raised it."""
    return f"{capital(term(flag.name))}: {say(flag.reason)}"


def sentence(row: ForestRow, axis: Axis) -> str:
    """The row in words; the same text stands in hand-out, slide and club."""
    parts = [row.study, _kind(row), row.outcome, detail(row)]
    if row.record.people is not None:
        parts.append(say(fact("people in a row", n=row.record.people)))
    start = ", ".join(part for part in parts if part)
    if not row.has_number or row.effect is None:
        return f"{start}: {say(row.reason)}."
    text = estimate(row, axis)
    end = [f"{start}: {text}" if not axis.one_measure else f"{start}: {row.effect.measure} {text}"]
    if row.ci_low is not None and row.ci_high is not None:
        inside = "includes" if row.ci_low <= axis.null <= row.ci_high else "excludes"
        end.append(say(fact(f"interval {inside} no {'change' if row.hollow else 'difference'}")))
    if said := remark(row):
        end.append(said)
    return "; ".join(end) + "."


def _kind(row: ForestRow) -> str:
    kind = row.record.study.design if row.group.kind == "cases" else row.group.kind
    said = fact(f"kind {kind}")
    return say(said if row.group.direct else fact("another condition", what=said))


def pooled_name(pooled: Pooled, unfiltered: bool = False) -> str:
    """What stands beside a diamond."""
    if unfiltered:
        return say(fact("unfiltered row"))
    return say(fact("pooled row of associations" if pooled.association else "pooled row", n=pooled.k))


def pooled_number(pooled: Pooled, axis: Axis) -> str:
    """The number beside a diamond."""
    text = interval(pooled.estimate, pooled.ci_low, pooled.ci_high, null_of(pooled.measure))
    return text if axis.one_measure else f"{pooled.measure} {text}"


def removed(panel: Panel) -> Fact | None:
    """Which studies the filter took out of the pooled result, with the result without any filter."""
    whole_set = panel.unfiltered
    if whole_set is None:
        return None
    return fact("filter removed", k=whole_set.k, interval=told_of(whole_set), names=panel.removed)


@dataclass(frozen=True)
class PooledWords:
    """A pooled result for reading: facts, heterogeneity, leave-one-out rows, low risk alone, funnel or its reason."""

    summary: tuple[Fact, ...]
    heterogeneity: Fact
    leave_one_out: tuple[tuple[str, str], ...]
    low_risk: str
    funnel: Funnel | None
    small_studies: Fact


def pooled_words(pooled: Pooled, pack: Pack) -> PooledWords:
    """The words around one pooled result of a pack."""
    low = low_risk_only(pooled, overall_judgements(pack.appraisals, pooled.outcome))
    shape = funnel(pooled)
    if isinstance(low, Pooled):
        low_said = say(fact("low risk pooled", k=low.k, interval=told_of(low)))
    else:
        low_said = capital("; ".join(map(say, low.reasons))) + "."
    return PooledWords(
        summary=pool_summary(pooled),
        heterogeneity=fact("heterogeneity", tau2=pooled.tau2, i2=pooled.i2, q=pooled.q, df=pooled.q_df, p=pooled.q_p),
        leave_one_out=tuple(
            (each.citation, interval(each.estimate, each.ci_low, each.ci_high, null_of(pooled.measure)))
            for each in pooled.leave_one_out
        ),
        low_risk=low_said,
        funnel=shape if isinstance(shape, Funnel) else None,
        small_studies=shape.test if isinstance(shape, Funnel) else shape,
    )


def not_drawn(reasons: tuple[tuple[Fact, tuple[str, ...]], ...]) -> tuple[str, ...]:
    """Who is not in the figure, one sentence part a reason."""
    return tuple(f"{say(reason)}: {listing(names)}" for reason, names in reasons)
