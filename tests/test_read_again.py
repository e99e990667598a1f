"""Which numbers were read a second time, and by whom: counted and said truly; a disagreement is shown, not averaged."""

import pytest

from evidence.downloads.about import about
from evidence.facts.read_again import read_again
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.packs.provenance import reading, traces_of
from evidence.vocabulary.columns import COLUMNS
from evidence.wording.html import render
from evidence.wording.say import say
from tests.conftest import means, small_pack

MACHINE = {"confirmed_on": "2026-01-31", "confirmed_by": "second machine reading"}
PLACE = {"read_as": "abstract", "source": "Ek 2020", "checked_on": "2026-01-30"}


def pack_read_again(*marks):
    """A pack with one result of six numbers; marks are columns of the provenance of its mean, SD ... in this order."""
    columns = ("mean_1", "sd_1", "n_1", "mean_2", "sd_2", "n_2")
    given = [marks[place] if place < len(marks) else {} for place in range(len(columns))]
    rows = [
        {"table": "results", "row_id": "a", "column": name, **PLACE, **mark}
        for name, mark in zip(columns, given, strict=True)
    ]
    rows.append({"table": "studies", "row_id": "Ek2020", "column": "year", **PLACE})
    rows.append({"table": "studies", "row_id": "Ek2020", "column": "title", **PLACE, **MACHINE})
    return small_pack([{"study_id": "Ek2020", "title": "Tea"}], [means("a", "Ek2020", 4, 6)], provenance=rows)


def test_numbers_are_counted_by_who_read_them_and_texts_are_not():
    again = read_again(pack_read_again(MACHINE, MACHINE, {**MACHINE, "confirmed_by": "clinician"}))
    assert (again.every, again.again) == (7, 3)
    assert dict(again.by) == {"second machine reading": 2, "curator": 0, "clinician": 1}
    assert say(again.in_short) == "3 of 7 numbers read again: 2 by machine, 1 by a clinician"


def test_where_no_clinician_has_read_this_is_said():
    again = read_again(pack_read_again(MACHINE))
    assert say(again.in_short) == "1 of 7 numbers read again by machine, none by a clinician"
    assert "No number is marked as checked by a clinician yet." in say(again.in_full)


def test_a_pack_that_records_no_second_reading_says_so_and_one_without_sources_says_nothing(bcg, make_pack):
    assert say(read_again(bcg).in_short) == "no second reading recorded"
    assert read_again(make_pack([{"study_id": "Ek2020"}])) is None


def test_a_disagreement_stands_beside_the_value_and_changes_nothing():
    pack = pack_read_again({"disagreement": "<b>4.5</b>, in the table"}, MACHINE)
    found = reading(pack, "results", pack.rows.results[0], "mean_1")
    said = render("readings.html", readings=[("", found)])
    assert say(found.text) == "4" and read_again(pack).differ == 1
    assert "Another reader read:" in said and "&lt;b&gt;4.5&lt;/b&gt;, in the table" in said


def test_who_read_a_value_again_stands_where_it_was_read():
    pack = pack_read_again(MACHINE)
    said = render("readings.html", readings=[("", reading(pack, "results", pack.rows.results[0], "mean_1"))])
    assert "Read a second time on 2026-01-31 and found the same: second machine reading" in said


def test_the_shipped_numbers_were_read_by_machine_and_by_no_clinician(shipped):
    again = read_again(shipped)
    numbers = [each for each in COLUMNS if each.traced and each.type in ("number", "integer", "year")]
    assert again.every == sum(shipped.tables[each.table][each.column].notna().sum() for each in numbers)
    assert dict(again.by) == {"second machine reading": again.again, "curator": 0, "clinician": 0}
    assert 0 < again.again < again.every
    assert "by machine" in shipped.dataset["curators"] and "no clinician" in shipped.dataset["curators"]
    assert "reviewer" not in shipped.dataset["curators"]
    assert say(again.in_full) in dict(about(evidence_in_view(shipped, Selection()))).values()


@pytest.mark.parametrize(
    ("cell", "again"),
    [
        (("studies", "Gorantla2024", "n_analysed"), True),
        (("results", "Hornyak1998-wake-time", "sd_2"), True),
        (("reference_values", "placebo_response_IRLS", "estimate"), True),
        (("compounds", "magnesium oxide | anhydrous", "elemental_percent"), True),
        (("results", "Jadidi2022-severity-2months", "p_value"), False),
        (("results", "Liu2021-harms", "estimate"), False),
        (("reference_values", "relevant_change_IRLS", "estimate"), False),
        (("studies", "Lynch2014", "n_analysed"), False),
    ],
)
def test_only_what_was_read_twice_is_marked(shipped, cell, again):
    assert any(trace.confirmed_by for trace in traces_of(shipped)[cell]) == again


def test_both_readings_of_the_one_p_value_of_jadidi_are_shown(shipped):
    for result_id in ("Jadidi2022-severity-2months", "Jadidi2022-sleep-2months"):
        (trace,) = traces_of(shipped)["results", result_id, "p_value"]
        assert "one P = 0.001 for severity and sleep together" in trace.disagreement
