"""Numbers become text in one place: with a true minus sign, never in exponent form, never a minus zero."""

import math

import pandas as pd
import pytest

from evidence.vocabulary.certainty import certainty_symbol
from evidence.vocabulary.known import known
from evidence.wording.numbers import amount, interval, number, plain, probability
from evidence.wording.say import listing, tr


def test_an_interval_reads_as_in_a_journal():
    assert interval(-0.908, -1.662, -0.153) == "\u22120.91 [\u22121.66, \u22120.15]"


@pytest.mark.parametrize(
    ("value", "text"),
    [(-0.001, "0.00"), (0.0, "0.00"), (1e-9, "0.00"), (math.inf, "\u221e"), (-math.inf, "\u2212\u221e")],
)
def test_there_is_no_minus_zero_and_infinity_has_a_symbol(value, text):
    assert number(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(0.001, "P = 0.001"), (0.0004, "P < 0.001"), (0.43, "P = 0.43"), (1.0, "P = 1")]
)
def test_p_values(value, text):
    assert probability(value) == text


@pytest.mark.parametrize(("value", "text"), [(301.382, "301"), (12.4, "12.4"), (0.375, "0.38"), (8.0, "8"), (250.0, "250")])
def test_a_dose_is_shown_without_false_precision(value, text):
    assert amount(value) == text


def test_a_value_as_entered_keeps_its_digits():
    assert plain(0.00001) == "0.00001"
    assert plain(1e9) == "1000000000"


def test_what_is_not_known_is_not_a_value():
    assert not any(known(value) for value in (None, float("nan"), pd.NA, ""))
    assert known(0)


def test_certainty_has_four_steps():
    assert [certainty_symbol(word).count("\u2295") for word in ("very low", "low", "moderate", "high")] == [
        1,
        2,
        3,
        4,
    ]


def test_a_list_reads_as_prose():
    assert listing(["a", "b", "c"]) == "a, b and c"


def test_a_missing_name_in_a_message_is_an_error():
    with pytest.raises(KeyError):
        tr("Showing {shown} of {total}", shown=1)
