"""The key of a figure explains every sign that is drawn in it, and no other; marks stay legible however many there are."""

import io
import itertools

import pytest
from PIL import Image
from pptx import Presentation

from evidence.downloads.exports import export
from evidence.downloads.figure import figure_of
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.vocabulary.tools import TOOLS
from tests.conftest import means, small_pack
from tests.test_figure import CASES

SENTENCES = {
    "Squares: estimates": lambda item: item.name == "estimate",
    "Hollow squares": lambda item: item.kind == "hollow",
    "Diamonds: pooled results": lambda item: item.kind == "diamond",
    "The grey diamond": lambda item: item.name == "pooled, unfiltered",
    "An arrow:": lambda item: item.name == "arrow",
    "Dashed lines with letters": lambda item: item.kind == "dashed",
    "A band:": lambda item: item.kind == "band",
    "Risk of bias: +": lambda item: item.kind == "mark" and item.look != "blank",
}
VIEWS = {
    **CASES,
    "a diamond cut at both ends": ("bcg", {"outcome": "tuberculosis", "year": (1965, 1970)}),
    "a diamond beyond the axis": ("bcg", {"outcome": "tuberculosis", "year": (1980, 1980)}),
    "case reports": ("shipped", {"design": ("case report",)}),
}
JBI = "JBI case report"


@pytest.fixture(params=VIEWS)
def view(request):
    pack, asked = VIEWS[request.param]
    return evidence_in_view(request.getfixturevalue(pack), Selection(**asked))


def items_of(view, tall=True):
    return [item for page in figure_of(view, tall).pages for item in page.items]


def said_in(view):
    return " ".join(item.text for item in items_of(view))


def reports(*counts, **overall):
    """A pack of case reports, each judged in so many domains of its own."""
    names = [chr(ord("A") + place) for place in range(len(counts))]
    rows = [
        {"study_id": name, "tool": JBI, "tool_version": "2020", "domain": f"question {name}{n}", "judgement": "yes",
         "rationale": "read", "basis": "abstract"}
        for name, count in zip(names, counts, strict=True)
        for n in range(count)
    ]  # fmt: skip
    rows += [{**rows[0], "study_id": name, "domain": "overall", "judgement": word} for name, word in overall.items()]
    results = [means(f"r{name}", name, 3, 5) for name in names]
    pack = small_pack([{"study_id": name} for name in names], results, appraisals=rows)
    return evidence_in_view(pack, Selection())


def test_each_sign_that_is_drawn_is_explained_and_no_other(view):
    items, said = items_of(view), said_in(view)
    for sentence, is_drawn in SENTENCES.items():
        assert (sentence in said) == any(map(is_drawn, items)), sentence


def test_the_notes_of_a_slide_explain_the_same(bcg):
    view = evidence_in_view(bcg, Selection(outcome="tuberculosis", year=(1965, 1970)))
    slides = Presentation(io.BytesIO(export(view, "pptx").content)).slides
    notes = [slide.notes_slide.notes_text_frame.text for slide in slides if "pooled" in [each.name for each in slide.shapes]]
    assert notes
    for words in ("Diamonds: pooled results", "The grey diamond", "An arrow:"):
        assert all(words in each for each in notes)
    assert any("Risk of bias was not assessed" in each for each in notes)
    assert not any("Hollow squares" in each for each in notes)


def test_the_domains_of_every_tool_in_use_are_listed_in_their_order(shipped):
    view = evidence_in_view(shipped, Selection())
    said = said_in(view)
    appraised = [each for each in shipped.rows.appraisals if each.tool == JBI]
    assert f"{JBI}, from left: {', '.join(each.domain for each in appraised)}." in said
    for tool in ("RoB 2", "ROBINS-I"):
        assert f"{tool}, from left: {', '.join(TOOLS[tool].domain_names)}." in said


def test_a_tool_without_an_overall_judgement_has_no_mark_for_one(shipped):
    alone = evidence_in_view(shipped, Selection(design=("case report",)))
    marks = [item.name for item in items_of(alone) if item.kind == "mark"]
    assert len(marks) == 8 and not any("overall" in name for name in marks)
    said = said_in(alone)
    assert "set apart" not in said and f"{JBI} has no overall judgement." in said
    together = said_in(evidence_in_view(shipped, Selection()))
    assert "The mark set apart at the right is the overall judgement." in together
    assert f"{JBI} has no overall judgement." in together


def test_an_overall_judgement_that_was_entered_all_the_same_is_drawn():
    view = reports(3, A="no")
    assert [item.name for item in items_of(view) if item.kind == "mark"][-1] == "overall: no"
    assert "set apart at the right" in said_in(view) and "no overall judgement" not in said_in(view)


def test_free_domains_are_told_study_by_study_where_they_differ():
    said = said_in(reports(2, 3))
    assert f"{JBI} for A, from left: question A0, question A1." in said
    assert f"{JBI} for B, from left: question B0, question B1, question B2." in said
    assert "domains differ from study to study; CSV and Excel name them" in said_in(reports(*range(1, 8)))


@pytest.mark.parametrize("domains", [12, 13, 60, 250, 2000])
def test_marks_stay_legible_and_those_without_room_are_counted(domains):
    view = reports(domains)
    items = items_of(view)
    marks = [item for item in items if item.kind == "mark"]
    assert min(item.width for item in marks) >= 0.08
    ends = sorted((item.left, item.left + item.width) for item in items if item.kind == "mark" or item.name == "more marks")
    assert all(end <= start + 1e-9 for (_, end), (start, _) in itertools.pairwise(ends))
    left_out = [item.text for item in items if item.name == "more marks"]
    assert left_out == ([] if len(marks) == domains else [f"+{domains - len(marks)}"])
    assert bool(left_out) == ("so many more domains; CSV and Excel name them" in said_in(view))
    assert Image.open(io.BytesIO(export(view, "png").content)).height > 300
    assert export(view, "pdf").content and export(view, "svg").content
