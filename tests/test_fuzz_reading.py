"""Whatever is uploaded or asked for: a pack, or an error that names what is wrong; never anything else.

A longer run by hand: pytest tests/test_fuzz_reading.py --hypothesis-profile long
"""

import io
import zipfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence.downloads.exports import FORMATS, export
from evidence.facts.parameters import PAGE_PARAMETERS, unknown_parameters
from evidence.facts.selection import FILTER_NAMES, Selection, choices, read_selection, years
from evidence.facts.view import evidence_in_view
from evidence.packs.archive import open_upload
from evidence.packs.pack import open_pack
from evidence.packs.pack_files import pack_zip
from evidence.packs.problems import PackError
from evidence.packs.reading import read_cells
from evidence.vocabulary.columns import TABLES, columns_of, file_name
from evidence.wording.problems import problem_lines
from evidence.wording.say import say

BASE = {path.name: path.read_bytes() for path in sorted((Path(__file__).parent / "invalid_packs" / "base").glob("*.csv"))}
PACK = open_pack(BASE, "base")
OPENING = settings(max_examples=settings.default.max_examples // 8, suppress_health_check=[HealthCheck.too_slow])
"""Whole packs take a twentieth of a second each."""
SIGNS = st.sampled_from(
    [b",", b'"', b"\n", b"\r", b";", b"\t", b"=", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3", b"NA", b"9"]
)
PIECES = st.lists(st.one_of(SIGNS, st.binary(max_size=12)), max_size=12).map(b"".join)
FILES = st.sampled_from(sorted(BASE))
TEXTS = st.text(max_size=40)


def opened(files):
    """The pack in an upload; None when it was refused in words."""
    try:
        return open_upload(files)
    except PackError as error:
        assert error.problems and problem_lines(error.problems)
        return None


@given(st.sampled_from(TABLES), PIECES)
def test_any_bytes_of_any_table_are_read_or_named(table, data):
    cells = read_cells(data, file_name(table), list(columns_of(table)), ["study_id"])
    assert len(cells.rows) == len(cells.lines)
    assert all(len(row) == len(cells.header) for row in cells.rows)
    assert cells.problems or cells.header


@OPENING
@given(FILES, st.integers(0, 4_000), st.integers(0, 300), PIECES)
def test_a_damaged_table_in_an_upload_is_refused_in_words_or_opens(file, start, length, put):
    data = BASE[file]
    opened({**BASE, file: data[:start] + put + data[start + length :]})


@OPENING
@given(FILES, st.integers(0, 10), st.sampled_from(TABLES), TEXTS)
def test_any_text_in_any_cell_is_refused_in_words_or_kept(file, line, table, text):
    lines = BASE[file].decode().split("\n")
    cells = lines[min(line, len(lines) - 1)].split(",")
    cells[line % len(cells)] = '"' + text.replace('"', '""') + '"'
    lines[min(line, len(lines) - 1)] = ",".join(cells)
    opened(
        {**BASE, file: "\n".join(lines).encode("utf-8", "surrogatepass"), file_name(table): BASE.get(file_name(table), b"")}
    )


@OPENING
@given(st.integers(0, 8_000), st.integers(0, 200), st.binary(max_size=30))
def test_a_damaged_zip_is_refused_in_words_or_opens(start, length, put):
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name in ("dataset.csv", "outcomes.csv", "studies.csv", "results.csv"):
            archive.writestr(name, BASE[name])
    data = whole.getvalue()
    opened({"pack.zip": data[:start] + put + data[start + length :]})


@given(
    st.dictionaries(
        st.one_of(st.sampled_from([*FILTER_NAMES, *PAGE_PARAMETERS]), TEXTS), st.lists(TEXTS, max_size=8), max_size=8
    )
)
def test_any_address_is_a_selection_and_short_complaints(query):
    for who in ("link", "command"):
        selection, complaints = read_selection(query, PACK, who)
        assert read_selection(asked(selection), PACK) == (selection, ())
        assert len(complaints) <= len(query)
        assert all(len(say(each)) < 2_000 for each in complaints)
    assert all(len(say(each)) < 2_000 for each in unknown_parameters(query))


def asked(selection):
    query: dict[str, list[str]] = {}
    for name, value in selection.query():
        query.setdefault(name, []).append(value)
    return query


def subsets(values):
    return st.lists(st.sampled_from(values), unique=True).map(tuple) if values else st.just(())


OFFERED, (FIRST, LAST) = choices(PACK), years(PACK) or (0, 0)
SELECTIONS = st.builds(
    Selection,
    **{name: subsets(OFFERED[name]) for name in ("design", "compound", "condition", "directness", "flag")},
    outcome=st.sampled_from(["", *OFFERED["outcome"]]),
    year=st.one_of(
        st.none(), st.tuples(st.integers(FIRST, LAST), st.integers(FIRST, LAST)).map(lambda ends: tuple(sorted(ends)))
    ),
    r=st.sampled_from([0.3, 0.5, 0.8]),
    results=st.sampled_from(OFFERED["results"]),
)


@OPENING
@given(SELECTIONS, st.sampled_from([kind for kind in FORMATS if kind not in ("pptx", "zip")]))
def test_every_view_can_be_exported(selection, kind):
    view = evidence_in_view(PACK, selection)
    assert export(view, kind).content or not view.study_ids


@OPENING
@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=60))
def test_a_text_that_is_accepted_comes_back_from_the_tables_taken_away(text):
    cell = '"' + text.replace('"', '""') + '"'
    pack = opened({**BASE, "studies.csv": BASE["studies.csv"].replace(b"Two periods.", cell.encode())})
    if pack is not None:
        again = open_upload({"again.zip": pack_zip(pack)})
        assert again.studies["summary"].tolist()[1] == text
        assert all(again.tables[table].equals(pack.tables[table]) for table in TABLES)
