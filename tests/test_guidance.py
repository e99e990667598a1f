"""The ledger says what was read, what was not, how long it stands, and what it could not have known."""

from datetime import date

from evidence.facts.guidance import later_studies, ledger
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
    assert later_studies(pack.guidelines.iloc[0], pack.studies) == ("New",)


def test_a_guideline_without_a_year_claims_nothing_about_what_came_later():
    pack = pack_with({"guideline_id": "G", "position": "not addressed", "year": ""})
    assert later_studies(pack.guidelines.iloc[0], pack.studies) == ()
    assert ledger(pack.guidelines, pack.studies, TODAY)[0].year == "year not read"


def test_not_read_is_a_position_of_its_own_and_stands_last():
    pack = pack_with(
        {"guideline_id": "U", "position": "not read", "year": 2024},
        {"guideline_id": "N", "position": "not addressed", "year": 2012},
        {"guideline_id": "R", "position": "recommends against", "year": 2001},
    )
    shown = ledger(pack.guidelines, pack.studies, TODAY)
    assert [each.guideline_id for each in shown] == ["R", "N", "U"]
    assert len({each.symbol for each in shown}) == 3


def test_validity_follows_the_calendar_and_supersession():
    pack = pack_with(
        {"guideline_id": "A", "position": "not read", "valid_until": "2027-06-24"},
        {"guideline_id": "B", "position": "not read", "valid_until": "2020-01-01"},
        {"guideline_id": "C", "position": "not read", "status": "superseded", "valid_until": "2027-06-24"},
        {"guideline_id": "D", "position": "not read", "status": "not stated"},
    )
    told = {each.guideline_id: each.validity for each in ledger(pack.guidelines, pack.studies, TODAY)}
    assert told == {
        "A": "valid until 2027-06-24",
        "B": "expired 2020-01-01",
        "C": "superseded",
        "D": "validity not stated",
    }
