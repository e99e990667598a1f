"""What one study could have detected, or why that cannot be told."""

from evidence.club.one_study import other_arms
from evidence.club.session_answers import at_best, needed_for_a_medium_difference, power_grid, power_rows_of
from evidence.club.session_parts import Step, Words
from evidence.facts.view import View
from evidence.vocabulary.designs import OBSERVATIONAL, REVIEWS, UNCONTROLLED
from evidence.vocabulary.fact import fact


def own_power_step(view: View) -> Step:
    """The smallest difference the study in view could find, by outcome; at best from all its people; else why not."""
    study, rows = view.study_rows[0], power_rows_of(view)
    best = at_best(view, {row.study_id for row in rows})
    said: list[Words] = []
    if study.design in UNCONTROLLED:
        said.append(fact("study detects nothing without control"))
    elif study.design in OBSERVATIONAL:
        said.append(fact("an association shows no effect"))
    elif study.design in REVIEWS:
        said.append(fact("power of a review"))
    elif best:
        said += best
    elif not rows:
        said.append(fact("power not known"))
    arms = 1 + len(other_arms(study, view.result_rows))
    if arms > 2 and best:
        said.append(fact("people shared by arms", n=arms))
    if study.design not in (*REVIEWS, *OBSERVATIONAL, *UNCONTROLLED):
        said += needed_for_a_medium_difference()
    return Step("power", tuple(said), grids=(power_grid(view, rows),) if rows else ())
