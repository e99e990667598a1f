"""The ledger says what was read, what was not, how long it stands, and what it could not have known."""

from datetime import date

import pytest

from evidence.facts.guidance import Standing, positions_of, standing
from evidence.wording.say import say
from tests.conftest import small_pack

TODAY = date(2026, 11, 25)
GUIDE = {
    "body": "Society",
    "title": "Headache",
    "status": "current",
    "statement": "Says so.",
    "read_as": "abstract",
}


def pack_with(*guidelines):
    return small_pack(
        [
            {"study_id": "Old", "year": 2010},
            {"study_id": "Same", "year": 2016},
            {"study_id": "New", "year": 2020},
            {"study_id": "Far", "year": 2021, "directness": "indirect"},
            {"study_id": "Undated", "year": ""},
        ],
        guidelines=[{**GUIDE, **each} for each in guidelines],
    )


def test_published_before_counts_only_later_direct_studies_with_a_known_year():
    pack = pack_with({"guideline_id": "G", "position": "not addressed", "year": 2016})
    assert positions_of(pack, TODAY)[0].published_before == ("New",)


def test_a_guideline_without_a_year_claims_nothing_about_what_came_later():
    pack = pack_with({"guideline_id": "G", "position": "not addressed", "year": ""})
    (only,) = positions_of(pack, TODAY)
    assert (only.year, only.published_before, say(only.dated)) == (None, (), "year not read")


def test_not_read_is_a_position_of_its_own_and_stands_last():
    pack = pack_with(
        {"guideline_id": "U", "position": "not read", "year": 2024},
        {"guideline_id": "N", "position": "not addressed", "year": 2012},
        {"guideline_id": "R", "position": "recommends against", "year": 2001},
    )
    shown = positions_of(pack, TODAY)
    assert [each.guideline_id for each in shown] == ["R", "N", "U"]
    assert len({each.symbol for each in shown}) == 3
    assert [each.silent for each in shown] == [False, False, True]


def test_validity_follows_the_calendar_and_supersession():
    pack = pack_with(
        {"guideline_id": "A", "position": "not read", "valid_until": "2027-06-24"},
        {"guideline_id": "B", "position": "not read", "valid_until": "2020-01-01"},
        {"guideline_id": "C", "position": "not read", "status": "superseded", "valid_until": "2027-06-24"},
        {"guideline_id": "D", "position": "not read", "status": "not stated"},
    )
    told = {each.guideline_id: (say(each.validity), each.stands) for each in positions_of(pack, TODAY)}
    assert told == {
        "A": ("valid until June 2027", True),
        "B": ("expired in January 2020", False),
        "C": ("superseded", False),
        "D": ("validity not stated", True),
    }


@pytest.mark.parametrize(
    ("status", "until", "expected"),
    [
        ("current", "", Standing("current")),
        ("expired", "", Standing("expired")),
        ("expired", "2030-01-01", Standing("expired")),
        ("expired", "2020-01-01", Standing("expired", "2020-01-01")),
        ("current", "2026-11-25", Standing("valid", "2026-11-25")),
    ],
)
def test_a_document_that_says_it_has_expired_never_stands(status, until, expected):
    assert standing(status, until, TODAY) == expected
    assert expected.holds == (status == "current")
