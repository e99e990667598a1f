"""The time axis shows what each body could have known, and leaves out no document."""

import json
from datetime import date

import plotly.graph_objects as go

from evidence.drawings.palette import palette
from evidence.drawings.timeline import NARROWEST, place_labels, timeline_figure
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.guidelines.ledger import ledger_rows, read_and_unread
from evidence.guidelines.timeline import could_have_known, short_name, timeline, year_rows
from evidence.wording.say import say
from tests.conftest import small_pack

TODAY = date(2026, 11, 25)
GUIDE = {
    "body": "Headache Society (HS)",
    "title": "Headache",
    "status": "current",
    "position": "not addressed",
    "statement": "Says so.",
    "read_as": "abstract",
}


def pack_with(*guidelines):
    return small_pack(
        [
            {"study_id": "Old", "year": 2010},
            {"study_id": "Same", "year": 2016},
            {"study_id": "New", "year": 2020},
            {"study_id": "Far", "year": 2021, "directness": "indirect"},
            {"study_id": "Undated", "year": ""},
        ],
        guidelines=[{**GUIDE, **each} for each in guidelines],
    )


def line_of(pack):
    return timeline(evidence_in_view(pack, Selection()), TODAY)


def test_a_study_of_the_same_year_is_neither_earlier_nor_later():
    line = line_of(pack_with({"guideline_id": "G", "year": 2016}))
    known = could_have_known(line.documents[0], line.publications)
    assert known == {"earlier": ("Old",), "same year": ("Same",), "later": ("New", "Far"), "year not read": ("Undated",)}


def test_a_document_without_a_date_stands_beside_the_axis_and_claims_nothing():
    line = line_of(pack_with({"guideline_id": "G", "year": 2016}, {"guideline_id": "U", "year": ""}))
    undated = line.documents[-1]
    assert (undated.guideline_id, undated.place) == ("U", None)
    assert len(could_have_known(undated, line.publications)["year not read"]) == 5
    assert year_rows(line)[-1][0] is None
    assert [each.guideline_id for each in year_rows(line)[-1][1]] == ["U"]


def test_a_document_known_only_by_its_day_is_placed_by_it():
    (document,) = line_of(pack_with({"guideline_id": "G", "year": "", "as_of": "2020-07-01"})).documents
    assert 2020.4 < (document.place or 0) < 2020.6
    assert document.dated == "2020-07-01"


def test_expired_and_superseded_documents_no_longer_stand_and_say_until_when():
    line = line_of(
        pack_with(
            {"guideline_id": "Gone", "year": 2010, "valid_until": "2015-01-01"},
            {"guideline_id": "Old", "year": 2012, "status": "superseded"},
            {"guideline_id": "New", "year": 2022, "supersedes": "Old"},
        )
    )
    documents = {each.guideline_id: each for each in line.documents}
    assert {each: documents[each].stands for each in documents} == {"Gone": False, "Old": False, "New": True}
    assert documents["Gone"].until == 2015.0
    assert documents["Old"].until == 2022.0
    assert documents["New"].until is None


def test_the_words_of_the_axis_name_every_document_and_every_study(shipped):
    line = line_of(shipped)
    rows = year_rows(line)
    assert sum(len(documents) for _, documents, _ in rows) == len(shipped.guidelines)
    assert sum(len(publications) for _, _, publications in rows) == len(shipped.studies)


def test_only_treatment_studies_of_the_condition_itself_are_central():
    central = {each.study_id: each.central for each in line_of(pack_with({"guideline_id": "G"})).publications}
    assert central["New"] and not central["Far"]


def test_labels_in_one_lane_never_touch():
    labels = [(f"Author {year}", float(year), None) for year in (2000, 2000, 2001, 2001, 2020, 2020, 2019)]
    placed = place_labels(labels, 1999, 2021)
    letters = (2021 - 1999) / NARROWEST * 6.9 * len("Author 2000")
    for one in placed:
        for other in placed:
            if one is not other and one.lane == other.lane:
                assert abs(one.place - other.place) > letters


def test_a_label_that_would_leave_the_figure_stands_on_the_other_side():
    first, last = place_labels([("Long name of a body", 2000.0, None), ("Long name of a body", 2020.0, None)], 1999, 2021)
    assert not first.leftward and last.leftward


def test_the_figure_draws_what_is_dated_and_opens_without_any_date(shipped):
    line = line_of(shipped)
    figure = timeline_figure(line, palette("light"), line.documents[3])
    marked = sum(len(trace["x"]) for trace in figure["data"] if trace["mode"] in ("markers", "markers+text"))
    dated = [each for each in (*line.documents, *line.publications) if each.place is not None]
    assert marked == len(dated)
    undated = small_pack([{"study_id": "U", "year": ""}], guidelines=[{**GUIDE, "guideline_id": "G"}])
    assert timeline_figure(line_of(undated), palette("dark"))["layout"]["height"] > 0


def test_plotly_takes_every_part_of_the_figure(shipped):
    line = line_of(shipped)
    drawing = timeline_figure(line, palette("light"), line.documents[3])
    assert json.loads(go.Figure(drawing).to_json())["data"] == json.loads(json.dumps(drawing))["data"]


def test_a_short_name_is_the_abbreviation_in_brackets_and_never_cut_in_silence():
    assert short_name("American Academy of Sleep Medicine (AASM)") == "AASM"
    assert short_name("Headache clinic (local page)") == "Headache clinic"
    assert short_name("A very long name of a task force of many societies").endswith("…")


def test_the_ledger_table_holds_every_document_once_and_says_what_replaced_it(shipped):
    view = evidence_in_view(shipped, Selection())
    read, rest = read_and_unread(ledger_rows(view, TODAY))
    ids = [row.position.guideline_id for row in (*read, *rest)]
    assert sorted(ids) == sorted(shipped.guidelines["guideline_id"])
    old = next(row for row in (*read, *rest) if row.position.guideline_id == "AASM_2012_Aurora")
    assert [say(each) for each in old.replaced_by] == ["AASM, 2025"] and not old.position.stands
