"""Every column a reader can meet in a file is explained."""

import io

import pandas as pd

from evidence.downloads.codebook import codebook, codebook_csv, codebook_html
from evidence.downloads.export_table import export_table
from evidence.vocabulary.columns import COLUMNS
from tests.export_views import TEA, view_of


def test_every_column_of_the_download_is_explained():
    explained = codebook(TEA).dropna(subset=["header"])
    assert set(export_table(view_of())) == set(explained["header"])
    assert explained["meaning"].notna().all()


def test_every_column_of_the_format_is_there_once():
    rows = codebook(TEA)
    listed = list(zip(rows["table"], rows["column"], strict=True))
    assert listed[: len(COLUMNS)] == [(each.table, each.column) for each in COLUMNS]
    assert len(set(listed)) == len(listed)


def test_it_counts_what_is_filled_in_this_pack():
    rows = codebook(TEA).set_index(["table", "column"])
    assert (rows.loc[("studies", "year"), "filled"], rows.loc[("studies", "year"), "rows"]) == (2, 3)
    assert rows.loc[("guidelines", "body"), "rows"] == 0
    assert pd.isna(rows.loc[("effects", "effect_estimate"), "filled"])


def test_the_prefix_of_a_clashing_column_is_explained():
    rows = codebook(TEA).set_index(["table", "column"])
    assert rows.loc[("results", "comparator"), "header"] == "result_comparator"
    assert rows.loc[("studies", "comparator"), "header"] == "comparator"


def test_it_reads_back_from_csv():
    back = pd.read_csv(io.BytesIO(codebook_csv(TEA)), keep_default_na=False)
    assert list(back["meaning"]) == list(codebook(TEA)["meaning"])


def test_html_has_a_table_for_each_table_with_headings_of_rows_and_columns():
    page = codebook_html(TEA)
    assert page.count("<table>") == codebook(TEA)["table"].nunique()
    assert '<th scope="col">Meaning</th>' in page
    assert '<th scope="row"><code>study_id</code></th>' in page
    assert "2 of 3" in page
