"""Risk of bias beside each study: symbol and letter carry the judgement, colour only supports it.

Tools: RoB 2 (doi:10.1136/bmj.l4898), ROBINS-I (doi:10.1136/bmj.i4919), JBI checklist for case reports.
Nothing entered is "not assessed"; that is not a judgement and never becomes one.
"""

from dataclasses import dataclass

import pandas as pd

from evidence.packs.pack import Pack
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


def study_marks(study_id: str, appraisals: pd.DataFrame) -> tuple[str, tuple[Mark, ...], Mark]:
    """Tool, domain marks in the tool's order, and the overall mark; "not assessed" throughout when there is no appraisal."""
    rows = appraisals[appraisals["study_id"] == study_id]
    if rows.empty:
        return "", (), mark(OVERALL, "not assessed")
    tool = str(rows["tool"].iloc[0])
    judged = {row.domain: mark(row.domain, row.judgement, row.rationale) for row in rows[rows["tool"] == tool].itertuples()}
    order = DOMAINS.get(tool, tuple(domain for domain in judged if domain != OVERALL))
    return (
        tool,
        tuple(judged.get(domain, mark(domain, "not assessed")) for domain in order),
        judged.get(OVERALL, mark(OVERALL, "not assessed")),
    )


@per_pack
def all_marks(pack: Pack) -> dict[str, tuple[str, tuple[Mark, ...], Mark]]:
    """The marks of every study of a pack, by study id."""
    groups = dict(iter(pack.appraisals.groupby("study_id")))
    nothing = pack.appraisals.iloc[:0]
    return {study_id: study_marks(study_id, groups.get(study_id, nothing)) for study_id in pack.studies["study_id"]}
