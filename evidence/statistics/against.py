"""What a change can be held against: the reference values of an outcome, each only for the contrast it belongs to.

A verdict compares a reference with the results in view, and only says what their intervals say. "Near" means that the
reference lies in the interval and within half a standard error of the estimate.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from evidence.packs.records import ReferenceValue
from evidence.statistics.effect import Effect
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.measures import MEASURES, null_of

ABOUT = 0.5
TEXTS = ("reference_id", "kind", "contrast", "label", "basis", "statement", "caveat", "source", "read_as", "url")
INSIDE, SHORT, BEYOND, OPPOSITE = "inside", "short", "beyond", "opposite"
TREATMENT = {
    INSIDE: "like a treatment",
    SHORT: "less than a treatment",
    BEYOND: "more than a treatment",
    OPPOSITE: "opposite of a treatment",
}
IMPORTANT = {SHORT: "less than important", BEYOND: "more than important", OPPOSITE: "opposite of important"}
PLACEBO = {SHORT: "less than placebo", OPPOSITE: "opposite of placebo"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the intervals of some results say about a reference value of a kind.

    place: the value lies "inside" the interval; or seen from no effect, the interval ends "short" of it, begins "beyond" it
    or lies on the "opposite" side. near: inside and close to the estimate. move: "fall" or "rise". has_null: the interval
    includes no effect. studies: citation with (estimate, low, high, no effect) of each result it holds for.
    """

    kind: str
    place: str
    near: bool
    move: str
    has_null: bool
    studies: tuple[tuple[str, tuple[float, float, float, float]], ...] = ()

    @property
    def said(self) -> Fact:
        """The verdict as a fact."""
        if self.kind == "placebo response":
            if self.place in PLACEBO:
                return fact(PLACEBO[self.place])
            inside = "about placebo" if self.near else "not apart from placebo"
            return fact(inside if self.place == INSIDE else "more than placebo", move=fact(self.move))
        if self.kind == "effective treatment":
            return fact(TREATMENT[self.place])
        if self.place == INSIDE:
            return fact("nothing or important" if self.has_null else "both sides of important")
        return fact(IMPORTANT[self.place])


@dataclass(frozen=True, slots=True)
class Against:
    """One reference value as shown; ci_low and ci_high are None and texts are empty where they are not known.

    null: the value that means no effect, for the results it stands beside.
    """

    reference_id: str
    kind: str
    contrast: str
    label: str
    estimate: float
    ci_low: float | None
    ci_high: float | None
    null: float
    basis: str
    statement: str
    verdicts: tuple[Verdict, ...]
    caveat: str
    source: str
    read_as: str
    url: str

    @property
    def sentence(self) -> tuple[Fact, ...]:
        """A sentence for each verdict, naming the studies it holds for with their interval."""
        return tuple(
            fact(
                "held against",
                studies=tuple(fact("study with interval", study=study, interval=ends) for study, ends in verdict.studies),
                verdict=verdict.said,
                value=(self.estimate, self.null),
            )
            for verdict in self.verdicts
        )


def against(
    effects: Sequence[Effect], references: Sequence[ReferenceValue], citations: Mapping[str, str]
) -> tuple[Against, ...]:
    """The reference values of an outcome that belong beside its native effects, in the order of the references.

    A reference is left out when no result has its contrast on the outcome's own scale. citations: by study id; an id without
    one stands for itself.
    """
    rows = [each for each in effects if _on_own_scale(each)]
    found = []
    for reference in references:
        beside = [each for each in rows if each.outcome == reference.outcome and each.contrast == reference.contrast]
        if beside and reference.estimate is not None:
            found.append(
                Against(
                    estimate=reference.estimate,
                    ci_low=reference.ci_low,
                    ci_high=reference.ci_high,
                    null=null_of(beside[0].measure),
                    verdicts=_verdicts(reference.kind, reference.estimate, beside, citations),
                    **{name: getattr(reference, name) for name in TEXTS},
                )
            )
    return tuple(found)


def _on_own_scale(effect: Effect) -> bool:
    """True for a measure in the unit of the outcome or a ratio: one group before-after, two groups otherwise."""
    measure = MEASURES.get(effect.measure)
    groups = 1 if effect.contrast == "before-after" else 2
    return measure is not None and not measure.standardised and measure.groups == groups


def _verdicts(kind: str, value: float, beside: Iterable[Effect], citations: Mapping[str, str]) -> tuple[Verdict, ...]:
    """The verdicts in the order of the results, each with everybody it holds for."""
    found: dict[Fact, Verdict] = {}
    holders: dict[Fact, list[tuple[str, tuple[float, float, float, float]]]] = {}
    for each in beside:
        if each.estimate is None or each.ci_low is None or each.ci_high is None:
            continue
        null = null_of(each.measure)
        ends = (each.estimate, each.ci_low, each.ci_high)
        place = _place(*ends, value, null)
        near = abs(each.estimate - value) <= ABOUT * (each.ci_high - each.ci_low) / 4
        move = "fall" if each.estimate < null else "rise"
        verdict = Verdict(kind, place, near, move, each.ci_low <= null <= each.ci_high)
        found.setdefault(verdict.said, verdict)
        holders.setdefault(verdict.said, []).append((citations.get(each.study_id, each.study_id), (*ends, null)))
    return tuple(replace(verdict, studies=tuple(holders[said])) for said, verdict in found.items())


def _place(estimate: float, low: float, high: float, value: float, null: float) -> str:
    """Where an interval lies as seen from no effect towards a value."""
    if low <= value <= high:
        return INSIDE
    towards = 1 if value >= null else -1
    if (high if towards > 0 else -low) < null * towards:
        return OPPOSITE
    return BEYOND if (estimate - value) * towards > 0 else SHORT
