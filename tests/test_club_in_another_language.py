"""Journal club, slides, hand-out and README in a language of altered letters: the same facts, and no English left."""

import io
import re
import zipfile
from dataclasses import asdict
from html import escape

import pytest
from pptx import Presentation

from evidence.club.positions import positions, screen_pages, silent_rows
from evidence.club.session import KINDS, session_of
from evidence.club.session_parts import Step
from evidence.downloads.bundle import bundle
from evidence.downloads.deck import deck
from evidence.downloads.handout import handout
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.vocabulary.fact import Fact
from evidence.vocabulary.measures import MEASURES
from evidence.vocabulary.tools import TOOLS
from evidence.wording.html import render
from evidence.wording.language import speaking
from tests.pseudo import Pseudo, undone
from tests.test_pages_in_another_language import unaltered

CASES = {
    "everything": ("shipped", "", ""),
    "one study": ("shipped", "", "Gorantla2024"),
    "held against references": ("shipped", "IRLS", ""),
    "pooled": ("bcg", "tuberculosis", ""),
    "another pack": ("headache", "", ""),
}
KEPT = {*MEASURES, "thesis"}
"""Abbreviations that every language has, and a word in the journal of a study that is also one of the vocabulary."""


@pytest.fixture(params=CASES)
def case(request):
    """A view and a study or none."""
    pack, outcome, study_id = CASES[request.param]
    return evidence_in_view(request.getfixturevalue(pack), Selection(outcome=outcome)), study_id


def step_html(step: Step) -> list[str]:
    """A step as the page draws it, question by question."""
    html = [
        render("club_step.html", heading=step.heading, sentences=step.sentences, pairs=step.pairs, grids=step.grids),
    ]
    for part in step.parts:
        html.append(render("club_ask.html", part=part))
        html.append(render("club_ours.html", part=part, hands="", rest=step.sentences))
        html.append(render("club_silent.html", silent=[(option.words, "") for option in part.options]))
    return html


def page_html(session) -> list[str]:
    html = [each for step in session.steps for each in step_html(step)]
    for forest in session.forests:
        html.append(render("club_silent.html", silent=silent_rows(forest)))
    return html


def figure_texts(session) -> set[str]:
    """Every text of the figure, wherever its pages end."""
    pages = [screen_pages(session)] if session.forests else []
    return {item.text for each in pages for number in range(len(each.portions)) for item in each.page(number).items}


def slide_texts(content: bytes) -> set[str]:
    """Every text of the slides and their notes.

    Where a table goes on, and how much has room on a slide and at its foot, depends on how long words are, and is left out.
    """
    found = set()
    for slide in Presentation(io.BytesIO(content)).slides:
        frames = [shape.text_frame for shape in slide.shapes if shape.has_text_frame and undone(shape.name) != "Footer"]
        frames += [
            cell.text_frame for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells
        ]
        found |= {line for frame in [*frames, slide.notes_slide.notes_text_frame] for line in frame.text.split("\n")}
    return {text for text in found if "(continued)" not in undone(text) and "more in the appendix" not in undone(text)}


def as_html(texts) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in sorted(texts))


def left_over(html: str, view) -> set[str]:
    """What is still plain English, apart from labels of studies, ratings that name them, measures, and addresses."""
    reasons = [text for rating in view.pack.rows.certainty for text in asdict(rating).values() if " " in text]
    reasons += [row.rationale for row in view.pack.rows.appraisals if " " in row.rationale]
    names = [*TOOLS, *(study.citation for study in view.pack.rows.studies), *reasons]
    for name in sorted(names, key=len, reverse=True):
        html = html.replace(escape(name), "").replace(name, "")
    html = re.sub(r"\w*\?version=[^<\s]*|https?://[^<\s]*", "", html)
    return unaltered(html, view.pack) - KEPT


def test_no_fact_depends_on_the_language(case):
    view, study_id = case
    english = session_of(view, study_id).steps
    with speaking(Pseudo()):
        assert session_of(view, study_id).steps == english


def test_a_step_holds_no_words_but_those_of_the_data(case):
    """A worded text would be altered letter by letter in the other language; a fact is not."""
    view, study_id = case
    with speaking(Pseudo()):
        session = session_of(view, study_id)
        assert not {text for step in session.steps for text in plain_texts(step) if text != undone(text)}


def plain_texts(thing: object) -> list[str]:
    if isinstance(thing, str):
        return [thing]
    if isinstance(thing, Fact):
        return [text for _, value in thing.values for text in plain_texts(value)]
    if isinstance(thing, tuple | list):
        return [text for each in thing for text in plain_texts(each)]
    return [text for value in vars(thing).values() for text in plain_texts(value)] if hasattr(thing, "__dict__") else []


def test_addresses_of_places_are_the_same_in_every_language(case):
    view, study_id = case
    session = session_of(view, study_id)
    english = [place.address for place in positions(session) if place.step != KINDS.index("result")]
    with speaking(Pseudo()):
        assert [place.address for place in positions(session) if place.step != KINDS.index("result")] == english
    keys = [(step.kind, part.key, option.key) for step in session.steps for part in step.parts for option in part.options]
    assert len(set(keys)) == len(keys)


def test_every_word_of_the_page_is_of_the_language(case):
    view, study_id = case
    session = session_of(view, study_id)
    english = page_html(session)
    with speaking(Pseudo()):
        other = page_html(session)
        figure = figure_texts(session)
    assert [undone(each) for each in other] == english
    assert {undone(text) for text in figure} == figure_texts(session)
    assert left_over("".join(other) + as_html(figure), view) == set()


def test_every_word_of_the_slides_is_of_the_language(case):
    view, study_id = case
    session = session_of(view, study_id)
    english = slide_texts(deck(session))
    with speaking(Pseudo()):
        other = slide_texts(deck(session))
    assert {undone(text) for text in other} == english
    assert left_over(as_html(other), view) == set()


def test_every_word_of_the_hand_out_is_of_the_language(case):
    view, study_id = case
    session = session_of(view, study_id)
    with speaking(Pseudo()):
        other = handout(session).decode()
    body = other[other.index("<body>") :]
    assert left_over(body, view) == set()


@pytest.mark.parametrize("name", ["shipped", "headache", "bcg"])
def test_the_readme_is_of_the_language_and_the_tables_stay_english(name, request):
    view = evidence_in_view(request.getfixturevalue(name), Selection())

    def opened():
        return zipfile.ZipFile(io.BytesIO(bundle(view)))

    english = opened()
    with speaking(Pseudo()):
        other = opened()
    assert undone(other.read("README.txt").decode()) == english.read("README.txt").decode()
    for name in ("studies_and_results.csv", "codebook.csv", "analysis.R", "references.ris", "references.bib"):
        assert other.read(name) == english.read(name)
