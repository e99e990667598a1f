"""Never stale in silence: what a reader sees when the data change, break, go away and come back."""

import os
import shutil

import pytest

from tests.browser.board import option
from tests.browser.conftest import ROOT, settle


@pytest.fixture
def pack(tmp_path):
    return shutil.copytree(ROOT / "data", tmp_path / "secret-place" / "pack")


def set_version(pack, version):
    path = pack / "dataset.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text(
        "".join(f"version,{version}\n" if line.startswith("version,") else f"{line}\n" for line in lines), encoding="utf-8"
    )
    return path


def banner(page):
    return page.locator(".banner").inner_text()


def follow(page, title):
    page.locator(".menu a", has_text=title).click()
    page.locator(".menu [aria-current=page]", has_text=title).wait_for()
    settle(page)


def press_filter(page, name):
    """Click a filter and wait until the address and the count have followed."""
    option(page, name).click()
    page.wait_for_url(lambda url: name.replace(" ", "+") in url, timeout=5_000)
    settle(page)
    assert page.locator(".stSidebar [aria-pressed=true]").all_inner_texts() == [name]


def count(page):
    return int(page.locator("[data-shown]").first.get_attribute("data-shown"))


def test_a_change_shows_at_the_next_click_an_older_date_and_a_removed_table_too(start, open_page, pack):
    page = open_page(start(pack).address + "/")
    set_version(pack, "77")
    follow(page, "Map")
    assert "Data 77" in banner(page)
    os.utime(set_version(pack, "78"), (1, 1))
    follow(page, "Claims")
    assert "Data 78" in banner(page)
    assert page.get_by_test_id("stAlert").count() == 0
    set_version(pack, "79")
    press_filter(page, "before-after")
    assert "Data 79" in banner(page) and count(page) == 3
    (pack / "provenance.csv").unlink()
    follow(page, "Guidelines")
    assert "No provenance" in page.get_by_test_id("stAlert").inner_text()


def test_a_broken_change_keeps_the_last_good_data_open_with_a_note_on_every_page(start, open_page, pack):
    server = start(pack)
    page = open_page(server.address + "/")
    whole, version = (pack / "studies.csv").read_bytes(), banner(page)
    (pack / "studies.csv").write_bytes(whole + b"*half*,a row\n")
    for title in ("Map", "Doses and safety", "Board"):
        follow(page, title)
        said = page.get_by_test_id("stAlert").inner_text()
        assert "cannot be opened: 1 problem" in said and "read on 20" in said and "studies.csv:" in said
        assert "secret-place" not in page.content()
        assert banner(page) == version
    press_filter(page, "before-after")
    assert count(page) == 3
    reader = open_page(server.address + "/journal_club?present=1")
    assert reader.get_by_test_id("stAlert").is_visible()
    (pack / "studies.csv").write_bytes(whole)
    follow(page, "Map")
    assert page.get_by_test_id("stAlert").count() == 0


def test_a_folder_that_is_away_for_a_moment_costs_no_click(start, open_page, pack):
    page = open_page(start(pack).address + "/")
    pack.rename(pack.with_name("away"))
    press_filter(page, "before-after")
    assert count(page) == 3
    assert "cannot be opened" in page.get_by_test_id("stAlert").inner_text()
    pack.with_name("away").rename(pack)
    option(page, "before-after").click()
    page.wait_for_url(lambda url: "design" not in url)
    settle(page)
    assert count(page) > 1
    assert page.get_by_test_id("stAlert").count() == 0


def test_data_that_cannot_be_opened_at_the_start_are_told_without_paths_and_can_be_tried_again(start, open_page, pack):
    (pack / "outcomes.csv").rename(pack / "outcomes.away")
    page = open_broken(start(pack).address + "/study?study=Jadidi2022", open_page)
    words = page.locator(".problems").inner_text()
    assert "outcomes.csv" in words and "the file is missing" in words
    assert "secret-place" not in page.content()
    (pack / "outcomes.away").rename(pack / "outcomes.csv")
    page.get_by_role("link", name="Try again").click()
    page.locator(".title-bar").wait_for()
    assert page.url.endswith("/study?study=Jadidi2022")


def test_a_folder_that_is_missing_at_the_start_is_told_without_its_path(start, open_page, pack):
    pack.rename(pack.with_name("away"))
    page = open_broken(start(pack).address + "/", open_page)
    assert "there is no such folder" in page.locator(".problems").inner_text()
    assert "secret-place" not in page.content()


def open_broken(address, open_page):
    page = open_page("about:blank", still=False)
    page.goto(address)
    page.locator(".problems").wait_for()
    return page
