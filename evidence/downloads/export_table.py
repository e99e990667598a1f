"""The filtered table: one row per study and result in view; a study without a result in view keeps one row."""

import pandas as pd

from evidence.downloads.added_cells import added_cells, for_reading
from evidence.downloads.effects_table import effects_table
from evidence.downloads.export_columns import (
    EXACT,
    KEY,
    OWN_SCALE,
    RESULT_PREFIX,
    STANDARDISED,
    added_columns,
    export_columns,
    first_columns,
    number_headers,
)
from evidence.facts.view import View
from evidence.statistics.effects import native, standardised
from evidence.vocabulary.columns import NUMBER_TYPES
from evidence.vocabulary.measures import MEASURES
from evidence.writing.csv_table import csv_bytes, semicolon_bytes

WITH_UNIT = [name for name, each in MEASURES.items() if not (each.is_ratio or each.standardised)]


def export_table(view: View) -> pd.DataFrame:
    """Rows in the order of the studies, then of their results; columns as in export_columns; empty cells are missing.

    Text is `str`, whole numbers `Int64`, numbers `float64`. Row identity is (study_id, result_id), never a label.
    """
    studies = view.studies.reset_index(drop=True)
    results = view.results.reset_index(drop=True)
    clashes = {name: RESULT_PREFIX + name for name in results if name in studies and name != KEY}
    numbers = pd.concat([results.rename(columns=clashes), _effects(view, results)], axis="columns")
    table = studies.merge(numbers, on=KEY, how="left", validate="one_to_many")
    first = {each.header: _typed(table[each.header], each.type) for each in first_columns()}
    cells = added_cells(view.pack, table)
    added = {each.header: _typed(pd.Series(cells[each.header], table.index), each.type) for each in added_columns(view.pack)}
    return pd.DataFrame({**first, **added})


def table_for_reading(view: View) -> pd.DataFrame:
    """The table of export_table() with the digits of the pages: computed numbers that describe are rounded as there.

    Whatever was read, and every number that statistics work with, stays as it is (see is_rounded).
    """
    table = export_table(view)
    for each in export_columns(view.pack):
        if each.header + EXACT in table:
            exact = table[each.header + EXACT]
            table[each.header] = table[each.header].where(exact.isna(), exact.map(for_reading, na_action="ignore"))
    return table


def table_csv(view: View) -> bytes:
    """The filtered table for reading as CSV bytes; a view without studies gives the header alone."""
    return csv_bytes(table_for_reading(view), number_headers(view.pack))


def table_semicolons(view: View) -> bytes:
    """The same table for spreadsheets in languages with a decimal comma: semicolons, 1,5, a byte order mark."""
    return semicolon_bytes(table_for_reading(view), number_headers(view.pack))


def _effects(view: View, results: pd.DataFrame) -> pd.DataFrame:
    """The effects of each result on both scales, with the headers of the file."""
    outcomes = view.pack.outcomes
    own = effects_table(native(results, outcomes, view.selection.r))
    units = results["outcome"].map(outcomes.set_index("outcome")["unit"])
    own = own.assign(unit=units.where(own["measure"].isin(WITH_UNIT)))
    common = effects_table(standardised(results, outcomes, view.selection.r))
    turned = common["mirrored"].map({True: "yes", False: "no"})
    common = common.assign(mirrored=turned.where(common["estimate"].notna()))
    both = own.add_prefix(OWN_SCALE).join(common.add_prefix(STANDARDISED))
    return both[[each.header for each in first_columns() if each.table == "effects"]]


def _typed(column: pd.Series, kind: str) -> pd.Series:
    if kind in NUMBER_TYPES:
        return column.astype("float64" if kind == "number" else "Int64")
    return column.astype("str").mask(lambda words: words == "")
