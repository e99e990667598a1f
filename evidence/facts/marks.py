"""Risk of bias beside each study: symbol and letter carry the judgement, colour only supports it.

Tools: RoB 2 (doi:10.1136/bmj.l4898), ROBINS-I (doi:10.1136/bmj.i4919), JBI checklist for case reports.
Nothing entered is "not assessed"; that is not a judgement and never becomes one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from evidence.packs.pack import Pack
from evidence.packs.records import Appraised, rows_of
from evidence.packs.remember import per_pack
from evidence.vocabulary.tools import DOMAINS, OVERALL

SYMBOLS = {
    "low": "+",
    "yes": "+",
    "some concerns": "\u2212",
    "moderate": "\u2212",
    "unclear": "?",
    "high": "\u00d7",
    "no": "\u00d7",
    "serious": "\u00d7",
    "critical": "!",
    "no information": "?",
    "not assessed": "",
}
LEVELS = {
    "low": "low",
    "yes": "low",
    "some concerns": "some",
    "moderate": "some",
    "high": "high",
    "no": "high",
    "serious": "high",
    "critical": "critical",
    "no information": "none",
    "unclear": "none",
    "not assessed": "blank",
}
"""Judgement to one of six looks: low, some, high, critical, none (no information), blank (not assessed)."""


@dataclass(frozen=True)
class Mark:
    """One judgement as it is drawn: domain in full, judgement word, symbol, look and the reason."""

    domain: str
    judgement: str
    symbol: str
    look: str
    rationale: str


def mark(domain: str, judgement: str, rationale: str = "") -> Mark:
    """The mark for a judgement of the vocabulary; KeyError for any other word."""
    return Mark(domain, judgement, SYMBOLS[judgement], LEVELS[judgement], rationale)


class Marks(NamedTuple):
    """The tool, its domains in its order, and the overall mark; "" and nothing but "not assessed" without an appraisal."""

    tool: str
    domains: tuple[Mark, ...]
    overall: Mark


def marks_from(rows: Sequence[Appraised]) -> Marks:
    """The marks of one study from its judgements; the tool of the first row, and of several for a domain the last."""
    if not rows:
        return Marks("", (), mark(OVERALL, "not assessed"))
    tool = rows[0].tool
    judged = {row.domain: mark(row.domain, row.judgement, row.rationale) for row in rows if row.tool == tool}
    order = DOMAINS.get(tool, tuple(domain for domain in judged if domain != OVERALL))
    return Marks(
        tool,
        tuple(judged.get(domain, mark(domain, "not assessed")) for domain in order),
        judged.get(OVERALL, mark(OVERALL, "not assessed")),
    )


@per_pack
def _judgements(pack: Pack) -> dict[str, dict[str, list[Appraised]]]:
    """The rows of each study by the outcome they judge, "" for the study as a whole."""
    found: dict[str, dict[str, list[Appraised]]] = {}
    for row in pack.rows.appraisals:
        found.setdefault(row.study_id, {}).setdefault(row.outcome, []).append(row)
    return found


@per_pack
def marks_for(pack: Pack, study_id: str, outcome: str) -> Marks:
    """The marks of a study for one of its outcomes; what was judged for the study as a whole holds where it has none."""
    judged = _judgements(pack).get(study_id, {})
    own, whole = judged.get(outcome, []), judged.get("", [])
    return marks_from([*own[:1], *whole, *own])


@per_pack
def all_marks(pack: Pack) -> dict[str, Marks]:
    """The marks of every study as a whole, by its id; of the first outcome judged where only outcomes were judged."""
    judged = _judgements(pack)
    return {
        study.study_id: marks_from(of_study.get("", next(iter(of_study.values()), [])))
        for study in pack.rows.studies
        for of_study in [judged.get(study.study_id, {})]
    }


def marks_of(pack: Pack, study_id: str, outcome: str | None = None) -> Marks:
    """The marks of a study, for one of its outcomes when one is named."""
    return marks_for(pack, study_id, outcome) if outcome else all_marks(pack)[study_id]


def study_marks(study_id: str, appraisals: pd.DataFrame) -> Marks:
    """The marks from a table of judgements, for callers that have no records yet."""
    return marks_from(rows_of(appraisals[appraisals["study_id"] == study_id], Appraised))
