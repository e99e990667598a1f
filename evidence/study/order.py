"""From study to study: the ones around a study, and the list to choose one from."""

from collections.abc import Iterable
from dataclasses import dataclass

from evidence.addresses import page_link
from evidence.facts.view import View
from evidence.packs.records import Study


@dataclass(frozen=True)
class Choice:
    """A study to choose, with the filters in force in its address."""

    href: str
    citation: str
    design: str
    condition: str


def neighbours(study_id: str, view: View) -> tuple[str | None, str | None]:
    """The studies before and after this one among those in view, in the order of the table; None at the ends.

    A study that the filters hide has as neighbours those in view that stand around it in the whole table.
    """
    every = [each.study_id for each in view.pack.rows.studies]
    place = every.index(study_id)
    before = [each for each in every[:place] if each in view.study_ids]
    after = [each for each in every[place + 1 :] if each in view.study_ids]
    return (before[-1] if before else None), (after[0] if after else None)


def study_choices(studies: Iterable[Study], view: View) -> tuple[Choice, ...]:
    """Studies as a list to choose from."""
    return tuple(
        Choice(page_link("study", view.selection, study=each.study_id), each.citation, each.design, each.condition)
        for each in studies
    )


def nearest_studies(study_id: str, view: View, most: int) -> tuple[Study, ...]:
    """The studies in view that are nearest to one, at most so many: of the same condition or with an outcome it measured.

    The same condition counts most, then outcome, then design; one that shares neither of the first two is not among them.
    """
    pack = view.pack
    one = next(each for each in pack.rows.studies if each.study_id == study_id)
    own = {each.outcome for each in pack.rows.results if each.study_id == study_id}
    same = {each.study_id for each in pack.rows.results if each.outcome in own}
    near = [
        ((each.condition == one.condition, each.study_id in same, each.design == one.design), each)
        for each in view.study_rows
        if each.study_id != study_id and (each.study_id in same or each.condition == one.condition)
    ]
    return tuple(each for _, each in sorted(near, key=lambda pair: pair[0], reverse=True)[:most])
