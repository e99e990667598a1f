"""The agreement of two extractions in words: lines for the command line."""

from collections.abc import Iterator

from evidence.statistics.kappa import Kappa
from evidence.versions.agreement import Agreed, Agreement, Matched
from evidence.vocabulary.fact import Fact, fact
from evidence.wording.say import say


def agreement_lines(found: Agreed, first: str, second: str) -> Iterator[str]:
    """Rows and columns of every table, then the kappas, then how they were made."""
    yield say(fact("two extractions", first=first, second=second))
    for table in found.tables:
        yield ""
        yield say(_matched(table))
        for column in found.columns:
            if column.table == table.table:
                yield f"  {say(_agreeing(column))}"
                if column.kappa is not None:
                    yield f"    {say(kappa_told(column.kappa))}"
    yield ""
    yield say(fact("to settle", n=len(found.disagreements)))
    yield say(fact("how agreement was made"))


def kappa_told(kappa: Kappa) -> Fact:
    """Kappa with its interval, or why there is none or no interval."""
    if kappa.kappa is None:
        return fact("no kappa", reason=kappa.reason)
    if kappa.reason is not None:
        return fact("kappa without an interval", kappa=kappa.kappa, n=kappa.n, reason=kappa.reason)
    return fact("kappa", numbers=(kappa.kappa, kappa.ci_low, kappa.ci_high, 0.0), n=kappa.n)


def _matched(table: Matched) -> Fact:
    return fact("rows matched", table=table.table, n=table.both, first=len(table.only_first), second=len(table.only_second))


def _agreeing(column: Agreement) -> Fact:
    name = fact("column of a part", column=column.column, part=column.part) if column.part else column.column
    missing = {"first": column.missing_first, "second": column.missing_second}
    if column.percent is None:
        return fact("no pair to compare", column=name, **missing)
    return fact("cells agree", column=name, n=column.n, agreeing=column.agreeing, percent=column.percent, **missing)
