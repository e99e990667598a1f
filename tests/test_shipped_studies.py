"""The shipped studies keep what is easy to get wrong, and every number in them says where it was read."""

import csv
import re
from pathlib import Path
from urllib.parse import urlsplit

import pandas as pd
import pytest
from scipy.stats import t

Tables = dict[str, pd.DataFrame]
DATA = Path(__file__).resolve().parents[1] / "data"
TABLES = ("dataset", "studies", "outcomes", "results", "reference_values", "appraisals", "certainty", "provenance")
KEYS = {"studies": "study_id", "outcomes": "outcome", "results": "result_id", "reference_values": "reference_id"}
EFFECTS = ("mean_1", "events_1", "estimate", "p_value")
HOSTS = (
    "doi.org",
    "ncbi.nlm.nih.gov",
    "clinicaltrials.gov",
    "isrctn.com",
    "cochranelibrary.com",
    "springer.com",
    "biomedcentral.com",
    "bmj.com",
    "oup.com",
    "mdedge.com",
    "medscimonit.com",
    "ajog.org",
    "jceionline.org",
    "accscience.com",
    "uni-freiburg.de",
    "ucl.ac.uk",
)
"""DOIs, PubMed and PubMed Central, registries, publishers and universities."""


def table(name: str) -> pd.DataFrame:
    return pd.read_csv(DATA / f"{name}.csv", dtype=str, keep_default_na=False)


@pytest.fixture(scope="module")
def pack() -> Tables:
    return {name: table(name) for name in TABLES}


def study(pack: Tables, study_id: str) -> pd.Series:
    return pack["studies"].set_index("study_id").loc[study_id]


def results_of(pack: Tables, study_id: str) -> pd.DataFrame:
    return pack["results"][pack["results"]["study_id"] == study_id].set_index("result_id")


def traced_columns(name: str) -> list[str]:
    rows = csv.DictReader((DATA.parent / "evidence" / "columns.csv").open(encoding="utf-8"))
    return [row["column"] for row in rows if row["table"] == name and row["traced"] == "yes"]


def test_jadidi_has_three_arms_one_p_value_and_nothing_that_could_be_drawn(pack: Tables) -> None:
    jadidi, rows = study(pack, "Jadidi2022"), results_of(pack, "Jadidi2022")
    assert (jadidi["n_enrolled"], jadidi["n_analysed"], jadidi["blinding"]) == ("75", "", "single-blind")
    assert (rows[["mean_1", "sd_1", "n_1", "n_2", "events_1", "estimate"]] == "").all(axis=None)
    assert set(rows["p_value"]) == {"0.001", ""}
    assert rows.loc[rows["p_value"] != "", "note"].str.startswith("three-arm P = 0.001").all()
    assert "IRLS" not in set(rows["outcome"])


def test_the_dose_of_jadidi_stays_open_between_salt_and_element(pack: Tables) -> None:
    jadidi = study(pack, "Jadidi2022")
    assert (jadidi["salt_mg_per_day"], jadidi["elemental_mg_per_day"], jadidi["dose_basis"]) == ("250", "", "unclear")


def test_mendelski_is_a_trial_of_which_nothing_but_the_title_was_read(pack: Tables) -> None:
    thesis = study(pack, "Mendelski2007")
    assert (thesis["year"], thesis["status"], thesis["read_as"]) == ("2005", "thesis", "title only")
    assert (thesis["design"], thesis["blinding"]) == ("randomised trial", "double-blind")
    assert (thesis[["n_enrolled", "n_analysed", "elemental_mg_per_day", "salt_mg_per_day", "duration_weeks"]] == "").all()
    assert results_of(pack, "Mendelski2007").empty


def test_the_thesis_and_the_unnamed_trial_may_be_one_study_and_say_that_this_is_an_inference(pack: Tables) -> None:
    thesis, trial = study(pack, "Mendelski2007"), study(pack, "Marshall2019RCT")
    assert (thesis["possibly_same_as"], trial["possibly_same_as"]) == ("Marshall2019RCT", "Mendelski2007")
    assert trial["status"] == "known only through a review"
    assert "inference" in thesis["summary"] and "inference" in trial["summary"]


def test_hornyak_gave_301_mg_of_an_unnamed_salt_and_six_of_ten_had_restless_legs(pack: Tables) -> None:
    hornyak = study(pack, "Hornyak1998")
    assert float(hornyak["elemental_mg_per_day"]) == pytest.approx(12.4 * 24.305, abs=1e-9)
    assert (hornyak["compound"], hornyak["dose_basis"], hornyak["design"]) == ("not stated", "computed", "before-after")
    assert "6 with mild to moderate restless legs, 4 with insomnia" in hornyak["population"]
    assert set(results_of(pack, "Hornyak1998")["contrast"]) == {"before-after"}


def test_the_interval_of_gorantla_gives_back_its_p_value_and_an_sd_of_change_of_about_6_82(pack: Tables) -> None:
    row = results_of(pack, "Gorantla2024").loc["Gorantla2024-IRLS"]
    assert (row["contrast"], row["measure"], row["n_1"], row["n_2"]) == ("before-after", "MC", "12", "12")
    assert (row["estimate"], row["ci_low"], row["ci_high"], row["p_value"]) == ("-6.67", "-11", "-2.33", "0.006")
    error = (float(row["ci_high"]) - float(row["ci_low"])) / (2 * t.ppf(0.975, 11))
    assert error * 12**0.5 == pytest.approx(6.82, abs=0.005)
    assert 2 * t.sf(6.67 / error, 11) == pytest.approx(0.006, abs=0.0005)


def test_gorantla_is_registered_with_200_mg_of_the_element(pack: Tables) -> None:
    gorantla = study(pack, "Gorantla2024")
    assert (gorantla["elemental_mg_per_day"], gorantla["dose_basis"], gorantla["n_analysed"]) == ("200", "stated", "12")
    assert "32 mg of the element" in gorantla["summary"] and "no control group" in gorantla["summary"]


def test_the_0_48_of_roguin_maor_is_no_standard_deviation_anywhere(pack: Tables) -> None:
    assert "0.48" not in set(pack["results"][["sd_1", "sd_2", "estimate"]].to_numpy().ravel())
    row = results_of(pack, "RoguinMaor2017").loc["RoguinMaor2017-cramps"]
    assert tuple(row[["mean_1", "sd_1", "n_1", "mean_2", "sd_2", "n_2"]]) == ("-3.41", "4.05", "48", "-3.03", "4.53", "46")
    assert row["value_type"] == "change" and study(pack, "RoguinMaor2017")["directness"] == "indirect"


def test_people_behind_percentages_reproduce_them(pack: Tables) -> None:
    rows = pack["results"].set_index("result_id")
    for result_id, printed in {
        "Supakatisant2015-half": (86.0, 60.5), "Supakatisant2015-pain": (69.8, 48.8), "Araujo2020-free": (27.3, 32.8),
    }.items():  # fmt: skip
        for group, percent in zip("12", printed, strict=True):
            events, people = rows.loc[result_id, [f"events_{group}", f"n_{group}"]].astype(int)
            assert round(100 * events / people, 1) == percent


def test_crossover_trials_are_never_two_groups(pack: Tables) -> None:
    crossover = pack["studies"].loc[pack["studies"]["structure"] == "crossover", "study_id"]
    rows = pack["results"][pack["results"]["study_id"].isin(crossover)]
    assert len(rows) and (rows[["mean_1", "mean_2", "events_1", "events_2"]] == "").all(axis=None)


def test_a_result_has_an_effect_or_a_note_that_says_why_not(pack: Tables) -> None:
    rows = pack["results"]
    assert (rows.loc[(rows[list(EFFECTS)] == "").all(axis=1), "note"] != "").all()
    assert ((rows[["mean_1", "events_1", "estimate"]] != "").sum(axis=1) <= 1).all()


def test_the_placebo_response_stands_beside_before_after_changes_only(pack: Tables) -> None:
    values = pack["reference_values"].set_index("reference_id")
    assert tuple(values.loc["placebo_response_IRLS", ["estimate", "contrast"]]) == ("-6.58", "before-after")
    iron = values.loc["iron_IRLS", ["estimate", "ci_low", "ci_high", "contrast"]]
    assert tuple(iron) == ("-3.78", "-6.25", "-1.31", "between groups")
    important = values[values["kind"] == "important difference"]
    assert set(important["estimate"]) == {"-5", "-9", "-11"} and set(important["contrast"]) == {"before-after"}


def test_values_that_nobody_saw_stay_out(pack: Tables) -> None:
    assert study(pack, "Jadidi2022")["pmid"] == study(pack, "Marshall2019")["pmid"] == ""
    assert study(pack, "Gorantla2024")["doi"] == ""
    assert study(pack, "RoguinMaor2017")["registration"] == ""
    absent = {"Popoviciu1993", "Walters2007", "BartellZallek2006"}
    assert not absent & set(pack["studies"]["study_id"])
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    assert all(name in readme for name in ("Popoviciu 1993", "Walters 2007", "Bartell & Zallek 2006", "Sohrabvand 2006"))


def test_every_number_says_where_it_was_read_and_nothing_else_does(pack: Tables) -> None:
    rows = pack["provenance"]
    for name, key in KEYS.items():
        told = {(row.row_id, row.column) for row in rows[rows["table"] == name].itertuples()}
        columns = [column for column in traced_columns(name) if column in pack[name]]
        shown = {(row[key], column) for _, row in pack[name].iterrows() for column in columns if row[column]}
        assert told == shown


def test_sources_are_papers_registries_publishers_and_universities(pack: Tables) -> None:
    rows = pack["provenance"]
    links = [*rows.loc[rows["table"].isin(KEYS), "url"], *pack["reference_values"]["url"]]
    for link in filter(None, links):
        host = urlsplit(link).hostname or ""
        assert link.startswith("https://") and any(host == each or host.endswith(f".{each}") for each in HOSTS), link


def test_computed_values_show_their_arithmetic(pack: Tables) -> None:
    told = pack["provenance"].set_index(["table", "row_id", "column"])["formula"]
    for row in pack["studies"].itertuples():
        if row.dose_basis == "computed":
            assert told["studies", row.study_id, "elemental_mg_per_day"]
        if re.search(r"\.[0-9]{6,}", row.duration_weeks):
            assert told["studies", row.study_id, "duration_weeks"]


def test_results_of_one_study_know_that_they_share_patients(pack: Tables) -> None:
    for _, rows in pack["results"].groupby("study_id"):
        ids = set(rows["result_id"])
        for row in rows.itertuples():
            assert ids - {row.result_id} <= set(row.shares_patients_with.split(";"))


def test_overall_risk_of_bias_is_never_better_than_its_worst_domain(pack: Tables) -> None:
    ladders = {"RoB 2": ("low", "some concerns", "high"), "ROBINS-I": ("low", "moderate", "serious", "critical")}
    rows = pack["appraisals"]
    for (study_id, tool), judged in rows[rows["tool"].isin(ladders)].groupby(["study_id", "tool"]):
        ladder = ladders[tool]
        domains = judged.loc[judged["domain"] != "overall", "judgement"]
        overall = judged.loc[judged["domain"] == "overall", "judgement"].item()
        ranks = [ladder.index(each) for each in domains if each in ladder]
        assert overall == (ladder[max(ranks)] if ranks else "no information"), study_id


def test_every_direct_treatment_study_is_appraised(pack: Tables) -> None:
    rows = pack["studies"]
    treats = rows["design"].isin(["randomised trial", "before-after", "case report"])
    treated = rows[(rows["directness"] == "direct") & treats]
    assert set(treated["study_id"]) <= set(pack["appraisals"]["study_id"])


def test_very_low_certainty_is_said_as_very_uncertain_and_never_as_no_effect(pack: Tables) -> None:
    rows = pack["certainty"]
    assert rows["outcome"].iloc[0] == "IRLS" and set(rows["certainty"]) == {"very low"}
    assert rows["statement"].str.startswith("The evidence is very uncertain").all()
    texts = [*rows.to_numpy().ravel(), *pack["studies"]["summary"], *pack["results"]["note"]]
    assert not [text for text in texts if re.search(r"\b(has|had|shows?|showed) no effect\b|is ineffective", text)]
