"""Windows of a chair follow each other to a place that they have, and rest when there is nothing to follow."""

import pytest

from evidence.club.positions import Position
from evidence.rooms.seen import Seen
from pages.parts.club_turn import shown_turn

PLACES = (Position(0, 0, True, "question"), Position(1, 0, True, "expectation"))


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (("view", "question"), "turn"),
        (("view", "expectation"), ""),
        (("A1", "expectation"), "turn"),
        (("view", "result-30"), "turn"),
        (("", ""), "turn"),
    ],
)
def test_a_window_has_something_to_follow_only_where_it_can_go(place, shown):
    seen = Seen((), frozenset(), False, 0, place=place, turn="turn")
    assert shown_turn(seen, "view", PLACES, 0) == shown
