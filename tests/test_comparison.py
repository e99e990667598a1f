"""Studies side by side: what is known to differ is marked, a gap is no difference, a change is no effect."""

import re

import pytest

from evidence.addresses import compare_link
from evidence.drawings.comparison import comparison_choice, comparison_table
from evidence.facts.doses import Dose
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.study.compared import offered, read_compared
from evidence.study.comparison import comparison_of, may_be_equal
from evidence.study.order import nearest_studies
from evidence.wording.say import say
from tests.conftest import PAIN, means, small_pack

CHANGE = {"outcome": "pain", "contrast": "before-after", "mean_1": 3, "sd_1": 2, "n_1": 20, "mean_2": 5, "sd_2": 2}
HOSTILE = ("<script>x()</script>", "\u202eA\u202c", "A" * 100_000, "a\nb", "[A](https://e.example)", "A' OR 1=1", "\x00")


def compared(pack, *study_ids, **asked):
    return comparison_of(study_ids, evidence_in_view(pack, Selection(**asked)))


def rows(comparison):
    return {say(row.label): row for part in comparison.parts for row in part.rows}


def html_of(pack, *study_ids):
    return comparison_table(compared(pack, *study_ids), evidence_in_view(pack, Selection()))


def test_only_known_values_that_differ_are_marked():
    pack = small_pack(
        [
            {"study_id": "A", "blinding": "double-blind", "n_enrolled": 40, "country": "Peru", "duration_weeks": 8},
            {"study_id": "B", "blinding": "not stated", "n_enrolled": 60, "duration_weeks": 8},
        ]
    )
    found = rows(compared(pack, "A", "B"))
    assert {label for label, row in found.items() if row.differs} == {"Enrolled"}
    assert [cell.missing for cell in found["Country"].cells] == [False, True]
    assert [cell.missing for cell in found["Blinding"].cells] == [False, True]
    assert say(found["Country"].cells[1].value.text) == "not reported"


def test_two_known_values_differ_also_beside_a_third_that_is_not_known():
    pack = small_pack([{"study_id": "A", "n_enrolled": 40}, {"study_id": "B"}, {"study_id": "C", "n_enrolled": 41}])
    assert rows(compared(pack, "A", "B", "C"))["Enrolled"].differs
    assert not rows(compared(pack, "A", "B"))["Enrolled"].differs


def test_capitals_and_sentences_are_no_difference():
    pack = small_pack(
        [
            {"study_id": "A", "population": "Adults.", "route": "Oral", "funding": "a fund"},
            {"study_id": "B", "population": "Grown-ups.", "route": "oral", "funding": "another"},
        ]
    )
    assert not any(row.differs for row in rows(compared(pack, "A", "B")).values())


def test_a_route_differs_by_its_way_and_not_by_the_words_for_its_times():
    routes = ("oral", "oral, every evening", "Oral, at bedtime", "intravenous, over 4 hours")
    pack = small_pack([{"study_id": each, "route": route} for each, route in zip("ABCD", routes, strict=True)])
    assert not any(rows(compared(pack, *pair))["Route"].differs for pair in ("AB", "BC", "ABC"))
    assert all(rows(compared(pack, *pair))["Route"].differs for pair in ("AD", "ABD"))


def test_what_does_not_apply_to_a_study_is_no_difference():
    pack = small_pack(
        [
            {"study_id": "A", "elemental_mg_per_day": 200, "dose_basis": "stated", "duration_weeks": 8},
            {"study_id": "B", "design": "case-control", "compound": "not applicable", "blinding": "not applicable"},
        ]
    )
    found = rows(compared(pack, "A", "B"))
    assert {label for label, row in found.items() if row.differs} == {"Design"}
    assert say(found["Elemental dose"].cells[1].value.text) == "not applicable"


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        (Dose(200, 200, "stated"), Dose(200, 200, "computed"), True),
        (Dose(200, 200, "stated"), Dose(201, 201, "stated"), False),
        (Dose(151, 250, "unclear"), Dose(250, 250, "stated"), True),
        (Dose(151, 250, "unclear"), Dose(200, 200, "stated"), False),
        (Dose(151, 250, "unclear", True), Dose(200, 200, "stated"), True),
        (Dose(151, 250, "unclear", True), Dose(300, 300, "stated"), False),
        (Dose(151, 250, "unclear", True), Dose(240, 400, "unclear", True), True),
        (Dose(151, 250, "unclear"), Dose(None, None, "not stated"), True),
    ],
)
def test_an_open_dose_differs_only_when_no_reading_is_the_same(one, other, equal):
    assert may_be_equal(one, other) is may_be_equal(other, one) is equal


def test_a_weight_that_may_be_salt_or_element_is_told_so_and_not_compared():
    salt = {"compound": "green tea", "salt_mg_per_day": 300, "dose_basis": "unclear"}
    pack = small_pack([{"study_id": "A", **salt}, {"study_id": "B", "salt_mg_per_day": 865, "dose_basis": "stated"}])
    row = rows(compared(pack, "A", "B"))["Salt dose"]
    assert not row.differs and "salt or element not clear" in say(row.cells[0].value.text)


def test_numbers_of_one_outcome_stand_on_one_axis_and_a_change_never_beside_an_effect():
    pack = small_pack(
        [{"study_id": "A"}, {"study_id": "B"}, {"study_id": "C", "design": "before-after"}],
        [means("a", "A", 3, 5), means("b", "B", 4, 5), {"result_id": "c", "study_id": "C", **CHANGE}],
    )
    effect, change = compared(pack, "A", "B", "C").measured
    assert (effect.kind, change.kind) == ("effect", "change")
    assert [row.study_id for row in effect.forest.rows] == ["A", "B"] and change.forest is None
    assert [len(cell) for cell in effect.cells] == [1, 1, 0] and [len(cell) for cell in change.cells] == [0, 0, 1]
    page = html_of(pack, "A", "B", "C")
    assert page.count('role="img"') == 1 and "no control group: not an effect" in page
    assert html_of(pack, "A", "C").count('role="img"') == 0


def test_the_axis_keeps_the_order_of_the_link_and_nothing_is_pooled():
    pack = small_pack([{"study_id": "A"}, {"study_id": "B"}], [means("a", "A", 3, 5), means("b", "B", 4, 5)])
    page = html_of(pack, "B", "A")
    assert re.findall(r'class="on-axis"><span>(\w)<', page) == ["B", "A"]
    assert "f-pooled" not in page and "Nothing is pooled." in page


def test_other_outcomes_and_other_scales_share_no_axis():
    sleep = {**PAIN, "outcome": "sleep", "label": "Sleep score"}
    pack = small_pack(
        [{"study_id": "A"}, {"study_id": "B"}],
        [means("a", "A", 3, 5), means("b", "B", 4, 5, outcome="sleep")],
        outcomes=(PAIN, sleep),
    )
    assert [each.forest for each in compared(pack, "A", "B").measured] == [None, None]


def test_two_reports_of_one_study_are_named_and_a_hidden_study_says_so():
    pack = small_pack(
        [{"study_id": "A", "possibly_same_as": "B"}, {"study_id": "B", "design": "before-after", "possibly_same_as": "A"}]
    )
    found = compared(pack, "A", "B", design=("before-after",))
    assert "may be two reports of one study" in say(found.same)
    assert [bool(each.hidden_by) for each in found.studies] == [True, False]


def test_what_a_link_names_that_cannot_be_shown_is_told():
    pack = small_pack([{"study_id": each} for each in "ABCDE"])
    asked = read_compared(["A", "", "B", "A", "Z", "C", "D", "E"], pack)
    assert asked.study_ids == ("A", "B", "C")
    assert [say(each) for each in asked.complaints] == [
        "The link names a study which this data does not have: 'Z'.",
        "Named more than once in the link, shown once: A.",
        "Three studies fit side by side. Left out: D, E.",
    ]
    many = read_compared([f"Z{n}" for n in range(9)], pack)
    assert say(many.complaints) == (
        "The link names studies which this data does not have: 'Z0', 'Z1', 'Z2', 'Z3', 'Z4', 4 more."
    )
    assert read_compared([], pack).complaints == () and not read_compared(["A"], pack).are_enough


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_stay_text(text):
    pack = small_pack([{"study_id": "A"}, {"study_id": "B"}])
    (said,) = read_compared([text, "A", "B"], pack).complaints
    assert len(say(said)) < 400
    nasty = small_pack([{"study_id": "A", "citation": "<b>A</b>", "route": "<i>by mouth</i>"}, {"study_id": "B"}])
    assert "<b>A" not in html_of(nasty, "A", "B") and "<i>by" not in html_of(nasty, "A", "B")


def test_each_study_in_view_can_be_chosen_and_filters_are_kept():
    pack = small_pack(
        [{"study_id": "A"}, {"study_id": "B"}, {"study_id": "C", "design": "before-after"}], [means("a", "A", 3, 5)]
    )
    view = evidence_in_view(pack, Selection(design=("randomised trial",)))
    assert [[tick.study_id for tick in ticks] for _, ticks in offered(("C",), view)] == [["C"], ["A", "B"]]
    assert [[tick.study_id for tick in ticks] for _, ticks in offered(("C", "A"), view)] == [["C", "A"], ["B"]]
    page = comparison_choice(("C",), view)
    assert re.findall(r'name="compare" value="(\w)"( checked)?', page) == [("C", " checked"), ("A", ""), ("B", "")]
    assert '<input type="hidden" name="design" value="randomised trial">' in page
    assert compare_link(("A", "B"), view.selection) == "compare?compare=A&compare=B&design=randomised+trial"


def test_the_nearest_studies_are_those_of_the_condition_then_those_of_the_outcome():
    pack = small_pack(
        [{"study_id": each, "condition": "cramps" if each in "DE" else "headache"} for each in "ABCDE"],
        [means("a", "A", 3, 5), means("c", "C", 3, 5), means("d", "D", 3, 5)],
    )
    view = evidence_in_view(pack, Selection())
    assert [each.study_id for each in nearest_studies("A", view, 9)] == ["C", "B", "D"]
