"""Identifiers are unique and every reference finds its row.

References may name several rows, separated by semicolons. Nothing is concluded from the absence of an
id in a table that was damaged, because its rows may simply not have been read.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evidence.packs.cells import url_problem
from evidence.packs.nearest import Nearest
from evidence.packs.problems import Problem, listed, shown
from evidence.packs.tables import Table
from evidence.vocabulary.columns import COLUMNS, KEYS, REQUIRED_TABLES
from evidence.vocabulary.fact import Fact, fact

LINKED = {
    "study": ("studies", "study_id"),
    "guideline": ("guidelines", "guideline_id"),
    "compound": ("compounds", "compound"),
    "limit": ("limits", "limit_id"),
    "reference value": ("reference_values", "reference_id"),
    "certainty": ("certainty", "outcome"),
    "safety": ("safety", "safety_id"),
}
"""What a claim's link or a sentence for the consultation can name: table and column of each kind."""
WITHOUT_COMPOUND = ("not stated", "not applicable")


@dataclass(frozen=True)
class Known:
    """The identifiers of a table, in its order, and the nearest of them to a misspelled one."""

    names: Mapping[str, None]
    near: Nearest


def key_of(table: Table, row: int) -> tuple[str, ...]:
    """The cells that identify a row, as written without surrounding spaces."""
    return tuple(table.text(row, name).strip() for name in KEYS[table.name])


def parts(text: str) -> list[str]:
    """The identifiers in a references cell."""
    return [part.strip() for part in text.split(";") if part.strip()]


def unique_keys(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """No two rows of a table have the same key, also when only capitals differ."""
    for name, key_columns in KEYS.items():
        table = tables[name]
        first: dict[tuple[str, ...], int] = {}
        for row in range(len(table.lines)):
            key = key_of(table, row)
            if not all(key[:1]):
                continue
            folded = tuple(part.casefold() for part in key)
            earlier = first.setdefault(folded, row)
            if earlier == row:
                continue
            kind = "key twice in the table" if key_of(table, earlier) == key else "key in other capitals"
            yield table.problem(row, key_columns[0], fact(kind, key=_quoted(key), line=table.lines[earlier]))


def _quoted(key: Iterable[str]) -> Fact:
    first, *others = (shown(part) for part in key if part)
    said = fact("value of a key", value=first)
    for each in others:
        said = fact("value with others of a key", others=said, value=each)
    return said


def resolved_references(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Every reference names a row of its target table, and none names its own row."""
    for rule in COLUMNS:
        if rule.target is None:
            continue
        table, (target, target_column) = tables[rule.table], rule.target
        known = _known(tables[target], target_column)
        own = rule.table == target
        for row, text in _filled(table, rule.column):
            for part in parts(text) if rule.type == "references" else [text.strip()]:
                if own and part == table.text(row, target_column).strip():
                    yield table.problem(row, rule.column, fact("names itself", value=shown(part)))
                elif part not in known.names and _may_be_missed(tables[target]):
                    yield table.problem(row, rule.column, *_dangling(part, tables[target], known))


def resolved_links(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """A claim's link finds its study, guideline, compound, limit or safety row, or is an https address."""
    table = tables["claim_links"]
    kinds = table.frame["kind"].tolist()
    known_of = {kind: _known(tables[target], name) for kind, (target, name) in LINKED.items()}
    for row, text in _filled(table, "ref"):
        if kinds[row] == "source":
            found = url_problem(text)
            if found:
                yield table.problem(row, "ref", *found)
        elif kinds[row] in LINKED:
            target, known = LINKED[kinds[row]][0], known_of[kinds[row]]
            if text not in known.names and _may_be_missed(tables[target]):
                yield table.problem(row, "ref", *_dangling(text, tables[target], known))


def resolved_rests(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """What a sentence for the consultation rests on is written kind:identifier, and each finds its row."""
    table = tables["consultation"]
    known_of = {kind: _known(tables[target], name) for kind, (target, name) in LINKED.items()} if table.lines else {}
    for row, text in _filled(table, "refs"):
        for part in parts(text):
            kind, colon, ref = (each.strip() for each in part.partition(":"))
            if kind not in LINKED or not colon:
                yield table.problem(row, "refs", fact("not kind and identifier", value=shown(part)), listed(LINKED))
                continue
            target, known = LINKED[kind][0], known_of[kind]
            if ref not in known.names and _may_be_missed(tables[target]):
                yield table.problem(row, "refs", *_dangling(ref, tables[target], known))


def known_compounds(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """A study's compound is in the compounds table, when there is one, or not stated or not applicable."""
    compounds = tables["compounds"]
    if not compounds.present or not compounds.complete:
        return
    known = _known(compounds, "compound", *WITHOUT_COMPOUND)
    for row, text in _filled(tables["studies"], "compound"):
        if text not in known.names:
            yield tables["studies"].problem(row, "compound", *_dangling(text, compounds, known))


def same_study_both_ways(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """When one report names another in possibly_same_as, the other names it back."""
    table = tables["studies"]
    named = {
        study_id.strip(): (row, set(parts(table.text(row, "possibly_same_as"))))
        for row, study_id in enumerate(table.texts.get("study_id", []))
    }
    for study_id, (row, others) in named.items():
        for other in sorted(others - {study_id}):
            if other in named and study_id not in named[other][1]:
                line = table.lines[named[other][0]]
                message = fact("not named in return", other=shown(other), line=line, study=shown(study_id))
                yield table.problem(row, "possibly_same_as", message)


def _known(table: Table, name: str, *others: str) -> Known:
    names = dict.fromkeys([*(text.strip() for text in table.texts.get(name, []) if text.strip()), *others])
    return Known(names, Nearest(names))


def _filled(table: Table, name: str) -> Iterator[tuple[int, str]]:
    written: Sequence[str] = table.texts.get(name, [])
    return ((row, text.strip()) for row, text in enumerate(written) if text.strip() and table.readable(row, name))


def _may_be_missed(target: Table) -> bool:
    """Whether the absence of an id means something: a required table without rows is already a problem of its own."""
    return target.complete and (bool(target.lines) or target.name not in REQUIRED_TABLES)


def _dangling(value: str, target: Table, known: Known) -> tuple[Fact, Fact | None]:
    if not target.present:
        return fact("row of an absent table", value=shown(value), file=target.file), None
    hint = known.near.hint(value)
    return fact("row not found", value=shown(value), file=target.file, hint=hint), listed(known.names)


RULES = (unique_keys, resolved_references, resolved_links, resolved_rests, known_compounds, same_study_both_ways)
