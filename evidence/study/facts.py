"""What is told of a study in the order a clinician asks: population, intervention, comparison, outcomes, report (PICO).

An empty cell is a fact too: it says that nothing was reported in what was read.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from evidence.facts.doses import doses_of, shares_of
from evidence.packs.pack import Pack
from evidence.packs.provenance import Reading, Shown, column_label, key, reading, shown, with_unit
from evidence.packs.records import Outcome, Result, Study
from evidence.vocabulary.columns import column
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.known import known

NO_TREATMENT = "not applicable"
NOT_REPORTED = fact("not reported")
"""What stands in place of an empty cell."""


@dataclass(frozen=True)
class StudyFact:
    """A label with what is known; `missing` when nothing was reported in what was read."""

    label: Fact | str
    value: Shown
    missing: bool = False


@dataclass(frozen=True)
class StudyFacts:
    """One of the parts of PICO."""

    heading: Fact
    facts: tuple[StudyFact, ...]

    @property
    def unreported(self) -> tuple[Fact | str, ...]:
        """Labels of the facts that were not reported in what was read."""
        return tuple(each.label for each in self.facts if each.missing)


PEOPLE = ("condition", "population", "n_enrolled", "n_analysed", "age_mean", "female_percent", "country")
COMPARISON = ("comparator", "design", "structure", "blinding")
REPORT = ("status", "read_as", "year", "registration", "funding", "maker_funded", "stopped_early")


def study_facts(study: Study, results: Iterable[Result], pack: Pack) -> tuple[StudyFacts, ...]:
    """Population, intervention, comparison, outcomes and report of one study."""
    return (
        StudyFacts(fact("population of a study"), _cells(pack, study, PEOPLE)),
        StudyFacts(fact("intervention of a study"), _intervention(pack, study)),
        StudyFacts(fact("comparison of a study"), _cells(pack, study, COMPARISON)),
        StudyFacts(fact("outcomes of a study"), _outcomes(results, pack)),
        StudyFacts(fact("report of a study"), _cells(pack, study, REPORT)),
    )


def _cells(pack: Pack, study: Study, names: tuple[str, ...]) -> tuple[StudyFact, ...]:
    return tuple(cell_fact(pack, study, name) for name in names)


def cell_fact(pack: Pack, study: Study, name: str) -> StudyFact:
    """One cell of the study with its label."""
    label = column_label("studies", name)
    if not known(getattr(study, name)):
        return StudyFact(label, Shown(NOT_REPORTED), missing=True)
    return StudyFact(label, shown(pack, "studies", study, name, "facts", rounded(study, name)))


def rounded(study: Study, name: str) -> Fact | str:
    """A number of the studies table for reading, with its unit; empty for whole numbers and text, shown as they are."""
    about = column("studies", name)
    return with_unit(getattr(study, name), about, rounded=True) if about.type == "number" else ""


def _intervention(pack: Pack, study: Study) -> tuple[StudyFact, ...]:
    if study.compound == NO_TREATMENT:
        return (StudyFact(column_label("studies", "compound"), Shown(fact("no treatment was given"))),)
    return (
        *_cells(pack, study, ("compound", "route")),
        elemental_fact(pack, study),
        *_cells(pack, study, ("salt_mg_per_day", "dose_basis", "duration_weeks")),
    )


def elemental_fact(pack: Pack, study: Study, place: str = "facts") -> StudyFact:
    """The dose of the element; a range with its arithmetic when the source leaves open what was weighed."""
    name = "elemental_mg_per_day"
    given = doses_of(pack)[study.study_id]
    if given.low is None or given.high is None:
        return StudyFact(column_label("studies", name), Shown(NOT_REPORTED), missing=True)
    if given.low == given.high:
        return StudyFact(column_label("studies", name), shown(pack, "studies", study, name, place, rounded(study, name)))
    return StudyFact(
        column_label("studies", name),
        Shown(
            fact("dose a day", dose=given.fact),
            key(place, "studies", study.study_id, "dose"),
            _dose_readings(pack, study),
            _dose_arithmetic(pack, study),
        ),
    )


def _dose_readings(pack: Pack, study: Study) -> tuple[Reading, ...]:
    own = [reading(pack, "studies", study, name) for name in ("salt_mg_per_day", "elemental_mg_per_day")]
    forms = [each for each in pack.rows.compounds if each.compound == study.compound]
    share = [reading(pack, "compounds", each, "elemental_percent") for each in forms]
    return tuple(each for each in (*own, *share) if each.text)


def _dose_arithmetic(pack: Pack, study: Study) -> tuple[Fact, ...]:
    salt, element = study.salt_mg_per_day, study.elemental_mg_per_day
    if salt is None:
        return ()
    as_salt = [
        fact("dose if the salt was weighed", salt=salt, percent=round(100 * share, 4) or 100 * share, dose=salt * share)
        for share in shares_of(pack).get(study.compound, ())
    ]
    if element is not None:
        return (*as_salt, fact("dose the source gives too", dose=element))
    return (*as_salt, fact("dose if the element is meant", salt=salt))


def _outcomes(results: Iterable[Result], pack: Pack) -> tuple[StudyFact, ...]:
    names = {each.outcome for each in results}
    measured = [each for each in pack.rows.outcomes if each.outcome in names]
    if not measured:
        return (StudyFact(fact("measured in a study"), Shown(NOT_REPORTED), missing=True),)
    return tuple(StudyFact(each.label, Shown(_how_measured(each))) for each in measured)


def _how_measured(outcome: Outcome) -> Fact | str:
    """The unit and who measures it."""
    if not outcome.measured_by:
        return outcome.unit
    kind = "unit and who measures" if outcome.unit else "who measures"
    return fact(kind, unit=outcome.unit, who=outcome.measured_by)
