"""The converter: there and back is exact, what is not known stays unknown, and every pack can be converted."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from evidence.doses.converter import ELEMENT, SALT, conversions, exact, share_of
from evidence.wording.say import say
from tests.conftest import small_pack


@settings(deadline=None)
@given(some.decimals(min_value=0, max_value=10**5, places=3))
def test_there_and_back_is_exact_for_every_salt_of_the_data(shipped, mg):
    for each in conversions(str(mg), ELEMENT, shipped):
        if each.share:
            (back,) = [other for other in conversions(mg, ELEMENT, shipped) if other.label == each.label]
            assert back.element_mg == exact(str(mg)) and back.salt_mg == each.salt_mg


def test_the_element_in_a_salt_gives_the_salt_back(shipped):
    for place, each in enumerate(conversions(2.675, SALT, shipped)):
        share = share_of(shipped.rows.compounds[place])
        if share is not None:
            assert conversions(str(each.element_mg), ELEMENT, shipped)[place].salt_mg == Fraction(2675, 1000)
            assert float(100 * share) == shipped.rows.compounds[place].elemental_percent


def test_every_row_of_the_table_is_converted_with_its_hydrates(shipped):
    rows = conversions(250, SALT, shipped)
    assert [each.label for each in rows] == list(shipped.compounds["label"])
    said = {each.label: say(each.element_text) for each in rows}
    assert said["Magnesium oxide"] == "151 mg"
    assert said["Magnesium citrate (3:2), anhydrous"] == "40.4 mg"
    assert said["Magnesium citrate (3:2), nonahydrate"] == "29.7 mg"


def test_an_unknown_share_is_not_computed(shipped):
    (mixture,) = [each for each in conversions(100, SALT, shipped) if each.share is None]
    assert (
        mixture.element_mg is None and say(mixture.element_text) == "share not known" and say(mixture.salt_text) == "100 mg"
    )
    (mixture,) = [each for each in conversions(100, ELEMENT, shipped) if each.share is None]
    assert mixture.salt_mg is None and say(mixture.element_text) == "100 mg"


def test_every_share_opens_where_it_was_read(shipped):
    for each in conversions(1, SALT, shipped):
        assert each.share is None or all(found.traces for found in each.share.readings)


def test_a_pack_without_compounds_converts_to_nothing():
    assert conversions(1, SALT, small_pack([{"study_id": "A"}])) == ()


@pytest.mark.parametrize("value", [0.1, 250, "414.5649", 1e-7])
def test_an_amount_is_taken_as_it_is_written(value):
    assert exact(value) == Fraction(str(value))
