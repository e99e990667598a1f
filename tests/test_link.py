"""The citable link names everything, and a link to another version of the data is never opened silently."""

from evidence.addresses import citable_link
from evidence.downloads.qr import qr_png
from evidence.facts.selection import Selection
from evidence.facts.version_note import version_note
from evidence.facts.view import evidence_in_view
from evidence.packs.pack_notes import blocks
from evidence.wording.say import say

CHANGES = blocks(
    "# Changes\n\n## 2026.3 (2026-12-01)\n- A study was added.\n\n"
    "## 2026.2 (2026-11-01)\nA dose was corrected.\n\n## 2026.1\nFirst."
)


def test_the_link_names_version_every_filter_and_r(shipped, monkeypatch):
    monkeypatch.delenv("EVIDENCE_ADDRESS", raising=False)
    view = evidence_in_view(shipped, Selection(design=("randomised trial",)))
    assert citable_link(view.selection, view.pack.version) == "?version=2026.2&design=randomised+trial&r=0.5&results=one"
    assert citable_link(view.selection, view.pack.version, study="Jadidi2022").endswith("&study=Jadidi2022")


def test_an_address_stands_before_the_link(shipped, monkeypatch):
    monkeypatch.setenv("EVIDENCE_ADDRESS", "https://evidence.example.org/")
    link = citable_link(Selection(), shipped.version)
    assert link == "https://evidence.example.org/?version=2026.2&r=0.5&results=one"


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
