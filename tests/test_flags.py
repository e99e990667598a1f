"""Each flag is a rule over the data that names the value which raised it."""

import pytest

from evidence.facts.flags import RULES, study_flags
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


def flags_of(study, results=None):
    pack = small_pack([{"study_id": "A", **study}], results or [means("r", "A", 4, 5)])
    return dict(zip(study_flags(pack)["flag"], study_flags(pack)["reason"], strict=True))


def test_a_sound_trial_carries_no_flag():
    assert flags_of(CLEAN) == {}


@pytest.mark.parametrize("flag", RAISES)
def test_each_rule_raises_its_flag_alone_and_names_the_value(flag):
    raised = flags_of({**CLEAN, **RAISES[flag]})
    raised.pop("no control group", None) if flag != "no control group" else None
    assert set(raised) == {flag}
    assert raised[flag]


@pytest.mark.parametrize("gap", ["n_analysed", "duration_weeks", "maker_funded", "stopped_early"])
def test_what_is_not_known_never_raises_a_flag(gap):
    assert flags_of({**CLEAN, gap: ""}) == {}


def test_numbers_not_reported_is_raised_by_a_p_value_alone():
    raised = flags_of(
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
    assert set(raised) == {"numbers not reported"}


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
    assert list(study_flags(pack)["reason"]) == ["possibly the same as B", "possibly the same as A"]
