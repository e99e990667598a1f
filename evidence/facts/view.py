"""The evidence in view: what the selection leaves, and a list of what it hides and why."""

from dataclasses import dataclass

import pandas as pd

from evidence.facts.selection import Selection, carries_flag
from evidence.packs.pack import Pack
from evidence.vocabulary.known import known
from evidence.wording.words import tr


@dataclass(frozen=True)
class View:
    """Studies and results in view with their original columns; hidden has study_id, citation, filter and reason.

    A study hidden by two filters has two rows in hidden.
    """

    pack: Pack
    selection: Selection
    studies: pd.DataFrame
    results: pd.DataFrame
    hidden: pd.DataFrame

    @property
    def hidden_count(self) -> int:
        """How many studies are hidden."""
        return len(self.pack.studies) - len(self.studies)


def evidence_in_view(pack: Pack, selection: Selection) -> View:
    """The view of a pack through a selection; neither is changed."""
    studies = pack.studies
    hidden = [
        *_outside_words(studies, selection),
        *_flagged(pack, selection),
        *_outside_years(studies, selection),
    ]
    results = pack.results
    if selection.outcome:
        results = results[results["outcome"] == selection.outcome]
        without = studies[~studies["study_id"].isin(results["study_id"])]
        hidden += [
            (each.study_id, each.citation, "outcome", tr("no row for {outcome}", outcome=selection.outcome))
            for each in without.itertuples()
        ]
    columns = ["study_id", "citation", "filter", "reason"]
    table = pd.DataFrame(hidden, columns=columns).astype("str")
    shown = studies[~studies["study_id"].isin(table["study_id"])]
    order = {study_id: place for place, study_id in enumerate(studies["study_id"])}
    table = table.sort_values("study_id", key=lambda ids: ids.map(order), kind="stable").reset_index(drop=True)
    return View(pack, selection, shown, results[results["study_id"].isin(shown["study_id"])], table)


def _outside_words(studies: pd.DataFrame, selection: Selection) -> list[tuple[str, str, str, str]]:
    return [
        (study_id, citation, name, f"{name}: {value}")
        for name in ("design", "compound", "condition", "directness")
        if getattr(selection, name)
        for study_id, citation, value in zip(studies["study_id"], studies["citation"], studies[name], strict=True)
        if value not in getattr(selection, name)
    ]


def _flagged(pack: Pack, selection: Selection) -> list[tuple[str, str, str, str]]:
    if not selection.flag:
        return []
    labels = pack.studies.set_index("study_id")["citation"]
    return [
        (each.study_id, labels[each.study_id], "flag", f"{each.flag}: {each.reason}")
        for each in carries_flag(pack, selection.flag).itertuples()
    ]


def _outside_years(studies: pd.DataFrame, selection: Selection) -> list[tuple[str, str, str, str]]:
    if selection.year is None:
        return []
    first, last = selection.year
    return [
        (
            study["study_id"],
            study["citation"],
            "year",
            f"year: {study['year']}" if known(study["year"]) else tr("year not read"),
        )
        for _, study in studies.iterrows()
        if not known(study["year"]) or not first <= int(study["year"]) <= last
    ]
