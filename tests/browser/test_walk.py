"""Random walks over all pages: clicks, filters, Back, Forward, reload, presentation; every view is that of its address.

`make walk` takes 3,000 steps with a seed of its own; WALK_STEPS and WALK_SEED take others.
"""

import os

import pytest

from tests.browser.conftest import SIZES
from tests.browser.random_walk import Walk
from tests.browser.reader import Kept

STEPS = int(os.environ.get("WALK_STEPS", "300"))
SEEDS = [int(os.environ["WALK_SEED"])] if "WALK_SEED" in os.environ else [1, 2, 3]
OFTEN = 25
"""After so many steps the address is opened in a fresh browser."""
REPRODUCED = ("shown", "pressed", "outcome", "headings", "rows", "framed")


@pytest.fixture
def readers(browser):
    """Him who walks, and another one who is here for the first time whenever he comes."""
    both = Kept(browser), Kept(browser)
    yield both
    for reader in both:
        reader.context.close()


@pytest.mark.parametrize("seed", SEEDS)
def test_a_random_walk_finds_no_error_no_dead_filter_and_addresses_that_reproduce_the_view(server, readers, shipped, seed):
    print(f"seed {seed}, {STEPS} steps")
    reader, other = readers
    walk = Walk(reader.open(server.address + "/", SIZES["desk"], "light"), shipped, seed)
    walk.rest()
    opened = 0
    for step in range(1, STEPS + 1):
        walk.step()
        if step % OFTEN == 0:
            same_in_a_fresh_browser(walk, other)
            opened += 1
    print(f"{STEPS} steps on {len(walk.pages)} pages, {opened} addresses opened again")
    assert len(walk.pages) == 9 or STEPS < 300, walk.pages


def same_in_a_fresh_browser(walk, other):
    """The address says all that the page shows."""
    seen = walk.see()
    fresh = Walk(other.open(seen["address"], SIZES["desk"], "light"), walk.pack, walk.seed, walk.trail)
    fresh.rest()
    again = fresh.see()
    other.empty()
    for each in REPRODUCED:
        assert again[each] == seen[each], walk.told(f"{each}: {seen[each]} here, {again[each]} in a fresh browser")
