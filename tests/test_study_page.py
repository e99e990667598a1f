"""What a study's page promises: every number says where it was read, gaps say so, nothing unasked is judged."""

import re

import pandas as pd
import pytest

from evidence.addresses import doi_link, pubmed_link, registry_links
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.study.order import neighbours, study_choices
from evidence.study.page import all_readings, study_page
from evidence.vocabulary.columns import columns_of, label
from evidence.vocabulary.known import known
from evidence.wording.html import render
from evidence.wording.say import say
from tests.conftest import means, small_pack

PARTS = ("study_head.html", "study_facts.html", "study_results.html", "study_quality.html", "study_bears.html")
PROSE = {label("studies", name) for name in ("population", "comparator", "route", "registration", "funding")}
"""Told in words, under what the report was read as; their numbers stand in columns of their own."""
TRACE = {"read_as": "abstract", "source": "Paper", "url": "https://doi.org/10.1000/x", "checked_on": "2026-01-01"}


def page_html(study_id, view, parts=PARTS):
    page = study_page(study_id, view)
    return "".join(render(part, page=page) for part in parts)


def view_of(pack, **asked):
    return evidence_in_view(pack, Selection(**asked))


def shown_everywhere(page):
    """Every value of the model that can stand on a page."""
    for part in page.facts:
        yield from (fact.value for fact in part.facts)
    for result in page.results:
        cells = [getattr(group, name) for group in result.groups for name in ("n", "mean", "sd", "events")]
        cells += [result.week, result.reported, result.p_value, result.native.value, result.standardised.value]
        yield from (each for each in cells if each is not None)
    yield from (flag.reason for flag in page.flags)


def test_every_number_on_every_study_page_resolves_to_a_provenance_row(shipped):
    view = view_of(shipped)
    for study_id in shipped.studies["study_id"]:
        for each in shown_everywhere(study_page(study_id, view)):
            for found in each.readings:
                assert found.traces or say(found.label) in PROSE or not re.search(r"\d", say(found.text)), (study_id, found)
                assert all(trace.source and trace.checked_on for trace in found.traces)


def test_every_traced_cell_of_a_study_is_on_its_page_with_its_source(shipped):
    view = view_of(shipped)
    for _, study in shipped.studies.iterrows():
        shown = {
            say(found.label) for each in shown_everywhere(study_page(study["study_id"], view)) for found in each.readings
        }
        results = shipped.results[shipped.results["study_id"] == study["study_id"]]
        rows = [("studies", study), *(("results", row) for _, row in results.iterrows())]
        wanted = {
            column.label
            for table, row in rows
            for column in columns_of(table).values()
            if column.traced and known(row[column.column])
        }
        assert wanted <= shown, study["study_id"]


def test_a_figure_in_a_card_or_a_cell_of_results_always_opens(shipped):
    view = view_of(shipped)
    for study_id in shipped.studies["study_id"]:
        html = page_html(study_id, view, ("study_results.html",))
        bare = re.sub(
            r"<button.*?</button>|<span popover.*?</a>\s*</span>\s*</span>\s*</span>|<details>.*?</details>",
            "",
            html,
            flags=re.S,
        )
        for group in re.findall(r'<span class="group">(.*?)</span>', bare, flags=re.S):
            assert not re.search(r"[:(]\s*\d", group), (study_id, group)


def test_every_button_opens_a_note_of_its_own(shipped):
    view = view_of(shipped)
    for study_id in shipped.studies["study_id"]:
        html = page_html(study_id, view)
        opened, notes = (
            re.findall(r'popovertarget="([^"]+)"', html),
            re.findall(r'popover class="reading" id="([^"]+)"', html),
        )
        assert opened == notes
        assert len(set(notes)) == len(notes)


def test_a_number_computed_from_others_tells_arithmetic_assumption_and_sources(shipped):
    result = study_page("Hornyak1998", view_of(shipped)).results[0]
    assert result.standardised.value is not None
    steps = say(result.standardised.value.arithmetic)
    assert "SMCC" in steps and "r = 0.5 assumed" in steps and "Interval: t" in steps
    assert {say(each.label) for each in result.standardised.value.readings} >= {"Mean 1", "SD 1", "n 1", "Mean 2"}
    other = study_page("Hornyak1998", view_of(shipped, r=0.8)).results[0]
    assert other.standardised.value.text != result.standardised.value.text


def test_an_ambiguous_dose_is_a_range_with_both_readings(shipped):
    facts = {say(fact.label): fact for part in study_page("Jadidi2022", view_of(shipped)).facts for fact in part.facts}
    dose = facts["Elemental dose"].value
    assert say(dose.text) == "151 or 250 mg/day"
    assert len(dose.arithmetic) == 2 and {say(each.label) for each in dose.readings} == {"Salt dose", "Elemental share"}


def test_an_empty_field_says_not_reported_in_what_was_read():
    view = view_of(small_pack([{"study_id": "A"}]))
    html = page_html("A", view)
    assert "Not reported in what we read: population, enrolled, analysed, mean age, female, country." in html
    assert not re.search(r"\bnan\b|&lt;NA&gt;|None", html)


@pytest.mark.parametrize("name", ["shipped", "bcg", "headache"])
def test_no_page_shows_a_gap_as_a_word_of_the_program(name, request):
    pack = request.getfixturevalue(name)
    for study_id in pack.studies["study_id"]:
        assert not re.search(r">\s*(nan|None|&lt;NA&gt;)\b", page_html(study_id, view_of(pack)))


def test_a_study_that_nobody_appraised_is_not_assessed_and_not_some_concerns():
    html = page_html("A", view_of(small_pack([{"study_id": "A"}])))
    assert "Not assessed. That is not a judgement" in html
    assert "some concerns" not in html


def test_a_result_without_a_number_says_why_once():
    pack = small_pack(
        [{"study_id": "A"}],
        [
            {
                "result_id": "r",
                "study_id": "A",
                "outcome": "pain",
                "contrast": "between groups",
                "note": "only a figure was printed",
            }
        ],
    )
    html = page_html("A", view_of(pack))
    assert html.count("only a figure was printed") == 1


def test_a_flag_shows_the_value_that_raised_it_and_where_it_was_read():
    pack = small_pack(
        [{"study_id": "A", "n_analysed": 12}],
        provenance=[{"table": "studies", "row_id": "A", "column": name, **TRACE} for name in ("n_analysed", "year")],
    )
    small = next(flag for flag in study_page("A", view_of(pack)).flags if flag.flag == "small")
    assert say(small.reason.text) == "12 people (under 50)"
    assert small.reason.readings[0].traces[0].url == TRACE["url"]


def test_reports_that_may_be_one_study_name_each_other(shipped):
    assert "Trial inside Marshall 2019" in say(study_page("Mendelski2007", view_of(shipped)).same_as)
    assert "Mendelski" in say(study_page("Marshall2019RCT", view_of(shipped)).same_as)


def test_guidelines_before_and_after_a_direct_study_are_told_and_none_for_an_indirect_one():
    guide = {
        "body": "Society",
        "title": "T",
        "status": "current",
        "position": "not addressed",
        "statement": "S",
        "read_as": "abstract",
    }
    pack = small_pack(
        [{"study_id": "A", "year": 2015}, {"study_id": "B", "year": 2015, "directness": "indirect"}],
        guidelines=[{**guide, "guideline_id": f"G{year}", "year": year} for year in (2010, 2015, 2020)],
    )
    page = study_page("A", view_of(pack))
    assert [each.name for each in page.could_not_know] == ["Society 2010"]
    assert [each.name for each in page.could_know] == ["Society 2020"]
    assert study_page("B", view_of(pack)).could_not_know == study_page("B", view_of(pack)).could_know == ()


def test_claims_lead_to_the_claims_page_with_the_filters_kept(shipped):
    view = view_of(shipped, design=("randomised trial",))
    claims = study_page("Jadidi2022", view).claims
    assert claims and all(each.href.startswith(f"claims?claim={each.claim_id}&design=") for each in claims)


def test_neighbours_stay_within_the_studies_in_view(shipped):
    view = view_of(shipped, design=("before-after",), directness=("direct",))
    assert neighbours("Hornyak1998", view) == (None, "Gorantla2024")
    assert neighbours("Jadidi2022", view) == (None, "Hornyak1998")
    assert study_page("Jadidi2022", view).hidden_by
    assert [each.citation for each in study_choices(view.study_rows, view)] == ["Hornyak 1998", "Gorantla 2024"]


def test_walking_by_next_visits_every_study_once(shipped):
    view = view_of(shipped)
    here, seen = shipped.studies["study_id"].iloc[0], []
    while here:
        seen.append(here)
        here = neighbours(here, view)[1]
    assert seen == list(shipped.studies["study_id"])


def test_a_two_group_trial_says_what_it_could_have_detected(shipped):
    assert "would be found 8 times in 10" in say(study_page("RoguinMaor2017", view_of(shipped)).results[0].power)
    assert not study_page("Hornyak1998", view_of(shipped)).results[0].power


def test_registry_links_are_built_only_for_numbers_of_a_known_form():
    assert registry_links("NCT01234567; ISRCTN12345678; IRCT2015 and javascript:alert(1)") == (
        ("NCT01234567", "https://clinicaltrials.gov/study/NCT01234567"),
        ("ISRCTN12345678", "https://www.isrctn.com/ISRCTN12345678"),
    )
    assert doi_link('10.1000/a"b<c>') == "https://doi.org/10.1000/a%22b%3Cc%3E"
    assert pubmed_link("123") == "https://pubmed.ncbi.nlm.nih.gov/123/"


def test_text_from_data_is_never_markup(headache):
    html = page_html("Alpha2001", view_of(headache))
    assert "<script" not in html and "<b>Not bold" not in html and "&lt;script&gt;" in html


def test_a_pack_without_provenance_shows_numbers_that_do_not_pretend_to_open():
    pack = small_pack([{"study_id": "A", "n_analysed": 80}], [means("r", "A", 1, 2)])
    html = page_html("A", view_of(pack), ("study_facts.html",))
    assert "80 people" in html and "<button" not in html
    assert all_readings("A", view_of(pack)) == ()


def test_the_page_does_not_change_the_pack(shipped):
    before = {name: table.copy() for name, table in shipped.tables.items()}
    for study_id in shipped.studies["study_id"][:5]:
        study_page(study_id, view_of(shipped))
    for name, table in before.items():
        pd.testing.assert_frame_equal(shipped.tables[name], table)


def test_an_unknown_study_is_an_error_that_names_it(shipped):
    with pytest.raises(KeyError, match="Nobody1900"):
        study_page("Nobody1900", view_of(shipped))
