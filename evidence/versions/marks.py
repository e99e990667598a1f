"""Which studies, results and guidelines are new or changed since the version before, for a quiet mark beside each.

A mark rests on the rows themselves: study, result, risk of bias, guideline. That a source was looked at again (provenance),
or where a study was printed, makes no mark.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from evidence.packs.pack import Pack
from evidence.packs.provenance import column_label
from evidence.packs.remember import at_most
from evidence.versions.cells import ADDED, CHANGED, RowChange
from evidence.versions.since import Difference, since_the_version_before
from evidence.vocabulary.fact import Fact, fact

ABOUT_A_STUDY = ("studies", "results", "appraisals")
WHERE_PRINTED = frozenset({"journal", "volume", "issue", "pages"})
NOT_DRAWN = WHERE_PRINTED | {"summary"}
"""What the row of a figure does not show; that a summary changed is marked on the page of the study."""
RowName = tuple[str, str]
"""A study and one of its results, "" for the study alone."""


@dataclass(frozen=True, slots=True)
class Mark:
    """That something is new or changed, in one word and with the version, and what of it changed."""

    short: Fact
    said: Fact
    what: tuple[Fact, ...]


@dataclass(frozen=True, eq=False)
class Marks:
    """The marks of a pack: of its studies, of the rows of its figures, and of its guidelines, each by what it marks."""

    studies: Mapping[str, Mark] = field(default_factory=dict)
    rows: Mapping[RowName, Mark] = field(default_factory=dict)
    guidelines: Mapping[str, Mark] = field(default_factory=dict)


@at_most(1)
def marks_of(pack: Pack) -> Marks:
    """The marks against the version before; none where none is kept, or where it cannot be read."""
    found = since_the_version_before(pack)
    if found is None or not found.rows:
        return Marks()
    studies = {study: mark(rows, found.new) for study, rows in rows_by_study(found, WHERE_PRINTED).items()}
    return Marks(studies, dict(_of_figures(pack, found)), _guidelines(found))


def rows_by_study(found: Difference, but: frozenset[str] = frozenset()) -> dict[str, tuple[RowChange, ...]]:
    """The rows that differ by the study they are about, its own, its results and its risk of bias; but in some columns."""
    rows: dict[str, list[RowChange]] = {}
    for each in found.rows:
        told = replace(each, cells=tuple(cell for cell in each.cells if cell.column not in but)) if but else each
        if each.table in ABOUT_A_STUDY and (told.cells or each.kind != CHANGED):
            rows.setdefault(each.study, []).append(told)
    return {study: tuple(own) for study, own in rows.items()}


def mark(rows: Iterable[RowChange], version: str, main: tuple[str, ...] = ("studies",)) -> Mark:
    """The mark of rows that differ; it says new when a row of the main tables is."""
    every = tuple(rows)
    if any(each.kind == ADDED and each.table in main for each in every):
        return Mark(fact("is new"), fact("new in version", version=version), ())
    return Mark(fact("is changed"), fact("changed in version", version=version), what_changed(every))


def what_changed(rows: Iterable[RowChange]) -> tuple[Fact, ...]:
    """What differs in these rows, one fact for each table and kind; the columns of changed ones by their labels."""
    columns: dict[str, dict[str, None]] = {}
    others: dict[tuple[str, str], int] = {}
    for each in rows:
        if each.kind == CHANGED:
            columns.setdefault(each.table, {}).update(dict.fromkeys(cell.column for cell in each.cells))
        else:
            others[each.table, each.kind] = others.get((each.table, each.kind), 0) + 1
    found = [
        fact(f"{table} changed", columns=tuple(column_label(table, name) for name in names))
        for table, names in columns.items()
    ]
    return (*found, *(fact(f"{table} {kind}", n=n) for (table, kind), n in others.items()))


def _of_figures(pack: Pack, found: Difference) -> Iterable[tuple[RowName, Mark]]:
    """The mark of every study with each of its results, and of the study alone."""
    results: dict[str, list[str]] = {}
    for result in pack.rows.results:
        results.setdefault(result.study_id, []).append(result.result_id)
    for study, rows in rows_by_study(found, NOT_DRAWN).items():
        beside = [each for each in rows if each.table != "results"]
        if beside or study not in results:
            yield (study, ""), mark(rows, found.new)
        changed = {each.key: each for each in rows if each.table == "results"}
        alone = mark(beside, found.new) if beside else None
        for result_id in results.get(study, ()):
            own = changed.get((result_id,))
            told = alone if own is None else mark([*beside, own], found.new, ("studies", "results"))
            if told is not None:
                yield (study, result_id), told


def _guidelines(found: Difference) -> dict[str, Mark]:
    return {
        each.key[0]: mark([each], found.new, ("guidelines",))
        for each in found.rows
        if each.table == "guidelines" and each.kind in (ADDED, CHANGED)
    }
