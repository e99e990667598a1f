"""The evidence in view: what the selection leaves, and what it hides and why."""

from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from evidence.facts.flags import flags_by_study
from evidence.facts.selection import Selection
from evidence.packs.pack import Pack
from evidence.packs.records import Result, Study
from evidence.vocabulary.fact import Fact, fact

WORDS = ("design", "compound", "condition", "directness")


@dataclass(frozen=True)
class Hidden:
    """A study that one filter hides, with the value that makes it do so."""

    study_id: str
    citation: str
    filter: str
    reason: Fact


@dataclass(frozen=True, eq=False)
class View:
    """The ids of what a selection leaves of a pack; records and tables of it are made when asked."""

    pack: Pack
    selection: Selection
    study_ids: frozenset[str]
    result_ids: frozenset[str]

    @cached_property
    def study_rows(self) -> tuple[Study, ...]:
        """The studies in view, in the order of the pack."""
        return tuple(study for study in self.pack.rows.studies if study.study_id in self.study_ids)

    @cached_property
    def result_rows(self) -> tuple[Result, ...]:
        """The results in view, in the order of the pack."""
        return tuple(result for result in self.pack.rows.results if result.result_id in self.result_ids)

    @cached_property
    def studies(self) -> pd.DataFrame:
        """The studies in view with their original columns."""
        return self.pack.studies[self.pack.studies["study_id"].isin(self.study_ids)]

    @cached_property
    def results(self) -> pd.DataFrame:
        """The results in view with their original columns."""
        return self.pack.results[self.pack.results["result_id"].isin(self.result_ids)]

    @property
    def hidden_count(self) -> int:
        """How many studies are hidden."""
        return len(self.pack.rows.studies) - len(self.study_ids)

    @cached_property
    def hidden(self) -> tuple[Hidden, ...]:
        """What is hidden, in the order of the pack; a study hidden by two filters stands here twice."""
        return tuple(_hidden(self.pack, self.selection)) if self.hidden_count else ()


def evidence_in_view(pack: Pack, selection: Selection) -> View:
    """The view of a pack through a selection; neither is changed."""
    words = [(name, frozenset(getattr(selection, name))) for name in WORDS if getattr(selection, name)]
    studies = [
        study
        for study in pack.rows.studies
        if all(getattr(study, name) in chosen for name, chosen in words)
        and (selection.year is None or (study.year is not None and selection.year[0] <= study.year <= selection.year[1]))
    ]
    if selection.flag:
        carried, unwanted = flags_by_study(pack), set(selection.flag)
        studies = [study for study in studies if not any(flag in unwanted for flag, _ in carried.get(study.study_id, ()))]
    shown = frozenset(study.study_id for study in studies)
    results = [result for result in pack.rows.results if result.study_id in shown]
    if selection.outcome:
        results = [result for result in results if result.outcome == selection.outcome]
        shown = frozenset(result.study_id for result in results)
    return View(pack, selection, shown, frozenset(result.result_id for result in results))


def only(view: View, study_id: str) -> View:
    """One study with all its results, whether or not the filters leave it; KeyError for an unknown study.

    The outcome of the selection is kept where the study has a result for it.
    """
    if all(study.study_id != study_id for study in view.pack.rows.studies):
        raise KeyError(study_id)
    results = [result for result in view.pack.rows.results if result.study_id == study_id]
    outcome = view.selection.outcome
    chosen = [result for result in results if result.outcome == outcome]
    selection = replace(view.selection, outcome=outcome if chosen else "", results="all")
    ids = frozenset(result.result_id for result in chosen or results)
    return _One(view.pack, selection, frozenset([study_id]), ids)


class _One(View):
    """A view of one study, from which no filter hides anything."""

    @property
    def hidden_count(self) -> int:
        return 0


def _hidden(pack: Pack, selection: Selection) -> list[Hidden]:
    """Every study that a filter hides, once for each filter."""
    measured = {result.study_id for result in pack.rows.results if result.outcome == selection.outcome}
    carried = flags_by_study(pack) if selection.flag else {}
    found = []
    for study in pack.rows.studies:
        reasons = [
            (name, fact("hidden by word", name=name, value=getattr(study, name)))
            for name in WORDS
            if getattr(selection, name) and getattr(study, name) not in getattr(selection, name)
        ]
        reasons += [
            ("flag", fact("hidden by flag", flag=flag, reason=reason))
            for flag, reason in carried.get(study.study_id, ())
            if flag in selection.flag
        ]
        if selection.year is not None and (study.year is None or not selection.year[0] <= study.year <= selection.year[1]):
            reasons.append(("year", fact("hidden by year", year=str(study.year)) if study.year else fact("year not read")))
        if selection.outcome and study.study_id not in measured:
            reasons.append(("outcome", fact("no row for the outcome", outcome=selection.outcome)))
        found += [Hidden(study.study_id, study.citation, name, reason) for name, reason in reasons]
    return found
