"""What a program asks of the data: the page's filters in the query, read strictly.

Unlike a page, which shows what is left, an answer is refused when something in its address is not understood: a program
that misspells a filter must not take the whole table for its part.
"""

from starlette.datastructures import QueryParams

from evidence.facts.selection import FILTER_NAMES, MANY, Selection, read_selection
from evidence.packs.pack import Pack
from evidence.vocabulary.fact import Fact, fact

VERSION = "version"
"""The data version a program was written for: other data are not given to it."""
PARAMETERS = (*FILTER_NAMES, VERSION)


def filters_asked(query: QueryParams, pack: Pack) -> tuple[Selection, tuple[Fact, ...]]:
    """The filters in a query, and everything in it that is not understood."""
    asked = {name: query.getlist(name) for name in FILTER_NAMES if name in query}
    selection, complaints = read_selection(asked, pack, "address")
    twice = [
        fact("parameter given twice", name=name, n=len(given))
        for name, given in asked.items()
        if name not in MANY and name != "year" and len(given) > 1
    ]
    return selection, (*not_understood(query, pack), *twice, *complaints)


def whole_asked(query: QueryParams, pack: Pack, table: str) -> tuple[Fact, ...]:
    """What a query for a table without filters has that it cannot have."""
    filters = tuple(dict.fromkeys(name for name in query if name in FILTER_NAMES))
    unused = [fact("filters of a whole table", table=table, names=filters)] if filters else []
    return (*not_understood(query, pack), *unused)


def not_understood(query: QueryParams, pack: Pack) -> tuple[Fact, ...]:
    """Unknown parameters, and a data version that is not this one."""
    unknown = [fact("no such parameter", name=name, known=PARAMETERS) for name in query if name not in PARAMETERS]
    others = [each for each in query.getlist(VERSION) if each != pack.version]
    return (*unknown, *(fact("another version", asked=each, version=pack.version) for each in others))
