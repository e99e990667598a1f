"""What holds votes or a reader's own table is a PDF only where a memory file system takes it; elsewhere HTML, and a word."""

import subprocess
import tempfile
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from evidence.club.session import session_of
from evidence.downloads import converter
from evidence.downloads.converter import BROWSER, NotConvertedError, has_memory, pdf_of
from evidence.downloads.handout import handout
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.wording.say import say
from pages.parts.serve import paper
from tests.answered import answered

FOLDERS = ("tmp", "home", "cache", "config", "data", "state", "runtime")
NAMES = ("TMPDIR", "HOME", *(f"XDG_{kind.upper()}_{'DIR' if kind == 'runtime' else 'HOME'}" for kind in FOLDERS[2:]))
HTML_ONLY = ["Slides (PPTX)", "Hand-out (HTML)", "Everything in view (ZIP)"]


@pytest.fixture
def on_disk(tmp_path, monkeypatch):
    """The folders a program usually writes to, each an empty one of the test's own."""
    for folder, name in zip(FOLDERS, NAMES, strict=True):
        (tmp_path / folder).mkdir()
        monkeypatch.setenv(name, str(tmp_path / folder))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    return [tmp_path / folder for folder in FOLDERS]


@pytest.fixture
def without_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(converter, "MEMORY", tmp_path)


def test_a_hand_out_with_votes_is_a_pdf_and_no_folder_of_a_disk_is_touched(shipped, on_disk):
    session = session_of(evidence_in_view(shipped, Selection()))
    before = [folder.stat().st_mtime_ns for folder in on_disk]
    in_memory = set(converter.MEMORY.glob("evidence-pdf-*"))
    made = pdf_of(handout(session, answered(session)), BROWSER, private=True)
    told = subprocess.run(["pdftotext", "-", "-"], input=made, check=True, capture_output=True).stdout.decode()
    assert "Votes of the journal club" in told
    assert [folder.stat().st_mtime_ns for folder in on_disk] == before, "a file came, even if it has gone again"
    assert set(converter.MEMORY.glob("evidence-pdf-*")) <= in_memory, "nothing stays in memory either"


def test_the_browser_is_given_folders_in_memory_alone(tmp_path, on_disk, monkeypatch):
    script = f'{{ pwd; printf "%s\\n" "$@"; env; }} > {tmp_path}/seen\nprintf "%%PDF-" > page.pdf'
    (tmp_path / "chromium").write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n")
    (tmp_path / "chromium").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    pdf_of(b"<p>votes</p>", BROWSER, private=True)
    place, *given = (tmp_path / "seen").read_text().splitlines()
    assert Path(place).parent == converter.MEMORY
    assert {f"--user-data-dir={place}/profile", f"--print-to-pdf={place}/page.pdf", f"file://{place}/page.html"} <= set(
        given
    )
    assert {f"{name}={place}" for name in NAMES} <= set(given)


def test_a_folder_on_a_disk_or_without_room_is_not_taken_for_memory(without_memory, monkeypatch):
    assert not has_memory()
    monkeypatch.undo()
    monkeypatch.setattr(converter, "ROOM", 2**80)
    assert not has_memory()


def test_without_memory_no_program_starts_on_what_is_private(without_memory, monkeypatch):
    monkeypatch.setattr(converter, "program", lambda kind: "/bin/true")
    monkeypatch.setattr(converter, "_run", lambda *given: pytest.fail("a program was started"))
    with pytest.raises(NotConvertedError) as error:
        pdf_of(b"<p>votes</p>", BROWSER, private=True)
    assert "written to a disk" in say(error.value.why)


def take_away(hands, own):
    """The last step of a journal club whose room said so."""
    import streamlit as st

    from evidence.club.session import session_of
    from evidence.facts.selection import Selection
    from evidence.facts.view import evidence_in_view
    from evidence.packs.pack import read_pack
    from evidence.rooms.room import Seen
    from pages.parts.club_take_away import draw_take_away
    from pages.parts.club_votes import SEEN
    from pages.parts.opening import OWN_PACK
    from tests.conftest import ROOT

    view = evidence_in_view(read_pack(ROOT / "tests" / "packs" / "headache"), Selection())
    if own:
        st.session_state[OWN_PACK] = view.pack
    st.session_state[SEEN] = Seen((), frozenset(), invited=False, phones=0, hands=hands)
    draw_take_away(session_of(view), view)


@pytest.fixture
def built(monkeypatch):
    """Builds the files of a club; their names, and what the page says below them."""
    monkeypatch.setattr("pages.parts.club_take_away.offered", lambda: ("handout-pdf",))
    made = []
    monkeypatch.setattr(paper, "pdf_of", lambda page, kind, private: made.append(private) or b"%PDF-")

    def build(hands, own=False, votes=False):
        page = AppTest.from_function(take_away, default_timeout=60, args=(hands, own)).run()
        if votes:
            page.checkbox(key="club_with_votes").check()
        page.button(key="club_build").click().run()
        assert not page.exception
        files = [each.proto.label for each in page.get("download_button") if not each.proto.label.startswith("Minutes (H")]
        return [label for label in files if label != "Minutes (Markdown)"], [each.value for each in page.caption], made

    return build


HANDS = {"view | expectation | direction": {"better": 3}}


def test_with_memory_every_pdf_is_offered_and_only_what_is_private_is_made_there(built):
    files, said, made = built(HANDS)
    assert files == [*HTML_ONLY[:2], "Hand-out (PDF)", "Minutes (PDF)", HTML_ONLY[2]] and said == []
    assert made == [False, True], "the hand-out holds no votes, the minutes do"
    *_, made = built(HANDS, votes=True)
    assert made[2:] == [True, True]
    *_, made = built({}, own=True)
    assert made[4:] == [True, True], "no file of a reader's own table touches a disk"


def test_without_memory_the_reader_gets_html_and_a_sentence(built, without_memory):
    for given in ({"hands": HANDS, "votes": True}, {"hands": {}, "own": True}):
        files, (said,), made = built(**given)
        assert files == HTML_ONLY and made == []
        assert "Save the HTML and print it" in said
    files, _, made = built(HANDS)
    assert files == [*HTML_ONLY[:2], "Hand-out (PDF)", HTML_ONLY[2]] and made == [False]
    files, said, made = built({})
    assert "Minutes (PDF)" in files and said == [] and made == [False] * 3
