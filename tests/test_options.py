"""Whoever chooses one of two things of the same name gets the one that was chosen."""

from streamlit.testing.v1 import AppTest

from pages.parts.filters import outcome_labels
from pages.parts.text import told_apart
from tests.conftest import PAIN, small_pack


def two_outcomes():
    import streamlit as st

    from pages.parts.filters import draw_filters
    from tests.test_options import PACK

    st.session_state.update({"flag": [], "year": None})
    draw_filters(PACK)


PACK = small_pack([{"study_id": "A"}], outcomes=(PAIN, {**PAIN, "outcome": "pain2"}, {**PAIN, "outcome": "c", "label": "C"}))


def test_of_two_outcomes_with_one_label_the_filter_takes_the_one_chosen():
    page = AppTest.from_function(two_outcomes, default_timeout=60).run()
    for place, name in enumerate(("pain", "pain2", "c")):
        page.selectbox(key="outcome").select_index(place).run()
        assert page.session_state["outcome"] == name


def test_labels_that_are_carried_once_stay_as_they_are():
    assert outcome_labels(PACK) == {"pain": "Pain score (pain)", "pain2": "Pain score (pain2)", "c": "C"}
    assert told_apart({"a": "Smith 2020", "b": "Smith 2021"}) == {"a": "Smith 2020", "b": "Smith 2021"}
