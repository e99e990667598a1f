"""The benchmark of a click still works out and writes what a board needs."""

from benchmarks.benchmark_filter import click, made_pack
from evidence.facts.selection import Selection


def test_a_click_can_be_measured_on_any_pack(shipped, headache, bcg):
    for pack in (shipped, headache, bcg, made_pack(5)):
        click(pack, Selection())
