"""The board in a language of altered letters: the same rows, reasons and numbers, and no English but names."""

import json
import re

import pytest

from evidence.drawings.palette import LIGHT
from evidence.drawings.plot import forest_plot
from evidence.drawings.studies import hidden_list, study_table
from evidence.drawings.table import forest_table
from evidence.facts.glossary import SAME_IN_EVERY_LANGUAGE
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.forest.layout import layout_of
from evidence.forest.panel import panel_of, pool_outcome
from evidence.forest.rows import ASSOCIATION, TREATMENT, forest_of
from evidence.vocabulary.measures import MEASURES
from evidence.vocabulary.tools import DOMAINS
from evidence.wording.filters import filters_in_words
from evidence.wording.forest import not_drawn, pooled_words, removed, sentence
from evidence.wording.html import render
from evidence.wording.language import speaking
from tests.pseudo import Pseudo, undone
from tests.test_pages_in_another_language import unaltered

NAMES = {*MEASURES, *SAME_IN_EVERY_LANGUAGE, "P <", "P =", "JBI"}
ASKED = [
    Selection(),
    Selection(results="all", r=0.8),
    Selection(directness=("direct",)),
    Selection(year=(2010, 2020), flag=("small",)),
]


def asked_of(pack):
    outcomes = dict.fromkeys(result.outcome for result in pack.rows.results)
    return [*ASKED, *(Selection(outcome=outcome) for outcome in outcomes)]


def board(view):
    """What the board says of a view, as HTML."""
    html = [study_table(view), hidden_list(view), f"<p>{filters_in_words(view.selection)}</p>"]
    for name in (TREATMENT, ASSOCIATION):
        forest = forest_of(view, name)
        panel = panel_of(forest, view)
        html.append(forest_table(forest, layout_of(forest, panel, whole=True), view))
        html += [f"<p>{sentence(row, forest.axis)}</p>" for row in forest.rows]
        lines = not_drawn(forest.not_drawn)
        said = {"panel": panel, "removed": removed(panel), "glossary": "glossary"}
        html.append(render("under_figure.html", not_drawn=lines, tools=DOMAINS, **said))
        if panel.pooled:
            words = pooled_words(panel.pooled, view.pack)
            html.append(render("pooled.html", words=words, pooled=panel.pooled, **said))
    return "".join(html)


def decided(view):
    """What is decided about a view, as values."""
    found = [view.study_ids, view.result_ids, view.hidden]
    for name in (TREATMENT, ASSOCIATION):
        forest = forest_of(view, name)
        panel = panel_of(forest, view)
        found += [forest.rows, forest.axis, forest.not_drawn, panel.reasons, panel.removed, panel.against]
        found += [panel.sensitivity, panel.rules, panel.power, panel.pooled and panel.pooled.estimate]
    return found


def without_style(html):
    return re.sub(r"<style>.*?</style>", "", html)


@pytest.mark.parametrize("name", ["shipped", "headache", "bcg"])
def test_no_fact_row_or_count_depends_on_the_language(name, request):
    pack = request.getfixturevalue(name)
    for asked in asked_of(pack):
        view = evidence_in_view(pack, asked)
        english = decided(view)
        with speaking(Pseudo()):
            assert decided(evidence_in_view(pack, asked)) == english
            pool_outcome(view, asked.outcome or pack.rows.outcomes[0].outcome)


@pytest.mark.parametrize("name", ["shipped", "headache", "bcg"])
def test_every_word_of_the_board_is_of_the_language(name, request):
    pack = request.getfixturevalue(name)
    for asked in asked_of(pack):
        view = evidence_in_view(pack, asked)
        english = board(view)
        with speaking(Pseudo()):
            other = board(view)
        assert undone(other) == english, asked
        assert unaltered(without_style(other), pack) <= NAMES, asked


def test_the_figure_draws_the_same_in_every_language(shipped):
    view = evidence_in_view(shipped, Selection())
    forest = forest_of(view)
    layout = layout_of(forest, panel_of(forest, view))
    english = json.dumps(forest_plot(layout, LIGHT))
    with speaking(Pseudo()):
        assert json.dumps(forest_plot(layout, LIGHT)) == english
