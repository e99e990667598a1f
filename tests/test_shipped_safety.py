"""What the shipped pack says of kidneys and medicines: what a prescriber acts on stays as it was read, with its source."""

from pathlib import Path
from urllib.parse import urlsplit

import pandas as pd
import pytest

DATA = Path(__file__).parents[1] / "data"
FOR_RLS = (
    *("levodopa", "pramipexole", "ropinirole", "rotigotine", "gabapentin", "pregabalin", "gabapentin enacarbil", "opioids"),
    *("iron by mouth", "iron by vein", "clonazepam", "dipyridamole"),
)
SILENT = ("not named in what was read", "nothing found")
COPIES = {
    "m.booksci.cn", "discovery.researcher.life", "starbene.it", "rxreasoner.com", "www.rxreasoner.com", "oladoctor.com",
    "preview.medikamio.com", "uat.mimsdev.com", "medluna.com", "acnpsearch.tweb-dev.unibo.it", "medizinarium.de",
    "docslib.org",
}  # fmt: skip
"""Sites that carry a text of somebody else."""
ORIGINALS = {
    # identifiers, libraries, journals
    "doi.org", "pubmed.ncbi.nlm.nih.gov", "pmc.ncbi.nlm.nih.gov", "www.ncbi.nlm.nih.gov", "www.jstage.jst.go.jp", "zendy.io",
    "insights.ovid.com", "thij.kglmeridian.com", "experts.arizona.edu", "kyushu-u.elsevierpure.com",
    # labels and formularies
    "medicines.org.uk", "www.medicines.org.uk", "fass.se", "www.fass.se", "base-donnees-publique.medicaments.gouv.fr",
    "ch.oddb.org", "www.rote-liste.de", "api.fda.gov", "kinderformularium.nl", "www.farmacotherapeutischkompas.nl",
    "aeped.es",
    # regulators, drug information, health services, professional magazines
    "www.fda.gov", "www.medsafe.govt.nz", "medsafe.govt.nz", "www.bfr.bund.de", "relis.no", "rightdecisions.scot.nhs.uk",
    "ptaforum.pharmazeutische-zeitung.de", "www.ptaheute.de",
}  # fmt: skip
ROWS = pd.read_csv(DATA / "safety.csv", dtype=str, keep_default_na=False)
PROVENANCE = pd.read_csv(DATA / "provenance.csv", dtype=str, keep_default_na=False).query("table == 'safety'")


def row(safety_id: str) -> pd.Series:
    return ROWS.set_index("safety_id").loc[safety_id]


def about(subject: str) -> pd.DataFrame:
    return ROWS[ROWS["subject"] == subject]


def traces(safety_id: str, column: str) -> pd.DataFrame:
    return PROVENANCE[(PROVENANCE["row_id"] == safety_id) & (PROVENANCE["column"] == column)]


def test_every_medicine_used_for_rls_has_a_row_in_the_order_it_is_asked_for() -> None:
    told = ROWS[(ROWS["kind"] == "medicine") & (ROWS["for_the_condition"] == "yes")]
    assert tuple(dict.fromkeys(told["subject"])) == FOR_RLS


def test_what_was_not_found_says_where_and_when_it_was_looked_for() -> None:
    silent = ROWS[ROWS["finding"].isin(SILENT)]
    assert silent["looked_where"].ne("").all() and set(silent["looked_on"]) == {"2026-11-25"}
    for subject in ("pramipexole", "ropinirole", "rotigotine", "pregabalin", "gabapentin enacarbil", "iron by vein"):
        assert set(about(subject)["finding"]) == {"not named in what was read"}, subject
    assert "nothing found" in set(about("clonazepam")["finding"])


def test_levodopa_falls_by_a_third_and_carbidopa_by_four_fifths_with_the_oxide() -> None:
    study = row("levodopa_Kashihara")
    assert "35.3 % lower for levodopa and 80.9 % lower for carbidopa" in study["statement"]
    assert study["finding"] == "studied" and study["read_as"] == "abstract" and study["element_mg"] == ""
    assert urlsplit(study["url"]).hostname == "kyushu-u.elsevierpure.com"
    assert "32 %" in row("levodopa_Madopar_HBS")["statement"]
    assert "opposite direction" in row("levodopa_Gugler")["statement"]


def test_gabapentin_was_tested_with_603_mg_of_the_element() -> None:
    study = row("inter_gabapentin")
    assert study["element_mg"] == "603" and "43 %" in study["statement"] and "33 %" in study["statement"]
    (formula,) = traces("inter_gabapentin", "element_mg")["formula"]
    assert formula == "1,000 mg oxide x 24.305 / 40.304 = 603 mg" and round(1000 * 24.305 / 40.304) == 603
    leaflet = row("gabapentin_leaflet")
    assert (leaflet["order"], leaflet["hours_low"], leaflet["hours_high"]) == ("this one first", "2", "")


def test_ciprofloxacin_comes_first_because_two_hours_after_an_antacid_do_not_help() -> None:
    study = row("ciprofloxacin_antacid")
    assert (study["order"], study["hours_low"], study["hours_high"]) == ("the other medicine first", "2", "")
    assert [each for each in ("15.1 %", "23.2 %", "70 %") if each not in study["statement"]] == []
    assert study["url"].endswith("/2598571") and "four to six hours before" in study["action"]
    label = row("quinolones_antacid_label")
    assert (label["hours_low"], label["hours_high"]) == ("4", "")
    assert row("antibiotics_DE")["order"] == "the other medicine first"


@pytest.mark.parametrize(
    ("safety_id", "low", "high", "region"),
    [
        ("iron_DE_leaflet", "2", "", "Germany"),
        ("iron_DE_pharmacy", "2", "3", "Germany"),
        ("iron_CH", "0.5", "6", "Switzerland"),
        ("iron_UK", "3", "4", "UK"),
    ],
)
def test_the_hours_between_iron_and_magnesium_differ_by_source(safety_id, low, high, region) -> None:
    told = row(safety_id)
    assert (told["hours_low"], told["hours_high"], told["region"]) == (low, high, region)
    assert told["order"] == "either" and len(traces(safety_id, "hours_low")) == 1


@pytest.mark.parametrize(
    ("safety_id", "host"),
    [
        ("kidney_UK_30", "www.rxreasoner.com"),
        ("kidney_SE_30", "fass.se"),
        ("kidney_SE_30_lactate", "www.fass.se"),
        ("kidney_FR_30", "base-donnees-publique.medicaments.gouv.fr"),
        ("kidney_AT_30", "preview.medikamio.com"),
    ],
)
def test_labels_forbid_magnesium_below_30(safety_id, host) -> None:
    told = row(safety_id)
    assert told["finding"] == "named in a label" and "below 30 mL/min" in told["statement"]
    assert told["action"] == "Do not use below 30 mL/min." and urlsplit(told["url"]).hostname == host


def test_countries_differ_above_30_and_in_children() -> None:
    assert row("kidney_UK_above")["action"] == "Dose unchanged."
    assert row("kidney_SE_above")["action"].startswith("Half the dose")
    assert "10 mL/min/1.73 m2" in row("kidney_NL_children")["statement"]
    assert "no number" in row("kidney_CH")["statement"]


def test_dialysis_stands_on_product_texts_and_the_association_is_kept_apart() -> None:
    assert row("dialysis_general")["action"] == "Specialist only."
    association = row("dialysis_Yang")
    assert association["action"] == "" and "not a cause" in association["statement"]
    assert "1.02" not in row("contra_kidney")["statement"]


def test_every_sourced_row_tells_where_it_was_read_and_computed_amounts_show_their_arithmetic() -> None:
    sourced = ROWS[ROWS["source"] != ""]
    assert set(sourced["safety_id"]) == set(PROVENANCE.loc[PROVENANCE["column"] == "statement", "row_id"])
    for name in ("element_mg", "hours_low", "hours_high"):
        told = set(ROWS.loc[ROWS[name] != "", "safety_id"])
        assert told == set(PROVENANCE.loc[PROVENANCE["column"] == name, "row_id"])
    for safety_id, salt, mass, element in (
        ("iron_overdose_study", 1575, 58.319, 656),
        ("hidden_laxative", 1200, 58.319, 500),
        ("hidden_chewable", 724, 58.319, 302),
    ):
        assert float(row(safety_id)["element_mg"]) == element == round(salt * 24.305 / mass)
        assert traces(safety_id, "element_mg")["formula"].str.contains("24.305").all()


def test_a_copy_of_somebody_elses_text_is_told_as_a_secondary_summary() -> None:
    for each in ROWS[ROWS["url"] != ""].itertuples():
        parts = urlsplit(each.url)
        assert parts.scheme == "https" and parts.hostname in ORIGINALS | COPIES, each.safety_id
        if parts.hostname in COPIES:
            assert each.read_as == "secondary summary", each.safety_id


def test_nothing_is_told_twice() -> None:
    limits = pd.read_csv(DATA / "limits.csv", dtype=str)
    assert set(limits["kind"]) == {"upper level", "adverse effect level", "reference intake"}
    assert not set(limits["limit_id"]) & set(ROWS["safety_id"])
    assert not ROWS.duplicated(["subject", "statement"]).any()
