"""A sentence for the consultation claims to have been read no better than the least that was read of what it rests on."""

from collections.abc import Iterator, Mapping

from evidence.packs.checks.keys import LINKED, parts
from evidence.packs.problems import Problem, listed
from evidence.packs.tables import Table
from evidence.vocabulary.columns import allowed_words, columns_of
from evidence.vocabulary.fact import fact

DEGREES = allowed_words("consultation", "read_as")
"""From the fullest to the least."""


def read_as_the_least(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """What a sentence rests on and says how far it was read settles its own read_as."""
    table = tables["consultation"]
    read = _read(tables) if table.lines else {}
    for row, each in enumerate(table.records()):
        found = [read[part] for part in map(_pair, parts(table.text(row, "refs"))) if read.get(part) in DEGREES]
        least = max(found, key=DEGREES.index, default=None)
        if least and each["read_as"] is not None and each["read_as"] != least:
            yield table.problem(row, "read_as", fact("read better than its sources", least=least), listed((least,)))


def _pair(part: str) -> tuple[str, str]:
    kind, _, ref = part.partition(":")
    return kind.strip(), ref.strip()


def _read(tables: Mapping[str, Table]) -> dict[tuple[str, str], str | None]:
    """How far each row that a sentence can name was read, by kind and identifier."""
    return {
        (kind, str(each[name])): each["read_as"]
        for kind, (target, name) in LINKED.items()
        if "read_as" in columns_of(target)
        for each in tables[target].records()
    }


RULES = (read_as_the_least,)
