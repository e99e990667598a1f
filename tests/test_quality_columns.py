"""Beside every row of a download stand its risk of bias by domain, its flags, the certainty of its outcome, full numbers."""

import io
import time

import openpyxl
import pandas as pd
import pytest

from evidence.downloads.codebook import codebook
from evidence.downloads.export_columns import MOST_FREE, added_columns, domain_columns, export_columns
from evidence.downloads.export_table import export_table, table_csv, table_for_reading
from evidence.downloads.export_xlsx import MOST_COLUMNS, SHEETS, workbook, xlsx_bytes
from evidence.facts.flags import flags_of
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.packs.provenance import DESCRIBING
from evidence.wording.language import speaking
from tests.conftest import PAIN, means, small_pack
from tests.export_views import TEA, view_of
from tests.pseudo import Pseudo


def judged(study: str, domain: str, judgement: str, outcome: str = "", tool: str = "RoB 2") -> dict[str, object]:
    return {
        "study_id": study,
        "outcome": outcome,
        "tool": tool,
        "tool_version": "2019",
        "domain": domain,
        "judgement": judgement,
        "rationale": "because",
    }


SLEEP = {**PAIN, "outcome": "sleep", "label": "Sleep"}
GRADE = {
    "outcome": "pain", "certainty": "low", "start": "high", "risk_of_bias": "serious (-1): open", "inconsistency": "none",
    "indirectness": "none", "imprecision": "serious (-1): few", "publication_bias": "none", "rationale": "Two steps down.",
    "statement": "Tea may ease pain.",
}  # fmt: skip
PACK = small_pack(
    [{"study_id": "Ek"}, {"study_id": "Dam", "directness": "indirect", "condition": "colds"}, {"study_id": "Zorn"}],
    [means("ek-pain", "Ek", 4, 6), means("ek-sleep", "Ek", 4, 6, outcome="sleep"), means("dam-pain", "Dam", 4, 6)],
    [PAIN, SLEEP],
    appraisals=[
        judged("Ek", "missing outcome data", "low"),
        judged("Ek", "overall", "low"),
        judged("Ek", "missing outcome data", "high", "sleep"),
        judged("Ek", "Were people told?", "yes", tool="JBI case report"),
        judged("Dam", "were people told", "unclear", tool="JBI case report"),
    ],
    certainty=[GRADE],
)


@pytest.fixture(scope="module")
def rows():
    table = export_table(evidence_in_view(PACK, Selection()))
    return table.set_index(table["result_id"].fillna("none of " + table["study_id"]))


def test_each_domain_of_each_tool_in_use_has_a_column_and_overall_where_the_tool_has_one():
    headers = [each.header for each in domain_columns(PACK).values()]
    assert headers[:6] == [
        "rob_2_randomisation_process",
        "rob_2_deviations_from_intended_interventions",
        "rob_2_missing_outcome_data",
        "rob_2_measurement_of_the_outcome",
        "rob_2_selection_of_the_reported_result",
        "rob_2_overall",
    ]
    assert headers[6:] == ["jbi_case_report_were_people_told", "jbi_case_report_were_people_told_2"]
    assert domain_columns(TEA) == {}


def test_a_judgement_of_the_outcome_goes_before_that_of_the_whole_study(rows):
    assert rows.loc["ek-pain", "rob_2_missing_outcome_data"] == "low"
    assert rows.loc["ek-sleep", "rob_2_missing_outcome_data"] == "high"


def test_an_overall_judgement_is_not_carried_to_an_outcome_whose_domain_is_worse(rows):
    assert rows.loc["ek-pain", "rob_2_overall"] == "low"
    assert rows.loc["ek-sleep", "rob_2_overall"] == "not assessed"


def test_what_nobody_judged_is_not_assessed_and_without_the_tool_the_cell_is_empty(rows):
    assert rows.loc["ek-pain", "rob_2_randomisation_process"] == "not assessed"
    assert rows.loc["ek-pain", "jbi_case_report_were_people_told_2"] == "not assessed"
    assert rows.loc["dam-pain"].filter(like="rob_2").isna().all()
    assert rows.loc["none of Zorn"].filter(regex="rob_2|jbi").isna().all()


def test_certainty_stands_beside_rated_outcomes_of_direct_studies_alone(rows):
    assert rows.loc["ek-pain", "outcome_certainty"] == "low"
    assert rows.loc["ek-pain", "outcome_certainty_reason"] == "Two steps down."
    assert rows.loc[["ek-sleep", "dam-pain", "none of Zorn"], "outcome_certainty"].isna().all()


def test_flags_are_those_of_the_study_with_their_reasons(rows):
    flags = flags_of(PACK)["Dam"]
    assert rows.loc["dam-pain", "flags"] == "; ".join(flag.name for flag in flags)
    assert "indirect condition" in rows.loc["dam-pain", "flags"]
    assert len(rows.loc["dam-pain", "flag_reasons"].split("\n")) == len(flags)


def test_the_shipped_judgements_are_all_there(shipped):
    table = export_table(evidence_in_view(shipped, Selection()))
    columns = domain_columns(shipped)
    for row in shipped.rows.appraisals:
        cells = table.loc[table["study_id"] == row.study_id, columns[row.tool, row.domain].header]
        assert row.judgement in set(cells), row


def test_every_number_rounded_for_reading_stands_in_full_in_a_column_of_its_own(shipped):
    view = evidence_in_view(shipped, Selection())
    exact, shown = export_table(view), table_for_reading(view)
    for name in (each.header for each in export_columns(shipped) if (each.table, each.column) in DESCRIBING):
        rounded = exact[name].notna() & (exact[name] != shown[name])
        assert (shown[f"{name}_exact"].notna() == rounded).all()
        assert list(shown.loc[rounded, f"{name}_exact"]) == list(exact.loc[rounded, name])


def test_an_effect_as_shown_has_the_digits_of_the_pages_and_its_number_stays_exact():
    row = export_table(view_of()).iloc[0]
    assert row["effect_shown"].startswith("−2.20 [−3.")
    assert row["effect_estimate"] == pytest.approx(-2.2, abs=1e-12)
    assert pd.isna(export_table(view_of()).iloc[-1]["effect_shown"])


def test_every_added_column_is_explained(shipped):
    explained = codebook(shipped).set_index("header")["meaning"]
    assert all(explained[each.header] for each in added_columns(shipped))


def test_the_file_is_the_same_in_every_language(shipped):
    view = evidence_in_view(shipped, Selection())
    english = table_csv(view)
    with speaking(Pseudo()):
        assert table_csv(evidence_in_view(shipped, Selection())) == english


def test_excel_has_a_heading_for_people_above_the_name_of_every_column(shipped):
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(evidence_in_view(shipped, Selection()))))[SHEETS[0]]
    heading = {name.value: said.value for said, name in zip(sheet[1], sheet[2], strict=True)}
    assert list(heading) == [each.header for each in export_columns(shipped)]
    assert heading["duration_weeks"] == "Duration (weeks)"
    assert heading["comparator"] == "Comparator (study)" and heading["result_comparator"] == "Comparator (result)"
    assert heading["rob_2_overall"] == "RoB 2: overall"
    assert len(set(heading.values())) == len(heading)
    assert sheet.auto_filter.ref.startswith("A2:")


def test_excel_shows_two_decimals_of_a_computed_effect_and_keeps_the_number():
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(view_of())))[SHEETS[0]]
    by_name = {cell.value: cell.column for cell in sheet[2]}
    cell = sheet.cell(3, by_name["effect_se"])
    assert cell.number_format == "0.00"
    assert cell.value == pytest.approx(export_table(view_of())["effect_se"].iloc[0], rel=1e-14)
    assert sheet.cell(3, by_name["mean_1"]).number_format == "General"


def test_an_estimate_and_its_interval_read_the_same_in_excel_in_csv_and_on_the_page():
    tiny = {"outcome": "pain", "contrast": "between groups", "measure": "MD"}
    rows = [
        {"result_id": "near", "study_id": "Ek", "estimate": -0.004, "ci_low": -0.006, "ci_high": -0.002, **tiny},
        {"result_id": "far", "study_id": "Dam", "estimate": -2.125, "ci_low": -3.25, "ci_high": -1.0, **tiny},
    ]
    view = evidence_in_view(small_pack([{"study_id": "Ek"}, {"study_id": "Dam"}], rows), Selection())
    shown = export_table(view).set_index("result_id")["effect_shown"]
    assert dict(shown) == {"near": "−0.004 [−0.006, −0.002]", "far": "−2.12 [−3.25, −1.00]"}
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(view)))[SHEETS[0]]
    place = {cell.value: cell.column for cell in sheet[2]}
    formats = {
        sheet.cell(row, place["result_id"]).value: [
            sheet.cell(row, place[f"effect_{name}"]).number_format for name in ("estimate", "ci_low", "ci_high")
        ]
        for row in (3, 4)
    }
    assert formats == {"near": ["0.000"] * 3, "far": ["0.00", "0.00", "General"]}


def test_of_many_free_domains_those_judged_most_have_a_column_and_the_others_share_one():
    studies = [{"study_id": f"S{at}"} for at in range(3)]
    alone = [judged(f"S{at % 3}", f"question {at}", "yes", tool="JBI case report") for at in range(3 * MOST_FREE)]
    shared = [judged(f"S{at}", "told", "unclear", tool="JBI case report") for at in range(2)]
    pack = small_pack(studies, [], appraisals=[*alone, *shared])
    headers = [each.header for each in domain_columns(pack).values()]
    assert len(headers) == MOST_FREE + 1
    assert headers[-2:] == ["jbi_case_report_told", "jbi_case_report_other_domains"]
    table = export_table(evidence_in_view(pack, Selection())).set_index("study_id")
    for row in pack.rows.appraisals:
        column = domain_columns(pack).get((row.tool, row.domain))
        cell = table.loc[row.study_id, column.header if column else headers[-1]]
        assert cell == row.judgement if column else f"{row.domain}: {row.judgement}" in cell.split("\n")
    assert all(codebook(pack).set_index("header").loc[headers, "meaning"])


def test_thousands_of_free_domains_are_no_burden():
    studies = [{"study_id": f"S{at}"} for at in range(300)]
    rows = [judged(f"S{at % 300}", f"question {at}", "yes", tool="JBI case report") for at in range(6_000)]
    start = time.process_time()
    content = table_csv(evidence_in_view(small_pack(studies, [], appraisals=rows), Selection()))
    assert time.process_time() - start < 10 and len(content) < 2_000_000


def test_a_table_that_excel_cannot_hold_is_refused_and_never_cut():
    more = pd.DataFrame("x", index=range(1), columns=[f"column {at}" for at in range(MOST_COLUMNS)])
    table = pd.concat([table_for_reading(view_of()), more], axis="columns")
    with pytest.raises(ValueError, match="do not fit in a sheet of Excel"):
        workbook(view_of(), table, codebook(TEA))
