"""A dose is the element, and a source that leaves it open is shown as what is possible, never as one number."""

import pandas as pd
import pytest

from evidence.facts.doses import dose, dose_text

COMPOUNDS = pd.DataFrame(
    {"compound": ["oxide", "citrate", "citrate", "mixture"], "elemental_percent": [60.304, 16.163, 11.336, float("nan")]}
)


def study(compound="oxide", salt=float("nan"), elemental=float("nan"), basis="stated"):
    return {"compound": compound, "salt_mg_per_day": salt, "elemental_mg_per_day": elemental, "dose_basis": basis}


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (study(elemental=520, salt=865), "520 mg"),
        (study(salt=250, basis="unclear"), "151 or 250 mg"),
        (study("citrate", salt=300, basis="unclear"), "34 to 300 mg"),
        (study("citrate", salt=1800, elemental=500, basis="unclear"), "204 to 500 mg"),
        (study("mixture", salt=300, basis="unclear"), ""),
        (study(salt=250), ""),
        (study(basis="not stated"), ""),
    ],
)
def test_the_dose_as_it_is_shown(given, text):
    assert dose(given, COMPOUNDS).text == text


def test_a_salt_dose_is_never_turned_into_the_element_unless_the_source_is_ambiguous():
    assert dose(study(salt=250, basis="stated"), COMPOUNDS).low is None


def test_a_compound_that_was_not_stated_says_so():
    assert dose_text(study("not stated", elemental=301.382, basis="computed"), COMPOUNDS) == "compound not stated, 301 mg"
