"""The steps of a journal-club session up to the result: question, expectation, methods; and practice."""

from collections.abc import Mapping

from evidence.club.references import sources
from evidence.club.session_parts import Cell, Grid, Option, Pair, Part, Step, Words, labels, shortened
from evidence.facts.doses import dose_text
from evidence.facts.flags import study_flags
from evidence.facts.view import View
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.known import known

DIRECTIONS = ("better", "no clear difference", "worse", "cannot be told")
CERTAINTIES = ("high", "moderate", "low", "very low")
PRACTICE = ("yes", "for some patients", "no", "more evidence first")
TOLD_STRUCTURES = ("parallel", "crossover")
"""Structures that say more than the design does."""


def question_step(view: View, study_id: str) -> Step:
    """The question as population, intervention, comparison, outcomes."""
    dataset, studies = view.pack.dataset, view.studies
    measured = view.pack.outcomes["outcome"].isin(view.results["outcome"])
    outcomes = tuple(view.pack.outcomes.loc[measured, "label"])
    if study_id:
        study = studies.to_dict("records")[0]
        given = tuple(each for each in (dose_text(study, view.pack.compounds), *_weeks(study)) if each)
        pairs = _pairs(
            people=_or_not_read(study["population"]),
            intervention=fact("given", parts=given) if given else fact("none given"),
            comparison=_or_not_read(study["comparator"]),
            outcomes=fact("outcomes measured", names=outcomes) if outcomes else fact("no outcome read"),
        )
        return Step("question", (_or_not_read(study["title"]),), pairs, sources=sources(view))
    asked = _pairs(
        people=dataset["population"],
        intervention=dataset["intervention"],
        comparison=dataset["comparison"],
        outcomes=shortened(outcomes, 6) if outcomes else fact("no outcome read"),
        in_view=fact("studies counted", n=len(studies)),
    )
    return Step("question", (dataset["question"],), asked, sources=sources(view))


def expectation_step(view: View) -> Step:
    """What the room expects, before anything is shown."""
    intervention = view.pack.dataset["intervention"]
    direction = fact("ask direction", intervention=intervention)
    parts = (
        Part("direction", fact("label direction"), direction, _options("direction", DIRECTIONS)),
        Part("certainty", fact("label certainty"), fact("ask certainty"), _words(CERTAINTIES)),
    )
    return Step("expectation", parts=parts)


def practice_step(view: View) -> Step:
    """Would it change practice?"""
    question = fact("ask practice", intervention=view.pack.dataset["intervention"])
    return Step("practice", parts=(Part("practice", fact("label practice"), question, _options("practice", PRACTICE)),))


def methods_step(view: View, study_id: str) -> Step:
    """How it was done: design, dose, blinding, and the flags with the value that raised each."""
    flags = study_flags(view.pack)
    if study_id:
        study = view.studies.to_dict("records")[0]
        own = flags[flags["study_id"] == study_id]
        told = study["structure"] in TOLD_STRUCTURES
        pairs = _pairs(
            design=fact("words", words=(study["design"], *((study["structure"],) if told else ()))),
            blinding=fact("word", word=study["blinding"]),
            people=people_of(study),
            dose=dose_text(study, view.pack.compounds) or fact("not applicable"),
            length=_weeks(study) or fact("nothing read"),
            read_as=fact("word", word=study["read_as"]),
        )
        rows: tuple[tuple[Cell, ...], ...] = tuple(
            (fact("word", word=flag), fact("word", word=severity), reason)
            for flag, severity, reason in own[["flag", "severity", "reason"]].itertuples(index=False, name=None)
        )
        grid = Grid("flags", fact("caption flags"), labels("flag", "weight", "why"), rows)
        return Step("methods", pairs=pairs, grids=(grid,) if rows else ())
    numbers = flags.groupby("study_id").size()
    rows = tuple(
        (
            study["citation"],
            fact("word", word=study["design"]),
            fact("word", word=study["condition"]),
            dose_text(study, view.pack.compounds) or fact("no treatment"),
            fact("word", word=study["blinding"]),
            people_of(study),
            int(numbers.get(study["study_id"], 0)),
        )
        for study in view.studies.to_dict("records")
    )
    headings = labels("study", "design", "condition", "dose", "blinding", "n", "flags")
    every = Grid("studies", fact("caption studies"), headings, rows)
    return Step("methods", grids=(_designs(view), every) if rows else ())


def _designs(view: View) -> Grid:
    """How many studies of each design there are, how many of them direct, double-blind, and with a serious flag."""
    flags = study_flags(view.pack)
    serious = set(flags.loc[flags["severity"] == "serious", "study_id"])
    rows = tuple(
        (
            fact("word", word=str(design)),
            len(group),
            int((group["directness"] == "direct").sum()),
            int((group["blinding"] == "double-blind").sum()),
            int(group["study_id"].isin(serious).sum()),
        )
        for design, group in view.studies.groupby("design", sort=False)
    )
    headings = labels("design", "studies", "in this condition", "double-blind", "with a serious flag")
    return Grid("designs", fact("caption designs"), headings, rows)


def people_of(study: Mapping[str, object]) -> Fact:
    """How many people were analysed, else enrolled."""
    size = study["n_analysed"] if known(study["n_analysed"]) else study["n_enrolled"]
    return fact("people", size=int(size)) if known(size) else fact("nothing read")  # type: ignore[call-overload]


def _weeks(study: Mapping[str, object]) -> tuple[Fact, ...]:
    """The length of treatment, nothing when it was not read."""
    weeks = study["duration_weeks"]
    return (fact("weeks", weeks=float(weeks)),) if known(weeks) else ()  # type: ignore[arg-type]


def _pairs(**texts: Words) -> tuple[Pair, ...]:
    return tuple(Pair(fact(f"label {name.replace('_', ' ')}"), text) for name, text in texts.items())


def _options(asked: str, keys: tuple[str, ...]) -> tuple[Option, ...]:
    return tuple(Option(key, fact(f"{asked}: {key}")) for key in keys)


def _words(keys: tuple[str, ...]) -> tuple[Option, ...]:
    return tuple(Option(key, fact("word", word=key)) for key in keys)


def _or_not_read(value: object) -> Words:
    return str(value) if known(value) else fact("not read")
