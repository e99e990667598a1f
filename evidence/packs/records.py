"""The rows of a pack as typed records: one frozen class for each kind of row.

An empty cell is None for a number and "" for a text. The columns are those of the data dictionary.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Study:
    """A study report."""

    study_id: str
    citation: str
    authors: str
    year: int | None
    title: str
    journal: str
    volume: str
    issue: str
    pages: str
    doi: str
    pmid: str
    registration: str
    country: str
    design: str
    structure: str
    blinding: str
    condition: str
    population: str
    directness: str
    comparator: str
    n_enrolled: int | None
    n_analysed: int | None
    age_mean: float | None
    female_percent: float | None
    compound: str
    route: str
    salt_mg_per_day: float | None
    elemental_mg_per_day: float | None
    dose_basis: str
    duration_weeks: float | None
    funding: str
    maker_funded: str
    stopped_early: str
    status: str
    possibly_same_as: str
    read_as: str
    summary: str

    @property
    def printed_in(self) -> str:
        """The journal with volume, issue and pages as far as they are known, as in Sleep 21(5):501-505."""
        number = self.volume + (f"({self.issue})" if self.issue else "")
        place = ":".join(part for part in (number, self.pages) if part)
        return " ".join(part for part in (self.journal, place) if part)


@dataclass(frozen=True, slots=True)
class Outcome:
    """An outcome."""

    outcome: str
    label: str
    domain: str
    unit: str
    scale_min: float | None
    scale_max: float | None
    better: str
    measure: str
    measured_by: str


@dataclass(frozen=True, slots=True)
class ReferenceValue:
    """Something to hold a change against."""

    reference_id: str
    outcome: str
    kind: str
    contrast: str
    label: str
    estimate: float | None
    ci_low: float | None
    ci_high: float | None
    basis: str
    statement: str
    caveat: str
    source: str
    read_as: str
    url: str


@dataclass(frozen=True, slots=True)
class Result:
    """A study, outcome, time and contrast."""

    result_id: str
    study_id: str
    outcome: str
    contrast: str
    comparator: str
    week: float | None
    value_type: str
    mean_1: float | None
    sd_1: float | None
    n_1: int | None
    mean_2: float | None
    sd_2: float | None
    n_2: int | None
    events_1: int | None
    events_2: int | None
    measure: str
    estimate: float | None
    ci_low: float | None
    ci_high: float | None
    p_value: float | None
    shares_patients_with: str
    note: str
    locator: str


@dataclass(frozen=True, slots=True)
class Appraised:
    """A judgement of one risk-of-bias domain."""

    study_id: str
    outcome: str
    tool: str
    tool_version: str
    domain: str
    judgement: str
    rationale: str
    basis: str


@dataclass(frozen=True, slots=True)
class Rating:
    """GRADE for one outcome."""

    outcome: str
    certainty: str
    start: str
    risk_of_bias: str
    inconsistency: str
    indirectness: str
    imprecision: str
    publication_bias: str
    rationale: str
    statement: str


@dataclass(frozen=True, slots=True)
class Guideline:
    """The position of a body."""

    guideline_id: str
    body: str
    title: str
    year: int | None
    as_of: str
    valid_until: str
    status: str
    region: str
    level: str
    position: str
    strength: str
    statement: str
    read_as: str
    doi: str
    url: str
    checked_on: str
    supersedes: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A checkable claim of an article."""

    claim_id: str
    section: str
    claim: str
    verdict: str
    reason: str
    core: str


@dataclass(frozen=True, slots=True)
class ClaimLink:
    """What bears on a claim."""

    claim_id: str
    kind: str
    ref: str


@dataclass(frozen=True, slots=True)
class Compound:
    """A salt or another form of a compound."""

    compound: str
    label: str
    formula: str
    form: str
    molar_mass_g_mol: float | None
    elemental_percent: float | None
    kind: str
    bioavailability: str
    note: str

    @property
    def row_key(self) -> str:
        """What identifies the row: the compound with its form."""
        return f"{self.compound} {self.form}"


@dataclass(frozen=True, slots=True)
class Limit:
    """A dose limit, caution or interaction."""

    limit_id: str
    kind: str
    label: str
    value_mg_per_day: float | None
    applies_to: str
    statement: str
    source: str
    url: str
