"""The steps of a session on one study up to the result: its own question with every arm, what is expected, how it was done;
and what to take home from it alone.
"""

from evidence.club.own_results import found_in_short
from evidence.club.references import sources
from evidence.club.session_parts import Cell, Grid, Pair, Part, Step, Words, labels, options_of, pairs_of, word_options
from evidence.club.session_steps import DIRECTIONS
from evidence.facts.doses import doses_of, has_doses
from evidence.facts.flags import flags_of
from evidence.facts.marks import all_marks
from evidence.facts.view import View
from evidence.packs.records import Result, Study
from evidence.vocabulary.designs import DESIGNS, UNCONTROLLED
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.tools import NO_INFORMATION, TOOLS

NOT_STATED = fact("not stated in what was read")
NO_ARM = ("none", "")
TOLD_STRUCTURES = ("parallel", "crossover")
"""Structures that say more than the design does."""
ASSOCIATIONS = ("yes", "no", "cannot be told")
TRUST = "risk of bias"
"""The key of the question how far the study will turn out to be trusted."""


def own_question_step(view: View) -> Step:
    """Population, intervention, comparison and outcomes of the one study in view; a gap is shown as one."""
    study = view.study_rows[0]
    pairs = (
        *pairs_of(people=study.population or NOT_STATED, condition=study.condition),
        *_given(view, study),
        *pairs_of(comparison=_compared(study, view.result_rows), outcomes=_outcomes(view)),
    )
    said: list[Words] = [study.title or NOT_STATED]
    if study.read_as != "full text":
        said.append(fact("read no further", read_as=study.read_as))
    return Step("question", tuple(said), pairs, sources=sources(view))


def _given(view: View, study: Study) -> tuple[Pair, ...]:
    """What was given, how much of it and for how long; for a study that only observed, and for a review, that."""
    design = DESIGNS[study.design]
    if not design.treats:
        return pairs_of(intervention=fact("given in the studies of a review" if design.is_review else "none given"))
    named = study.compound not in ("not stated", "not applicable")
    what: Words = study.compound if named else fact("form not stated", intervention=view.pack.dataset["intervention"])
    found = pairs_of(intervention=fact("reported", parts=(what, study.route)) if study.route else what)
    if has_doses(view.pack):
        found += pairs_of(dose=_dose(view, study))
    return found + pairs_of(length=weeks_of(study) or NOT_STATED)


def _dose(view: View, study: Study) -> Fact:
    dose = doses_of(view.pack)[study.study_id]
    if dose.fact is not None:
        return fact("dose a day", dose=dose.fact)
    if study.salt_mg_per_day is not None:
        return fact("dose of the salt alone", salt=study.salt_mg_per_day)
    return NOT_STATED


def weeks_of(study: Study) -> Fact | None:
    """The length of treatment; None when it was not read."""
    return None if study.duration_weeks is None else fact("weeks", weeks=study.duration_weeks)


def other_arms(study: Study, results: tuple[Result, ...]) -> tuple[str, ...]:
    """Every arm the intervention was compared with, as its study names it and then as its results do."""
    cells = (study.comparator, *(each.comparator for each in results))
    found: dict[str, str] = {}
    for arm in (arm.strip() for cell in cells for arm in cell.split(";")):
        if arm not in NO_ARM:
            found.setdefault(arm.casefold(), arm)
    return tuple(found.values())


def _compared(study: Study, results: tuple[Result, ...]) -> Fact:
    arms = other_arms(study, results)
    if arms:
        return fact("arms", names=arms)
    return fact("no comparison group") if study.design in UNCONTROLLED else NOT_STATED


def _outcomes(view: View) -> Fact:
    """Every outcome that was read, each with the weeks at which it was measured."""
    told = []
    for outcome in view.pack.rows.outcomes:
        own = [each for each in view.result_rows if each.outcome == outcome.outcome]
        weeks = sorted({each.week for each in own if each.week is not None})
        if weeks:
            at = tuple(fact("an amount", n=week) for week in weeks)
            told.append(fact("outcome at weeks", outcome=outcome.label, weeks=at))
        elif own:
            told.append(fact("outcome alone", outcome=outcome.label))
    return fact("outcomes measured", names=tuple(told)) if told else fact("no outcome read")


def own_expectation_step(view: View) -> Step:
    """What the room expects of this study: what it found, and how far it will turn out to be trusted."""
    study, intervention = view.study_rows[0], view.pack.dataset["intervention"]
    design = DESIGNS[study.design]
    if design.observational:
        asked = fact("ask association", intervention=intervention)
        options = options_of("association", ASSOCIATIONS)
    else:
        which = "review" if design.is_review else "trial" if design.has_control else "change"
        asked = fact(f"ask direction of a {which}", intervention=intervention)
        options = options_of("direction", DIRECTIONS)
    parts = [Part("direction", fact("label direction"), asked, options)]
    marks = all_marks(view.pack)[study.study_id]
    if marks.tool and TOOLS[marks.tool].has_overall:
        levels = word_options((*(each.word for each in TOOLS[marks.tool].own), NO_INFORMATION.word))
        parts.append(Part(TRUST, fact("label risk of bias"), fact("ask risk of bias", tool=marks.tool), levels))
    return Step("expectation", parts=tuple(parts))


def own_methods_step(view: View) -> Step:
    """How the one study in view was done, and the flags with the value that raised each."""
    study, flags = view.study_rows[0], flags_of(view.pack)
    told = study.structure in TOLD_STRUCTURES
    pairs = pairs_of(
        design=fact("design and structure", words=(study.design, *((study.structure,) if told else ()))),
        blinding=fact("word", word=study.blinding),
        people=_people(study),
        registration=study.registration or NOT_STATED,
        funding=study.funding or NOT_STATED,
        read_as=fact("word", word=study.read_as),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (fact("word", word=flag.name), fact("word", word=flag.severity), flag.reason) for flag in flags[study.study_id]
    )
    grid = Grid("flags", fact("caption flags"), labels("flag", "weight", "why"), rows)
    return Step("methods", pairs=pairs, grids=(grid,) if rows else ())


def _people(study: Study) -> Fact:
    """How many were enrolled and how many analysed, as far as either was read."""
    if study.n_enrolled is None and study.n_analysed is None:
        return fact("not applicable") if DESIGNS[study.design].is_review else NOT_STATED
    enrolled = NOT_STATED if study.n_enrolled is None else fact("people", size=study.n_enrolled)
    analysed = NOT_STATED if study.n_analysed is None else fact("people", size=study.n_analysed)
    return fact("enrolled and analysed", enrolled=enrolled, analysed=analysed)


def own_take_home_step(view: View) -> Step:
    """What this study says and how far it can be trusted; the answer of all studies stands elsewhere and is not its own."""
    study = view.study_rows[0]
    found = found_in_short(view)
    said: list[Words] = [*(found if isinstance(found, tuple) else (found,)), _trusted(view, study)]
    if study.directness != "direct":
        said.append(fact("study of another condition", condition=study.condition))
    if len(view.pack.rows.studies) > 1:
        said.append(fact("one study of many", n=len(view.pack.rows.studies)))
    return Step("take-home", tuple(said))


def _trusted(view: View, study: Study) -> Fact:
    marks = all_marks(view.pack)[study.study_id]
    if not marks.tool:
        return fact("no appraisal")
    if not marks.has_overall:
        return fact("tool without an overall judgement", tool=marks.tool)
    return fact("risk of bias of a study", tool=marks.tool, judgement=marks.overall.judgement)
