"""Kappa and its interval are those of the authors who published them and of R."""

import json
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.statistics.kappa import cohens_kappa, kappa_of_counts

ORACLE = json.loads((Path(__file__).parent / "oracles" / "kappa.json").read_text())
CASES = pytest.mark.parametrize("case", ORACLE["cases"], ids=lambda case: case["name"])
WORDS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=2, max_size=30)


@CASES
def test_kappa_and_its_interval_agree_with_r(case):
    found = kappa_of_counts(np.array(case["counts"], dtype=float))
    for name in ("kappa", "se", "ci_low", "ci_high"):
        assert getattr(found, name) == pytest.approx(case[name], rel=1e-9), name
    assert found.n == np.sum(case["counts"]) and found.reason is None


@CASES
def test_published_kappas_are_found_to_their_last_digit(case):
    published = case["published"]
    if published:
        text = str(published["kappa"])
        assert f"{case['kappa']:.{len(text) - 2}f}" == text


def test_the_standard_error_is_the_formula_of_fleiss_cohen_and_everitt_by_hand():
    # Two words, 50 pairs: 20 and 15 agree, 5 and 10 do not. Shares .4 .1 .2 .3; rows .5 .5, columns .6 .4; expected .5.
    agreeing = 0.4 * (1 - 1.1 * 0.6) ** 2 + 0.3 * (1 - 0.9 * 0.6) ** 2
    differing = 0.6**2 * (0.1 * (0.6 + 0.5) ** 2 + 0.2 * (0.4 + 0.5) ** 2)
    variance = (agreeing + differing - (0.4 - 0.5 * 0.6) ** 2) / (50 * 0.5**2)
    found = kappa_of_counts(np.array([[20.0, 5], [10, 15]]))
    assert found.kappa == pytest.approx(0.4) and found.se == pytest.approx(math.sqrt(variance))
    assert found.ci_high == pytest.approx(0.4 + 1.959963984540054 * math.sqrt(variance))


def test_where_it_does_not_exist_the_reason_is_said():
    single, perfect = cohens_kappa("aaaa", "aaaa"), cohens_kappa("aabb", "aabb")
    assert single.kappa is None and single.reason.kind == "kappa of a single word"
    assert perfect.kappa == pytest.approx(1) and perfect.ci_low is None
    assert perfect.reason.kind == "kappa without disagreement"
    assert cohens_kappa("a", "b") is None
    with pytest.raises(ValueError):
        cohens_kappa("ab", "a")


def test_one_always_says_the_same_word_kappa_is_zero():
    found = cohens_kappa("aaaa", "aabb")
    assert found.kappa == pytest.approx(0) and found.observed == found.expected == 0.5


@given(WORDS)
def test_who_comes_first_does_not_matter_and_the_interval_holds_kappa(pairs):
    first, second = [one for one, _ in pairs], [other for _, other in pairs]
    there, back = cohens_kappa(first, second), cohens_kappa(second, first)
    assert (there.kappa is None) == (back.kappa is None)
    if there.kappa is not None:
        assert there.kappa == pytest.approx(back.kappa) and -1 <= there.kappa <= 1
    if there.ci_low is not None:
        assert there.se == pytest.approx(back.se)
        assert -1 <= there.ci_low <= there.kappa + 1e-9 and there.kappa - 1e-9 <= there.ci_high <= 1
