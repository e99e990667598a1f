"""The words of a study's page are those of its numbers and names."""

from evidence.study.page import study_page
from tests.conftest import small_pack
from tests.test_study_page import page_html, view_of


def test_groups_keep_the_capitals_of_their_names(bcg):
    (result,) = study_page(bcg.rows.studies[0].study_id, view_of(bcg)).results
    html = page_html(bcg.rows.studies[0].study_id, view_of(bcg), ("study_results.html",))
    assert result.groups[0].name == "BCG vaccine" and "<strong>BCG vaccine</strong>" in html


def test_one_person_is_not_one_people():
    pack = small_pack([{"study_id": "A", "n_analysed": 1, "duration_weeks": 1}])
    html = page_html("A", view_of(pack))
    assert "1 person" in html and "1 week<" in html and "1 people" not in html and "1 weeks" not in html


def test_no_reviewer_is_counted_that_the_pack_does_not_tell(shipped):
    assert "reviewer" not in page_html("Jadidi2022", view_of(shipped), ("study_quality.html",))
