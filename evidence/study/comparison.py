"""Two or three studies side by side, as facts: what is known of each, and in which rows what is known differs.

A gap is no difference: a row is marked only when two values that are both known differ, and what does not apply to a study
is none either. A dose that its source leaves open differs from another only when no reading of both gives the same dose.
Sentences (who took part, who paid, when a route was used) are shown and not compared. Nothing is pooled or scored.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from evidence.addresses import study_link
from evidence.facts.doses import Dose, doses_of
from evidence.facts.marks import Mark
from evidence.facts.view import View
from evidence.packs.pack import Pack
from evidence.packs.provenance import Shown, column_label
from evidence.packs.records import Study
from evidence.study.comparison_flags import FlagRow, flag_rows
from evidence.study.comparison_results import Measured, measured_by
from evidence.study.facts import NO_TREATMENT, cell_fact, elemental_fact
from evidence.study.links import study_links
from evidence.study.page import Appraisal, appraisals_of, one_study
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.known import known
from evidence.vocabulary.references import references
from evidence.vocabulary.tools import JUDGEMENTS

Known = TypeVar("Known")
PARTS = {
    "design of a study": ("design", "structure", "blinding", "comparator"),
    "population of a study": (
        *("condition", "directness", "population", "n_enrolled", "n_analysed"),
        *("age_mean", "female_percent", "country"),
    ),
    "intervention of a study": (
        *("compound", "route", "elemental_mg_per_day", "salt_mg_per_day", "dose_basis", "duration_weeks"),
    ),
    "report of a study": ("read_as", "year", "status", "funding", "maker_funded", "stopped_early"),
}
"""The rows of each part by the column of the studies table they tell."""
SENTENCES = frozenset({"population", "funding"})
"""Columns that hold sentences; two ways to say the same are no difference."""
OF_A_TREATMENT = frozenset(PARTS["intervention of a study"])
GAPS = frozenset({"not stated", "unclear"})
"""Words of the format that say that something is not known."""
NO_VALUES = GAPS | {NO_TREATMENT}
"""Words of the format that are never compared."""
UNJUDGED = frozenset(each.word for each in JUDGEMENTS.values() if each.look in ("none", "blank"))
"""Judgements that judge nothing."""
NOT_REPORTED = Shown(fact("not reported, in short"))
NOT_APPLICABLE = Shown(fact("no treatment, in short"))


@dataclass(frozen=True)
class Cell:
    """What stands in a row for one study; `missing` when it is not known."""

    value: Shown
    missing: bool = False


@dataclass(frozen=True)
class Row:
    """A label and one cell a study; `differs` when two known values do."""

    label: Fact | str
    cells: tuple[Cell, ...]
    differs: bool


@dataclass(frozen=True)
class Part:
    """Rows under one heading, and the labels of those that are not known of any of the studies."""

    heading: Fact
    rows: tuple[Row, ...]
    unreported: tuple[Fact | str, ...]


@dataclass(frozen=True)
class BiasRow:
    """A domain of a tool with the judgements of each study, each with the outcome it is for, or "" for the whole study."""

    domain: str
    cells: tuple[tuple[tuple[Mark, str], ...], ...]
    differs: bool


@dataclass(frozen=True)
class Bias:
    """One tool: the overall judgement where it has one, then its domains; a study not judged with it has no judgement."""

    tool: str
    rows: tuple[BiasRow, ...]


@dataclass(frozen=True)
class Beside:
    """The head of a column: which study, where it can be read, and which filters hide it from the other pages."""

    study_id: str
    citation: str
    href: str
    links: tuple[tuple[Fact | str, str], ...]
    judged: bool
    hidden_by: tuple[Fact, ...]


@dataclass(frozen=True, eq=False)
class Comparison:
    """Everything that the page of a comparison shows; differing names what is marked."""

    studies: tuple[Beside, ...]
    same: tuple[Fact, ...]
    parts: tuple[Part, ...]
    measured: tuple[Measured, ...]
    bias: tuple[Bias, ...]
    flags: tuple[FlagRow, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The studies as they are cited."""
        return tuple(each.citation for each in self.studies)

    @property
    def differing(self) -> tuple[Fact | str, ...]:
        """The labels of the rows whose known values differ; risk of bias and flags as a whole."""
        rows = [row.label for part in self.parts for row in part.rows if row.differs]
        bias = [fact("risk of bias, compared")] * any(row.differs for tool in self.bias for row in tool.rows)
        return (*rows, *bias, *[fact("flags, compared")] * any(row.differs for row in self.flags))


def comparison_of(study_ids: Sequence[str], view: View) -> Comparison:
    """These studies of the pack side by side, whether or not they are in view; KeyError for an unknown one."""
    pack = view.pack
    studies = [one_study(pack.rows.studies, each) for each in study_ids]
    appraisals = [appraisals_of(each, view) for each in study_ids]
    return Comparison(
        studies=tuple(_beside(*each, view) for each in zip(studies, appraisals, strict=True)),
        same=tuple(_same(studies)),
        parts=tuple(_part(heading, names, studies, pack) for heading, names in PARTS.items()),
        measured=measured_by(studies, pack, view.selection.r),
        bias=tuple(_bias(appraisals)),
        flags=tuple(flag_rows(studies, view)),
    )


def _beside(study: Study, appraisals: Sequence[Appraisal], view: View) -> Beside:
    return Beside(
        study.study_id,
        study.citation,
        study_link(study.study_id, view.selection),
        study_links(study),
        bool(appraisals),
        tuple(each.reason for each in view.hidden if each.study_id == study.study_id),
    )


def _same(studies: Sequence[Study]) -> Iterable[Fact]:
    """Pairs that may be two reports of one study."""
    for place, one in enumerate(studies):
        for other in studies[place + 1 :]:
            if other.study_id in references(one.possibly_same_as) or one.study_id in references(other.possibly_same_as):
                yield fact("compared reports of one study", one=one.citation, other=other.citation)


def _part(heading: str, names: Sequence[str], studies: Sequence[Study], pack: Pack) -> Part:
    rows = [_row(name, studies, pack) for name in names]
    told = tuple(row for row in rows if not all(cell.missing for cell in row.cells))
    unreported = tuple(row.label for row in rows if all(cell.missing for cell in row.cells))
    return Part(fact(heading), told, unreported)


def _row(name: str, studies: Sequence[Study], pack: Pack) -> Row:
    label = column_label("studies", name)
    cells = tuple(_cell(name, study, pack) for study in studies)
    if name in SENTENCES:
        return Row(label, cells, False)
    if name == "elemental_mg_per_day":
        doses = [doses_of(pack)[study.study_id] for study in studies if study.compound != NO_TREATMENT]
        return Row(label, cells, _differ(doses, may_be_equal))
    values = [_value(name, study) for study in studies]
    return Row(label, cells, len({each for each in values if each is not None}) > 1)


def _cell(name: str, study: Study, pack: Pack) -> Cell:
    if study.compound == NO_TREATMENT and name in OF_A_TREATMENT:
        return Cell(NOT_APPLICABLE)
    found = elemental_fact(pack, study) if name == "elemental_mg_per_day" else cell_fact(pack, study, name)
    if name == "salt_mg_per_day" and study.dose_basis == "unclear" and not found.missing:
        return Cell(replace(found.value, text=fact("salt or element", dose=found.value.text)))
    missing = found.missing or getattr(study, name) in GAPS
    return Cell(NOT_REPORTED if found.missing else found.value, missing)


def _value(name: str, study: Study) -> Hashable:
    """What is compared of a cell; None where nothing is known, or where the row does not apply."""
    value = getattr(study, name)
    if not known(value) or value in NO_VALUES or (study.compound == NO_TREATMENT and name in OF_A_TREATMENT):
        return None
    if name == "salt_mg_per_day" and study.dose_basis == "unclear":
        return None
    if name == "route":
        value = value.partition(",")[0]
    return value.casefold() if isinstance(value, str) else float(value)


def may_be_equal(one: Dose, other: Dose) -> bool:
    """False only when both doses are known and no reading of one is a reading of the other."""
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return True
    if one.between or other.between:
        if not one.between:
            return any(other.low <= each <= other.high for each in (one.low, one.high))
        if not other.between:
            return may_be_equal(other, one)
        return one.low <= other.high and other.low <= one.high
    return bool({one.low, one.high} & {other.low, other.high})


def _differ(values: Sequence[Known], equal: Callable[[Known, Known], bool]) -> bool:
    return any(not equal(one, other) for place, one in enumerate(values) for other in values[place + 1 :])


def _bias(appraisals: Sequence[Sequence[Appraisal]]) -> Iterable[Bias]:
    """The tools in their order of appearance; judgements of different tools never share a row."""
    for tool in dict.fromkeys(each.tool for study in appraisals for each in study):
        own = [[each for each in study if each.tool == tool] for study in appraisals]
        domains = dict.fromkeys(mark.domain for study in own for each in study for mark in each.marks)
        yield Bias(tool, tuple(_bias_row(domain, own) for domain in domains))


def _bias_row(domain: str, own: Sequence[Sequence[Appraisal]]) -> BiasRow:
    cells = tuple(
        tuple((mark, each.outcome) for each in study for mark in each.marks if mark.domain == domain) for study in own
    )
    judged = [{outcome: mark.judgement for mark, outcome in cell if mark.judgement not in UNJUDGED} for cell in cells]
    return BiasRow(domain, cells, _differ(judged, judged_alike))


def judged_alike(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """False when judgements by outcome differ for one that both have; where they share none, when no word is the same."""
    shared = one.keys() & other.keys()
    if shared:
        return all(one[each] == other[each] for each in shared)
    return not (one and other) or not set(one.values()).isdisjoint(other.values())
