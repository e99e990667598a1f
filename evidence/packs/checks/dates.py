"""Years and dates are plausible and in order, measured by the date of the last search, never by today's date."""

from collections.abc import Iterator, Mapping

from evidence.packs.problems import Problem, shown
from evidence.packs.tables import Table
from evidence.vocabulary.columns import COLUMNS
from evidence.vocabulary.fact import fact

EXPECTED_LATER = ("valid_until", "checked_on", "confirmed_on")


def last_search_year(tables: Mapping[str, Table]) -> int | None:
    """The year of the last search; None when it was not readable."""
    searched = tables["dataset"].frame["last_search"].dropna()
    return int(searched.iloc[0][:4]) if len(searched) else None


def not_in_the_future(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """No year or date lies after the year that follows the last search."""
    searched = last_search_year(tables)
    if searched is None:
        return
    for rule in COLUMNS:
        if rule.type not in ("year", "date") or rule.column in EXPECTED_LATER or rule.table == "dataset":
            continue
        table = tables[rule.table]
        for row, value in table.frame[rule.column].dropna().items():
            if int(str(value)[:4]) > searched + 1:
                message = fact("after the last search", value=str(value), searched=searched)
                yield table.problem(row, rule.column, message, fact("allowed up to", high=searched + 1))


def guideline_dates_in_order(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """A position expires after it was taken, is newer than what it supersedes, and is not current once expired."""
    table = tables["guidelines"]
    searched = tables["dataset"].frame["last_search"].dropna()
    guidelines = table.records()
    years = {guideline["guideline_id"]: guideline["year"] for guideline in guidelines}
    for row, guideline in enumerate(guidelines):
        as_of, until = guideline["as_of"], guideline["valid_until"]
        if until is not None and as_of is not None and as_of > until:
            message = fact("expires before its date", until=until, as_of=as_of)
            yield table.problem(row, "valid_until", message, fact("allowed from", low=as_of))
        elif until is not None and guideline["year"] is not None and int(until[:4]) < guideline["year"]:
            message = fact("expires before its year", until=until, year=guideline["year"])
            yield table.problem(row, "valid_until", message, fact("allowed from", low=str(guideline["year"])))
        if guideline["status"] == "current" and until is not None and len(searched) and until < searched.iloc[0]:
            yield table.warning(row, "status", fact("expired but current", until=until))
        for older in (guideline["supersedes"] or "").split(";"):
            earlier = years.get(older.strip())
            if guideline["year"] is not None and earlier is not None and earlier > guideline["year"]:
                message = fact("supersedes a newer one", older=shown(older.strip()), earlier=earlier, year=guideline["year"])
                yield table.problem(row, "supersedes", message)


RULES = (not_in_the_future, guideline_dates_in_order)
