"""The steps of a journal-club session up to the result: question, expectation, methods; and practice."""

from evidence.club.references import direct_first, sources
from evidence.club.session_parts import Cell, Grid, Option, Pair, Part, Step, Words, labels, shortened
from evidence.facts.doses import given_of
from evidence.facts.flags import flags_of, people_of
from evidence.facts.view import View
from evidence.packs.records import Study
from evidence.vocabulary.certainty import CERTAINTIES
from evidence.vocabulary.fact import Fact, fact

DIRECTIONS = ("better", "no clear difference", "worse", "cannot be told")
PRACTICE = ("yes", "for some patients", "no", "more evidence first")
TOLD_STRUCTURES = ("parallel", "crossover")
"""Structures that say more than the design does."""
MOST_OUTCOMES = 6
"""Outcomes that are named of all studies."""


def question_step(view: View, study_id: str) -> Step:
    """The question as population, intervention, comparison, outcomes."""
    dataset, studies = view.pack.dataset, view.study_rows
    measured = {result.outcome for result in view.result_rows}
    outcomes = [outcome.label for outcome in view.pack.rows.outcomes if outcome.outcome in measured]
    if study_id:
        study = studies[0]
        given = tuple(each for each in (given_of(view.pack)[study_id], *_weeks(study)) if each)
        pairs = _pairs(
            people=study.population or fact("not read"),
            intervention=fact("given", parts=given) if given else fact("none given"),
            comparison=study.comparator or fact("not read"),
            outcomes=fact("outcomes measured", names=tuple(outcomes)) if outcomes else fact("no outcome read"),
        )
        return Step("question", (study.title or fact("not read"),), pairs, sources=sources(view))
    asked = _pairs(
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
        Part("direction", fact("label direction"), direction, _options("direction", DIRECTIONS)),
        Part("certainty", fact("label certainty"), fact("ask certainty"), _words(CERTAINTIES[::-1])),
    )
    return Step("expectation", parts=parts)


def practice_step(view: View) -> Step:
    """Would it change practice?"""
    question = fact("ask practice", intervention=view.pack.dataset["intervention"])
    return Step("practice", parts=(Part("practice", fact("label practice"), question, _options("practice", PRACTICE)),))


def methods_step(view: View, study_id: str) -> Step:
    """How it was done: design, dose, blinding, and the flags with the value that raised each."""
    flags, given = flags_of(view.pack), given_of(view.pack)
    if study_id:
        study = view.study_rows[0]
        told = study.structure in TOLD_STRUCTURES
        pairs = _pairs(
            design=fact("design and structure", words=(study.design, *((study.structure,) if told else ()))),
            blinding=fact("word", word=study.blinding),
            people=_people(study),
            dose=given[study_id] or fact("not applicable"),
            length=_weeks(study) or fact("nothing read"),
            read_as=fact("word", word=study.read_as),
        )
        rows: tuple[tuple[Cell, ...], ...] = tuple(
            (fact("word", word=flag.name), fact("word", word=flag.severity), flag.reason) for flag in flags[study_id]
        )
        grid = Grid("flags", fact("caption flags"), labels("flag", "weight", "why"), rows)
        return Step("methods", pairs=pairs, grids=(grid,) if rows else ())
    rows = tuple(
        (
            study.citation,
            fact("word", word=study.design),
            study.condition,
            given[study.study_id] or fact("no treatment"),
            fact("word", word=study.blinding),
            _people(study),
            len(flags[study.study_id]),
        )
        for study in direct_first(view.study_rows)
    )
    headings = labels("study", "design", "condition", "dose", "blinding", "n", "flags")
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


def _people(study: Study) -> Fact:
    size = people_of(study)
    return fact("nothing read") if size is None else fact("people", size=size)


def _weeks(study: Study) -> tuple[Fact, ...]:
    """The length of treatment, nothing when it was not read."""
    return () if study.duration_weeks is None else (fact("weeks", weeks=study.duration_weeks),)


def _pairs(**texts: Words) -> tuple[Pair, ...]:
    return tuple(Pair(fact(f"label {name.replace('_', ' ')}"), text) for name, text in texts.items())


def _options(asked: str, keys: tuple[str, ...]) -> tuple[Option, ...]:
    return tuple(Option(key, fact(f"{asked}: {key}")) for key in keys)


def _words(keys: tuple[str, ...]) -> tuple[Option, ...]:
    return tuple(Option(key, fact("word", word=key)) for key in keys)
