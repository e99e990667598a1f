"""The citable link names everything, and a link to another version of the data is never opened silently."""

import html
import io

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from starlette.requests import Request

from evidence.addresses import asked_at, citable_link
from evidence.club.session import session_link, session_of
from evidence.downloads.about import about
from evidence.downloads.consultation_page import consultation_page
from evidence.downloads.deck import deck
from evidence.downloads.handout import handout
from evidence.downloads.qr import link_png, qr_data_url, qr_png
from evidence.facts.selection import Selection
from evidence.facts.version_note import version_note
from evidence.facts.view import evidence_in_view
from evidence.packs.pack_notes import blocks
from evidence.wording.say import say
from pages.parts.downloads import _content
from pages.parts.serve.address import address_of

CLINIC = "https://clinic.example"
CHANGES = blocks(
    "# Changes\n\n## 2026.3 (2026-12-01)\n- A study was added.\n\n"
    "## 2026.2 (2026-11-01)\nA dose was corrected.\n\n## 2026.1\nFirst."
)


def test_the_link_names_version_every_filter_and_r(shipped, monkeypatch):
    monkeypatch.delenv("EVIDENCE_ADDRESS", raising=False)
    view = evidence_in_view(shipped, Selection(design=("randomised trial",)))
    with asked_at(CLINIC):
        link = citable_link(view.selection, view.pack.version)
        assert link == f"{CLINIC}/?version=2026.2&design=randomised+trial&r=0.5&results=one"
        assert citable_link(view.selection, view.pack.version, study="Jadidi2022") == f"{link}&study=Jadidi2022"


def test_an_address_stands_before_the_link(shipped, monkeypatch):
    monkeypatch.setenv("EVIDENCE_ADDRESS", "https://evidence.example.org/")
    link = citable_link(Selection(), shipped.version)
    assert link == "https://evidence.example.org/?version=2026.2&r=0.5&results=one"


def test_without_the_setting_the_address_at_which_a_reader_asked_stands_before_the_link(shipped, monkeypatch):
    monkeypatch.delenv("EVIDENCE_ADDRESS", raising=False)
    with asked_at("http://clinic.example:8080/tea/"):
        assert citable_link(Selection(), "1", page="study", study="A").startswith("http://clinic.example:8080/tea/study?")
        monkeypatch.setenv("EVIDENCE_ADDRESS", "https://evidence.example.org")
        assert citable_link(Selection(), "1") == "https://evidence.example.org/?version=1&r=0.5&results=one"
    monkeypatch.delenv("EVIDENCE_ADDRESS")
    with asked_at(CLINIC):
        assert citable_link(Selection(), "1", page="compare", compare=("A", "B&C")) == (
            f"{CLINIC}/compare?version=1&r=0.5&results=one&compare=A&compare=B%26C"
        )


def test_no_file_of_an_own_table_has_a_link_or_a_code_to_other_data_whatever_the_setting(headache, monkeypatch):
    monkeypatch.setenv("EVIDENCE_ADDRESS", "https://evidence.example.org")
    view = evidence_in_view(headache, Selection())
    with asked_at(CLINIC), asked_at(None):
        assert citable_link(Selection(), "1") == ""
        assert not any(label.startswith("Link") for label, _ in about(view))
    file = _content(view, "html").decode()
    assert "evidence.example.org" not in file and "<img" not in file


@pytest.mark.parametrize("study", ["", "Jadidi2022"])
def test_files_carry_the_whole_link_and_a_code_of_it_that_opens_what_they_are_about(shipped, monkeypatch, study):
    monkeypatch.delenv("EVIDENCE_ADDRESS", raising=False)
    session = session_of(evidence_in_view(shipped, Selection(directness=("direct",))), study)
    with asked_at(CLINIC):
        link, page, slides = session_link(session), handout(session).decode(), Presentation(io.BytesIO(deck(session))).slides
        assert qr_data_url(link) in page and html.escape(link) in page
        pictures = [shape for each in slides for shape in each.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
        assert [each.image.blob for each in pictures] == [qr_png(link)]
        assert ("Link", citable_link(session.view.selection, shipped.version)) in about(session.view)
    where = "journal_club?" if study else "?"
    assert link.startswith(f"https://clinic.example/{where}version=2026.2&directness=direct")
    assert link.endswith("&study=Jadidi2022" if study else "&results=one")


def test_without_a_link_no_code_is_made(shipped, monkeypatch):
    monkeypatch.delenv("EVIDENCE_ADDRESS", raising=False)
    session = session_of(evidence_in_view(shipped, Selection()))
    assert "<img" not in handout(session).decode() and link_png(session_link(session)) is None
    assert "<img" not in consultation_page(shipped).decode()


def asks(host, proto="", path="/api/export/html"):
    headers = [(b"host", host.encode()), *([(b"x-forwarded-proto", proto.encode())] if proto else [])]
    return Request(
        {"type": "http", "method": "GET", "scheme": "http", "path": path, "headers": headers, "query_string": b""}
    )


@pytest.mark.parametrize(
    ("request_", "address"),
    [
        (asks("clinic.example:8080"), "http://clinic.example:8080"),
        (asks("clinic.example", "https"), "https://clinic.example"),
        (asks("[::1]:8501"), "http://[::1]:8501"),
        (asks("clinic.example", "https", "/tea/api/export/html"), "https://clinic.example/tea"),
        (asks("clinic.example", "javascript"), "http://clinic.example"),
        (asks('"><script>'), ""),
        (asks("clinic.example/evil"), ""),
        (asks("user@clinic.example"), ""),
        (asks("evidence.example", "https, http"), "https://evidence.example"),
        (asks(""), ""),
    ],
)
def test_the_address_of_a_download_is_that_of_its_request_and_a_strange_host_is_none(request_, address):
    assert address_of(request_) == address


def test_the_same_version_needs_no_note():
    assert version_note("2026.3", "2026.3", CHANGES) is None
    assert version_note("", "2026.3", CHANGES) is None


def test_an_older_version_says_what_changed_since():
    note = version_note("2026.1", "2026.3", CHANGES)
    assert "cites data version 2026.1" in say(note.sentence)
    assert note.changes == ("2026.3 (2026-12-01)", "A study was added.", "2026.2 (2026-11-01)", "A dose was corrected.")


def test_a_newer_and_an_unknown_version_are_said_too():
    assert "newer than these data" in say(version_note("2026.3", "2026.2", CHANGES).sentence)
    assert "does not know" in say(version_note("1999", "2026.3", CHANGES).sentence)


def test_the_qr_code_is_the_same_picture_for_the_same_text():
    assert qr_png("?version=1") == qr_png("?version=1") != qr_png("?version=2")
