"""The name of a file tells data version and filters, and is safe on every disk."""

import re

import pytest

from evidence.downloads.download_name import LONGEST, download_name, slug
from tests.export_views import TEA, view_of, with_cells


def test_it_tells_data_version_and_that_nothing_is_filtered():
    assert download_name(view_of(), "csv") == "tea-for-headache_data-1_all-studies.csv"


def test_it_tells_every_filter():
    name = download_name(
        view_of(design=("randomised trial",), flag=("small",), outcome="pain", year=(2020, 2021), r=0.3), "csv"
    )
    assert name == ("tea-for-headache_data-1_design-randomised-trial_without-small_outcome-pain_year-2020-2021_r-0.3.csv")


def test_an_empty_view_says_so():
    assert download_name(view_of(design=("case report",)), "csv").endswith("_no-studies.csv")


@pytest.mark.parametrize("title", ["../../etc/passwd", "a" * 500, "磁", "con", "C:\\x", 'a"b\n<c>', "é ß"])
@pytest.mark.parametrize("version", ["1.0.0", "..", "../..", "2026-01-31", "v" * 99, "ü"])
def test_it_is_safe_whatever_the_pack_is_called(title, version):
    pack = with_cells(with_cells(TEA, "dataset", "title", {0: title}), "dataset", "version", {0: version})
    name = download_name(view_of(pack, design=("before-after", "case series") * 9), "xlsx")
    assert re.fullmatch(r"[a-z0-9][a-z0-9._-]*\.xlsx", name)
    assert ".." not in name
    assert len(name) <= LONGEST


def test_two_selections_cut_at_the_same_place_are_told_apart():
    designs = ("before-after", "case series", "case report", "cohort", "case-control", "cross-sectional")
    names = {download_name(view_of(design=designs, compound=(compound,)), "csv") for compound in ("green tea", "black tea")}
    assert len(names) == 2


def test_words_in_another_script_are_told_apart():
    assert len({download_name(view_of(compound=(word,)), "csv") for word in ("茶", "水")}) == 2


@pytest.mark.parametrize(
    ("text", "made"), [("Ab  C", "ab-c"), ("1.2.3", "1.2.3"), (".a.", "a"), ("Köpfe ß", "kopfe-ss"), ("", "")]
)
def test_words_become_lower_case_ascii(text, made):
    assert slug(text) == made
