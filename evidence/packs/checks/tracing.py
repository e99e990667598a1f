"""Every traced number has a line in provenance.csv, and every line there points to a cell that is filled.

A row is named by its key, composite keys joined by ` | `. The single row of dataset is named dataset. A
pack without provenance opens with one warning.
"""

from collections.abc import Iterator, Mapping

from evidence.packs.checks.keys import key_of
from evidence.packs.nearest import Nearest, did_you_mean
from evidence.packs.problems import Problem, listed, shown
from evidence.packs.tables import Table
from evidence.vocabulary.columns import COLUMNS, TABLES, allowed_words, columns_of, file_name
from evidence.vocabulary.fact import fact


def row_id(table: Table, row: int) -> str:
    """How provenance names a row: its key, the filled parts joined by ' | '."""
    return "dataset" if table.name == "dataset" else " | ".join(part for part in key_of(table, row) if part)


def traced_numbers(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Each filled cell of a traced column has a provenance row."""
    provenance = tables["provenance"]
    if not provenance.present:
        yield Problem(provenance.file, 0, "", "", fact("no provenance"), severity="warning")
        return
    if not provenance.complete:
        return
    traced = {
        (table.strip(), row.strip(), column.strip())
        for table, row, column in zip(
            *(provenance.texts.get(name, ()) for name in ("table", "row_id", "column")), strict=True
        )
    }
    for name in TABLES:
        table = tables[name]
        columns = [rule.column for rule in COLUMNS if rule.table == name and rule.traced and rule.column in table.texts]
        if not columns:
            continue
        names = [row_id(table, row) for row in range(len(table.lines))]
        for column in columns:
            for row, text in enumerate(table.texts[column]):
                if text.strip() and names[row] and (name, names[row], column) not in traced:
                    message = fact("number without provenance", value=shown(text.strip()))
                    expected = fact("allowed provenance", table=name, row=names[row], column=column)
                    yield table.problem(row, column, message, expected)


def provenance_points_somewhere(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Each provenance row names a filled cell of the pack."""
    provenance = tables["provenance"]
    places: dict[str, dict[str, int]] = {}
    near: dict[str, Nearest] = {}
    for row, line in enumerate(provenance.records()):
        name, wanted, column = line["table"], line["row_id"], line["column"]
        if name is None or wanted is None or column is None or not tables[name].complete:
            continue
        table = tables[name]
        if name not in places:
            rows = range(1 if name == "dataset" else len(table.lines))
            places[name] = {row_id(table, each): each for each in rows} if table.texts else {}
            near[name] = Nearest(places[name])
        file, said, of_table = file_name(name), shown(wanted), columns_of(name)
        if column not in of_table:
            hint = did_you_mean(column, list(of_table))
            message = fact("provenance of no column", column=shown(column), file=file, hint=hint)
            yield provenance.problem(row, "column", message, listed(of_table, 60))
        elif wanted not in places[name]:
            message = fact("provenance of no row", row=said, file=file, hint=near[name].hint(wanted))
            yield provenance.problem(row, "row_id", message, listed(places[name]))
        elif not table.text(places[name][wanted], column).strip():
            message = fact("provenance of an empty cell", column=column, row=said, file=file)
            yield provenance.problem(row, "column", message, fact("allowed filled cell"))


def read_again_by_whom_and_when(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Who read a value again and when stand together, and nobody read it again before it was read."""
    provenance = tables["provenance"]
    for row, line in enumerate(provenance.records()):
        day, who = line["confirmed_on"], line["confirmed_by"]
        if not provenance.readable(row, "confirmed_on", "confirmed_by"):
            continue
        if who and not day:
            yield provenance.problem(row, "confirmed_on", fact("read again without a day"), fact("allowed date"))
        elif day and not who:
            message = fact("read again by nobody")
            yield provenance.problem(row, "confirmed_by", message, listed(allowed_words("provenance", "confirmed_by")))
        elif day and line["checked_on"] and day < line["checked_on"]:
            message = fact("read again before it was read", day=day, checked=line["checked_on"])
            yield provenance.problem(row, "confirmed_on", message, fact("allowed from", low=line["checked_on"]))


RULES = (traced_numbers, provenance_points_somewhere, read_again_by_whom_and_when)
