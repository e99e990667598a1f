"""Numbers become text in one place: with a true minus sign, never in exponent form, never a minus zero."""

import math
import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.vocabulary.certainty import certainty_symbol
from evidence.vocabulary.known import known
from evidence.wording.numbers import amount, bounds, estimate_alone, hundredths, interval, number, plain, probability
from evidence.wording.say import listing, tr


def test_an_interval_reads_as_in_a_journal():
    assert interval(-0.908, -1.662, -0.153, 0.0) == "\u22120.91 [\u22121.66, \u22120.15]"
    assert interval(0.85, 0.73, 1.0, 1.0) == "0.85 [0.73, 1.00]"


@pytest.mark.parametrize(
    ("numbers", "null", "text"),
    [
        ((-0.004, -0.006, -0.002), 0.0, "\u22120.004 [\u22120.006, \u22120.002]"),
        ((-0.5, -0.996, -0.004), 0.0, "\u22120.500 [\u22120.996, \u22120.004]"),
        ((0.5, -0.004, 1.004), 0.0, "0.500 [\u22120.004, 1.004]"),
        ((1.2, 1.004, 1.44), 1.0, "1.200 [1.004, 1.440]"),
        ((0.9, 0.82, 0.9996), 1.0, "0.9000 [0.8200, 0.9996]"),
        ((1.004, 0.9, 1.12), 1.0, "1.004 [0.900, 1.120]"),
        ((0.02, 0.001, 0.4), 1.0, "0.020 [0.001, 0.400]"),
        ((1.2, 1.004, 1.44), 0.0, "1.20 [1.00, 1.44]"),
        ((1e-17, -0.3, 0.3), 0.0, "0.00 [\u22120.30, 0.30]"),
        ((0.8, 0.6, 1 + 1e-15), 1.0, "0.80 [0.60, 1.00]"),
        ((3e-12, 1e-13, 4e-12), 0.0, "0.000000000003 [<0.000000000001, 0.000000000004]"),
        ((-0.2, -math.inf, math.inf), 0.0, "\u22120.20 [\u2212\u221e, \u221e]"),
    ],
)
def test_no_end_of_an_interval_reads_as_zero_or_as_no_difference_that_is_not(numbers, null, text):
    assert interval(*numbers, null) == text


def test_the_ends_alone_follow_the_same_rule():
    assert bounds(-0.2, -0.004, 0.0) == "[\u22120.200, \u22120.004]"
    assert (bounds(0.2, 0.998, 1.0), bounds(0.2, 0.998, 0.0)) == ("[0.200, 0.998]", "[0.20, 1.00]")


def test_a_number_alone_keeps_the_decimals_that_tell_it_from_nothing():
    assert (number(-0.001), number(0.0004, 3), number(0.04, 1)) == ("\u22120.001", "0.0004", "0.04")
    assert (estimate_alone(1.004, 1.0), estimate_alone(1.004, 0.0)) == ("1.004", "1.00")
    assert (hundredths(0.45), hundredths(0.5), hundredths(0.004), hundredths(0.998, 1.0)) == (
        "0.45",
        "0.5",
        "0.004",
        "0.998",
    )


@given(st.lists(st.floats(1e-6, 1e6), min_size=3, max_size=3).map(sorted), st.sampled_from([0.0, 1.0]))
def test_what_an_interval_excludes_its_text_excludes(ends, null):
    low, middle, high = (end - 0.5 if null == 0 else end for end in ends)
    said = [float(part.replace("\u2212", "-")) for part in re.findall(r"[\u2212.\d]+", interval(middle, low, high, null))]
    for value, read in zip((middle, low, high), said, strict=True):
        assert (read > null, read < null) == (value > null, value < null) or abs(value - null) < 1e-9 * max(1, high, -low)


@pytest.mark.parametrize(
    ("value", "text"),
    [(-0.0, "0.00"), (0.0, "0.00"), (-1e-17, "0.00"), (math.inf, "\u221e"), (-math.inf, "\u2212\u221e")],
)
def test_there_is_no_minus_zero_and_infinity_has_a_symbol(value, text):
    assert number(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(0.001, "P = 0.001"), (0.0004, "P < 0.001"), (0.43, "P = 0.43"), (1.0, "P = 1")]
)
def test_p_values(value, text):
    assert probability(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (301.382, "301"),
        (12.4, "12.4"),
        (0.375, "0.38"),
        (0.0376, "0.038"),
        (0.0024, "0.0024"),
        (2e-7, "0.0000002"),
        (0.0, "0"),
        (8.0, "8"),
        (250.0, "250"),
    ],
)
def test_a_dose_is_shown_without_false_precision(value, text):
    assert amount(value) == text


def test_a_value_as_entered_keeps_its_digits():
    assert plain(0.00001) == "0.00001"
    assert plain(1e9) == "1000000000"
    assert plain(2.5e-12) == "0.0000000000025" and plain(0.1 + 0.2) == "0.3" and plain(0.0) == "0"


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
