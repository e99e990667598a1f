"""What the reader asks for is what the reader gets, and a value the data does not have is never dropped in silence."""

import pytest

from evidence.facts.selection import Selection, choices, read_selection
from evidence.facts.view import evidence_in_view
from evidence.vocabulary.fact import fact
from evidence.wording.say import say
from tests.conftest import small_pack

PACK = small_pack(
    [
        {"study_id": "A2019", "year": 2019},
        {
            "study_id": "B2021",
            "year": 2021,
            "design": "before-after",
            "blinding": "open label",
            "compound": "black tea",
        },
        {"study_id": "C", "year": "", "condition": "migraine", "directness": "indirect"},
    ]
)


def test_an_empty_filter_shows_everything():
    view = evidence_in_view(PACK, Selection())
    assert list(view.studies["study_id"]) == ["A2019", "B2021", "C"]
    assert view.hidden == ()


def test_a_selection_survives_the_trip_through_the_url():
    asked = Selection(
        design=("before-after",),
        compound=("black tea", "green tea"),
        flag=("small",),
        outcome="pain",
        year=(2019, 2020),
        r=0.7,
    )
    pack = small_pack(
        [
            {"study_id": "A2019", "year": 2019, "n_analysed": 10},
            {"study_id": "B2021", "year": 2021, "design": "before-after", "compound": "black tea"},
        ]
    )
    query: dict[str, list[str]] = {}
    for name, value in asked.query():
        query.setdefault(name, []).append(value)
    assert read_selection(query, pack) == (asked, ())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("design", "randomized trial"),
        ("compound", "<script>"),
        ("outcome", "sleep"),
        ("flag", "tiny"),
        ("year", "1066"),
        ("year", "20x0"),
        ("r", "0.55"),
        ("r", "9"),
        ("results", "two"),
        ("directness", "none"),
    ],
)
def test_an_unknown_value_in_a_link_is_told_with_the_known_ones(name, value):
    selection, complaints = read_selection({name: [value]}, PACK)
    assert selection == Selection()
    assert len(complaints) == 1
    assert complaints[0]["value"] == value
    assert value in say(complaints[0])


def test_a_good_value_beside_an_unknown_one_still_applies():
    selection, complaints = read_selection({"design": ["before-after", "bogus"]}, PACK)
    assert selection.design == ("before-after",)
    assert complaints[0]["value"] == "bogus"


def test_the_citable_link_names_version_r_and_results_even_at_their_defaults():
    assert Selection().citable_query("2026.2") == [("version", "2026.2"), ("r", "0.5"), ("results", "one")]


def test_every_choice_offered_finds_a_study_or_a_result():
    offered = choices(PACK)
    assert offered["design"] == ("randomised trial", "before-after")
    assert set(offered["condition"]) == {"headache", "migraine"}


def test_every_hidden_study_is_listed_with_each_filter_that_hides_it():
    view = evidence_in_view(PACK, Selection(design=("randomised trial",), year=(2019, 2020), directness=("direct",)))
    assert list(view.studies["study_id"]) == ["A2019"]
    told = {(row.study_id, row.filter) for row in view.hidden}
    assert told == {("B2021", "design"), ("B2021", "year"), ("C", "directness"), ("C", "year")}
    assert len(view.studies) + view.hidden_count == len(PACK.studies)


def test_a_study_without_a_year_is_hidden_by_a_year_filter_and_says_why():
    view = evidence_in_view(PACK, Selection(year=(2019, 2021)))
    assert [row.reason for row in view.hidden] == [fact("year not read")]


def test_the_pack_is_not_changed_by_looking_at_it():
    before = PACK.studies.copy()
    evidence_in_view(PACK, Selection(design=("before-after",), flag=("small",)))
    assert before.equals(PACK.studies)
