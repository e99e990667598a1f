"""Levels stay apart for every eye and on grey paper: by a stated distance of their colours, and each by its own sign."""

from itertools import combinations

import pytest

from evidence.claims.claims import SYMBOLS
from evidence.drawings.palette import palette
from evidence.vocabulary.certainty import certainty_symbol
from evidence.vocabulary.columns import allowed_words
from evidence.vocabulary.tools import JUDGEMENTS
from tests.colour_vision import MATRICES, apart, ciede2000

LEAST = 8
"""CIEDE2000 between two levels; a difference of 1 or 2 can just be seen side by side."""
LEVELS = ("low", "some", "high", "critical", "none")


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((50, 2.5, 0), (50, 0, -2.5), 4.3065),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ],
)
def test_the_distance_is_that_of_the_published_pairs(one, other, distance):
    assert ciede2000(one, other) == pytest.approx(distance, abs=5e-5)


@pytest.mark.parametrize("eye", MATRICES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_levels_of_risk_of_bias_keep_their_distance(theme, eye):
    colours = palette(theme)
    near = {pair: apart(colours[pair[0]], colours[pair[1]], eye) for pair in combinations(LEVELS, 2)}
    assert {pair: distance for pair, distance in near.items() if distance < LEAST} == {}


def test_on_grey_paper_the_sign_tells_levels_apart():
    signs = {known.look: set() for known in JUDGEMENTS.values()}
    for known in JUDGEMENTS.values():
        signs[known.look].add(known.symbol)
    assert all(len(own) == 1 for own in signs.values())
    assert len(set.union(*signs.values())) == len(signs)


def test_certainty_and_verdicts_are_told_by_signs_and_words_alone():
    certainties = allowed_words("certainty", "certainty")
    assert len({certainty_symbol(each) for each in certainties}) == len(certainties) >= 4
    assert len(set(SYMBOLS.values())) == len(SYMBOLS)
