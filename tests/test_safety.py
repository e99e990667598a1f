"""Doses and safety: each source is a row of its own, and silence never reads as safe."""

from dataclasses import replace

import pytest

from evidence.doses.safety import MOST, PARTS, safety_parts
from evidence.facts.consultation import consultation
from evidence.vocabulary.columns import allowed_words
from evidence.wording.html import render
from evidence.wording.say import say
from tests.conftest import small_pack

TOLD = {"kind": "medicine", "for_the_condition": "yes", "statement": "S", "source": "A", "read_as": "abstract"}
SOUGHT = {"looked_where": "invented index", "looked_on": "2026-01-31"}


def parts_of(*rows):
    whole = [{"safety_id": f"S{place}", "finding": "studied", **TOLD, **row} for place, row in enumerate(rows)]
    return safety_parts(small_pack([{"study_id": "A"}], safety=whole))


def only_row(**row):
    ((subject,),) = [part.subjects for part in parts_of({"subject": "mint", **row})]
    (found,) = subject.rows
    return found


def test_a_pack_without_the_table_has_no_parts(headache):
    assert safety_parts(headache) == ()


@pytest.mark.parametrize("kind", allowed_words("safety", "kind"))
@pytest.mark.parametrize("place", ["yes", "no"])
def test_every_row_belongs_to_exactly_one_part(kind, place):
    row = {"subject": "it", "kind": kind, "for_the_condition": place if kind == "medicine" else ""}
    (part,) = parts_of(row)
    assert part.anchor in PARTS and len(part.subjects[0].rows) == 1


def test_sources_on_one_subject_stand_together_in_the_order_of_the_table_and_are_never_merged():
    (part,) = parts_of(
        {"subject": "mint", "action": "Take them apart."},
        {"subject": "oats"},
        {"subject": "mint", "action": "No matter."},
    )
    assert [(each.name, [row.action for row in each.rows]) for each in part.subjects] == [
        ("mint", ["Take them apart.", "No matter."]),
        ("oats", [""]),
    ]


@pytest.mark.parametrize(
    ("order", "low", "high", "said"),
    [
        ("the other medicine first", 2, "", "Mint first, tea at least 2 hours later"),
        ("this one first", 1, 1, "Tea first, mint 1 hour later"),
        ("either", 0.5, 6, "0.5 to 6 hours between the two, whichever comes first"),
        ("either", 4, 4, "4 hours between the two, whichever comes first"),
    ],
)
def test_a_gap_says_who_is_first_and_how_many_hours(order, low, high, said):
    assert say(only_row(order=order, hours_low=low, hours_high=high).gap.text) == said


@pytest.mark.parametrize("finding", ["nothing found", "not named in what was read"])
def test_what_was_not_found_says_where_and_when_and_is_no_sign_of_safety(finding):
    row = {"subject": "mint", "finding": finding, **SOUGHT}
    if finding == "nothing found":
        row |= {"source": "", "read_as": ""}
    html = render("safety.html", parts=parts_of(row))
    assert "Looked for on 2026-01-31 in: invented index" in html and "Not known; no sign of safety." in html
    assert f"finding-{finding.replace(' ', '-')}" in html and 'class="silent"' in html


def test_an_amount_of_the_element_is_told_where_the_source_gives_it_and_has_a_column_only_then():
    assert say(only_row(element_mg=603).element.text) == "603 mg" and only_row().element is None
    assert [part.amounts for part in parts_of({"subject": "mint", "element_mg": 603})] == [True]
    assert "Amount of the element" not in render("safety.html", parts=parts_of({"subject": "mint"}))


@pytest.mark.parametrize("n", [20, 40])
def test_every_row_is_looked_at_once_however_many_subjects_there_are(n, monkeypatch):
    names = [f"herb {place}" for place in range(n)]
    pack = small_pack(
        [{"study_id": "A"}],
        safety=[{"safety_id": f"S{name}", "finding": "studied", **TOLD, "subject": name} for name in names],
    )
    seen = []
    looked = [Looked(row, seen) for row in pack.rows.safety]
    monkeypatch.setitem(vars(pack), "rows", replace(pack.rows, safety=looked))
    (part,) = safety_parts(pack)
    assert [each.name for each in part.subjects] == names and seen.count("subject") == n
    assert safety_parts(pack)[0] is part and seen.count("subject") == n


class Looked:
    """A row that notes what is asked of it."""

    def __init__(self, row, seen):
        self.row, self.seen = row, seen

    def __getattr__(self, name):
        self.seen.append(name)
        return getattr(self.row, name)


def test_of_thousands_of_rows_a_page_draws_the_first_and_says_how_many_more_there_are():
    (part,) = parts_of(*({"subject": f"herb {place // 4}"} for place in range(3000)))
    assert sum(len(each.rows) for each in part.subjects) + part.more == 3000 and 0 < MOST - (3000 - part.more) < 4
    assert all(len(each.rows) == 4 for each in part.subjects)
    page, jumps = (render(name, parts=[part], after=[]) for name in ("safety.html", "jumps.html"))
    assert all(f"{part.more:,} more rows stand in the file." in html for html in (page, jumps))
    assert "no sign of safety" in page and len(page) < 500_000


def test_one_subject_with_too_many_rows_is_cut_and_counted_and_a_usual_pack_is_drawn_whole(shipped):
    (part,) = parts_of(*({"subject": "mint"} for _ in range(MOST + 1)), {"subject": "oats"})
    assert [len(each.rows) for each in part.subjects] == [MOST] and part.more == 2
    assert {part.more for part in safety_parts(shipped)} == {0}


def test_a_row_that_a_sentence_for_the_consultation_links_to_is_always_on_the_page():
    rows = [{"safety_id": f"S{at}", "finding": "studied", "subject": f"herb {at // 4}", **TOLD} for at in range(3000)]
    told = {
        "consultation_id": "C1",
        "kind": "keep apart from",
        "statement": "Keep apart.",
        "refs": "safety:S2998",
        "read_as": "abstract",
    }
    pack = small_pack([{"study_id": "A"}], safety=rows, consultation=[told])
    ((_, (said,)),) = consultation(pack)
    (part,) = safety_parts(pack)
    page = render("safety.html", parts=[part], after=[])
    assert all(f'id="{rest.href.split("#")[1]}"' in page for rest in said.rests)
    shown = [row.row_id for subject in part.subjects for row in subject.rows]
    assert shown[-1] == "S2998" and len(shown) + part.more == 3000 and len(shown) <= MOST + 1
    assert part.subjects[-1].name == "herb 749"


def test_text_from_data_is_never_markup():
    html = render("safety.html", parts=parts_of({"subject": "<b>mint</b>", "statement": "<i>S</i>"}))
    assert "<b>mint" not in html and "<i>S" not in html and "&lt;i&gt;S" in html
