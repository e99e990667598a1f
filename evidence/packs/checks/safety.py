"""What is told of safety has a source, and what was not found says where and when it was looked for.

Silence must never read as safe: a row that found nothing names its search, and gives no dose, advice or gap of its own.
"""

from collections.abc import Iterator, Mapping

from evidence.packs.problems import Problem, listed
from evidence.packs.tables import Table
from evidence.vocabulary.columns import allowed_words
from evidence.vocabulary.fact import fact

NOTHING = "nothing found"
SILENT = ("not named in what was read", NOTHING)
"""Findings that are about the search or the text, never about safety."""
FINDINGS = ("element_mg", "action", "order", "hours_low", "hours_high")


def searched_or_sourced(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """A silent row says where and when it was looked for; any other than nothing found has a source and what was read."""
    table = tables["safety"]
    for row, each in enumerate(table.records()):
        finding = each["finding"]
        if finding is None:
            continue
        for name in ("looked_where", "looked_on") if finding in SILENT else ():
            if each[name] is None and table.readable(row, name):
                yield table.problem(row, name, fact("not found without a search", finding=finding))
        for name in ("source", "read_as") if finding != NOTHING else ():
            if each[name] is None and table.readable(row, name):
                yield table.problem(row, name, fact("finding without a source", finding=finding))
        for name in FINDINGS if finding == NOTHING else ():
            if each[name] is not None:
                yield table.problem(row, name, fact("something although nothing was found"), fact("allowed empty cell"))


def hours_in_order(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Hours run from low to high, never without their lower end, and come together with an order."""
    table = tables["safety"]
    for row, each in enumerate(table.records()):
        low, high = each["hours_low"], each["hours_high"]
        if not table.readable(row, "hours_low", "hours_high", "order"):
            continue
        if low is None and high is not None:
            yield table.problem(row, "hours_low", fact("hours without their lower end", high=high))
        elif low is not None and high is not None and low > high:
            yield table.problem(row, "hours_high", fact("hours reversed", low=low, high=high))
        if low is not None and each["order"] is None:
            yield table.problem(row, "order", fact("hours without an order"), listed(allowed_words("safety", "order")))
        elif each["order"] is not None and low is None and high is None:
            yield table.problem(row, "hours_low", fact("order without hours"))


def medicines_are_placed(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """A medicine says whether it is used for the condition of the question; nothing else does."""
    table = tables["safety"]
    for row, each in enumerate(table.records()):
        told = each["for_the_condition"]
        if each["kind"] is None or not table.readable(row, "for_the_condition"):
            continue
        if each["kind"] == "medicine" and told is None:
            allowed = listed(allowed_words("safety", "for_the_condition"))
            yield table.problem(row, "for_the_condition", fact("medicine without its place"), allowed)
        elif each["kind"] != "medicine" and told is not None:
            yield table.problem(row, "for_the_condition", fact("place of no medicine"), fact("allowed empty cell"))


RULES = (searched_or_sourced, hours_in_order, medicines_are_placed)
