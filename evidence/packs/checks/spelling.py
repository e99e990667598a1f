"""Words that are compared as they stand are spelled the same in every row; a second spelling is a warning."""

from collections.abc import Iterator, Mapping

from evidence.packs.problems import Problem, shown
from evidence.packs.tables import Table
from evidence.vocabulary.fact import fact

COMPARED = (
    ("studies", "condition"),
    ("studies", "compound"),
    ("studies", "comparator"),
    ("studies", "route"),
    ("outcomes", "domain"),
    ("results", "comparator"),
)


def one_spelling(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Two spellings that differ only in capitals, spaces or hyphens are meant to be one."""
    for name, compared in COMPARED:
        table = tables[name]
        first: dict[str, str] = {}
        for row, value in enumerate(table.frame[compared].fillna("").tolist()):
            usual = first.setdefault("".join(value.casefold().replace("-", " ").split()), value) if value else value
            if usual != value:
                yield table.warning(row, compared, fact("second spelling", value=shown(value), usual=shown(usual)))


RULES = (one_spelling,)
