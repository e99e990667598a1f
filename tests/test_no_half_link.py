"""No file asks a reader to put an address together: the link stands there whole, or not at all and filters in words."""

import html
import io
import re
import subprocess
import zipfile

import pytest

from evidence.addresses import asked_at, citable_link
from evidence.downloads.exports import FORMATS, export
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view

CLINIC = "https://clinic.example"
PICTURES = {"png"}
"""Their words are drawn; they are those of the SVG."""
OF_ALL = {"consultation"}
"""Files of the whole data, whatever the filters."""
WITHOUT = {"csv", "csv-semicolon", "ris", "bib"}
"""Tables and references for programs have neither link nor filters."""


def words_of(content):
    """What a file says, on one line without breaks, those of the files in it too."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return " ".join(words_of(archive.read(name)) for name in archive.namelist() if not name.endswith("/"))
    if content.startswith(b"%PDF"):
        content = subprocess.run(["pdftotext", "-", "-"], input=content, check=True, capture_output=True).stdout
    return html.unescape(html.unescape(re.sub(r"<(?!http)[^<>]*>", "", content.decode("utf-8", errors="replace"))))


def squeezed(text):
    return "".join(text.split())


@pytest.fixture
def view(shipped):
    return evidence_in_view(shipped, Selection(directness=("direct",)))


@pytest.mark.parametrize("kind", FORMATS)
def test_where_no_address_is_known_no_file_has_parameters_of_a_link(view, monkeypatch, kind):
    monkeypatch.delenv("EVIDENCE_ADDRESS", raising=False)
    said = squeezed(words_of(export(view, kind).content))
    assert "?version=" not in said and "&results=" not in said
    if kind not in PICTURES | WITHOUT:
        assert "2026.2" in said
        assert kind in OF_ALL or "directness:direct;r=0.5" in said


@pytest.mark.parametrize("kind", [each for each in FORMATS if each not in PICTURES | WITHOUT])
def test_where_the_address_is_known_the_whole_link_stands_in_the_file(view, monkeypatch, kind):
    monkeypatch.delenv("EVIDENCE_ADDRESS", raising=False)
    with asked_at(CLINIC):
        link = citable_link(Selection() if kind in OF_ALL else view.selection, view.pack.version)
        said = squeezed(words_of(export(view, kind).content))
    assert link.startswith(f"{CLINIC}/?version=2026.2")
    assert link in said
