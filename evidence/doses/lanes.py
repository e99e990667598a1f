"""What studies really gave: the dose of the element in mg a day on one axis, a lane for each compound, beside the limits.

The limits are drawn only where they speak of what is added to the diet (upper level, adverse effect level); what a whole
diet provides is told in words. Doses given by another route than by mouth are told in words too, because the limits do not
speak of them. Length of treatment is the size of a mark.
"""

from dataclasses import dataclass
from math import ceil, floor, log10

import pandas as pd

from evidence.addresses import page_link
from evidence.facts.doses import dose
from evidence.facts.flags import WITH_TREATMENT
from evidence.facts.view import View
from evidence.packs.pack import Pack
from evidence.packs.provenance import Shown, shown
from evidence.study.facts import elemental_fact, rounded
from evidence.vocabulary.known import known
from evidence.wording.words import amount, tr

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
    about: str


@dataclass(frozen=True)
class Lane:
    """All doses of one compound."""

    label: str
    given: tuple[Given, ...]


@dataclass(frozen=True)
class LimitLine:
    """One place on the axis with every limit that stands there."""

    place: float
    text: str
    kind: str


@dataclass(frozen=True)
class DoseLanes:
    """The drawing: lanes, lines and ticks; and beside it the studies that are not in it, each with the reason."""

    lanes: tuple[Lane, ...]
    lines: tuple[LimitLine, ...]
    ticks: tuple[tuple[float, str], ...]
    without: tuple[tuple[str, str, str], ...]
    untreated: int

    @property
    def studies(self) -> int:
        """How many studies are drawn."""
        return sum(len(lane.given) for lane in self.lanes)


def dose_lanes(view: View) -> DoseLanes:
    """The doses of the studies in view."""
    pack = view.pack
    is_treated = view.studies["design"].isin(WITH_TREATMENT) & (view.studies["compound"] != "not applicable")
    treated = view.studies[is_treated]
    drawn = treated[[_on_axis(study, pack) for _, study in treated.iterrows()]] if len(treated) else treated
    limits = pack.limits[pack.limits["kind"].isin(DRAWN_LIMITS) & pack.limits["value_mg_per_day"].notna()]
    highest = [dose(study, pack.compounds).high or 0 for _, study in drawn.iterrows()]
    top, ticks = _axis(max([*highest, *limits["value_mg_per_day"]], default=1.0))
    lanes = []
    for compound in drawn["compound"].drop_duplicates():
        rows = drawn[drawn["compound"] == compound]
        label = tr("compound not stated") if compound == "not stated" else str(compound)
        lanes.append(Lane(label, tuple(_given(study, view, top) for _, study in rows.iterrows())))
    without = [
        (str(study["citation"]), _link(study, view), _why_not(study, pack))
        for _, study in treated[~treated["study_id"].isin(drawn["study_id"])].iterrows()
    ]
    return DoseLanes(tuple(lanes), _lines(limits, top), ticks, tuple(without), int((~is_treated).sum()))


def _by_mouth(study: pd.Series) -> bool:
    """True unless another route is known."""
    return not known(study["route"]) or str(study["route"]).startswith(BY_MOUTH)


def _on_axis(study: pd.Series, pack: Pack) -> bool:
    return dose(study, pack.compounds).high is not None and _by_mouth(study)


def _link(study: pd.Series, view: View) -> str:
    return page_link("study", view.selection, study=str(study["study_id"]))


def _given(study: pd.Series, view: View, top: float) -> Given:
    found = dose(study, view.pack.compounds)
    low, high = float(found.low or 0), float(found.high or 0)
    length = study["duration_weeks"]
    is_range = low < high
    parts = [str(study["condition"]) if study["directness"] == "indirect" else "", _basis(str(study["dose_basis"]))]
    return Given(
        citation=str(study["citation"]),
        href=_link(study, view),
        start=round(100 * low / top, 2),
        width=round(100 * (high - low) / top, 2),
        size=round(min(SMALLEST + float(length), LARGEST), 1) if known(length) else SMALLEST,
        is_range=is_range,
        indirect=study["directness"] == "indirect",
        dose=elemental_fact(view.pack, study, "lane").value,
        weeks=(
            shown(view.pack, "studies", study, "duration_weeks", "lane", rounded(study, "duration_weeks"))
            if known(length)
            else None
        ),
        about="; ".join(part for part in parts if part),
    )


def _basis(basis: str) -> str:
    return {
        "computed": tr("computed from another unit"),
        "unclear": tr("not clear whether salt or element"),
    }.get(basis, "")


def _why_not(study: pd.Series, pack: Pack) -> str:
    found = dose(study, pack.compounds)
    if not _by_mouth(study):
        given = tr("{route}; the limits speak of what is taken by mouth", route=study["route"])
        return f"{found.text}, {given}" if found.text else given
    if known(study["salt_mg_per_day"]):
        salt = amount(float(study["salt_mg_per_day"]))
        return tr("{salt} mg of the salt; the share of the element in it is not known", salt=salt)
    if study["compound"] == "not stated":
        return tr("neither compound nor dose was reported in what was read")
    return tr("the dose was not reported in what was read")


def _lines(limits: pd.DataFrame, top: float) -> tuple[LimitLine, ...]:
    """One line for each value, lowest first, with the labels of all limits at that value."""
    return tuple(
        LimitLine(
            place=round(100 * float(value) / top, 2),
            text=tr("{value} mg: {labels}", value=amount(float(value)), labels="; ".join(rows["label"])),
            kind=str(rows["kind"].iloc[0]).replace(" ", "-"),
        )
        for value, rows in limits.groupby("value_mg_per_day")
    )


def _axis(highest: float) -> tuple[float, tuple[tuple[float, str], ...]]:
    """The end of an axis that begins at 0, and its ticks as (percent of the axis, text)."""
    step = 10 ** floor(log10(highest))
    step = next(part for part in (step / 5, step / 2, step, 2 * step) if highest / part <= 7)
    count = ceil(highest * 1.02 / step)
    return step * count, tuple((round(100 * n / count, 2), amount(step * n)) for n in range(count + 1))
