"""A record holds what its row holds: every column of the dictionary, numbers as numbers, empty cells as nothing."""

from dataclasses import fields

import pandas as pd
import pytest

from evidence.packs.rows import KINDS
from evidence.vocabulary.columns import columns_of


@pytest.mark.parametrize("table", KINDS)
def test_a_record_has_the_columns_of_the_dictionary_in_their_order(table):
    assert [each.name for each in fields(KINDS[table])] == list(columns_of(table))


@pytest.mark.parametrize("table", KINDS)
def test_records_hold_what_the_table_holds(table, shipped):
    frame, records = shipped.tables[table], getattr(shipped.rows, table)
    assert len(records) == len(frame)
    for name, rule in columns_of(table).items():
        for cell, record in zip(frame[name], records, strict=True):
            value = getattr(record, name)
            if rule.type in ("number", "integer", "year"):
                assert (value is None) == bool(pd.isna(cell))
                assert value is None or (value == cell and type(value) in (int, float))
            else:
                assert value == ("" if pd.isna(cell) else cell)
