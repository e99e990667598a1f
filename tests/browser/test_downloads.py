"""What a click on a download button saves is what the command line writes for the same filters."""

from pathlib import Path
from urllib.parse import quote

import pytest

from evidence.__main__ import main
from evidence.downloads.exports import FORMATS
from tests.browser.conftest import ROOT

DESIGN = "randomised trial"


@pytest.mark.parametrize("kind", FORMATS)
def test_a_click_saves_the_bytes_of_the_command_line(kind, server, open_page, tmp_path):
    page = open_page(f"{server.address}/?design={quote(DESIGN)}&r=0.7")
    if kind != "csv":
        page.locator(".st-key-download_others button").focus()
        page.keyboard.press("Enter")
    with page.expect_download() as waiting:
        page.locator(f".st-key-download_{kind} button").click()
    download = waiting.value
    options = ["--format", kind, "--output", str(tmp_path), "--design", DESIGN, "--r", "0.7"]
    assert main(["export", str(ROOT / "data"), *options]) == 0
    written = tmp_path / download.suggested_filename
    assert Path(download.path()).read_bytes() == written.read_bytes()
