"""The results of studies side by side, by outcome and by what was compared.

A difference between groups, a change in one group and an association are told apart: each has a row of its own, so that a
change never stands beside an effect as if it were one. Where two studies have a number on the same scale of the same
outcome, these are drawn on one axis.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evidence.facts.groups import Group, group_of
from evidence.facts.selection import Selection
from evidence.facts.view import View
from evidence.forest.rows import ASSOCIATION, TREATMENT, Forest, forest_of
from evidence.packs.pack import Pack
from evidence.packs.records import Outcome, Result, Study
from evidence.study.results import StudyResult, study_results
from evidence.vocabulary.fact import Fact, fact

EFFECT, CHANGE, ASSOCIATED = "effect", "change", "association"


@dataclass(frozen=True, eq=False)
class Measured:
    """One outcome: kind is effect, change or association; the results of each study, an empty tuple where none was read.

    forest: the numbers on one axis, None where fewer than two studies share a scale.
    """

    outcome: str
    better: Fact | None
    kind: str
    cells: tuple[tuple[StudyResult, ...], ...]
    forest: Forest | None

    @property
    def told(self) -> Fact:
        """What was compared."""
        return fact(f"compared {self.kind}")

    @property
    def drawing(self) -> Fact:
        """What the numbers on one axis are."""
        return fact(f"drawn {self.kind}")

    @property
    def shared(self) -> bool:
        """True when more than one study has a result of this kind."""
        return sum(map(bool, self.cells)) > 1


def measured_by(studies: Sequence[Study], pack: Pack, r: float) -> tuple[Measured, ...]:
    """Every result of these studies; what several of them measured first, then in the order of the outcomes."""
    own = [{each.result_id: each for each in study_results(study.study_id, pack, r)} for study in studies]
    by_id = {study.study_id: (place, study) for place, study in enumerate(studies)}
    groups: dict[tuple[str, str], list[list[Result]]] = {}
    for result in pack.rows.results:
        if result.study_id in by_id:
            place, study = by_id[result.study_id]
            rows = groups.setdefault(
                (result.outcome, _kind(group_of(study, result.contrast), result)), [[] for _ in studies]
            )
            rows[place].append(result)
    order = {each.outcome: place for place, each in enumerate(pack.rows.outcomes)}
    outcomes = {each.outcome: each for each in pack.rows.outcomes}
    made = [
        _measured(outcomes[outcome], kind, [groups[outcome, kind][place] for place in range(len(studies))], own, pack, r)
        for outcome, kind in sorted(groups, key=lambda each: (order[each[0]], each[1] != EFFECT))
    ]
    return tuple(sorted(made, key=lambda each: not each.shared))


def _kind(group: Group, result: Result) -> str:
    if group.kind == "association":
        return ASSOCIATED
    return CHANGE if result.contrast == "before-after" else EFFECT


def _measured(
    outcome: Outcome,
    kind: str,
    results: Sequence[Sequence[Result]],
    own: Sequence[dict[str, StudyResult]],
    pack: Pack,
    r: float,
) -> Measured:
    cells = tuple(tuple(known[each.result_id] for each in rows) for known, rows in zip(own, results, strict=True))
    better = None if outcome.domain == "biomarker" else fact(f"{outcome.better} is better")
    return Measured(outcome.label, better, kind, cells, _forest(outcome, kind, results, pack, r))


def _forest(outcome: Outcome, kind: str, results: Sequence[Sequence[Result]], pack: Pack, r: float) -> Forest | None:
    """The results on the outcome's own scale, the studies in their order; None where fewer than two have a number on it."""
    given = [result for rows in results for result in rows]
    places = {result.study_id: place for place, rows in enumerate(results) for result in rows}
    if len(places) < 2:
        return None
    selection = Selection(outcome=outcome.outcome, r=r, results="all")
    view = View(pack, selection, frozenset(places), frozenset(each.result_id for each in given))
    forest = forest_of(view, ASSOCIATION if kind == ASSOCIATED else TREATMENT)
    drawn = tuple(sorted(forest.drawn, key=lambda row: places[row.study_id]))
    return replace(forest, rows=drawn) if len({row.study_id for row in drawn}) > 1 else None
