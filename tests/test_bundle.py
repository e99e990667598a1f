"""The ZIP holds every file of the view, says what each is, and is the same bytes for the same view."""

import io
import zipfile

import pytest

from evidence.downloads.bundle import bundle
from evidence.downloads.exports import export
from tests.export_views import TEA, view_of, with_cells

FILES = {
    "studies_and_results.csv": "csv",
    "studies_and_results.xlsx": "xlsx",
    "references.ris": "ris",
    "references.bib": "bib",
    "analysis.R": "r",
    "figure.svg": "svg",
    "figure.pdf": "pdf",
}


def opened(content: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(content))


def readme(view) -> str:
    return opened(bundle(view)).read("README.txt").decode("utf-8")


def test_it_holds_the_same_bytes_as_the_single_downloads():
    view = view_of(outcome="pain")
    archive = opened(bundle(view))
    assert archive.testzip() is None
    assert set(archive.namelist()) == {"README.txt", *FILES, "codebook.csv"}
    for name, kind in FILES.items():
        assert archive.read(name) == export(view, kind).content


def test_the_readme_says_version_filters_date_licence_and_how_to_cite():
    text = readme(view_of(outcome="pain"))
    for line in (
        "Data version: 1",
        "Filters: outcome: pain; r = 0.5",
        "Date of the last search: 2026-01-31",
        "Licence of the data: CC BY 4.0",
        "Cite as: Tea for headache, version 1",
        "In view: 2 of 3 studies, 3 results",
    ):
        assert line in text.splitlines()


def test_the_readme_names_every_file_and_what_the_filters_hide():
    text = readme(view_of(outcome="pain"))
    assert all(name in text for name in [*FILES, "codebook.csv"])
    assert "Silent2019: no row for pain" in text


def test_an_empty_view_says_so():
    assert "No study passes these filters" in readme(view_of(design=("case report",)))


def test_the_same_view_gives_the_same_bytes_with_the_date_of_the_search():
    content = bundle(view_of())
    assert content == bundle(view_of())
    assert {entry.date_time for entry in opened(content).infolist()} == {(2026, 1, 31, 0, 0, 0)}


def test_more_files_can_be_added_and_are_named():
    archive = opened(bundle(view_of(), {"slides.pptx": b"slides"}))
    assert archive.read("slides.pptx") == b"slides"
    assert "slides.pptx" in archive.read("README.txt").decode()


@pytest.mark.parametrize("name", ["README.txt", "references.ris", "../slides.pptx", "a\\b"])
def test_an_added_file_never_replaces_another_or_leaves_the_archive(name):
    with pytest.raises(ValueError, match="cannot be added"):
        bundle(view_of(), {name: b""})


def test_a_line_break_in_the_data_never_makes_a_line_of_the_readme():
    pack = with_cells(TEA, "dataset", "title", {0: "Tea\nLicence of the data: none"})
    assert "Licence of the data: none" not in readme(view_of(pack)).splitlines()
