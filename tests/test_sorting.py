"""The study table sorts by any column: numbers as numbers, and what is not known last in both directions."""

import re

import pytest

from evidence.drawings.studies import study_table
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.study.sorting import COLUMNS, ORDERS, in_order
from tests.conftest import small_pack

MADE = [
    {"study_id": "a", "citation": "Öz 2019", "year": 2019, "n_analysed": 9, "n_enrolled": 200, "duration_weeks": 12},
    {"study_id": "b", "citation": "adams 2021", "year": 2021, "n_enrolled": 100, "design": "before-after"},
    {"study_id": "c", "citation": "Łukasz", "year": "", "n_analysed": 20, "duration_weeks": 1.5, "compound": "not stated"},
    {"study_id": "d", "citation": "Zed 2019", "year": 2019, "duration_weeks": 2, "read_as": "title only"},
    {"study_id": "e", "citation": "Özer 1998", "year": 1998, "compound": "Ägyptischer Tee", "read_as": "full text"},
]
APPRAISED = [
    {"study_id": study, "tool": tool, "tool_version": version, "domain": "overall", "judgement": word, "rationale": "read"}
    for study, tool, version, word in (
        ("a", "ROBINS-I", "2016", "critical"),
        ("b", "ROBINS-I", "2016", "moderate"),
        ("c", "RoB 2", "2019", "no information"),
        ("d", "RoB 2", "2019", "low"),
    )
]


def view_of(studies, **tables):
    return evidence_in_view(small_pack(studies, **tables), Selection())


def ids(view, order):
    return "".join(study.study_id for study in in_order(view, order).studies)


@pytest.fixture(scope="module")
def made():
    return view_of(MADE, appraisals=APPRAISED)


@pytest.mark.parametrize(
    ("column", "rising", "falling"),
    [
        ("study", "bcaed", "deacb"),
        ("year", "eadbc", "badec"),
        ("design", "acdeb", "bacde"),
        ("condition", "abcde", "abcde"),
        ("compound", "eabdc", "abdec"),
        ("weeks", "cdabe", "adcbe"),
        ("people", "acbde", "bcade"),
        ("bias", "dbace", "abdce"),
        ("read_as", "eabcd", "dabce"),
    ],
)
def test_each_column_sorts_both_ways_with_gaps_last_and_ties_in_the_order_of_the_data(made, column, rising, falling):
    assert (ids(made, column), ids(made, f"-{column}")) == (rising, falling)


def test_without_an_order_the_table_is_that_of_the_pack(made):
    assert ids(made, "") == "abcde" and in_order(made, "").unknown == 0
    with pytest.raises(KeyError):
        in_order(made, "title")


@pytest.mark.parametrize("name", ["shipped", "headache", "bcg"])
@pytest.mark.parametrize("order", ORDERS)
def test_no_order_loses_a_study_and_those_without_a_value_are_the_same_in_both_directions(order, name, request):
    view = evidence_in_view(request.getfixturevalue(name), Selection())
    found, other = in_order(view, order), in_order(view, f"-{order}".removeprefix("--"))
    assert sorted(each.study_id for each in found.studies) == sorted(view.study_ids)
    last = len(found.studies) - found.unknown
    assert found.studies[last:] == other.studies[last:] and found.unknown == other.unknown


def test_a_dose_that_may_be_one_of_two_is_placed_by_the_lower_rising_and_by_the_higher_falling():
    salt = [{"compound": "tea", "label": "Tea", "form": "leaf", "elemental_percent": 40}]
    doses = [
        {"study_id": "x", "compound": "tea", "salt_mg_per_day": 500, "dose_basis": "unclear"},
        {"study_id": "y", "compound": "tea", "elemental_mg_per_day": 300, "dose_basis": "stated"},
        {"study_id": "z", "compound": "tea"},
    ]
    view = view_of(doses, compounds=salt)
    assert ids(view, "dose") == "xyz" and ids(view, "-dose") == "xyz"
    assert "200 or 500 mg" in study_table(view)


def test_the_table_says_how_it_is_sorted_and_how_many_have_nothing_to_sort_by(made):
    html = study_table(made, "-weeks")
    assert re.findall(r'aria-sort="(\w+)"', html) == ["descending"]
    assert re.search(r'aria-sort="descending"[^>]*><a href="\?sort=weeks"[^>]* id="sort-weeks"', html)
    assert "Sorted by weeks: longest first. 2 studies without a value stand last." in html
    assert "aria-sort" not in study_table(made) and "Sorted by" not in study_table(made)
    assert re.findall(r'id="sort-(\w+)"', html) == list(COLUMNS)


def test_a_gap_is_shown_as_a_gap(made):
    row = next(each for each in study_table(made, "year").split("<tr") if "\u0141ukasz" in each)
    assert '"Year">\u2013<' in row and '"Compound">not stated<' in row


def test_filters_leave_the_order(shipped):
    view = evidence_in_view(shipped, Selection(design=("randomised trial",)))
    years = [each.year for each in in_order(view, "-year").studies]
    known = [year for year in years if year is not None]
    assert known == sorted(known, reverse=True) and years[: len(known)] == known and len(years) == len(view.study_ids)
