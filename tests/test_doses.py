"""A dose is the element, and a source that leaves it open is shown as what is possible, never as one number."""

import pytest

from evidence.facts.doses import doses_of, elemental, given_of, has_doses
from evidence.wording.say import say
from tests.conftest import small_pack

OXIDE, CITRATE = (0.60304,), (0.11336, 0.16163)


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (elemental("stated", 520, 865, OXIDE), "520 mg"),
        (elemental("unclear", None, 250, OXIDE), "151 or 250 mg"),
        (elemental("unclear", None, 300, CITRATE), "34 to 300 mg"),
        (elemental("unclear", 500, 1800, CITRATE), "204 to 500 mg"),
        (elemental("unclear", None, 300, ()), ""),
        (elemental("stated", None, 250, OXIDE), ""),
        (elemental("", None, None, OXIDE), ""),
    ],
)
def test_the_dose_as_it_is_shown(given, text):
    assert say(given.fact) == text


def test_a_salt_dose_is_never_turned_into_the_element_unless_the_source_is_ambiguous():
    assert elemental("stated", None, 250, OXIDE).low is None


def test_the_shares_come_from_the_forms_of_the_compound():
    forms = [
        {"compound": "citrate", "label": "Citrate", "form": form, "elemental_percent": share}
        for form, share in (("anhydrous", 16.163), ("hydrate", 11.336))
    ]
    study = {"study_id": "A", "compound": "citrate", "salt_mg_per_day": 300, "dose_basis": "unclear"}
    assert say(doses_of(small_pack([study], compounds=forms))["A"].fact) == "34 to 300 mg"


def given(*studies):
    pack = small_pack([{"study_id": str(place), **study} for place, study in enumerate(studies)])
    return [say(each) for each in given_of(pack).values()]


def test_a_compound_that_was_not_stated_says_so():
    stated, unknown = given(
        {"compound": "oxide"}, {"compound": "not stated", "elemental_mg_per_day": 301.382, "dose_basis": "computed"}
    )
    assert (stated, unknown) == ("oxide", "compound not stated, 301 mg")


def test_a_pack_that_names_no_compound_and_no_dose_says_nothing_of_them():
    assert given({"compound": "not stated"}, {"compound": "not applicable"}) == ["", ""]
    assert not has_doses(small_pack([{"study_id": "A"}]))
