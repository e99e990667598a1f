"""Each flag is a rule over the data that names the value which raised it."""

import pytest

from evidence.facts.flags import RULES, flag_names, flags_of
from evidence.wording.say import say
from tests.conftest import means, small_pack

RAISES = {
    "no control group": {"design": "before-after"},
    "indirect condition": {"directness": "indirect"},
    "not blinded, patient-rated": {"blinding": "open label"},
    "small": {"n_analysed": 49},
    "short": {"duration_weeks": 7},
    "dose ambiguous": {"dose_basis": "unclear"},
    "unpublished": {"status": "thesis"},
    "maker-funded": {"maker_funded": "yes", "funding": "Tea Company"},
    "stopped early": {"stopped_early": "yes"},
    "no registration found": {"registration": ""},
    "full text not read": {"read_as": "abstract"},
}
CLEAN = {
    "n_analysed": 60,
    "duration_weeks": 12,
    "dose_basis": "stated",
    "elemental_mg_per_day": 5,
    "registration": "NCT00000000",
    "read_as": "full text",
    "maker_funded": "no",
    "stopped_early": "no",
}


def raised(study, results=None):
    """The flags of a study that stands in a pack beside a sound one."""
    pack = small_pack(
        [{"study_id": "A", **study}, {"study_id": "Sound", **CLEAN}],
        [*(results or [means("r", "A", 4, 5)]), means("s", "Sound", 4, 5)],
    )
    assert flags_of(pack)["Sound"] == ()
    return {flag.name: flag.reason for flag in flags_of(pack)["A"]}


def test_a_sound_trial_carries_no_flag():
    assert raised(CLEAN) == {}


@pytest.mark.parametrize("flag", RAISES)
def test_each_rule_raises_its_flag_alone_and_names_the_value(flag):
    found = raised({**CLEAN, **RAISES[flag]})
    found.pop("no control group", None) if flag != "no control group" else None
    assert set(found) == {flag}
    assert say(found[flag])


@pytest.mark.parametrize("gap", ["n_analysed", "duration_weeks", "maker_funded", "stopped_early"])
def test_what_is_not_known_never_raises_a_flag(gap):
    assert raised({**CLEAN, gap: ""}) == {}


def test_where_no_registration_was_recorded_none_is_said_to_be_missing():
    pack = small_pack([{"study_id": "A", **CLEAN, "registration": ""}, {"study_id": "B"}], [means("r", "A", 4, 5)])
    assert "no registration found" not in flag_names(pack)


def test_numbers_not_reported_is_raised_by_a_p_value_alone():
    found = raised(
        CLEAN,
        [
            {
                "result_id": "r",
                "study_id": "A",
                "outcome": "pain",
                "contrast": "between groups",
                "p_value": 0.01,
                "note": "P only",
            }
        ],
    )
    assert set(found) == {"numbers not reported"}


def test_every_rule_is_tried_here_or_named():
    elsewhere = {"numbers not reported", "surrogate outcome", "possible duplicate"}
    assert set(RULES) == set(RAISES) | elsewhere


def test_reports_that_may_be_one_study_are_flagged_on_both_sides():
    pack = small_pack(
        [
            {"study_id": "A", **CLEAN, "possibly_same_as": "B"},
            {"study_id": "B", **CLEAN, "possibly_same_as": "A"},
        ],
        [means("r", "A", 4, 5), means("s", "B", 4, 5)],
    )
    said = [say(flag.reason) for flags in flags_of(pack).values() for flag in flags]
    assert said == ["possibly the same as B", "possibly the same as A"]


def test_one_person_and_one_week_are_one():
    found = raised({**CLEAN, "design": "case report", "n_analysed": 1, "duration_weeks": 1})
    assert say(found["small"]) == "1 person (under 50)"
    assert say(found["short"]) == "1 week (under 8)"


def test_a_maker_that_paid_is_said_even_when_no_name_was_read():
    assert say(raised({**CLEAN, "maker_funded": "yes", "funding": ""})["maker-funded"]) == "funding: a maker of the product"
