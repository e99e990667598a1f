"""Random walks over all pages: clicks, filters, Back, Forward, reload, presentation; every view is that of its address.

`make walk` takes 3,000 steps with a seed of its own; WALK_STEPS and WALK_SEED take others.
"""

import os

import pytest

from tests.browser.conftest import SIZES
from tests.browser.random_walk import Walk

STEPS = int(os.environ.get("WALK_STEPS", "300"))
SEEDS = [int(os.environ["WALK_SEED"])] if "WALK_SEED" in os.environ else [1, 2, 3]
OFTEN = 25
"""After so many steps the address is opened in a fresh browser."""
REPRODUCED = ("shown", "pressed", "outcome", "headings", "rows", "framed")


@pytest.mark.parametrize("seed", SEEDS)
def test_a_random_walk_finds_no_error_no_dead_filter_and_addresses_that_reproduce_the_view(server, browser, shipped, seed):
    print(f"seed {seed}, {STEPS} steps")
    width, height = SIZES["desk"]
    context = browser.new_context(viewport={"width": width, "height": height})
    walk = Walk(context.new_page(), shipped, seed)
    walk.page.goto(server.address + "/")
    walk.rest()
    opened = 0
    for step in range(1, STEPS + 1):
        walk.step()
        if step % OFTEN == 0:
            same_in_a_fresh_browser(walk, browser)
            opened += 1
    context.close()
    print(f"{STEPS} steps on {len(walk.pages)} pages, {opened} addresses opened again")
    assert len(walk.pages) == 9 or STEPS < 300, walk.pages


def same_in_a_fresh_browser(walk, browser):
    """The address says all that the page shows."""
    seen = walk.see()
    context = browser.new_context(viewport=walk.page.viewport_size)
    fresh = Walk(context.new_page(), walk.pack, walk.seed, walk.trail)
    fresh.page.goto(seen["address"])
    fresh.rest()
    again = fresh.see()
    context.close()
    for each in REPRODUCED:
        assert again[each] == seen[each], walk.told(f"{each}: {seen[each]} here, {again[each]} in a fresh browser")
