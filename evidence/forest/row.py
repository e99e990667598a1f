"""A row of a forest plot and the groups rows stand in: figure, text twin, slide and hand-out are drawn from them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from evidence.facts.marks import Mark
from evidence.forest.axis import Axis
from evidence.wording.words import tr

OBSERVATIONAL = ("case-control", "cohort", "cross-sectional")


@dataclass(frozen=True)
class ForestRow:
    """One line of the figure: every string a reader sees, and the numbers in the units of the axis (log for ratios)."""

    study_id: str
    result_id: str
    study: str
    group: str
    outcome: str
    detail: str
    people: str
    measure: str
    estimate: float | None
    ci_low: float | None
    ci_high: float | None
    se: float | None
    text: str
    remark: str
    reason: str
    hollow: bool
    contrast: str
    tool: str
    marks: tuple[Mark, ...]
    overall: Mark
    flags: tuple[str, ...]

    @property
    def has_number(self) -> bool:
        """True when there is something to draw."""
        return self.estimate is not None


@dataclass(frozen=True)
class Forest:
    """Rows in drawing order with the headings of their groups, the axis they share, and who is not among them and why."""

    panel: str
    title: str
    rows: tuple[ForestRow, ...]
    headings: dict[str, str]
    axis: Axis
    effects: pd.DataFrame
    not_drawn: tuple[tuple[str, str], ...]

    @property
    def drawn(self) -> tuple[ForestRow, ...]:
        """The rows that carry a number."""
        return tuple(row for row in self.rows if row.has_number)


def group_headings() -> dict[str, str]:
    """Group keys in drawing order with their headings."""
    return {
        "direct randomised": tr("Randomised trials in this condition"),
        "direct controlled": tr("Controlled, not randomised, in this condition"),
        "direct before-after": tr("Before-after, no control group: change may have other causes"),
        "direct cases": tr("Single patients and case series"),
        "indirect randomised": tr("Another condition, randomised (indirect, never pooled with the above)"),
        "indirect controlled": tr("Another condition, not randomised (indirect)"),
        "indirect before-after": tr("Another condition, before-after (indirect, no control group)"),
        "indirect cases": tr("Another condition, single patients (indirect)"),
        "direct association": tr("Associations in this condition: not effects of treatment"),
        "indirect association": tr("Associations in another condition: not effects of treatment"),
    }


def group_of(study: Mapping[str, Any], contrast: str) -> str:
    """The group a row stands in; a before-after result of a controlled study stands with the before-after changes."""
    if contrast == "cases and controls" or (not contrast and study["design"] in OBSERVATIONAL):
        kind = "association"
    elif study["design"] in ("case report", "case series"):
        kind = "cases"
    elif contrast == "before-after" or study["design"] == "before-after":
        kind = "before-after"
    else:
        kind = "randomised" if study["design"] == "randomised trial" else "controlled"
    return f"{study['directness']} {kind}"


def sentence(row: ForestRow, axis: Axis) -> str:
    """The row in words; the same text stands in the twin, the hand-out and the slide."""
    parts = [row.study, _group_word(row), row.outcome, row.detail]
    if row.people != "\u2013":
        parts.append(tr("{n} people", n=row.people))
    start = ", ".join(part for part in parts if part)
    if not row.has_number:
        return f"{start}: {row.reason}."
    end = [f"{start}: {row.measure} {row.text}"]
    if row.ci_low is not None and row.ci_high is not None:
        crosses = row.ci_low <= axis.null <= row.ci_high
        no_effect = tr("no change") if row.hollow else tr("no difference")
        end.append(
            tr("interval includes {null}", null=no_effect) if crosses else tr("interval excludes {null}", null=no_effect)
        )
    if row.remark:
        end.append(row.remark)
    return "; ".join(end) + "."


def _group_word(row: ForestRow) -> str:
    words = {
        "randomised": tr("randomised"),
        "controlled": tr("controlled, not randomised"),
        "before-after": tr("before-after, no control group"),
        "cases": tr("case report"),
        "association": tr("association"),
    }
    directness, kind = row.group.split(" ", 1)
    return words[kind] + (tr(", another condition") if directness == "indirect" else "")
