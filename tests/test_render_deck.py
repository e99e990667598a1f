"""The slides as LibreOffice draws them: every slide is one page, no text is cut, and none lies on top of another."""

import html
import io
import re
import subprocess

import pytest
from pptx import Presentation

from evidence.club.session import session_of
from evidence.downloads.deck import deck
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.packs.pack import read_pack
from evidence.wording.forest import estimate
from evidence.wording.say import say
from tests.conftest import ROOT

PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.S)
WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
TOUCHING = 0.25
"""Share of the smaller box that two words may have in common: ascenders and descenders of neighbouring lines touch."""


def rendered(content: bytes, folder) -> list[tuple[float, float, list[tuple[float, float, float, float, str]]]]:
    """Width, height and words of each page, in points."""
    (folder / "slides.pptx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "slides.pptx")]
    subprocess.run(convert, check=True, capture_output=True, timeout=180)
    box = subprocess.run(["pdftotext", "-bbox", str(folder / "slides.pdf"), "-"], check=True, capture_output=True, text=True)
    return [
        (
            float(width),
            float(height),
            [(float(a), float(b), float(c), float(d), html.unescape(text)) for a, b, c, d, text in WORD.findall(words)],
        )
        for width, height, words in PAGE.findall(box.stdout)
    ]


def overlapping(words) -> list[tuple[str, str]]:
    """Pairs of words of which one covers part of the other."""
    found = []
    for place, (left, top, right, bottom, text) in enumerate(words):
        for left_2, top_2, right_2, bottom_2, text_2 in words[place + 1 :]:
            across, down = min(right, right_2) - max(left, left_2), min(bottom, bottom_2) - max(top, top_2)
            smaller = min((right - left) * (bottom - top), (right_2 - left_2) * (bottom_2 - top_2))
            if across > 0 and down > 0 and across * down > TOUCHING * smaller:
                found.append((text, text_2))
    return found


@pytest.mark.parametrize("case", ["whole view", "one study", "pooled", "another pack", "many trials", "no study"])
def test_libreoffice_shows_every_text_whole_and_apart(case, shipped, bcg, headache, tmp_path):
    view, study = {
        "whole view": (evidence_in_view(shipped, Selection()), ""),
        "one study": (evidence_in_view(shipped, Selection()), "Jadidi2022"),
        "pooled": (evidence_in_view(bcg, Selection(outcome="tuberculosis")), ""),
        "another pack": (evidence_in_view(headache, Selection()), ""),
        "many trials": (evidence_in_view(read_pack(ROOT / "tests" / "packs" / "mixed"), Selection()), ""),
        "no study": (evidence_in_view(shipped, Selection(year=(1000, 1001))), ""),
    }[case]
    content = deck(session_of(view, study))
    pages = rendered(content, tmp_path)
    assert len(pages) == len(Presentation(io.BytesIO(content)).slides)
    for number, (width, height, words) in enumerate(pages, start=1):
        assert all(min(w[:2]) >= 0 and w[2] <= width and w[3] <= height for w in words), number
        assert overlapping(words) == [], f"slide {number}"
    said = " ".join(word[4] for _, _, words in pages for word in words)
    for forest in session_of(view, study).forests:
        for row in forest.rows:
            assert all(word in said for word in (estimate(row, forest.axis) if row.has_number else say(row.reason)).split())
