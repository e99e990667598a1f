"""The steps of a session on a view up to the result: question, expectation, methods; and practice, also of one study."""

from evidence.club.references import direct_first, sources
from evidence.club.session_parts import Grid, Part, Step, labels, options_of, pairs_of, shortened, word_options
from evidence.facts.doses import given_of
from evidence.facts.flags import flags_of, people_of
from evidence.facts.view import View
from evidence.packs.records import Study
from evidence.vocabulary.certainty import CERTAINTIES
from evidence.vocabulary.fact import Fact, fact

DIRECTIONS = ("better", "no clear difference", "worse", "cannot be told")
PRACTICE = ("yes", "for some patients", "no", "more evidence first")
MOST_OUTCOMES = 6
"""Outcomes that are named of all studies."""


def question_step(view: View) -> Step:
    """The question as population, intervention, comparison, outcomes."""
    dataset, studies = view.pack.dataset, view.study_rows
    measured = {result.outcome for result in view.result_rows}
    outcomes = [outcome.label for outcome in view.pack.rows.outcomes if outcome.outcome in measured]
    asked = pairs_of(
        people=dataset["population"],
        intervention=dataset["intervention"],
        comparison=dataset["comparison"],
        outcomes=shortened(outcomes, MOST_OUTCOMES) if outcomes else fact("no outcome read"),
        in_view=fact("studies counted", n=len(studies)),
    )
    return Step("question", (dataset["question"],), asked, sources=sources(view))


def expectation_step(view: View) -> Step:
    """What the room expects, before anything is shown."""
    intervention = view.pack.dataset["intervention"]
    direction = fact("ask direction", intervention=intervention)
    parts = (
        Part("direction", fact("label direction"), direction, options_of("direction", DIRECTIONS)),
        Part("certainty", fact("label certainty"), fact("ask certainty"), word_options(CERTAINTIES[::-1])),
    )
    return Step("expectation", parts=parts)


def practice_step(view: View) -> Step:
    """Would it change practice?"""
    question = fact("ask practice", intervention=view.pack.dataset["intervention"])
    return Step("practice", parts=(Part("practice", fact("label practice"), question, options_of("practice", PRACTICE)),))


def methods_step(view: View) -> Step:
    """How it was done: designs, then study by study design, dose, blinding, and how many flags it carries.

    A pack that names neither compounds nor doses has no column for them.
    """
    flags, given = flags_of(view.pack), given_of(view.pack)
    has_given = any(given[study.study_id] for study in view.study_rows)
    rows = tuple(
        (
            study.citation,
            fact("word", word=study.design),
            study.condition,
            *((given[study.study_id] or _none_given(study),) if has_given else ()),
            fact("word", word=study.blinding),
            _people(study),
            len(flags[study.study_id]),
        )
        for study in direct_first(view.study_rows)
    )
    headings = labels("study", "design", "condition", *(("dose",) if has_given else ()), "blinding", "n", "flags")
    every = Grid("studies", fact("caption studies"), headings, rows)
    return Step("methods", grids=(_designs(view), every) if rows else ())


def _designs(view: View) -> Grid:
    """How many studies of each design there are, how many of them direct, double-blind, and with a serious flag."""
    flags = flags_of(view.pack)
    rows = []
    for design in dict.fromkeys(study.design for study in view.study_rows):
        studies = [study for study in view.study_rows if study.design == design]
        direct = sum(study.directness == "direct" for study in studies)
        blind = sum(study.blinding == "double-blind" for study in studies)
        serious = sum(any(flag.severity == "serious" for flag in flags[study.study_id]) for study in studies)
        rows.append((fact("word", word=design), len(studies), direct, blind, serious))
    headings = labels("design", "studies", "in this condition", "double-blind", "with a serious flag")
    return Grid("designs", fact("caption designs"), headings, tuple(rows))


def _none_given(study: Study) -> Fact:
    return fact("not applicable") if study.compound == "not applicable" else fact("nothing read")


def _people(study: Study) -> Fact:
    size = people_of(study)
    return fact("nothing read") if size is None else fact("people", size=size)
