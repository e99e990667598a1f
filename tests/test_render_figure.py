"""The figure as other programs draw it: nothing overlaps, nothing is cut, and no page is missing."""

import subprocess

import pytest

from evidence.downloads.exports import export
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from tests.test_figure import CASES
from tests.test_render_deck import PAGE, WORD, overlapping


@pytest.fixture(params=CASES)
def view(request):
    pack, asked = CASES[request.param]
    return evidence_in_view(request.getfixturevalue(pack), Selection(**asked))


def pages_of(pdf):
    """Width, height and words of each page, in points."""
    box = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True)
    return [
        (float(width), float(height), [(*map(float, found[:4]), found[4]) for found in WORD.findall(words)])
        for width, height, words in PAGE.findall(box.stdout)
    ]


def assert_apart(pages):
    for width, height, words in pages:
        assert words
        assert all(min(word[:2]) >= 0 and word[2] <= width and word[3] <= height for word in words)
        assert overlapping(words) == []


def test_no_text_of_the_pdf_lies_on_another(view, tmp_path):
    (tmp_path / "figure.pdf").write_bytes(export(view, "pdf").content)
    assert_apart(pages_of(tmp_path / "figure.pdf"))


@pytest.mark.parametrize("case", ["everything", "pooled", "hostile words"])
def test_libreoffice_opens_the_svg_as_one_sheet(case, request, tmp_path):
    pack, asked = CASES[case]
    seen = evidence_in_view(request.getfixturevalue(pack), Selection(**asked))
    (tmp_path / "figure.svg").write_bytes(export(seen, "svg").content)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "figure.svg"),
    ]
    subprocess.run(convert, check=True, capture_output=True, timeout=180)
    pages = pages_of(tmp_path / "figure.pdf")
    assert len(pages) == 1
    assert_apart(pages)
