"""What a plan of a journal club promises: the minutes of all steps are those that were chosen, in whole half-minutes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.club.plan import HALF_MINUTE_S, MINUTES, WEIGHTS, plan_of
from evidence.club.session import KINDS

ANY_KINDS = st.lists(st.sampled_from([*KINDS, "pages of a step", "a step of tomorrow"]) | st.text(max_size=8), max_size=60)


@given(st.integers(0, 240), ANY_KINDS)
def test_whatever_the_steps_their_times_are_whole_half_minutes_and_add_up(minutes, kinds):
    plan = plan_of(minutes, kinds)
    assert list(plan) == (list(dict.fromkeys(kinds)) if minutes else [])
    assert all(seconds >= 0 and seconds % HALF_MINUTE_S == 0 for seconds in plan.values())
    assert sum(plan.values()) == (minutes * 60 if kinds else 0)
    if 2 * minutes >= len(plan):
        assert all(plan.values()), "no step without time while there is enough"


@given(st.sampled_from(MINUTES), st.lists(st.sampled_from(KINDS), min_size=1, unique=True))
def test_a_step_of_more_weight_never_gets_less_time(minutes, kinds):
    plan = plan_of(minutes, kinds)
    for one in kinds:
        for other in kinds:
            if WEIGHTS[one] > WEIGHTS[other]:
                assert plan[one] >= plan[other]


def test_a_step_on_several_pages_is_one_step():
    paged = [kind for kind in KINDS for _ in range(1 + 4 * (kind == "result"))]
    assert plan_of(30, paged) == plan_of(30, KINDS)


@pytest.mark.parametrize("minutes", MINUTES)
def test_every_kind_of_step_has_a_weight_and_bias_the_most_time(minutes):
    plan = plan_of(minutes, KINDS)
    assert set(KINDS) <= set(WEIGHTS) and max(plan, key=plan.__getitem__) == "bias"


def test_time_below_zero_is_an_error():
    with pytest.raises(ValueError, match="minutes"):
        plan_of(-1, KINDS)
