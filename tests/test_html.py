"""Text from data never becomes markup, wherever it is shown."""

import json
from datetime import date

import pytest
from jinja2 import UndefinedError

from evidence.drawings.first_screen import first_screen
from evidence.drawings.palette import LIGHT
from evidence.drawings.plot import forest_plot
from evidence.drawings.studies import hidden_list, study_table
from evidence.drawings.table import forest_table
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.forest.layout import layout_of
from evidence.forest.panel import panel_of
from evidence.forest.rows import forest_of
from evidence.wording.html import render
from pages.parts.text import literal
from tests.conftest import means, small_pack

NASTY = "<script>alert(1)</script> **bold** [x](javascript:alert(1))"


def nasty_view(**asked):
    pack = small_pack(
        [{"study_id": "A", "citation": NASTY, "compound": NASTY, "funding": NASTY, "maker_funded": "yes"}],
        [
            means("r", "A", 4, 5),
            {
                "result_id": "s",
                "study_id": "A",
                "outcome": "pain",
                "contrast": "between groups",
                "note": NASTY,
            },
        ],
    )
    return evidence_in_view(pack, Selection(results="all", **asked))


def drawn(view):
    forest = forest_of(view)
    return forest, layout_of(forest, panel_of(forest, view))


@pytest.mark.parametrize(
    "make",
    [
        study_table,
        lambda view: forest_table(*drawn(view), view),
        lambda view: first_screen(view, date(2026, 11, 25)),
    ],
)
def test_templates_escape_what_comes_from_data(make):
    html = make(nasty_view())
    assert "<script" not in html


def test_the_list_of_hidden_studies_is_escaped():
    assert "<script" not in hidden_list(nasty_view(year=(1990, 1991)))


def test_the_figure_shows_markup_as_text():
    made = json.dumps(forest_plot(drawn(nasty_view())[1], LIGHT))
    assert "alert(1)" in made
    assert "<script" not in made


def test_a_name_missing_in_a_template_is_an_error_not_a_gap():
    with pytest.raises(UndefinedError):
        render("empty.html")


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("**a** [b](c) :red[x] $1$", r"\*\*a\*\* \[b\]\(c\) \:red\[x\] \$1\$"),
        ("www.example.org http://x a@b.org", r"www\.example\.org http\:\/\/x a\@b\.org"),
        ("non-randomised, 2 arms", r"non\-randomised\, 2 arms"),
    ],
)
def test_labels_of_widgets_show_markdown_as_text(text, escaped):
    assert literal(text) == escaped
