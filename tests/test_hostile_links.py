"""A link says what it asks for in vain once and shortly, however much that is; what others add to links is no matter."""

import ast
import re
import time
from pathlib import Path

import pytest

from evidence.facts.parameters import PAGE_PARAMETERS, unknown_parameters
from evidence.facts.selection import FILTER_NAMES, Selection, read_selection
from evidence.wording.say import say
from tests.conftest import small_pack

PAGES = Path(__file__).resolve().parents[1] / "pages"
PACK = small_pack([{"study_id": "A2019", "year": 2019}, {"study_id": "B2021", "year": 2021, "design": "before-after"}])


def test_six_hundred_unknown_values_are_one_complaint_that_lists_five():
    selection, complaints = read_selection({"design": ["before-after", *(f"none {n}" for n in range(600))]}, PACK)
    assert selection.design == ("before-after",)
    assert list(map(say, complaints)) == [
        "The link names design 'none 0', 'none 1', 'none 2', 'none 3', 'none 4' and 595 more, "
        "which this data does not have. Known: randomised trial, before-after."
    ]


def test_a_few_unknown_values_are_all_named():
    _, complaints = read_selection({"design": ["a", "b"], "compound": ["c"]}, PACK)
    assert [say(each) for each in complaints] == [
        "The link names design 'a' and 'b', which this data does not have. Known: randomised trial, before-after.",
        "The link names compound 'c', which this data does not have. Known: green tea.",
    ]


def test_a_value_named_twice_counts_once():
    selection, complaints = read_selection({"design": ["before-after"] * 600 + ["x"] * 600}, PACK)
    assert selection == Selection(design=("before-after",))
    assert len(complaints) == 1 and "more" not in say(complaints[0])


@pytest.mark.parametrize("name", ["year", "r", "design", "outcome", "results"])
def test_a_value_of_a_million_digits_is_cut_and_costs_nothing(name):
    start = time.process_time()
    selection, complaints = read_selection({name: ["9" * 1_000_000]}, PACK)
    assert time.process_time() - start < 1
    assert selection == Selection()
    assert len(complaints) == 1 and len(say(complaints[0])) < 300


@pytest.mark.parametrize(
    ("name", "meant"),
    [("desing", "design"), ("Design", "design"), ("compund", "compound"), ("years", "year"), ("ouctome", "outcome")],
)
def test_a_mistyped_filter_is_named_with_the_nearest(name, meant):
    said = [say(each) for each in unknown_parameters([name, "design"])]
    assert said == [f"The link has a parameter this page does not know: '{name}', did you mean '{meant}'?"]


@pytest.mark.parametrize(
    "name",
    [
        *("utm_source", "utm_medium", "fbclid", "gclid", "msclkid", "ref", "ref_src", "embed", "embed_options", "mc_cid"),
        *("dclid", "twclid", "yclid", "igshid", "_ga", "_hsenc", "pk_campaign", "mtm_source", "gbraid", "UTM_Term"),
    ],
)
def test_what_others_add_to_a_link_is_ignored(name):
    assert unknown_parameters([name]) == ()


def test_other_unknown_names_are_told_once():
    assert [say(each) for each in unknown_parameters(["zzz"])] == [
        "The link has a parameter this page does not know: 'zzz'."
    ]
    assert [say(each) for each in unknown_parameters(f"zzz{n}" for n in range(100))] == [
        "The link has parameters this page does not know: 'zzz0', 'zzz1', 'zzz2', 'zzz3', 'zzz4' and 95 more."
    ]
    assert unknown_parameters([*FILTER_NAMES, *PAGE_PARAMETERS]) == ()


def named_in(path):
    """The parameters a page reads from its address by name."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    constants = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and re.search(r"(asked_for|query_params\.(get|get_all))$", ast.unparse(node.func)):
            first = node.args[0]
            yield first.value if isinstance(first, ast.Constant) else constants.get(getattr(first, "id", ""))


def test_every_parameter_that_a_page_reads_is_known():
    found = {name for path in PAGES.rglob("*.py") for name in named_in(path) if name}
    assert {"study", "open", "rows"} <= found <= {*PAGE_PARAMETERS, *FILTER_NAMES}
