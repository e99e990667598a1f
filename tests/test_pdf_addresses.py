"""Hand-out and slides as PDF from a server: only where it is switched on, one at a time, and never without a word."""

import re

import pytest

from evidence.downloads import converter
from pages.parts.serve import paper
from tests.asking import ask

WHOLE = 'printf "%%PDF-1.7 made" > page.pdf'


@pytest.fixture
def made_by(tmp_path, monkeypatch):
    """Switches PDFs on, with a browser that runs the given shell script; LibreOffice is not there."""
    monkeypatch.setenv(paper.SETTING, "1")
    monkeypatch.setenv("PATH", str(tmp_path))
    paper._here.cache_clear()

    def made(script):
        (tmp_path / "chromium").write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n")
        (tmp_path / "chromium").chmod(0o755)

    yield made
    paper._here.cache_clear()


def test_without_the_setting_there_is_no_such_format(made_by, monkeypatch):
    made_by(WHOLE)
    monkeypatch.delenv(paper.SETTING)
    assert ask("/api/export/handout-pdf").status == 404
    assert "export/handout-pdf" not in ask("/api/").json["addresses"]


def test_where_it_is_on_the_file_is_made_once_and_only_what_can_be_made_is_offered(made_by):
    made_by(WHOLE)
    answer = ask("/api/export/handout-pdf?design=randomised+trial&r=0.4")
    assert (answer.status, answer.headers["Content-Type"], answer.body) == (200, "application/pdf", b"%PDF-1.7 made")
    assert answer.headers["Content-Disposition"].endswith('.handout.pdf"')
    made_by("exit 1")
    assert ask("/api/export/handout-pdf?design=randomised+trial&r=0.4").body == b"%PDF-1.7 made"
    assert ask("/api/export/slides-pdf").status == 404
    assert "export/handout-pdf" in ask("/api/").json["addresses"]


def test_a_kept_file_is_only_for_those_who_ask_at_the_address_that_stands_in_it(made_by):
    made_by('{ printf "%%PDF-1.7 "; cat page.html; } > page.pdf')
    for host in ("one.example", "other.example", "one.example"):
        answer = ask("/api/export/handout-pdf?r=0.6", headers={"Host": host})
        assert answer.status == 200 and set(re.findall(rb"https?://(\w+\.example)", answer.body)) == {host.encode()}


def test_a_conversion_that_fails_says_so(made_by):
    made_by("exit 1")
    answer = ask("/api/export/handout-pdf?r=0.3")
    assert answer.status == 503
    assert "without one" in answer.json["problems"][0]


def test_only_one_is_made_at_a_time_and_the_next_is_told_to_come_again(made_by, monkeypatch):
    made_by(WHOLE)
    monkeypatch.setattr(paper, "PATIENCE", 0.05)
    with paper.ONE:
        answer = ask("/api/export/handout-pdf?r=0.7")
    assert answer.status == 503
    assert "try again" in answer.json["problems"][0]
    assert ask("/api/export/handout-pdf?r=0.7").status == 200


def test_a_filter_that_is_not_understood_starts_no_program(made_by, monkeypatch):
    made_by(WHOLE)
    monkeypatch.setattr(converter, "_run", lambda *given: pytest.fail("a program was started"))
    assert ask("/api/export/handout-pdf?desing=x").status == 400
