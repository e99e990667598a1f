"""What a change of the data does to the answer: to the bottom line, and to the pooled result of every outcome.

Pooled results are those of `evidence.statistics.pooling` with the correlation that is assumed unless a reader says
otherwise: of all results of an outcome, of the direct ones, and of the direct randomised trials. A part of an outcome is
told only where it says something else than the part before it.
"""

import math
from dataclasses import dataclass

from evidence.facts.bottom_line import bottom_line
from evidence.facts.evidence import evidence_of
from evidence.facts.selection import DEFAULT_R
from evidence.packs.pack import Pack
from evidence.statistics.candidates import Candidate
from evidence.statistics.pooling import NotPooled, Pooled, pool
from evidence.vocabulary.designs import RANDOMISED
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.measures import told_of

PARTS = ("all", "direct", "direct randomised")
SAYS = ("statement", "certainty", "rationale", "studies", "pooled", "guidelines")
CLOSE = 1e-9
"""Two pooled numbers that differ by less, relatively, are the same: sums in another order."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Something the answer says, before and after; None where it said nothing. outcome: of a pooled result, else ""."""

    about: Fact
    old: Fact | str | None
    new: Fact | str | None
    outcome: str = ""


def bottom_line_moved(old: Pack, new: Pack) -> tuple[Moved, ...]:
    """Every part of the bottom line that differs, in the order in which it is read."""
    before, after = bottom_line(old), bottom_line(new)
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in SAYS)
    return tuple(
        Moved(fact(f"bottom line: {name}"), _word(name, was), _word(name, now)) for name, was, now in pairs if was != now
    )


def _word(name: str, said: Fact | str) -> Fact | str | None:
    return fact("cell word", word=said) if name == "certainty" and said else said or None


def pools_moved(old: Pack, new: Pack) -> tuple[Moved, ...]:
    """Every pooled result that differs: its numbers, or whether and for which kinds of reason there is none."""
    before, after = _candidates(old), _candidates(new)
    labels = {each.outcome: each.label for pack in (old, new) for each in pack.rows.outcomes}
    found: list[Moved] = []
    for outcome, label in labels.items():
        told: tuple[Fact | None, Fact | None] = (None, None)
        for part in PARTS:
            rows = tuple(_part(each.get(outcome, ()), part) for each in (before, after))
            if rows[0] == rows[1]:
                continue
            was, now = (_pooled(each) for each in rows)
            moved = (_said(was), _said(now))
            if _differ(was, now) and moved != told:
                found.append(Moved(fact(f"pooled: {part}", outcome=label), *moved, outcome))
                told = moved
    return tuple(found)


def _candidates(pack: Pack) -> dict[str, tuple[Candidate, ...]]:
    """What stands before the gate for each outcome without a filter, in the order of the results."""
    known = evidence_of(pack, DEFAULT_R).own_scale
    found: dict[str, list[Candidate]] = {}
    for row in pack.rows.results:
        if row.result_id in known:
            found.setdefault(row.outcome, []).append(known[row.result_id])
    return {outcome: tuple(rows) for outcome, rows in found.items()}


def _part(rows: tuple[Candidate, ...], part: str) -> tuple[Candidate, ...]:
    if part == "all":
        return rows
    direct = tuple(row for row in rows if row.directness == "direct")
    return direct if part == "direct" else tuple(row for row in direct if row.design == RANDOMISED)


def _pooled(rows: tuple[Candidate, ...]) -> Pooled | NotPooled | None:
    return pool(rows) if rows else None


def _said(result: Pooled | NotPooled | None) -> Fact | None:
    if result is None:
        return None
    if isinstance(result, NotPooled):
        return fact("not pooled because", reasons=result.reasons)
    return fact("pooled estimate", k=result.k, measure=result.measure, interval=told_of(result))


def _differ(old: Pooled | NotPooled | None, new: Pooled | NotPooled | None) -> bool:
    if isinstance(old, Pooled) and isinstance(new, Pooled):
        numbers = ((getattr(old, name), getattr(new, name)) for name in ("estimate", "ci_low", "ci_high"))
        same = all(math.isclose(was, now, rel_tol=CLOSE, abs_tol=CLOSE) for was, now in numbers)
        return not same or (old.k, old.measure) != (new.k, new.measure)
    if isinstance(old, NotPooled) and isinstance(new, NotPooled):
        return [each.kind for each in old.reasons] != [each.kind for each in new.reasons]
    return (old is None) != (new is None) or isinstance(old, Pooled) != isinstance(new, Pooled)
