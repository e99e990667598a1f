"""From study to study: the ones around a study, and the list to choose one from."""

import pandas as pd

from evidence.addresses import page_link
from evidence.facts.view import View


def neighbours(study_id: str, view: View) -> tuple[str | None, str | None]:
    """The studies before and after this one among those in view, in the order of the table; None at the ends.

    A study that the filters hide has as neighbours those in view that stand around it in the whole table.
    """
    every = list(view.pack.studies["study_id"])
    place = every.index(study_id)
    shown = set(view.studies["study_id"])
    before = [each for each in every[:place] if each in shown]
    after = [each for each in every[place + 1 :] if each in shown]
    return (before[-1] if before else None), (after[0] if after else None)


def study_choices(studies: pd.DataFrame, view: View) -> tuple[dict[str, str], ...]:
    """Studies as a list to choose from, with the filters in force."""
    return tuple(
        {
            "href": page_link("study", view.selection, study=row["study_id"]),
            "citation": row["citation"],
            "about": f"{row['design']}, {row['condition']}",
        }
        for _, row in studies.iterrows()
    )
