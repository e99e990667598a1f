"""What studies gave: every treated study is on the axis or beside it with a reason; limits stand where the data say."""

import pytest

from evidence.doses.lanes import dose_lanes
from evidence.doses.statements import CAUTIONS, LIMITS, bioavailability, statements
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.vocabulary.designs import TREATING
from evidence.wording.html import render
from evidence.wording.say import say
from tests.conftest import small_pack

SALT = {"compound": "green tea", "label": "Green tea", "form": "leaf"}


def lanes_of(pack, **asked):
    return dose_lanes(evidence_in_view(pack, Selection(**asked)))


@pytest.mark.parametrize("name", ["shipped", "bcg", "headache"])
def test_every_study_is_drawn_or_named_with_a_reason_or_counted(name, request):
    pack = request.getfixturevalue(name)
    drawing = lanes_of(pack)
    assert drawing.studies + len(drawing.without) + drawing.untreated == len(pack.studies)
    assert all(reason for _, _, reason in drawing.without)
    treated = pack.studies[pack.studies["design"].isin(TREATING) & (pack.studies["compound"] != "not applicable")]
    assert drawing.studies + len(drawing.without) == len(treated)


def test_an_uncertain_dose_is_a_range_and_a_certain_one_a_point(shipped):
    given = {each.citation: each for lane in lanes_of(shipped).lanes for each in lane.given}
    assert given["Jadidi 2022"].is_range and say(given["Jadidi 2022"].dose.text) == "151 or 250 mg/day"
    assert not given["Gorantla 2024"].is_range and given["Gorantla 2024"].width == 0


def test_what_was_not_taken_by_mouth_is_not_beside_limits_for_the_mouth(shipped):
    drawing = lanes_of(shipped)
    drawn = {each.citation for lane in drawing.lanes for each in lane.given}
    reasons = {citation: reason for citation, _, reason in drawing.without}
    assert "Garrison 2011" not in drawn and "486 mg, intravenous" in say(reasons["Garrison 2011"])


def test_a_longer_treatment_has_a_larger_mark():
    pack = small_pack(
        [{"study_id": f"W{weeks}", "elemental_mg_per_day": 100, "duration_weeks": weeks} for weeks in (2, 8, 12)]
    )
    sizes = [each.size for lane in lanes_of(pack).lanes for each in lane.given]
    assert sizes == sorted(sizes) and len(set(sizes)) == 3


def test_limits_stand_at_their_value_and_those_at_one_value_share_a_line(shipped):
    drawing = lanes_of(shipped)
    lines = sorted(drawing.lines, key=lambda line: line.place)
    assert [line.text["value"] for line in lines] == [250, 350, 360]
    first = say(lines[0].text)
    assert first.startswith("250 mg: ") and "EU upper level" in first and "German maximum" in first
    assert all(0 < line.place < 100 for line in drawing.lines)
    ticks = {tick["mg"]: place for place, tick in drawing.ticks}
    assert ticks[200] < lines[0].place < ticks[300]


@pytest.mark.parametrize(("dose", "before"), [(2000, False), (300, True)])
def test_no_label_of_a_limit_lies_on_the_line_of_another(dose, before):
    limits = [
        {
            "limit_id": str(mg),
            "kind": "upper level",
            "label": f"L{mg}",
            "value_mg_per_day": mg,
            "statement": "S",
            "source": "A",
        }
        for mg in (250, 350)
    ]
    drawing = lanes_of(small_pack([{"study_id": "A", "elemental_mg_per_day": dose}], limits=limits))
    assert drawing.labels_before == before
    places = [line.place for line in drawing.lines]
    assert places == sorted(places, reverse=before), "a label on the left needs the lines drawn so far on its right"


def test_what_a_diet_provides_is_told_and_never_drawn_as_a_limit(shipped):
    assert not any("intake" in say(line.text) for line in lanes_of(shipped).lines)
    assert any("not a limit" in say(heading) for heading, _ in statements(shipped, LIMITS))


def test_every_dose_and_limit_opens_where_it_was_read(shipped):
    for lane in lanes_of(shipped).lanes:
        for each in lane.given:
            assert each.dose.opens and all(found.traces for found in each.dose.readings)
            assert each.weeks is None or all(found.traces for found in each.weeks.readings)
    for _, group in statements(shipped, LIMITS):
        assert all(each.value is not None and each.value.readings[0].traces for each in group)


def test_cautions_keep_the_order_of_the_table_and_lead_to_their_source():
    told = {"kind": "interaction", "statement": "S", "source": "A", "url": "https://example.org/a"}
    pack = small_pack([{"study_id": "A"}], limits=[{"limit_id": name, "label": name, **told} for name in ("Zinc", "Iron")])
    (_, group), *none = statements(pack, CAUTIONS)
    assert not none and [(each.label, each.url) for each in group] == [
        ("Zinc", "https://example.org/a"),
        ("Iron", "https://example.org/a"),
    ]


def test_every_salt_with_something_to_say_is_told(shipped):
    told = {(each.label, each.form) for each in bioavailability(shipped)}
    rows = shipped.compounds[shipped.compounds["bioavailability"].notna() | shipped.compounds["note"].notna()]
    assert told == set(zip(rows["label"], rows["form"], strict=True))


def test_filters_leave_only_the_studies_in_view(shipped):
    drawing = lanes_of(shipped, compound=("magnesium oxide",))
    assert {lane.label for lane in drawing.lanes} == {"magnesium oxide"}


def test_a_pack_without_doses_says_so_in_a_sentence():
    html = render("dose_lanes.html", drawing=lanes_of(small_pack([{"study_id": "A"}])))
    assert "No study in view reports an elemental dose" in html


def test_text_from_data_is_never_markup():
    pack = small_pack(
        [{"study_id": "A", "citation": "<b>A</b>", "elemental_mg_per_day": 5, "compound": "green tea"}], compounds=[SALT]
    )
    html = render("dose_lanes.html", drawing=lanes_of(pack))
    assert "<b>A" not in html and "&lt;b&gt;A" in html
