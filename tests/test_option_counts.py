"""The number on a chip is how many studies a view with that option shows, whatever else is filtered; nothing is merged."""

import random
import time
from dataclasses import replace

import pytest

from evidence.facts.option_counts import option_counts
from evidence.facts.selection import MANY, Selection, choices, years
from evidence.facts.view import WORDS, evidence_in_view
from evidence.packs.pack import read_pack
from tests.conftest import ROOT, small_pack

SMALL = small_pack(
    [
        {"study_id": "A", "year": 2019, "condition": "migraine", "directness": "indirect", "compound": "not stated"},
        {"study_id": "B", "year": 2021, "design": "before-after", "compound": "not applicable", "n_analysed": 10},
        {"study_id": "C", "year": "", "design": "case report", "compound": "black tea"},
        {"study_id": "D", "year": 2020, "condition": "cluster headache", "directness": "indirect", "compound": "zinc"},
    ]
)
PACKS = {"shipped": read_pack(ROOT / "data"), "bcg": read_pack(ROOT / "examples" / "bcg"), "small": SMALL}


def selections(pack, how_many=20):
    """Filters of every kind, by chance but the same each time; the first is none."""
    chance, offered, span = random.Random(11), choices(pack), years(pack)
    yield Selection()
    for _ in range(how_many - 1):
        many = {
            name: tuple(chance.sample(offered[name], min(len(offered[name]), chance.choice((0, 0, 0, 1, 2)))))
            for name in MANY
        }
        year = span and chance.choice((None, None, tuple(sorted(chance.choices(range(span[0], span[1] + 1), k=2)))))
        yield Selection(**many, outcome=chance.choice(("", "", *offered["outcome"])), year=year)


@pytest.mark.parametrize("name", PACKS)
def test_every_number_is_what_a_view_with_that_option_shows(name):
    pack = PACKS[name]
    for selection in selections(pack):
        counted = option_counts(pack, selection)
        assert set(counted) == set(WORDS)
        for each in WORDS:
            views = [evidence_in_view(pack, replace(selection, **{each: (word,)})) for word in choices(pack)[each]]
            assert counted[each] == tuple(len(view.study_ids) for view in views), (selection, each)


def test_without_a_filter_the_options_of_each_share_all_studies():
    assert {sum(numbers) for numbers in option_counts(SMALL, Selection()).values()} == {len(SMALL.rows.studies)}


def test_an_option_that_would_show_nothing_says_0():
    counted = option_counts(SMALL, Selection(design=("case report",), condition=("migraine",)))
    assert dict(zip(choices(SMALL)["design"], counted["design"], strict=True)) == {
        "randomised trial": 1,
        "before-after": 0,
        "case report": 0,
    }


def test_the_packs_own_condition_comes_first_and_what_is_not_a_compound_last():
    assert choices(SMALL)["condition"] == ("headache", "migraine", "cluster headache")
    assert choices(SMALL)["compound"] == ("black tea", "zinc", "not applicable", "not stated")
    assert choices(PACKS["shipped"])["condition"][0] == "restless legs syndrome"


def test_ten_thousand_studies_are_counted_in_a_twentieth_of_a_second():
    pack = small_pack(
        [
            {"study_id": f"S{n}", "year": 1950 + n % 70, "condition": f"condition {n % 500}", "compound": f"tea {n}"}
            for n in range(10_000)
        ]
    )
    asked = Selection(condition=("condition 7",), year=(1960, 2010))
    option_counts(pack, asked)
    start = time.process_time()
    for _ in range(10):
        option_counts(pack, asked)
    assert time.process_time() - start < 0.5
