"""The answer comes from the whole pack, in GRADE words, and counts honestly."""

import inspect

from evidence.facts import bottom_line as module
from evidence.facts.bottom_line import bottom_line
from tests.conftest import means, small_pack

RATING = {
    "outcome": "pain",
    "certainty": "very low",
    "start": "high",
    "risk_of_bias": "serious",
    "inconsistency": "none",
    "indirectness": "none",
    "imprecision": "very serious",
    "publication_bias": "undetected",
    "rationale": "Two small trials.",
    "statement": "The evidence is very uncertain about whether tea eases headache.",
}


def test_the_headline_is_the_first_rating_with_its_symbol():
    line = bottom_line(small_pack([{"study_id": "A"}], [means("r", "A", 4, 5)], certainty=[RATING]))
    assert line.statement == RATING["statement"]
    assert line.symbol == "\u2295\u25ef\u25ef\u25ef"


def test_a_pack_without_ratings_says_so_instead_of_guessing():
    line = bottom_line(small_pack([{"study_id": "A"}], [means("r", "A", 4, 5)]))
    assert line.certainty == ""
    assert "not been rated" in line.statement


def test_two_reports_that_may_be_one_study_are_counted_as_a_range():
    pack = small_pack(
        [
            {"study_id": "A"},
            {"study_id": "B", "possibly_same_as": "C"},
            {"study_id": "C", "possibly_same_as": "B"},
        ],
        [means("r", "A", 4, 5)],
    )
    assert "2 or 3 randomised trials" in bottom_line(pack).studies


def test_people_are_added_only_where_they_are_known():
    pack = small_pack([{"study_id": "A", "n_analysed": 20}, {"study_id": "B"}], [means("r", "A", 4, 5)])
    assert "20 people in 1 of them, the others not known" in bottom_line(pack).studies


def test_documents_that_were_not_read_are_said_to_be_unread():
    guide = {
        "guideline_id": "G",
        "body": "Society",
        "title": "T",
        "status": "current",
        "statement": "S",
        "read_as": "title only",
        "position": "not read",
    }
    line = bottom_line(small_pack([{"study_id": "A"}], [means("r", "A", 4, 5)], guidelines=[guide]))
    assert line.guidelines == "No guideline that was read recommends tea; the relevant text of 1 was not read."


def test_a_filter_cannot_change_the_answer():
    assert list(inspect.signature(module.bottom_line).parameters) == ["pack"]
