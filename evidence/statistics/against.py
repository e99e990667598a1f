"""What a change can be held against: the reference values of an outcome, each only for the contrast it belongs to.

A sentence compares a reference with the results in view, and only says what their intervals say. "About" means that the
reference lies in the interval and within half a standard error of the estimate.
"""

from dataclasses import dataclass

import pandas as pd

from evidence.statistics.gate import named
from evidence.vocabulary.known import known
from evidence.wording.words import interval, number, tr

COMPARABLE = {"before-after": ("MC",), "between groups": ("MD", "RR", "OR"), "cases and controls": ("MD", "RR", "OR")}
ABOUT = 0.5


@dataclass(frozen=True)
class Against:
    """One reference value as shown; ci_low and ci_high are None and texts are empty where they are not known."""

    reference_id: str
    kind: str
    contrast: str
    label: str
    estimate: float
    ci_low: float | None
    ci_high: float | None
    basis: str
    statement: str
    sentence: str
    caveat: str
    source: str
    read_as: str
    url: str


def against(
    outcome: str, effects: pd.DataFrame, reference_values: pd.DataFrame, studies: pd.DataFrame | None = None
) -> tuple[Against, ...]:
    """The reference values that belong beside these native effects of an outcome, in their order.

    A reference is left out when no result has its contrast on the outcome's own scale. studies gives the citations for
    the sentences; without it study ids stand in.
    """
    citations = {} if studies is None else dict(zip(studies["study_id"], studies["citation"], strict=True))
    rows = effects[effects["outcome"] == outcome]
    found = []
    for _, reference in reference_values[reference_values["outcome"] == outcome].iterrows():
        contrast = str(reference["contrast"])
        beside = rows[(rows["contrast"] == contrast) & rows["measure"].isin(COMPARABLE[contrast])]
        if not len(beside):
            continue
        texts = {
            name: str(reference[name]) if known(reference[name]) else ""
            for name in (
                "reference_id",
                "kind",
                "contrast",
                "label",
                "basis",
                "statement",
                "caveat",
                "source",
                "read_as",
                "url",
            )
        }
        found.append(
            Against(
                estimate=float(reference["estimate"]),
                ci_low=_number(reference["ci_low"]),
                ci_high=_number(reference["ci_high"]),
                sentence=_sentence(reference, beside, citations),
                **texts,
            )
        )
    return tuple(found)


def _number(value: object) -> float | None:
    return float(str(value)) if known(value) else None


def _sentence(reference: pd.Series, beside: pd.DataFrame, citations: dict[str, str]) -> str:
    """One sentence for each verdict, naming the studies it holds for with their interval."""
    kind, value = str(reference["kind"]), float(reference["estimate"])
    verdicts: dict[str, list[str]] = {}
    columns = ["study_id", "measure", "estimate", "ci_low", "ci_high"]
    for study, measure, estimate, low, high in beside.loc[beside["estimate"].notna(), columns].itertuples(index=False):
        null = 1.0 if measure in ("RR", "OR") else 0.0
        verdict = _verdict(kind, value, estimate, low, high, null)
        text = f"{citations.get(study, study)} ({interval(estimate, low, high)})"
        verdicts.setdefault(verdict, []).append(text)
    return " ".join(f"{named(texts)}: {verdict} ({number(value)})." for verdict, texts in verdicts.items())


def _verdict(kind: str, value: float, estimate: float, low: float, high: float, null: float) -> str:
    """What the interval of one effect says about a reference value, in words."""
    place = _place(estimate, low, high, value, null)
    near = abs(estimate - value) <= ABOUT * (high - low) / 4
    move = tr("fall") if estimate < null else tr("rise")
    if kind == "placebo response":
        return {
            "inside": tr("the {move} without a control group is about what placebo arms show", move=move)
            if near
            else tr("the {move} without a control group cannot be told apart from what placebo arms show", move=move),
            "short": tr("less than placebo arms show"),
            "beyond": tr("the {move} without a control group is larger than placebo arms show", move=move),
            "opposite": tr("the opposite of what placebo arms show"),
        }[place]
    if kind == "effective treatment":
        return {
            "inside": tr("the interval includes the difference an effective treatment makes"),
            "short": tr("less than the difference an effective treatment makes"),
            "beyond": tr("more than the difference an effective treatment makes"),
            "opposite": tr("the opposite direction from an effective treatment"),
        }[place]
    return {
        "inside": tr("the interval includes both nothing and an important change")
        if low <= null <= high
        else tr("the interval lies on both sides of what counts as important"),
        "short": tr("less than what counts as important"),
        "beyond": tr("more than what counts as important"),
        "opposite": tr("the opposite direction from what counts as important"),
    }[place]


def _place(estimate: float, low: float, high: float, value: float, null: float) -> str:
    """Where an interval lies as seen from no effect towards a value: inside, short of it, beyond it, or opposite."""
    if low <= value <= high:
        return "inside"
    towards = 1 if value >= null else -1
    if (high if towards > 0 else -low) < null * towards:
        return "opposite"
    return "beyond" if (estimate - value) * towards > 0 else "short"
