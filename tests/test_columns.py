"""The data dictionary is whole, and says what the format promises."""

import re

import pytest

from evidence.packs.cells import BY_TYPE
from evidence.vocabulary.columns import COLUMNS, KEYS, REQUIRED_TABLES, TABLES, allowed_words, column, columns_of, label


def test_every_column_has_a_label_a_meaning_and_a_type_that_can_be_read():
    assert [each for each in COLUMNS if not each.label or not each.meaning] == []
    assert {each.type for each in COLUMNS} <= set(BY_TYPE)


def test_no_column_is_described_twice():
    assert len({(each.table, each.column) for each in COLUMNS}) == len(COLUMNS)


def test_every_reference_points_to_a_column_of_the_format():
    targets = [each.target for each in COLUMNS if each.type in ("reference", "references")]
    assert all(target and target[1] in columns_of(target[0]) for target in targets)


def test_only_categories_have_words_and_every_category_has_some():
    assert all(bool(each.words) == (each.type == "category") for each in COLUMNS)
    assert all(word == word.strip() and word for each in COLUMNS for word in each.words)


def test_every_key_is_a_column_of_its_table():
    assert set(KEYS) == set(TABLES) - {"dataset"}
    assert all(name in columns_of(table) for table, names in KEYS.items() for name in names)
    assert set(REQUIRED_TABLES) <= set(TABLES)


def test_names_are_lower_case_words_and_units_stand_in_dose_columns():
    assert all(re.fullmatch("[a-z][a-z0-9_]*", each.column) for each in COLUMNS)
    assert {each.column for each in COLUMNS if each.unit == "mg/day"} == {
        "salt_mg_per_day",
        "elemental_mg_per_day",
        "value_mg_per_day",
    }


def test_ranges_are_read_with_their_open_and_closed_ends():
    above_zero, share = column("results", "sd_1").range, column("studies", "female_percent").range
    assert above_zero is not None and share is not None
    assert 0 not in above_zero and 0.001 in above_zero
    assert 0 in share and 100 in share and 100.1 not in share
    assert column("results", "mean_1").range is None


def test_words_and_labels_are_found_by_name():
    assert allowed_words("outcomes", "better") == ("lower", "higher")
    assert allowed_words("outcomes", "label") == ()
    assert label("studies", "n_enrolled") == "Enrolled"


def test_an_unknown_table_or_column_is_an_error():
    with pytest.raises(KeyError):
        columns_of("patients")
    with pytest.raises(KeyError):
        column("studies", "colour")
