"""The facts of a study in the order a clinician asks: population, intervention, comparison, outcomes, report (PICO).

An empty cell is a fact too: it says that nothing was reported in what was read.
"""

from dataclasses import dataclass

import pandas as pd

from evidence.facts.doses import dose, shares
from evidence.packs.pack import Pack
from evidence.packs.provenance import Reading, Shown, key, reading, shown
from evidence.vocabulary.columns import column
from evidence.vocabulary.known import known
from evidence.wording.words import amount, plain, tr

NO_TREATMENT = "not applicable"


@dataclass(frozen=True)
class Fact:
    """A label with what is known; `missing` when nothing was reported in what was read."""

    label: str
    value: Shown
    missing: bool = False


@dataclass(frozen=True)
class Facts:
    """One of the parts of PICO."""

    heading: str
    facts: tuple[Fact, ...]

    @property
    def unreported(self) -> tuple[str, ...]:
        """Labels of the facts that were not reported in what was read."""
        return tuple(fact.label for fact in self.facts if fact.missing)


def not_reported() -> str:
    """What stands in place of an empty cell."""
    return tr("not reported in what was read")


def study_facts(study: pd.Series, results: pd.DataFrame, pack: Pack) -> tuple[Facts, ...]:
    """Population, intervention, comparison, outcomes and report of one study."""
    return (
        Facts(
            tr("Population"),
            _facts(
                pack, study, ("condition", "population", "n_enrolled", "n_analysed", "age_mean", "female_percent", "country")
            ),
        ),
        Facts(tr("Intervention"), _intervention(pack, study)),
        Facts(tr("Comparison"), _facts(pack, study, ("comparator", "design", "structure", "blinding"))),
        Facts(tr("Outcomes"), _outcomes(results, pack)),
        Facts(
            tr("Report"),
            _facts(pack, study, ("status", "read_as", "year", "registration", "funding", "maker_funded", "stopped_early")),
        ),
    )


def _facts(pack: Pack, study: pd.Series, names: tuple[str, ...]) -> tuple[Fact, ...]:
    return tuple(fact(pack, study, name) for name in names)


def fact(pack: Pack, study: pd.Series, name: str) -> Fact:
    """One cell of the study with its label."""
    label = tr(column("studies", name).label)
    if not known(study[name]):
        return Fact(label, Shown(not_reported()), missing=True)
    return Fact(label, shown(pack, "studies", study, name, "facts", rounded(study, name)))


def rounded(study: pd.Series, name: str) -> str:
    """A number of the studies table for reading, with its unit; empty for text, which is shown as it is."""
    about = column("studies", name)
    if about.type != "number":
        return ""
    unit = "%" if about.unit == "percent" else f" {about.unit}"
    return amount(float(study[name])) + unit


def _intervention(pack: Pack, study: pd.Series) -> tuple[Fact, ...]:
    if study["compound"] == NO_TREATMENT:
        return (Fact(tr("Compound"), Shown(tr("not applicable: no treatment was given for this study"))),)
    return (
        *_facts(pack, study, ("compound", "route")),
        elemental_fact(pack, study),
        *_facts(pack, study, ("salt_mg_per_day", "dose_basis", "duration_weeks")),
    )


def elemental_fact(pack: Pack, study: pd.Series, place: str = "facts") -> Fact:
    """The dose of the element; a range with its arithmetic when the source leaves open what was weighed."""
    label = tr(column("studies", "elemental_mg_per_day").label)
    given = dose(study, pack.compounds)
    if given.low is None or given.high is None:
        return Fact(label, Shown(not_reported()), missing=True)
    if given.low == given.high:
        return Fact(
            label, shown(pack, "studies", study, "elemental_mg_per_day", place, rounded(study, "elemental_mg_per_day"))
        )
    return Fact(
        label,
        Shown(
            tr("{range}/day", range=given.text),
            key(place, "studies", str(study["study_id"]), "dose"),
            _dose_readings(pack, study),
            _dose_arithmetic(pack, study),
        ),
    )


def _dose_readings(pack: Pack, study: pd.Series) -> tuple[Reading, ...]:
    own = [reading(pack, "studies", study, name) for name in ("salt_mg_per_day", "elemental_mg_per_day")]
    forms = pack.compounds[pack.compounds["compound"] == study["compound"]]
    share = [reading(pack, "compounds", row, "elemental_percent") for _, row in forms.iterrows()]
    return tuple(each for each in (*own, *share) if each.text)


def _dose_arithmetic(pack: Pack, study: pd.Series) -> tuple[str, ...]:
    if not known(study["salt_mg_per_day"]):
        return ()
    salt = float(study["salt_mg_per_day"])
    as_salt = [
        tr(
            "If the salt was weighed: {salt} mg x {percent} % = {dose} mg of the element.",
            salt=plain(salt),
            percent=plain(round(100 * share, 4)),
            dose=amount(salt * share),
        )
        for share in shares(str(study["compound"]), pack.compounds)
    ]
    if known(study["elemental_mg_per_day"]):
        return (
            *as_salt,
            tr("The source also gives {dose} mg of the element.", dose=plain(float(study["elemental_mg_per_day"]))),
        )
    return (*as_salt, tr("If the element is meant: {salt} mg.", salt=plain(salt)))


def _outcomes(results: pd.DataFrame, pack: Pack) -> tuple[Fact, ...]:
    measured = pack.outcomes[pack.outcomes["outcome"].isin(results["outcome"])]
    if measured.empty:
        return (Fact(tr("Measured"), Shown(not_reported()), missing=True),)
    return tuple(Fact(str(each["label"]), Shown(_outcome_words(each))) for _, each in measured.iterrows())


def _outcome_words(outcome: pd.Series) -> str:
    """The unit and who measures it."""
    parts = [str(outcome["unit"])] if known(outcome["unit"]) else []
    if known(outcome["measured_by"]):
        parts.append(tr("by {who}", who=outcome["measured_by"]))
    return ", ".join(parts)
