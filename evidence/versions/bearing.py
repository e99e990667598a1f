"""What of a difference bears on the page that an older link points to: on the studies in view, one study, one guideline."""

from collections.abc import Iterable, Mapping, Sequence

from evidence.facts.view import View
from evidence.versions.cells import ADDED, CHANGED, REMOVED, RowChange
from evidence.versions.marks import ABOUT_A_STUDY, rows_by_study, what_changed
from evidence.versions.since import Difference
from evidence.versions.told import ends
from evidence.vocabulary.fact import Fact, fact

BOARD = ("outcomes", "reference_values", "certainty", "guidelines", "consultation")
SHOWS = {
    "board": BOARD,
    "journal_club": BOARD,
    "map": ("outcomes",),
    "claims": ("claims", "claim_links"),
    "compounds": ("compounds", "limits", "safety"),
}
"""The tables of a page beside studies and what belongs to them, told in counts; the page of the data shows every one."""
MOST = 8
"""How many lines a note has; the rest is counted."""


def bearing_lines(
    found: Difference, view: View, page: str, study: str, guideline: str, compared: Sequence[str] = ()
) -> tuple[Fact, ...]:
    """What bears on a page, in short; study, guideline and compared are those that the link names, "" or () for none."""
    if page == "compare" and compared:
        names, changed = {each.study_id: each.citation for each in view.pack.rows.studies}, rows_by_study(found)
        lines = [_line(names[each], changed[each], "studies") for each in compared if changed.get(each)]
    elif page == "study" and study:
        lines = of_study(found, study, [each.result_id for each in view.pack.rows.results if each.study_id == study])
    elif page == "guidelines":
        lines = of_guidelines(found, {each.guideline_id: each.body for each in view.pack.rows.guidelines}, guideline)
    else:
        lines = [*of_view(found, view), *of_tables(found, SHOWS.get(page))]
    if not lines:
        return (fact("since: nothing here"),)
    more = (fact("since: more", n=len(lines) - MOST),) if len(lines) > MOST else ()
    return (*lines[:MOST], *more)


def of_view(found: Difference, view: View) -> list[Fact]:
    """What changed in the answer, in the pooled results of the outcome in view, and in the studies and results in view."""
    lines = []
    if found.bottom_line:
        lines.append(fact("since: bottom line", parts=tuple(each.about for each in found.bottom_line)))
    pools = [each for each in found.pools if each.outcome and each.outcome == view.selection.outcome]
    lines += [fact("answer part differs", about=each.about, **ends(each)) for each in pools]
    changed = rows_by_study(found)
    for each in view.study_rows:
        own = [row for row in changed.get(each.study_id, ()) if _in_view(row, view)]
        if own:
            lines.append(_line(each.citation, own, "studies"))
    gone = tuple(row.row_id for row in found.rows if row.table == "studies" and row.kind == REMOVED)
    return [*lines, fact("since: studies removed", n=len(gone), names=gone)] if gone else lines


def of_study(found: Difference, study_id: str, results: Iterable[str]) -> list[Fact]:
    """What changed of one study, its results and its risk of bias, and of where these were read."""
    rows, own = rows_by_study(found).get(study_id, ()), {study_id, *results}
    read = sum(row.table == "provenance" and row.key[0] in ABOUT_A_STUDY and row.key[1] in own for row in found.rows)
    return [*_parts(rows, "studies"), *((fact("since: readings", n=read),) if read else ())]


def of_tables(found: Difference, names: tuple[str, ...] | None) -> list[Fact]:
    """How many rows of these tables differ; without names of every table that is about no study."""
    kinds = (ADDED, REMOVED, CHANGED)
    return [
        fact("since: table", table=each.table, **{kind: each.count(kind) for kind in kinds})
        for each in found.tables
        if (each.table in names if names is not None else each.table not in ABOUT_A_STUDY)
    ]


def of_guidelines(found: Difference, bodies: Mapping[str, str], chosen: str = "") -> list[Fact]:
    """What changed of all documents, or of a chosen one; bodies: who issued each."""
    rows = [row for row in found.rows if row.table == "guidelines" and chosen in ("", row.row_id)]
    return [_line(bodies.get(row.row_id, row.row_id), [row], "guidelines") for row in rows]


def _in_view(row: RowChange, view: View) -> bool:
    return row.table != "results" or row.kind == REMOVED or row.key[0] in view.result_ids


def _parts(rows: Iterable[RowChange], main: str) -> list[Fact]:
    every = tuple(rows)
    if any(row.table == main and row.kind == ADDED for row in every):
        return [fact("is new")]
    return [*what_changed(every)]


def _line(name: str, rows: Iterable[RowChange], main: str) -> Fact:
    return fact("since: of one", name=name, parts=tuple(_parts(rows, main)))
