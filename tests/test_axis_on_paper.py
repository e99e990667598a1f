"""Letters of reference values and numbers at the axis never lie on each other, on paper and on the screen."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.club.session import session_of
from evidence.downloads.figure import figure_of
from evidence.drawings.letters import Letter, apart
from evidence.drawings.palette import LIGHT
from evidence.drawings.paper_items import text_width
from evidence.drawings.plot import forest_plot
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from tests.conftest import means, small_pack
from tests.held_against import held_against


def items_of(view, name):
    return [item for page in figure_of(view, True).pages for item in page.items if item.name == name]


def boxes(items):
    """Left, right, top and bottom of texts as wide as their letters."""
    found = []
    for item in items:
        wide = text_width(item.text, item.size)
        left = item.left + (item.width - wide) / 2 if item.align == "center" else item.left
        found.append((left, left + wide, item.top, item.top + item.size / 72))
    return found


def overlap(one, other):
    return min(one[1], other[1]) - max(one[0], other[0]) > 1e-9 and min(one[3], other[3]) - max(one[2], other[2]) > 1e-9


def assert_apart(found):
    assert not [pair for pair in itertools.combinations(found, 2) if overlap(*pair)]


def test_reference_values_beyond_the_alphabet_go_on_with_two_letters():
    session = session_of(held_against(*(-2.5 + place / 25 for place in range(60))))
    letters = [each.letter for each in session.layouts[0].references]
    assert (
        letters[:3] == ["a", "b", "c"] and letters[25:29] == ["z", "aa", "ab", "ac"] and letters[51:54] == ["az", "ba", "bb"]
    )
    assert len(set(letters)) == len(letters) and all(each.isascii() and each.isalpha() for each in letters)


@pytest.mark.parametrize(
    "values", [(-2.0, -1.97, -1.94), (-1.0,) * 4, tuple(-3 + n / 20 for n in range(60)), (-2.5, 0.1)], ids=len
)
@pytest.mark.parametrize("rows", [1, 4, 40])
def test_letters_are_apart_and_none_is_lost(values, rows):
    view = held_against(*values, rows=rows)
    assert_apart(boxes(items_of(view, "letter")))
    session = session_of(view)
    plot = forest_plot(session.layouts[0], LIGHT)["layout"]["annotations"]
    assert_apart([(each["x"], each["x"] + 0.04 * len(each["text"]), each["y"], each["y"] + 11) for each in plot])
    drawn = len(session.layouts[0].references)
    for texts in ([item.text for item in items_of(view, "letter")], [each["text"].strip() for each in plot]):
        assert sum(1 + int(text.partition("+")[2] or 0) for text in texts) == drawn


def test_three_values_close_together_keep_a_letter_each():
    letters = items_of(held_against(-2.0, -1.97, -1.94), "letter")
    assert sorted(item.text for item in letters) == ["a", "b", "c"]
    assert len({item.top for item in letters}) == 3


def test_a_letter_at_the_end_of_the_axis_does_not_reach_into_the_next_column():
    view = held_against(*(each / 100 for each in range(-400, 200, 7)), rows=40)
    (axis,) = items_of(view, "axis")
    numbers = items_of(view, "estimate text")
    assert max(right for _, right, _, _ in boxes(items_of(view, "letter"))) <= min(item.left for item in numbers)
    assert min(item.left for item in items_of(view, "letter")) >= axis.left - 0.2


@given(st.lists(st.tuples(st.floats(0, 3), st.sampled_from([0.0, 0.3, 0.55])), max_size=40), st.integers(1, 12))
def test_letters_anywhere_do_not_touch_and_are_all_counted(places, steps):
    letters = [
        Letter("x" * (1 + number // 26), left, tuple(top + level / 10 for level in range(steps)))
        for number, (left, top) in enumerate(places)
    ]
    placed = apart(letters, 0.1, lambda text: 0.06 * len(text))
    assert_apart([(each.left, each.left + 0.06 * len(each.said), each.top, each.top + 0.0999) for each in placed])
    assert sum(1 + each.more for each in placed) == len(letters)


@pytest.mark.parametrize("unit", [1, 1000, 25_000, 40_000, 3_000_000, 10**11])
@pytest.mark.parametrize("marks", [True, False])
def test_numbers_at_the_axis_are_apart_and_that_of_no_difference_stands_there(unit, marks):
    appraisals = [
        {"study_id": "A", "tool": "RoB 2", "tool_version": "2019", "domain": "overall", "judgement": "low",
         "rationale": "read", "basis": "abstract"}
    ]  # fmt: skip
    results = [means("a", "A", 3 * unit, 5 * unit, sd_1=2 * unit, sd_2=2 * unit), means("b", "B", unit, 5 * unit)]
    more = {"appraisals": appraisals} if marks else {}
    view = evidence_in_view(small_pack([{"study_id": "A"}, {"study_id": "B"}], results, **more), Selection(outcome="pain"))
    numbers, ticks = items_of(view, "tick text"), items_of(view, "tick")
    assert_apart([(left - 0.02, right + 0.02, *rest) for left, right, *rest in boxes(numbers)])
    assert "0" in [item.text for item in numbers]
    assert len(ticks) == len(session_of(view).layouts[0].axis.ticks) >= len(numbers)
    assert all(item.width >= text_width(item.text, item.size) for item in numbers)


def test_numbers_at_the_axis_have_signs_at_the_thousands():
    results = [means("a", "A", -120_000, 5, sd_1=200_000, sd_2=200_000)]
    view = evidence_in_view(small_pack([{"study_id": "A"}], results), Selection(outcome="pain"))
    said = [item.text for item in items_of(view, "tick text")]
    assert "\u2212100,000" in said and not any("0000" in text for text in said)
