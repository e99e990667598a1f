"""The rows of a forest, picked from what is known of the pack.

A row is one study with one of its results, or one study without any. Treatments and associations never share a panel: an
association is not an effect of treatment.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from evidence.facts.evidence import Evidence, Record, evidence_of
from evidence.facts.groups import GROUPS, Group
from evidence.facts.view import View
from evidence.forest.axis import Axis, Scale, make_axis, scale_of
from evidence.statistics.effect import Effect
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.measures import null_of, told_of

TREATMENT, ASSOCIATION = "treatment", "association"
PLACES = {group: place for place, group in enumerate(GROUPS)}


@dataclass(frozen=True, slots=True)
class ForestRow:
    """A record on the axis of its panel: numbers in the units of the axis (logarithms of ratios), None where not drawn.

    reason: why nothing is drawn; a text where it is the note of the data. tells: what tells it apart from others.
    """

    record: Record
    effect: Effect | None
    estimate: float | None
    ci_low: float | None
    ci_high: float | None
    reason: Fact | str | None
    tells: frozenset[str] = frozenset()

    @property
    def study_id(self) -> str:
        """The study."""
        return self.record.study.study_id

    @property
    def result_id(self) -> str:
        """The result; empty for a study without one."""
        return self.record.result.result_id if self.record.result else ""

    @property
    def study(self) -> str:
        """The label of the study."""
        return self.record.study.citation

    @property
    def outcome(self) -> str:
        """The label of the outcome; empty for a study without a result."""
        return self.record.outcome.label if self.record.outcome else ""

    @property
    def contrast(self) -> str:
        """What the result compares; empty for a study without one."""
        return self.record.result.contrast if self.record.result else ""

    @property
    def group(self) -> Group:
        """The group it stands in."""
        return self.record.group

    @property
    def has_number(self) -> bool:
        """True when there is something to draw."""
        return self.estimate is not None

    @property
    def hollow(self) -> bool:
        """True for a change in one group, which is never an effect."""
        return self.contrast == "before-after"


@dataclass(frozen=True, eq=False)
class Forest:
    """Rows in drawing order, the axis they share, and who is not among them (citations by reason)."""

    panel: str
    rows: tuple[ForestRow, ...]
    axis: Axis
    on_common_axis: bool
    evidence: Evidence
    not_drawn: tuple[tuple[Fact, tuple[str, ...]], ...]

    @property
    def drawn(self) -> tuple[ForestRow, ...]:
        """The rows that carry a number."""
        return tuple(row for row in self.rows if row.has_number)

    @property
    def has_marks(self) -> bool:
        """True when the risk of bias of some row was judged."""
        return any(row.record.marks.tool for row in self.rows)

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups that have rows, in drawing order."""
        return tuple(dict.fromkeys(row.group for row in self.rows))


def forest_of(view: View, panel: str = TREATMENT) -> Forest:
    """The forest of a view for one panel; every study in view is a row of a panel or is named with the reason."""
    evidence = evidence_of(view.pack, view.selection.r)
    on_common_axis = panel == TREATMENT and not view.selection.outcome
    records = sorted(_records(view, evidence, panel, on_common_axis), key=lambda record: PLACES[record.group])
    effects = [record.effect(on_common_axis) for record in records]
    scale = scale_of([effect for effect in effects if effect is not None and effect.has_number], on_common_axis)
    rows = tuple(_row(record, effect, scale) for record, effect in zip(records, effects, strict=True))
    axis = make_axis(rows, scale, view, panel)
    return Forest(panel, _told_apart(rows), axis, on_common_axis, evidence, _not_drawn(view, evidence, panel))


def _records(view: View, evidence: Evidence, panel: str, on_common_axis: bool) -> list[Record]:
    found: list[Record] = []
    one = on_common_axis and view.selection.results == "one"
    for study in view.study_rows:
        alone = evidence.alone.get(study.study_id)
        if alone is None:
            continue
        every = [
            record
            for record in evidence.with_results[study.study_id]
            if record.result is not None and record.result.result_id in view.result_ids
        ]
        own = [record for record in every if record.is_association == (panel == ASSOCIATION)]
        shown = [record for record in own if not (on_common_axis and record.beside_treatment)]
        if shown:
            found += [min(shown, key=_rank)] if one else shown
        elif alone.is_association == (panel == ASSOCIATION) and (own or not every):
            found.append(alone)
    return found


def _rank(record: Record) -> tuple[bool, int, float]:
    """A result with a number first, then by the order of the outcomes, then the latest."""
    week = record.result.week if record.result else None
    return record.standardised is None or not record.standardised.has_number, record.place, -(week or 0.0)


def _row(record: Record, effect: Effect | None, scale: Scale) -> ForestRow:
    if effect is None:
        measured = record.study.read_as
        reason: Fact | str | None = fact("no result read", read_as=measured)
        return ForestRow(record, None, None, None, None, reason)
    if not effect.has_number:
        return ForestRow(record, effect, None, None, None, effect.reason)
    if not scale.holds(effect):
        return ForestRow(record, effect, None, None, None, fact("on another scale", effect=number_of(effect)))
    estimate, low, high = (scale.place(value) for value in (effect.estimate, effect.ci_low, effect.ci_high))
    return ForestRow(record, effect, estimate, low, high, None)


def number_of(effect: Effect) -> Fact:
    """The number of an effect with its measure, as a fact."""
    if effect.ci_low is None:
        return fact("measured alone", measure=effect.measure, numbers=(effect.estimate, null_of(effect.measure)))
    return fact("measured", measure=effect.measure, numbers=told_of(effect))


def _told_apart(rows: Sequence[ForestRow]) -> tuple[ForestRow, ...]:
    """Every row with what varies among the rows of the panel, or among those of its own study."""
    among = {name: len({_detail(row, name) for row in rows if row.record.result}) > 1 for name in ("outcome", "comparator")}
    of_study: dict[str, list[ForestRow]] = {}
    for row in rows:
        of_study.setdefault(row.study_id, []).append(row)
    varying: dict[str, set[str]] = {}
    for study_id, own in of_study.items():
        if len(own) > 1:
            varying[study_id] = {name for name in DETAILS if len({_detail(row, name) for row in own}) > 1} or {"result"}
    shared = {name for name, varies in among.items() if varies}
    return tuple(
        ForestRow(
            row.record,
            row.effect,
            row.estimate,
            row.ci_low,
            row.ci_high,
            row.reason,
            frozenset(shared | varying.get(row.study_id, set())),
        )
        for row in rows
    )


DETAILS = ("outcome", "comparator", "contrast", "week", "value_type")
"""What can tell two rows of one study apart, as a reader would say it."""


def _detail(row: ForestRow, name: str) -> object:
    if name == "outcome":
        return row.outcome
    if name == "comparator":
        return row.record.comparator if row.contrast == "between groups" else ""
    return getattr(row.record.result, name) if row.record.result else None


def _not_drawn(view: View, evidence: Evidence, panel: str) -> tuple[tuple[Fact, tuple[str, ...]], ...]:
    """Studies that get no row in any panel, by reason; told once, under the treatments."""
    if panel == ASSOCIATION:
        return ()
    reviews = tuple(study.citation for study in view.study_rows if study.study_id not in evidence.alone)
    return ((fact("reviews have no participants"), reviews),) if reviews else ()
