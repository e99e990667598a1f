"""What studies really gave: the dose of the element in mg a day on one axis, a lane for each compound, beside the limits.

The limits are drawn only where they speak of what is added to the diet (upper level, adverse effect level); what a whole
diet provides is told in words. Doses given by another route than by mouth are told in words too, because the limits do not
speak of them. Length of treatment is the size of a mark.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10

from evidence.addresses import study_link
from evidence.facts.doses import Dose, doses_of
from evidence.facts.view import View
from evidence.packs.pack import Pack
from evidence.packs.provenance import Shown, shown
from evidence.packs.records import Limit, Study
from evidence.study.facts import NO_TREATMENT, elemental_fact, rounded
from evidence.vocabulary.designs import TREATING
from evidence.vocabulary.fact import Fact, fact

DRAWN_LIMITS = ("upper level", "adverse effect level")
BY_MOUTH = "oral"
SMALLEST, LARGEST = 9, 30
"""Diameter of a mark in pixels."""


@dataclass(frozen=True)
class Given:
    """The dose of one study: places in percent of the axis (from and width of the range), and the words beside it."""

    citation: str
    href: str
    start: float
    width: float
    size: float
    is_range: bool
    indirect: bool
    dose: Shown
    weeks: Shown | None
    about: tuple[Fact | str, ...]


@dataclass(frozen=True)
class Lane:
    """All doses of one compound."""

    label: Fact | str
    given: tuple[Given, ...]


@dataclass(frozen=True)
class LimitLine:
    """One place on the axis with every limit that stands there."""

    place: float
    text: Fact
    kind: str


@dataclass(frozen=True)
class DoseLanes:
    """The drawing: lanes, lines and ticks (percent of the axis, mg); and the studies that are not in it, with the reason.

    lines stand in the order in which their labels are written, each on a line of its own: with labels_before to the left of
    their place and the highest first, else to the right and the lowest first, so that no label lies on the line of another.
    """

    lanes: tuple[Lane, ...]
    lines: tuple[LimitLine, ...]
    labels_before: bool
    ticks: tuple[tuple[float, Fact], ...]
    without: tuple[tuple[str, str, Fact], ...]
    untreated: int

    @property
    def studies(self) -> int:
        """How many studies are drawn."""
        return sum(len(lane.given) for lane in self.lanes)


def has_shares(pack: Pack) -> bool:
    """True when the share of the element is known for a compound of the pack."""
    return any(each.elemental_percent is not None for each in pack.rows.compounds)


def dose_lanes(view: View) -> DoseLanes:
    """The doses of the studies in view."""
    pack, studies, doses = view.pack, view.study_rows, doses_of(view.pack)
    treated = [each for each in studies if each.design in TREATING and each.compound != NO_TREATMENT]
    drawn = [each for each in treated if doses[each.study_id].high is not None and _by_mouth(each)]
    limits = [each for each in pack.rows.limits if each.kind in DRAWN_LIMITS and each.value_mg_per_day is not None]
    ends = [*(doses[each.study_id].high or 0 for each in drawn), *(each.value_mg_per_day or 0 for each in limits)]
    top, ticks = _axis(max(ends, default=1.0))
    lanes = [
        Lane(
            fact("compound not stated") if compound == "not stated" else compound,
            tuple(_given(each, doses[each.study_id], view, top) for each in drawn if each.compound == compound),
        )
        for compound in dict.fromkeys(each.compound for each in drawn)
    ]
    without = [
        (each.citation, study_link(each.study_id, view.selection), _why_not(each, doses[each.study_id]))
        for each in treated
        if each not in drawn
    ]
    lines, before = _labelled(_lines(limits, top))
    return DoseLanes(tuple(lanes), lines, before, ticks, tuple(without), len(studies) - len(treated))


def _by_mouth(study: Study) -> bool:
    """True unless another route is known."""
    return not study.route or study.route.startswith(BY_MOUTH)


def _given(study: Study, found: Dose, view: View, top: float) -> Given:
    low, high = float(found.low or 0), float(found.high or 0)
    length, indirect = study.duration_weeks, study.directness == "indirect"
    about: list[Fact | str] = [study.condition] if indirect else []
    if study.dose_basis in ("computed", "unclear"):
        about.append(fact(f"dose {study.dose_basis}"))
    weeks = None
    if length is not None:
        weeks = shown(view.pack, "studies", study, "duration_weeks", "lane", rounded(study, "duration_weeks"))
    return Given(
        citation=study.citation,
        href=study_link(study.study_id, view.selection),
        start=round(100 * low / top, 2),
        width=round(100 * (high - low) / top, 2),
        size=SMALLEST if length is None else round(min(SMALLEST + length, LARGEST), 1),
        is_range=low < high,
        indirect=indirect,
        dose=elemental_fact(view.pack, study, "lane").value,
        weeks=weeks,
        about=tuple(about),
    )


def _why_not(study: Study, found: Dose) -> Fact:
    if not _by_mouth(study):
        if found.fact:
            return fact("dose by another route", dose=found.fact, route=study.route)
        return fact("another route", route=study.route)
    if study.salt_mg_per_day is not None:
        return fact("salt without a share", salt=study.salt_mg_per_day)
    return fact("neither compound nor dose" if study.compound == "not stated" else "dose not reported")


def _lines(limits: Iterable[Limit], top: float) -> tuple[LimitLine, ...]:
    """One line for each value, lowest first, with the labels of all limits at that value."""
    by_value: dict[float, list[Limit]] = {}
    for each in limits:
        by_value.setdefault(each.value_mg_per_day or 0, []).append(each)
    return tuple(
        LimitLine(
            place=round(100 * value / top, 2),
            text=fact("limits at a dose", value=value, labels=tuple(each.label for each in at_value)),
            kind=at_value[0].kind,
        )
        for value, at_value in sorted(by_value.items())
    )


def _labelled(lines: tuple[LimitLine, ...]) -> tuple[tuple[LimitLine, ...], bool]:
    """Lines, lowest first, in the order of their labels, and whether the labels stand before them: where more room is."""
    before = bool(lines) and lines[0].place > 100 - lines[-1].place
    return (lines[::-1] if before else lines), before


def _axis(highest: float) -> tuple[float, tuple[tuple[float, Fact], ...]]:
    """The end of an axis that begins at 0, and its ticks."""
    step = 10 ** floor(log10(highest))
    step = next(part for part in (step / 5, step / 2, step, 2 * step) if highest / part <= 7)
    count = ceil(highest * 1.02 / step)
    return step * count, tuple((round(100 * n / count, 2), fact("tick of doses", mg=step * n)) for n in range(count + 1))
