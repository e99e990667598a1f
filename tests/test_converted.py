"""Hand-out and slides as PDF: whole where a program for it is there, and a clear word in good time where not."""

import io
import os
import subprocess
import time
from pathlib import Path

import pytest
from pptx import Presentation

from evidence.__main__ import main
from evidence.downloads.converted import CONVERTED, converted, convertible
from evidence.downloads.converter import BROWSER, NotConvertedError, pdf_of
from evidence.downloads.exports import slides
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.wording.say import say
from tests.conftest import ROOT

HEADACHE = ROOT / "tests" / "packs" / "headache"


@pytest.fixture
def only(tmp_path, monkeypatch):
    """Puts one program of the given name and shell script on this machine, and no other."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))

    def there_is(name, script):
        program = tmp_path / "bin" / name
        program.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n")
        program.chmod(0o755)

    return there_is


def told(pdf):
    return subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, check=True, capture_output=True).stdout.decode()


def test_the_hand_out_is_one_page_with_the_text_of_the_hand_out(shipped):
    made = converted(evidence_in_view(shipped, Selection()), "handout-pdf")
    assert made.file_name.endswith(".handout.pdf")
    text = told(made.content)
    assert text.count("\f") == 1
    for words in (shipped.dataset["title"], "Hornyak 1998", "What guidelines say", shipped.version, "no filter"):
        assert words in text


def test_the_slides_are_as_many_pages_as_slides(headache):
    view = evidence_in_view(headache, Selection())
    made = converted(view, "slides-pdf")
    assert made.file_name.endswith(".slides.pdf")
    assert told(made.content).count("\f") == len(Presentation(io.BytesIO(slides(view))).slides)


def test_without_a_program_the_command_line_says_what_to_take_instead(only, tmp_path, capsys):
    assert convertible() == ()
    for kind, words in (("handout-pdf", "--format html"), ("slides-pdf", "--format pptx")):
        assert main(["export", str(HEADACHE), "--format", kind, "--output", str(tmp_path / "a.pdf")]) == 1
        assert words in capsys.readouterr().err
    assert not (tmp_path / "a.pdf").exists()


def test_each_format_is_offered_where_its_program_is(only):
    only("soffice", "exit 0")
    assert convertible() == ("slides-pdf",)
    only("google-chrome", "exit 0")
    assert convertible() == tuple(CONVERTED)


def test_what_takes_too_long_is_ended_with_all_that_it_started(only, tmp_path):
    note = tmp_path / "started"
    only("chromium", f"sleep 30 & echo $! > {note}; pwd >> {note}; wait")
    begun = time.monotonic()
    with pytest.raises(NotConvertedError) as error:
        pdf_of(b"<p>slow</p>", BROWSER, seconds=1)
    assert time.monotonic() - begun < 10
    assert "within 1 second" in say(error.value.why)
    child, folder = note.read_text().split()
    assert not Path(folder).exists()
    for _ in range(50):
        if not Path(f"/proc/{child}").exists() or "Z" in Path(f"/proc/{child}/stat").read_text().split(")")[1].split()[0]:
            break
        time.sleep(0.1)
    else:
        os.kill(int(child), 9)
        pytest.fail("a program that it started goes on")


@pytest.mark.parametrize("script", ["exit 3", "exit 0", "echo nothing > page.pdf"])
def test_a_program_that_makes_no_pdf_is_said_in_words(only, script):
    only("chromium", script)
    with pytest.raises(NotConvertedError) as error:
        pdf_of(b"<p>none</p>", BROWSER)
    assert "without one" in say(error.value.why)


def test_the_program_gets_a_folder_of_its_own_and_no_way_out(only, tmp_path):
    seen = tmp_path / "seen"
    only("chromium", f'printf "%s\\n" "$@" "$HOME" "$http_proxy" > {seen}; printf "%%PDF-1.7 made" > page.pdf')
    assert pdf_of(b"<p>some</p>", BROWSER) == b"%PDF-1.7 made"
    *arguments, home, proxy = seen.read_text().splitlines()
    assert f"--user-data-dir={home}/profile" in arguments
    assert proxy == "http://127.0.0.1:9"
    assert f"--proxy-server={proxy}" in arguments
    assert not Path(home).exists()
