"""The list of wanted values names every gap that weighs on the answer, in order, with lines that fit their table."""

import csv
import io

import pytest

from evidence.downloads.wanted_csv import wanted_csv
from evidence.facts.wanted import study_weight, wanted_values
from evidence.packs.tables import read_table
from evidence.vocabulary.columns import columns_of
from evidence.vocabulary.fact import fact
from evidence.wording.html import render
from evidence.wording.say import say
from tests.conftest import means, small_pack

FULL = {
    "read_as": "full text", "n_enrolled": 60, "n_analysed": 60, "age_mean": 50, "female_percent": 50, "duration_weeks": 8,
    "registration": "NCT01234567", "funding": "none", "elemental_mg_per_day": 100, "dose_basis": "stated",
}  # fmt: skip
JUDGED = {"tool": "RoB 2", "tool_version": "2019", "domain": "overall", "judgement": "low", "rationale": "Fine."}


@pytest.mark.parametrize("name", ["shipped", "bcg", "headache"])
def test_every_line_is_a_valid_line_of_its_table_with_its_keys(name, request):
    for each in wanted_values(request.getfixturevalue(name)):
        table, problems = read_table(each.table, (each.csv_text + "\n").encode())
        assert not problems, (each.about, problems)
        assert len(table.frame) == len(each.lines)
        required = [column for column, rule in columns_of(each.table).items() if rule.required]
        assert table.frame[required].notna().all(axis=None)


def test_a_line_of_a_known_row_holds_what_is_known_already(shipped):
    for each in wanted_values(shipped):
        if each.table == "studies":
            (line,) = read_table("studies", each.csv_text.encode())[0].frame.to_dict("records")
            (row,) = shipped.studies[shipped.studies["study_id"] == line["study_id"]].to_dict("records")
            assert {key: str(value) for key, value in line.items()} == {key: str(value) for key, value in row.items()}


def test_every_wanted_value_says_what_where_and_why(shipped):
    for each in wanted_values(shipped):
        assert each.about and each.what and each.where and each.why
        assert not each.link or each.link.startswith("https://")


def test_randomised_trials_of_the_question_come_first_and_other_conditions_last(shipped):
    wanted = wanted_values(shipped)
    weights = [each.weight for each in wanted]
    assert weights == sorted(weights)
    assert wanted[0].about == "Jadidi 2022" and wanted[0].table == "results"
    indirect = set(shipped.studies.loc[shipped.studies["directness"] == "indirect", "citation"])
    first_indirect = next(place for place, each in enumerate(wanted) if each.about in indirect)
    assert all(each.about in indirect for each in wanted[first_indirect:])


@pytest.mark.parametrize("about", ["Jadidi 2022", "Mendelski 2007, thesis", "Trial inside Marshall 2019"])
def test_the_results_of_each_direct_trial_without_numbers_are_wanted(shipped, about):
    assert any(each.about == about and each.table == "results" for each in wanted_values(shipped))


def test_every_direct_result_without_a_number_is_wanted():
    pack = small_pack([{"study_id": "A", **FULL}], [
        means("whole", "A", 1, 2),
        {"result_id": "bare", "study_id": "A", "outcome": "pain", "contrast": "between groups", "p_value": 0.04},
    ], appraisals=[{**JUDGED, "study_id": "A"}])  # fmt: skip
    wanted = wanted_values(pack)
    assert [(each.table, say(each.what)) for each in wanted] == [
        ("results", "Pain score: mean, SD and number of people of each group")
    ]
    assert "bare,A,pain" in wanted[0].lines[0]


def test_a_study_that_was_read_in_full_leaves_nothing_to_want():
    pack = small_pack([{"study_id": "A", **FULL}], [means("r", "A", 1, 2)], appraisals=[{**JUDGED, "study_id": "A"}])
    assert wanted_values(pack) == ()


def test_an_ambiguous_dose_and_an_assumed_correlation_are_wanted():
    before_after = {**means("r", "A", 1, 2), "contrast": "before-after", "comparator": ""}
    pack = small_pack([{"study_id": "A", **FULL, "design": "before-after", "dose_basis": "unclear", "salt_mg_per_day": 300}],
                      [before_after], appraisals=[{**JUDGED, "study_id": "A"}])  # fmt: skip
    said = " ".join(say(each.what) for each in wanted_values(pack))
    assert "salt or of the element" in said and "SD of the change" in said


def test_domains_without_information_are_wanted_and_judged_ones_are_not():
    judged = {"randomisation process": "no information", "missing outcome data": "low"}
    rows = [{**JUDGED, "study_id": "A", "domain": domain, "judgement": word} for domain, word in judged.items()]
    (wanted,) = wanted_values(small_pack([{"study_id": "A", **FULL}], [means("r", "A", 1, 2)], appraisals=rows))
    assert say(wanted.what) == "risk of bias in 1 domain: randomisation process" and len(wanted.lines) == 1


def test_a_trial_nobody_appraised_gets_the_lines_of_its_tool():
    (wanted,) = wanted_values(small_pack([{"study_id": "A", **FULL}], [means("r", "A", 1, 2)]))
    assert wanted.table == "appraisals" and len(wanted.lines) == 6


def test_a_guideline_that_was_not_read_is_wanted_and_one_that_is_silent_is_not():
    guide = {"body": "Society", "title": "T", "status": "current", "statement": "S", "read_as": "abstract"}
    pack = small_pack([{"study_id": "A", **FULL}], [means("r", "A", 1, 2)], appraisals=[{**JUDGED, "study_id": "A"}],
                      guidelines=[{**guide, "guideline_id": "N", "position": "not read"},
                                  {**guide, "guideline_id": "S", "position": "not addressed"}])  # fmt: skip
    assert [each.lines[0].split(",")[0] for each in wanted_values(pack)] == ["N"]


def test_reviews_are_never_wanted_for_people_of_their_own(shipped):
    reviews = [study for study in shipped.rows.studies if study.design == "systematic review"]
    assert reviews and all(study_weight(study) is None for study in reviews)
    assert not {each.about for each in wanted_values(shipped)} & {study.citation for study in reviews}


def test_the_download_has_every_wanted_value_on_one_row(shipped):
    rows = list(csv.DictReader(io.StringIO(wanted_csv(shipped).decode(), newline="")))
    wanted = wanted_values(shipped)
    assert [row["wanted"] for row in rows] == [say(each.what) for each in wanted]
    assert [row["lines"] for row in rows] == [each.csv_text for each in wanted]


def test_only_a_pack_that_tells_doses_wants_them(shipped, bcg):
    assert not any(each.what["gaps"] for each in wanted_values(bcg) if each.what.kind == "doses wanted")
    wanted = [each for each in wanted_values(shipped) if each.what.kind == "doses wanted"]
    assert fact("dose wanted") in [gap for each in wanted for gap in each.what["gaps"]]


def test_only_what_rests_on_an_assumed_correlation_wants_the_sd_of_the_change(shipped):
    wanted = [each for each in wanted_values(shipped) if each.why == fact("because r is assumed")]
    assert len(wanted) == 5


def test_text_from_data_is_never_markup():
    pack = small_pack([{"study_id": "A", "citation": "<script>x</script>"}])
    html = render("wanted.html", wanted=wanted_values(pack))
    assert "<script" not in html and "&lt;script&gt;" in html
