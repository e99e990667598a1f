"""The data page: method, codebook, files to take away, and the check of a reader's own table."""

import csv
import io
import zipfile

import pytest

from tests.browser.conftest import ROOT, settle

UPLOAD = "/data?part=check"


def zipped(folder, change=lambda name, data: data):
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for file in sorted(folder.glob("*.csv")):
            archive.writestr(file.name, change(file.name, file.read_bytes()))
    return whole.getvalue()


def upload(page, data, name="mine.zip"):
    page.set_input_files("input[type=file]", {"name": name, "mimeType": "application/zip", "buffer": data})
    page.wait_for_selector(".problems")
    settle(page)


@pytest.fixture
def headache_folder():
    return ROOT / "tests" / "packs" / "headache"


def test_a_broken_zip_shows_every_problem_with_its_line(server, open_page, headache_folder):
    def broken(name, data):
        return data.replace(b"randomised trial", b"RCT") if name == "studies.csv" else data

    page = open_page(server.address + UPLOAD)
    upload(page, zipped(headache_folder, broken))
    rows = [row.inner_text().split("\t") for row in page.locator(".problems tbody tr").all()]
    wrong = [row for row in rows if row[3] == "RCT"]
    studies = (headache_folder / "studies.csv").read_text(encoding="utf-8").splitlines()
    lines = [str(number) for number, line in enumerate(studies, 1) if "randomised trial" in line]
    assert [(row[0], row[1], row[2]) for row in wrong] == [("studies.csv", line, "design") for line in lines]
    assert "before-after" in wrong[0][5]
    assert page.get_by_role("button", name="for this browser session").count() == 0


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("mine.zip", b"PK\x03\x04 cut off", "not a ZIP"),
        ("mine.csv", b"a,b\n1,2\n", "is not a file of a pack"),
    ],
)
def test_a_file_that_is_no_pack_gets_a_clear_error(server, open_page, name, data, said):
    page = open_page(server.address + UPLOAD)
    upload(page, data, name)
    assert said in page.locator(".problems").inner_text()
    assert page.locator("[data-testid=stException]").count() == 0


def test_a_path_that_leaves_the_zip_is_refused(server, open_page):
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("../studies.csv", "study_id\n")
    page = open_page(server.address + UPLOAD)
    upload(page, whole.getvalue())
    assert page.locator(".problems tbody tr").count() == 1
    assert "leads out of the ZIP" in page.locator(".problems").inner_text()


def test_a_clean_pack_opens_for_this_session_only_and_can_be_closed(server, open_page, headache_folder, headache, shipped):
    page = open_page(
        server.address + UPLOAD + "&design=before-after&compound=magnesium+citrate&outcome=IRLS&year=2024&year=2024"
    )
    upload(page, zipped(headache_folder))
    page.get_by_role("button", name="for this browser session").click()
    settle(page)
    assert headache.dataset["question"] in page.locator(".banner").inner_text()
    assert "your own table" in page.locator("[data-testid=stAlert]").first.inner_text()
    assert "before-after" not in page.url

    page.get_by_role("link", name="Map").click()
    settle(page)
    page.locator("table.map tbody td a").first.click()
    settle(page)
    assert headache.dataset["question"] in page.locator(".banner").inner_text()
    assert f"of {len(headache.studies)} studies" in page.locator(".count").first.inner_text()

    with page.expect_download() as taken:
        page.get_by_role("button", name="(CSV)").click()
    saved = {row["study_id"] for row in csv.DictReader(io.StringIO(taken.value.path().read_text(encoding="utf-8")))}
    assert saved and saved <= set(headache.studies["study_id"])

    other = open_page(server.address)
    assert shipped.dataset["question"] in other.locator(".banner").inner_text()

    page.get_by_role("link", name="Data").click()
    settle(page)
    page.get_by_text("Check your own table").first.click()
    settle(page)
    page.get_by_role("button", name="Back to the shipped data").click()
    settle(page)
    assert shipped.dataset["question"] in page.locator(".banner").inner_text()
    assert page.locator("[data-testid=stAlert]").count() == 0


def test_the_codebook_can_be_narrowed_to_a_table(server, open_page):
    page = open_page(server.address + "/data?part=codebook&table=claims")
    assert page.locator("[data-testid=stMain] table").count() == 1
    assert "verdict" in page.locator("[data-testid=stMain] table").inner_text()


def test_the_tables_that_are_taken_away_pass_the_check(server, open_page):
    page = open_page(server.address + "/data?part=tables")
    with page.expect_download() as taken:
        page.get_by_role("button", name="All tables (ZIP)").click()
    data = taken.value.path().read_bytes()
    again = open_page(server.address + UPLOAD)
    upload(again, data)
    assert "No errors" in again.locator(".problems").inner_text()


def test_a_part_that_does_not_exist_is_told(server, open_page):
    page = open_page(server.address + "/data?part=nowhere")
    assert "nowhere" in page.locator("[data-testid=stAlert]").inner_text()
    assert "Method and limits" in page.locator("h2").first.inner_text()
