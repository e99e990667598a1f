"""The answer comes from the whole pack, in GRADE words, and counts honestly."""

import inspect

from evidence.facts import bottom_line as module
from evidence.facts.bottom_line import bottom_line
from evidence.packs.pack import read_pack
from evidence.vocabulary.fact import fact
from evidence.wording.say import say
from tests.conftest import PAIN, ROOT, means, small_pack

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
    assert "not been rated" in say(line.statement)


def test_two_reports_that_may_be_one_study_are_counted_as_a_range():
    pack = small_pack(
        [
            {"study_id": "A"},
            {"study_id": "B", "possibly_same_as": "C"},
            {"study_id": "C", "possibly_same_as": "B"},
        ],
        [means("r", "A", 4, 5)],
    )
    assert "2 or 3 randomised trials" in say(bottom_line(pack).studies)


def test_people_are_added_only_where_they_are_known():
    pack = small_pack([{"study_id": "A", "n_analysed": 20}, {"study_id": "B"}], [means("r", "A", 4, 5)])
    assert "20 participants in 1 of them, size of the others unknown" in say(bottom_line(pack).studies)


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
    assert say(line.guidelines) == "What the 1 guideline document says about tea could not be read."


def test_a_filter_cannot_change_the_answer():
    assert list(inspect.signature(module.bottom_line).parameters) == ["pack"]


def test_where_nobody_was_treated_the_associations_are_counted_by_design():
    between = {"outcome": "pain", "contrast": "between groups", "measure": "OR", "estimate": 1.2, "ci_low": 1, "ci_high": 2}
    pack = small_pack(
        [
            {"study_id": "C", "design": "cohort"},
            {"study_id": "D", "design": "cohort"},
            {"study_id": "K", "design": "case-control", "n_analysed": 80},
        ],
        [
            {**between, "result_id": "c", "study_id": "C"},
            {**between, "result_id": "d", "study_id": "D"},
            {**between, "result_id": "k", "study_id": "K", "contrast": "cases and controls"},
        ],
    )
    assert say(bottom_line(pack).studies) == (
        "No study of a treatment in this condition is in the data. Associations in this condition: "
        "1 case-control study (80 participants; usable numbers) and 2 cohort studies (usable numbers)."
    )


def test_the_answer_never_contradicts_pooled_associations():
    """Passive smoking and lung cancer, cohorts and case-control studies, of which the figure beside it pools some."""
    studies = bottom_line(read_pack(ROOT / "tests" / "cases" / "c04_mixed_contrasts")).studies
    assert [each["studies"] for each in studies["associations"]] == [
        fact("case-control, counted", n=3),
        fact("cohort, counted", n=2),
    ]


def test_a_cohort_whose_number_stands_among_effects_is_told_beside_the_trials():
    trial, cohort = means("r", "A", 4, 5), means("s", "C", 4, 5)
    studies = [{"study_id": "A"}, {"study_id": "C", "design": "cohort"}]
    assert say(bottom_line(small_pack(studies, [trial, cohort])).studies) == (
        "In this condition we found 1 randomised trial (usable numbers). "
        "Associations in this condition: 1 cohort study (usable numbers)."
    )
    apart = small_pack(studies, [trial, {**cohort, "contrast": "cases and controls", "comparator": ""}])
    assert say(bottom_line(apart).studies) == "In this condition we found 1 randomised trial (usable numbers)."


def test_a_pack_without_any_study_of_the_condition_says_so():
    pack = small_pack([{"study_id": "A", "directness": "indirect"}])
    assert say(bottom_line(pack).studies) == "No study of a treatment in this condition is in the data."


def test_one_guideline_recommends_and_two_recommend():
    guide = {"body": "Society", "title": "T", "status": "current", "statement": "S", "read_as": "abstract"}

    def said(*positions):
        rows = [{**guide, "guideline_id": str(n), "position": each} for n, each in enumerate(positions)]
        return say(bottom_line(small_pack([{"study_id": "A"}], guidelines=rows)).guidelines)

    assert said("recommends") == "The relevant text of 1 of 1 guideline document was read: 1 recommends tea."
    assert said("recommends", "recommends against", "recommends", "not read") == (
        "The relevant text of 3 of 4 guideline documents was read: 2 recommend tea, 1 recommends against it."
    )


def test_the_counts_of_guidelines_add_up_to_all_documents():
    for pack in (read_pack(ROOT / "data"),):
        said = bottom_line(pack).guidelines
        counted = sum(part["n"] for part in said["parts"] if part.kind != "none recommends")
        unread = sum(row.position == "not read" for row in pack.rows.guidelines)
        assert counted == said["read"] and said["read"] + unread == said["n"] == len(pack.rows.guidelines)


def test_why_nothing_is_pooled_is_said_in_half_a_sentence_and_a_pool_in_its_number():
    silent = small_pack(
        [{"study_id": "A"}],
        [{"result_id": "r", "study_id": "A", "outcome": "pain", "contrast": "between groups", "note": "no numbers"}],
    )
    assert "no trial in this condition reports a usable effect" in say(bottom_line(silent).pooled)
    one = small_pack([{"study_id": "A"}, {"study_id": "B", "design": "before-after"}], [means("r", "A", 4, 5)])
    assert "only one trial in this condition" in say(bottom_line(one).pooled)
    both = [{"study_id": "A"}, {"study_id": "B"}]
    days = {**PAIN, "outcome": "days", "label": "Days"}
    on_two = [means("r", "A", 4, 5), {**means("t", "A", 4, 5), "week": 2}, {**means("s", "B", 4, 5), "outcome": "days"}]
    assert "no two trials in this condition" in say(bottom_line(small_pack(both, on_two, outcomes=[PAIN, days])).pooled)
    other = {**means("s", "B", 4, 5), "comparator": "nothing"}
    apart = bottom_line(small_pack([{"study_id": "A"}, {"study_id": "B"}], [means("r", "A", 4, 5), other])).pooled
    assert say(apart).startswith("Nothing is pooled: different comparators: ")
    same = bottom_line(small_pack([{"study_id": "A"}, {"study_id": "B"}], [means("r", "A", 4, 5), means("s", "B", 4, 5)]))
    assert say(same.pooled).startswith("Pain score: 2 trials in this condition pool to mean difference \u2212")
    assert say(same.pooled).endswith(", lower is better.")
    seen = bottom_line(small_pack([{"study_id": "A", "design": "cohort"}], [means("r", "A", 4, 5)]))
    assert seen.pooled is None
