"""Two and three real studies side by side say what stands in the tables of the shipped data."""

from itertools import combinations

import pytest

from evidence.drawings.comparison import comparison_table
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.study.comparison import PARTS, comparison_of
from evidence.vocabulary.known import known
from evidence.wording.say import say


def compared(pack, *study_ids):
    return comparison_of(study_ids, evidence_in_view(pack, Selection()))


def told(comparison):
    return {say(row.label): [say(cell.value.text) for cell in row.cells] for part in comparison.parts for row in part.rows}


def test_the_two_before_after_studies_of_restless_legs(shipped):
    found = compared(shipped, "Hornyak1998", "Gorantla2024")
    rows = told(found)
    assert rows["Design"] == ["before-after", "before-after"]
    assert rows["Compound"] == ["not stated", "magnesium citrate"]
    assert rows["Elemental dose"] == ["301 mg/day", "200 mg/day"]
    assert rows["Analysed"] == ["10 people", "12 people"]
    assert {"Analysed", "Elemental dose", "Duration"} <= set(map(say, found.differing))
    assert not {"Design", "Condition", "Compound"} & set(map(say, found.differing))
    irls = next(each for each in found.measured if each.outcome.startswith("RLS severity (IRLS)"))
    assert irls.kind == "change" and irls.forest is None
    assert "\u22126.67" in say(irls.cells[1][0].native.value.text) and irls.cells[0] == ()
    assert all(each.kind == "change" for each in found.measured)
    assert [tool.tool for tool in found.bias] == ["ROBINS-I"]


def test_two_trials_of_cramps_in_pregnancy_share_one_axis(shipped):
    found = compared(shipped, "Dahle1995", "Araujo2020", "RoguinMaor2017")
    rows = told(found)
    assert rows["Elemental dose"] == ["366 mg/day", "34 to 300 mg/day", "520 mg/day"]
    assert rows["Blinding"] == ["double-blind", "not stated", "double-blind"]
    free = found.measured[0]
    assert (free.outcome, free.kind) == ("Free of cramps", "effect")
    assert [row.study_id for row in free.forest.rows] == ["Dahle1995", "Araujo2020"]
    assert say(free.cells[0][0].native.value.text) == "5.66 [1.35, 23.68]" and free.cells[2] == ()
    maker = next(row for row in found.flags if row.flag == "maker-funded")
    assert [cell.state for cell in maker.cells] == ["raised", "not raised", "not known"]


def test_a_trial_and_the_thesis_that_may_be_the_same_say_so(shipped):
    assert "may be two reports of one study" in say(compared(shipped, "Mendelski2007", "Marshall2019RCT").same)


@pytest.mark.parametrize("name", ["shipped", "bcg"])
def test_no_pair_hides_a_cell_a_result_or_a_judgement(name, request):
    pack = request.getfixturevalue(name)
    studies = {each.study_id: each for each in pack.rows.studies}
    for pair in list(combinations(studies, 2))[::7]:
        found = compared(pack, *pair)
        assert sum(len(part.rows) + len(part.unreported) for part in found.parts) == sum(map(len, PARTS.values()))
        results = [each.result_id for measured in found.measured for cell in measured.cells for each in cell]
        assert sorted(results) == sorted(each.result_id for each in pack.rows.results if each.study_id in pair)
        judged = sum(len(cell) for tool in found.bias for row in tool.rows for cell in row.cells)
        assert judged >= sum(each.study_id in pair for each in pack.rows.appraisals)
        for part in found.parts:
            for row in part.rows:
                assert not (row.differs and any(cell.missing for cell in row.cells) and len(pair) == 2), (pair, row.label)


def test_every_number_opens_where_it_was_read_and_every_note_has_a_button(shipped):
    view = evidence_in_view(shipped, Selection())
    page = comparison_table(comparison_of(("RoguinMaor2017", "Nygaard2008", "Jadidi2022"), view), view)
    assert page.count("popovertarget=") == page.count("<span popover") > 40
    assert all(known(each) for each in page.split("Read in"))
