"""What a click on a download button saves is what the command line writes for the same filters and address."""

from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

import pytest

from evidence.__main__ import main
from evidence.downloads.exports import FORMATS
from pages.parts.serve.api import READ_AT_ONCE
from tests.browser.conftest import ROOT

DESIGN = "randomised trial"
OF_THE_CLUB = ("minutes", "minutes-md")
"""Offered at its last step, with the votes of the room."""


@pytest.mark.parametrize("kind", [each for each in FORMATS if each not in (*READ_AT_ONCE, *OF_THE_CLUB)])
def test_a_click_saves_the_bytes_of_the_command_line(kind, server, open_page, tmp_path, monkeypatch):
    monkeypatch.setenv("EVIDENCE_ADDRESS", server.address)
    page = open_page(f"{server.address}/?design={quote(DESIGN)}&r=0.7")
    if kind != "csv":
        page.get_by_text("Other formats").focus()
        page.keyboard.press("Enter")
    with page.expect_download() as waiting:
        page.locator(f'.downloads a[href^="api/export/{kind}?"]').click()
    download = waiting.value
    options = ["--format", kind, "--output", str(tmp_path), "--design", DESIGN, "--r", "0.7"]
    assert main(["export", str(ROOT / "data"), *options]) == 0
    written = tmp_path / download.suggested_filename
    assert Path(download.path()).read_bytes() == written.read_bytes()


@pytest.mark.parametrize("kind", ["svg", "pdf", "png"])
def test_a_figure_is_drawn_for_paper_whatever_the_theme(kind, server, open_page):
    saved = []
    for scheme in ("light", "dark"):
        page = open_page(f"{server.address}/?outcome=IRLS", scheme=scheme)
        page.get_by_text("Other formats").click()
        with page.expect_download() as waiting:
            page.locator(f'.downloads a[href^="api/export/{kind}?"]').click()
        saved.append(Path(waiting.value.path()).read_bytes())
    assert saved[0] == saved[1] and len(saved[0]) > 5000


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("exe", 404, "csv"),
        ("csv?design=randomized+controlled+trial", 400, "randomized controlled trial"),
        ("csv?year=abc", 400, "abc"),
    ],
)
def test_an_address_that_asks_for_what_is_not_there_is_refused_with_the_reason(address, status, said, server):
    with pytest.raises(HTTPError) as refused:
        urlopen(f"{server.address}/api/export/{address}", timeout=20)
    assert refused.value.code == status and said in refused.value.read().decode()


def test_pdf_of_hand_out_and_slides_is_offered_where_it_is_switched_on(server, start, open_page):
    assert open_page(server.address + "/").locator('.downloads a[href*="-pdf"]').count() == 0
    running = start(ROOT / "data", settings={"EVIDENCE_PDF": "1"})
    links = open_page(f"{running.address}/?design={quote(DESIGN)}").locator('.downloads a[href*="-pdf"]')
    assert links.all_text_contents() == ["Hand-out (PDF)", "Slides (PDF)"]
    with urlopen(f"{running.address}/{links.first.get_attribute('href')}", timeout=90) as answer:
        assert answer.headers["Content-Type"] == "application/pdf"
        assert answer.headers["Content-Disposition"].endswith('.handout.pdf"')
        assert answer.read(5) == b"%PDF-"
