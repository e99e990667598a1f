"""Text from data never becomes markup, wherever it is shown."""

import pytest
from evidence.drawings.listing import hidden_list, study_table, text_twin
from jinja2 import UndefinedError

from evidence.drawings.palette import LIGHT
from evidence.drawings.plot import forest_figure
from evidence.facts.bottom_line import bottom_line
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.forest.rows import forest_rows
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


@pytest.mark.parametrize(
    "make",
    [
        study_table,
        lambda view: text_twin(forest_rows(view), view),
        lambda view: render("bottom_line.html", line=bottom_line(view.pack)),
    ],
)
def test_templates_escape_what_comes_from_data(make):
    html = make(nasty_view())
    assert "<script" not in html


def test_the_list_of_hidden_studies_is_escaped():
    assert "<script" not in hidden_list(nasty_view(year=(1990, 1991)))


def test_the_figure_shows_markup_as_text():
    view = nasty_view()
    made = forest_figure(forest_rows(view), LIGHT).to_json()
    assert "<script" not in made
    assert "\\u003cscript" not in made


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
