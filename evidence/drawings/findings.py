"""The summary of findings as an HTML table, every value escaped."""

from dataclasses import replace

from evidence.facts.findings import studies_without_result
from evidence.packs.pack import Pack
from evidence.vocabulary.fact import fact
from evidence.wording.findings import Lines, first_of, headings, lines_of
from evidence.wording.html import render
from evidence.wording.say import capital, say

LABELS = {
    "beside": "findings: to compare",
    "silent": "findings: silent",
    "indirect": "findings: indirect",
    "nothing": "findings: no number",
}
FIRST = 1
"""Rows that a narrow screen shows before the others are opened."""
MOST = 20
"""Lines of one kind in a cell; the figure and the files have all."""


def findings_table(pack: Pack, opened: bool = True) -> str:
    """The table with what stands in none of its rows; nothing for a pack without ratings.

    opened False: a narrow screen shows only the first of its rows; folded_findings tells of how many others.
    """
    rows = [_shortened(each) for each in lines_of(pack)]
    if not rows:
        return ""
    studies, names = studies_without_result(pack)
    return render(
        "findings.html",
        heading=say(fact("findings: heading")),
        headings=headings(),
        labels={name: capital(say(fact(kind))) for name, kind in LABELS.items()},
        rows=rows,
        first=len(rows) if opened else FIRST,
        without=fact("findings: without result", studies=studies, names=names) if names else None,
    )


def folded_findings(pack: Pack) -> int:
    """How many of its rows a narrow screen folds."""
    return max(0, len(pack.rows.certainty) - FIRST)


def _shortened(row: Lines) -> Lines:
    parts = {name: first_of(getattr(row, name), MOST) for name in ("numbers", "silent", "indirect")}
    return replace(row, **parts)  # type: ignore[arg-type]
