"""What is new or changed since the version before carries a quiet mark, and an older link tells what bears on it."""

import re
from collections import Counter
from dataclasses import fields

import pytest

from evidence.drawings.table import forest_table
from evidence.facts.bottom_line import BottomLine
from evidence.facts.selection import Selection
from evidence.facts.version_note import version_note
from evidence.facts.view import evidence_in_view
from evidence.forest.layout import layout_of
from evidence.forest.panel import panel_of
from evidence.forest.rows import forest_of
from evidence.packs.pack import read_pack
from evidence.versions import marks as marks_module
from evidence.versions.answer import SAYS
from evidence.versions.bearing import MOST, bearing_lines
from evidence.versions.cells import CellChange, RowChange, TableChange
from evidence.versions.marks import Marks, marks_of, rows_by_study
from evidence.versions.since import Difference, since_the_version_before
from evidence.wording.changes import MOST_ROWS, changes_html, study_changes_html
from evidence.wording.language import speaking
from evidence.wording.say import say
from tests.conftest import means, small_pack
from tests.pseudo import Pseudo, undone
from tests.two_versions import CHANGED, GONE, NEW, edited, next_version, with_cell


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    return next_version(tmp_path_factory.mktemp("next") / "pack")


@pytest.fixture(scope="module")
def found(pack):
    return since_the_version_before(pack)


def table_of(pack, marks, **asked):
    view = evidence_in_view(pack, Selection(**asked))
    forest = forest_of(view)
    return forest_table(forest, layout_of(forest, panel_of(forest, view), since=marks.rows, unfold=True), view)


def test_new_and_changed_studies_are_told_apart(pack):
    marks = marks_of(pack)
    assert set(marks.studies) == {CHANGED, NEW, GONE}
    assert say(marks.studies[NEW].said) == "new in next"
    assert say(marks.studies[CHANGED].said) == "changed in next" and say(marks.studies[CHANGED].what) == "study: Analysed"
    (guideline,) = marks.guidelines.values()
    assert say(guideline.what) == "document: Strength"


def test_the_rows_of_a_figure_carry_the_mark_and_no_others(pack):
    html = table_of(pack, marks_of(pack))
    rows = [row for row in html.split("<tr") if "data-row" in row]
    marked = [row for row in rows if 'class="since"' in row]
    assert [re.search(r"study=(\w+)", row)[1] for row in marked] == [CHANGED, NEW]
    assert 'title="changed in next: study: Analysed">changed<' in marked[0] and ">new<" in marked[1]
    assert "only-read" in marked[0]


def test_without_a_version_before_there_is_no_mark(bcg):
    assert marks_of(bcg).rows == Marks().rows == {}
    assert "since" not in table_of(bcg, marks_of(bcg))


def test_a_changed_result_marks_its_own_row_alone(tmp_path):
    next_version(tmp_path / "pack")

    def note(rows):
        return [{**row, "note": "Read again."} if row["result_id"] == first else row for row in rows]

    pack = next_version(tmp_path / "again")
    results = [each.result_id for each in pack.rows.results if each.study_id == "Jadidi2022"]
    first = results[0]
    edited(tmp_path / "pack", "results", note)
    marks = marks_of(read_pack(tmp_path / "pack"))
    assert ("Jadidi2022", first) in marks.rows and ("Jadidi2022", results[1]) not in marks.rows
    assert say(marks.studies["Jadidi2022"].what) == "result: Note"


ASKED: Counter[str] = Counter()


class Counted(RowChange):
    """A row that counts how often each part of it is asked for."""

    def __getattribute__(self, name):
        ASKED[name] += 1
        return super().__getattribute__(name)


@pytest.mark.parametrize("n", [10, 20])
def test_the_rows_of_a_study_are_looked_at_once_however_many_results_it_has(n, monkeypatch):
    pack = small_pack([{"study_id": "A"}], [means(f"r{each}", "A", 4, 5) for each in range(n)])
    cells = (CellChange("note", None, "Read again."),)
    rows = tuple(Counted("results", (f"r{each}",), "changed", "A", cells) for each in range(n))
    found = Difference("0", "1", (TableChange("results", n, n, (), (), rows),))
    monkeypatch.setattr(marks_module, "since_the_version_before", lambda pack: found)
    ASKED.clear()
    assert len(marks_of(pack).rows) == n
    assert ASKED["key"] <= 3 * n and ASKED["table"] <= 12 * n


def test_where_a_study_was_printed_makes_no_mark_and_is_told_on_the_page_of_the_data(tmp_path):
    next_version(tmp_path / "pack")
    edited(tmp_path / "pack", "studies", lambda rows: [{**rows[0], "journal": "Elsewhere"}, *rows[1:]])
    pack = read_pack(tmp_path / "pack")
    assert "Jadidi2022" not in marks_of(pack).studies
    assert "Elsewhere" in changes_html(since_the_version_before(pack))


def test_the_page_of_the_data_counts_lists_and_tells_the_answer(found):
    html = changes_html(found)
    assert "From version 2026.1 to version next" in html
    assert "<del>10 people</del> → <ins>9 people</ins>" in html
    assert "Effect on the bottom line" in html and "No pooled result changes." in html
    assert html.count("<details>") == len(found.tables)


def test_long_lists_are_cut_and_counted(tmp_path):
    next_version(tmp_path / "pack")
    edited(tmp_path / "pack", "provenance", lambda rows: [{**row, "locator": "everywhere"} for row in rows])
    found = since_the_version_before(read_pack(tmp_path / "pack"))
    (provenance,) = [each for each in found.tables if each.table == "provenance"]
    html = changes_html(found)
    assert f"{len(provenance.rows) - MOST_ROWS} more rows stand in the file." in html
    assert html.count("<li>") < 300


def test_of_a_long_text_the_part_that_differs_is_shown(tmp_path):
    next_version(tmp_path / "pack")
    edited(tmp_path / "pack", "studies", lambda rows: [{**rows[0], "summary": rows[0]["summary"] + " The end."}, *rows[1:]])
    pack = read_pack(tmp_path / "pack")
    html = study_changes_html(since_the_version_before(pack), "Jadidi2022", marks_of(pack).studies["Jadidi2022"])
    assert "The end.</ins>" in html and "Changed in next" in html


def test_an_older_link_to_the_board_tells_the_studies_in_view(found, pack):
    def told(**asked):
        return [say(line) for line in bearing_lines(found, evidence_in_view(pack, Selection(**asked)), "board", "", "")]

    assert told() == [
        "The bottom line changed: studies known.",
        "Hornyak 1998: study: Analysed.",
        "Added 2026: new.",
        f"1 study is no longer in the data: {GONE}.",
        "guidelines: 0 added, 0 removed, 1 changed.",
    ]
    assert told(design=("randomised trial",)) == [told()[0], *told()[3:]]


def test_an_older_link_to_a_study_or_a_guideline_tells_only_that(found, pack):
    view = evidence_in_view(pack, Selection())

    def told(page, study="", guideline=""):
        return [say(line) for line in bearing_lines(found, view, page, study, guideline)]

    chosen = pack.rows.guidelines[0]
    assert told("study", study=CHANGED) == ["study: Analysed"]
    assert told("study", study=NEW) == ["new"]
    assert told("study", study="Jadidi2022") == ["Nothing of what this link shows has changed."]
    assert told("guidelines", guideline=chosen.guideline_id) == [f"{chosen.body}: document: Strength."]
    assert told("guidelines", guideline=pack.rows.guidelines[1].guideline_id) == told("study", study="Jadidi2022")


def test_an_older_link_to_a_comparison_tells_what_changed_of_its_studies(found, pack):
    view = evidence_in_view(pack, Selection(design=("randomised trial",)))

    def told(*compared):
        return [say(line) for line in bearing_lines(found, view, "compare", "", "", compared)]

    assert told(CHANGED, "Jadidi2022", NEW) == ["Hornyak 1998: study: Analysed.", "Added 2026: new."]
    assert told("Jadidi2022", "Gorantla2024") == ["Nothing of what this link shows has changed."]


def test_an_older_link_to_another_page_tells_the_tables_that_page_shows(tmp_path):
    next_version(tmp_path / "pack")
    edited(tmp_path / "pack", "claims", lambda rows: [{**rows[0], "reason": "Read again."}, *rows[1:]])
    edited(tmp_path / "pack", "limits", lambda rows: [{**rows[0], "statement": "Said again."}, *rows[1:]])
    edited(tmp_path / "pack", "provenance", with_cell("row_id", "Jadidi2022", "locator", "Elsewhere"))
    pack = read_pack(tmp_path / "pack")
    found, view = since_the_version_before(pack), evidence_in_view(pack, Selection())

    def told(page, study=""):
        return [say(line) for line in bearing_lines(found, view, page, study, "")]

    assert "claims: 0 added, 0 removed, 1 changed." in told("claims")
    assert "limits: 0 added, 0 removed, 1 changed." in told("compounds")
    assert not any(line.startswith("claims:") for line in told("compounds"))
    assert "Where it was read:" in " ".join(told("study", "Jadidi2022"))


def test_every_part_of_the_bottom_line_is_compared():
    assert {*SAYS, "symbol"} == {each.name for each in fields(BottomLine)}


def test_the_note_stays_short(tmp_path):
    next_version(tmp_path / "pack")
    edited(tmp_path / "pack", "studies", lambda rows: [{**row, "population": "People."} for row in rows])
    pack = read_pack(tmp_path / "pack")
    found = since_the_version_before(pack)
    lines = bearing_lines(found, evidence_in_view(pack, Selection()), "board", "", "")
    assert len(lines) == MOST + 1 and say(lines[-1]) == f"{len(rows_by_study(found)) + 2 - MOST} more changes."


def test_a_version_that_is_kept_is_known_without_a_change_log():
    assert version_note("1", "2", (), kept=("1",)).sentence.kind == "version older"
    assert version_note("1", "2", ()).sentence.kind == "version unknown"


def test_all_of_it_is_said_in_the_language_of_the_reader(found, pack):
    def everything():
        view = evidence_in_view(pack, Selection())
        marks = marks_of(pack)
        return [
            changes_html(found),
            study_changes_html(found, CHANGED, marks.studies[CHANGED]),
            *(say(line) for line in bearing_lines(found, view, "board", "", "")),
            *(say((each.short, each.said, each.what)) for each in marks.studies.values()),
        ]

    english = everything()
    with speaking(Pseudo()):
        foreign = everything()
    assert [undone(each) for each in foreign] == english
    words = ("Rows before", "Effect on", "changed", "added", "removed", "Against data", "bottom line")
    assert not any(word in each for word in words for each in foreign)
