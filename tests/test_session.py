"""A journal-club session: the steps in order, the room first and we second, and questions that the flags raise."""

from itertools import pairwise

import pytest

from evidence.club.discussion import ALWAYS
from evidence.club.positions import SILENT, place_of, positions, reveals, screen_pages, silent_rows
from evidence.club.references import source_line
from evidence.club.session import session_of
from evidence.drawings.paper import revealed
from evidence.drawings.paper_items import FRAME
from evidence.facts.flags import RULES, flags_of
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.wording.say import catalogue, say
from tests.conftest import means, small_pack

STEPS = [
    "question", "expectation", "methods", "bias", "result", "power", "guidelines", "practice", "take-home", "discussion",
]  # fmt: skip
OF_A_STUDY = [*STEPS[:7], "full-text", *STEPS[7:]]
TWO = small_pack(
    [{"study_id": "A2001", "n_enrolled": 60}, {"study_id": "B2002", "n_enrolled": 60}, {"study_id": "C2003"}],
    [means("a", "A2001", 3, 5), means("b", "B2002", 4, 5)],
)


def whole(pack, **filters):
    return evidence_in_view(pack, Selection(**filters))


def test_every_study_and_every_pack_has_all_steps_in_order(shipped, headache, bcg):
    for pack in (shipped, headache, bcg):
        for study_id in ("", *pack.studies["study_id"]):
            session = session_of(whole(pack), study_id)
            assert [step.kind for step in session.steps] == (OF_A_STUDY if study_id else STEPS)
            addresses = [place.address for place in positions(session)]
            assert len(set(addresses)) == len(addresses)


def test_the_room_is_asked_before_anything_is_answered():
    places = [place.address for place in positions(session_of(whole(TWO)))]
    assert places.index("expectation") < places.index("result-0") < places.index("result")
    assert places.index("result-0") + 1 == places.index("result-1")


def test_each_domain_is_asked_first_and_then_ours_is_shown_with_the_reason(shipped):
    session = session_of(whole(shipped), "Jadidi2022")
    step = session.step("bias")
    rows = shipped.appraisals[shipped.appraisals["study_id"] == "Jadidi2022"]
    assert [part.ours[1] for part in step.parts] == list(rows["rationale"])
    assert [part.ours[0][1]["word"] for part in step.parts] == list(rows["judgement"])
    bias = [place for place in positions(session) if place.address.startswith("bias")]
    assert [place.shown for place in bias] == [False, True] * len(step.parts)


def test_the_axis_comes_first_and_then_one_row_with_a_number_at_a_time(shipped):
    session = session_of(whole(shipped))
    stops = reveals(session.screen, screen_pages(session))
    assert stops[0] == 0
    assert stops[-1] == len(session.screen.rows)
    for before, after in pairwise(stops):
        assert sum(row.has_number for row in session.screen.rows[before:after]) <= 1


def test_no_row_is_lost_on_the_way(shipped):
    session = session_of(whole(shipped))
    assert SILENT in [place.address for place in positions(session)]
    silent = {name for names, _ in silent_rows(session.forests[0]) for name in names["names"]}
    assert silent | {row.study for row in session.screen.rows} == {row.study for row in session.forests[0].rows}


def test_a_study_that_the_filters_hide_can_still_be_discussed(shipped):
    session = session_of(whole(shipped, design=("case report",)), "Jadidi2022")
    assert session.title == "Jadidi 2022"
    assert {row.study_id for row in session.forests[0].rows} == {"Jadidi2022"}


def test_a_link_to_a_place_that_is_gone_leads_to_its_step():
    places = positions(session_of(whole(TWO)))
    assert places[place_of("result-99", places)].address == "result-0"
    assert place_of("nonsense", places) == 0


def test_every_flag_has_a_question_and_only_raised_flags_are_asked(shipped):
    assert all(f"ask {flag}" in catalogue() for flag in RULES)
    step = session_of(whole(shipped), "Jadidi2022").step("discussion")
    own = [flag.name for flag in flags_of(shipped)["Jadidi2022"]]
    assert [pair.label["flag"] for pair in step.pairs[: len(own)]] == own
    assert step.pairs[len(own) :] == ALWAYS


def test_guidelines_are_told_as_written_before_or_after_the_study(shipped):
    for study in shipped.rows.studies:
        for grid in session_of(whole(shipped), study.study_id).step("guidelines").grids:
            for document, _, _, answer in grid.rows:
                if not isinstance(document["year"], int) or study.year is None:
                    assert answer.kind == "order not known"
                    continue
                before, same = document["year"] < study.year, document["year"] == study.year
                when = "before the study" if before else "in the same year" if same else "after the study"
                assert answer.kind == f"written {when}"


def test_a_filter_never_changes_the_take_home_words(shipped):
    def words(view):
        return session_of(view).step("take-home").sentences

    assert words(whole(shipped)) == words(whole(shipped, directness=("indirect",)))


def test_power_is_only_said_for_comparisons_of_groups(shipped):
    step = session_of(whole(shipped), "Gorantla2024").step("power")
    assert not step.grids
    assert [said.kind for said in step.sentences] == ["study detects nothing without control"]


def test_an_empty_view_still_has_a_session(shipped):
    session = session_of(whole(shipped, design=("case report",), directness=("indirect",)))
    assert session.forests == ()
    assert [step.kind for step in session.steps] == STEPS


def test_what_is_still_hidden_leaves_no_trace_in_the_figure(shipped):
    page = screen_pages(session_of(whole(shipped))).page(0)
    axis_alone = revealed(page, 0)
    assert {item.row for item in axis_alone} == {FRAME}
    line = [item for item in axis_alone if item.name == "no difference"]
    assert sum(item.height for item in line) == pytest.approx(
        max(item.top + item.height for item in line) - min(item.top for item in line)
    )
    assert "interval" not in {item.name for item in axis_alone}


def test_a_step_is_worked_out_when_it_is_first_asked_for_and_then_remembered(shipped):
    session = session_of(whole(shipped))
    assert session.step("question") is session.step("question")
    assert set(session._made) == {"question"}


def test_a_list_of_authors_that_ends_in_a_full_stop_gets_no_second_one():
    pack = small_pack([{"study_id": "Ek2020", "citation": "Ek 2020", "authors": "Ek A, et al.", "title": "Tea"}])
    (study,) = pack.rows.studies
    assert say(source_line(study)) == "Ek 2020: Ek A, et al. 2020. Tea [abstract]"


def test_a_structure_is_told_only_where_it_says_more_than_the_design(shipped):
    sessions = [session_of(whole(shipped), study) for study in shipped.studies["study_id"]]
    assert {session.step("methods").pairs[0].text["words"] for session in sessions} == {
        ("randomised trial", "parallel"), ("randomised trial", "crossover"), ("randomised trial",), ("before-after",),
        ("case report",), ("case-control",), ("cross-sectional",), ("systematic review",),
    }  # fmt: skip
