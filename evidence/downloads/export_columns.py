"""The columns of the filtered table that leaves the program: name, origin, type, unit and meaning of each.

Study columns come first, then result columns, then effect columns. A result column whose name a study column already
has is written with the prefix `result_`; `study_id` joins the two and stands once. Effects on the outcome's own scale
start with `effect_`, those on the standardised axis with `standardised_`; effect_columns.csv says what they mean.

What came later stands after them, so that the columns before keep their places: numbers in full where those of the table are
rounded for reading (`_exact`), the columns of added_columns.csv, and one for each domain of every tool that the pack uses.
A tool whose domains are free has no more than MOST_FREE, and one more for what was judged beside these.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from evidence.packs.pack import Pack
from evidence.packs.provenance import DESCRIBING
from evidence.packs.remember import per_pack
from evidence.vocabulary.columns import NUMBER_TYPES, Column, columns_of
from evidence.vocabulary.tools import OVERALL, TOOLS

KEY = "study_id"
RESULT_PREFIX = "result_"
OWN_SCALE, STANDARDISED = "effect_", "standardised_"
EXACT = "_exact"
EFFECT_COLUMNS = Path(__file__).with_name("effect_columns.csv")
ADDED_COLUMNS = Path(__file__).with_name("added_columns.csv")
COMPUTED = ("effects", "quality")
"""Tables that stand in no pack: worked out from it."""
MOST_FREE = 40
"""The most columns that the free domains of one tool get."""
REST = ""
"""Stands for the domain in the key of the column that holds the free domains without a column of their own."""
WHOSE = {"studies": "study", "results": "result", "effects": "computed"}


@dataclass(frozen=True)
class ExportColumn:
    """One column: its header in the file, table (one of COMPUTED when worked out) and column it comes from, its words."""

    header: str
    table: str
    column: str
    label: str
    type: str
    unit: str
    meaning: str


@per_pack
def export_columns(pack: Pack) -> tuple[ExportColumn, ...]:
    """The columns of the filtered table of a pack, in the order of the file."""
    return (*first_columns(), *added_columns(pack))


@cache
def first_columns() -> tuple[ExportColumn, ...]:
    """Study columns, result columns and effect columns; the same for every pack."""
    studies, results = columns_of("studies"), columns_of("results")
    of_studies = [_copied(each, name) for name, each in studies.items()]
    of_results = [
        _copied(each, RESULT_PREFIX + name if name in studies else name) for name, each in results.items() if name != KEY
    ]
    with EFFECT_COLUMNS.open(encoding="utf-8", newline="") as file:
        of_effects = [ExportColumn(table="effects", **line) for line in csv.DictReader(file)]
    return (*of_studies, *of_results, *of_effects)


@per_pack
def added_columns(pack: Pack) -> tuple[ExportColumn, ...]:
    """Numbers in full, what is shown of the effects, flags and certainty, and the domains of the tools in use."""
    with ADDED_COLUMNS.open(encoding="utf-8", newline="") as file:
        listed = [ExportColumn(**line) for line in csv.DictReader(file)]
    return (*_in_full(), *listed, *domain_columns(pack).values())


@per_pack
def domain_columns(pack: Pack) -> dict[tuple[str, str], ExportColumn]:
    """A column for each domain of every tool in use, and its overall judgement, by tool and domain.

    A tool whose domains are free has those that the pack judges; of more than MOST_FREE those judged in the most studies,
    and one column for all others, by the tool and REST.
    """
    made: dict[tuple[str, str], ExportColumn] = {}
    taken: set[str] = set()
    places: dict[str, int] = {}
    for tool, domain in _domains(pack):
        name = domain if domain != REST else "other domains"
        header = start = f"{_plain(tool)}_{_plain(name)}"
        while header in taken:
            places[start] = places.get(start, 1) + 1
            header = f"{start}_{places[start]}"
        taken.add(header)
        meaning = _JUDGED if domain != REST else _OTHERS
        label, explained = f"{tool}: {name}", meaning.format(tool=tool, domain=domain)
        made[tool, domain] = ExportColumn(header, "quality", header, label, "text", "", explained)
    return made


_JUDGED = (
    "Risk of bias, {tool}, {domain}: the judgement for the outcome of the row, or for the study as a whole where the "
    "outcome has none of its own. Empty where the study was not judged with this tool."
)
_OTHERS = (
    "Risk of bias, {tool}: every domain judged that has no column of its own, one below the other, each with its judgement. "
    "Empty where there is none."
)


@per_pack
def headings(pack: Pack) -> dict[str, str]:
    """For each header a heading for people: its label with the unit, and whose it is where two columns share a label."""
    columns, found = export_columns(pack), {}
    shared = Counter(each.label for each in columns)
    for each in columns:
        whose = WHOSE.get(each.table, "") if shared[each.label] > 1 else ""
        about = ", ".join(part for part in (each.unit, whose) if part)
        found[each.header] = f"{each.label} ({about})" if about else each.label
    return found


def number_headers(pack: Pack) -> frozenset[str]:
    """The headers of the columns that hold numbers."""
    return frozenset(each.header for each in export_columns(pack) if each.type in NUMBER_TYPES)


def _in_full() -> Iterator[ExportColumn]:
    for each in first_columns():
        if (each.table, each.column) in DESCRIBING:
            name = each.header + EXACT
            meaning = (
                f"The number in full, where {each.header} was computed and is rounded for reading; empty where "
                f"{each.header} stands as it is."
            )
            yield ExportColumn(name, "effects", name, f"{each.label}, in full", "number", each.unit, meaning)


def _domains(pack: Pack) -> Iterator[tuple[str, str]]:
    judged: dict[str, dict[str, set[str]]] = {}
    for row in pack.rows.appraisals:
        judged.setdefault(row.tool, {}).setdefault(row.domain, set()).add(row.study_id)
    for name, tool in TOOLS.items():
        if name in judged:
            yield from ((name, domain) for domain in tool.domain_names or _free(judged[name]))
            if tool.domains or OVERALL in judged[name]:
                yield name, OVERALL


def _free(judged: dict[str, set[str]]) -> tuple[str, ...]:
    """The free domains with a column of their own in the order of the data; last REST where some have none.

    judged: the studies of each domain.
    """
    domains = [each for each in judged if each != OVERALL]
    if len(domains) <= MOST_FREE:
        return tuple(domains)
    most = set(sorted(domains, key=lambda domain: -len(judged[domain]))[:MOST_FREE])
    return (*(each for each in domains if each in most), REST)


def _plain(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", words.lower()).strip("_") or "domain"


def _copied(each: Column, header: str) -> ExportColumn:
    return ExportColumn(header, each.table, each.column, each.label, each.type, each.unit, each.meaning)
