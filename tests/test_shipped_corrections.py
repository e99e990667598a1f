"""What a second, independent reading corrected in 2026.2 stays corrected."""

import re

import pytest

from evidence.packs.pack import Pack
from tests.conftest import ROOT


def cell(pack: Pack, table: str, key: str, row: str, column: str) -> object:
    frame = pack.tables[table]
    return frame.loc[frame[key] == row, column].item()


def words(pack: Pack, table: str, key: str, row: str) -> str:
    frame = pack.tables[table]
    return " ".join(map(str, frame[frame[key] == row].iloc[0].dropna()))


def study(pack: Pack, study_id: str) -> str:
    return words(pack, "studies", "study_id", study_id)


def claim(pack: Pack, claim_id: str) -> str:
    return words(pack, "claims", "claim_id", claim_id)


def test_no_trial_is_called_positive_where_no_comparison_with_placebo_was_read(shipped):
    texts = [
        *shipped.claims["reason"],
        *shipped.certainty["rationale"],
        *shipped.studies["summary"],
        *shipped.results["note"],
    ]
    texts = [text for text in texts if isinstance(text, str)]
    assert not [text for text in texts if re.search(r"positive (placebo|result|trial)|with a positive", text, re.IGNORECASE)]
    for claim_id in ("C35", "O5", "C27"):
        assert "difference between its three arms" in claim(shipped, claim_id)


def test_the_sentence_on_negative_evidence_can_neither_be_shown_nor_refuted(shipped):
    assert cell(shipped, "claims", "claim_id", "C27", "verdict") == "unverifiable"
    assert "outdated" not in set(shipped.claims["verdict"])


def test_bisglycinate_has_the_larger_curve_although_the_share_absorbed_did_not_differ(shipped):
    for text in (claim(shipped, "C36"), words(shipped, "compounds", "compound", "magnesium bisglycinate")):
        assert "no difference in the share absorbed" in text and "larger area under the curve" in text
        assert "no difference overall" not in text and "no overall advantage" not in text


def test_the_correlations_of_gorantla_are_shown_wherever_serum_magnesium_is_weighed(shipped):
    assert "negative correlations" in study(shipped, "Gorantla2024")
    assert "correlated negatively" in words(shipped, "results", "result_id", "Gorantla2024-serum")
    assert "fewer leg movements" in claim(shipped, "C11") and "more leg movements" in claim(shipped, "C20")
    assert "leans against" not in claim(shipped, "C20")


def test_the_one_p_value_of_jadidi_is_said_to_be_one(shipped):
    assert "P = 0.001 each" not in claim(shipped, "C27")
    assert "printed once for both outcomes together" in study(shipped, "Jadidi2022") and "inference" in study(
        shipped, "Jadidi2022"
    )


def test_domains_of_which_nothing_was_read_are_no_information(shipped):
    rows = shipped.appraisals[shipped.appraisals["study_id"] == "Jadidi2022"].set_index("domain")
    unread = ["randomisation process", "deviations from intended interventions", "missing outcome data"]
    assert set(rows.loc[unread, "judgement"]) == {"no information"}
    assert "high risk" in rows.loc["overall", "rationale"]


def test_roffe_counted_the_final_four_weeks_and_its_medians_have_intervals(shipped):
    note = words(shipped, "results", "result_id", "Roffe2002-cramps")
    assert "final four weeks" in note and "6 to 17" in note and "0.88" in note


def test_supakatisant_was_registered_after_its_dates_and_says_from_where_this_is_known(shipped):
    text = study(shipped, "Supakatisant2015")
    assert "Supakatisant C, Phupong V" in text and "June 2010 to August 2011" in text and "unticked box" in text


@pytest.mark.parametrize(
    ("study_id", "authors", "doi"),
    [
        ("JCEI9568", "Savas HB, Cimsir MT", "10.29333/jcei/9568"),
        ("SHIPBiDirect2019", "Szentkirályi A", "10.1093/sleep/zsy237"),
        ("Liu2021", "", "10.1016/j.tjog.2021.05.006"),
    ],
)
def test_studies_that_could_be_identified_are(shipped, study_id, authors, doi):
    found = next(each for each in shipped.rows.studies if each.study_id == study_id)
    assert found.doi == doi and found.authors.startswith(authors) and found.year


def test_the_pooled_harm_of_magnesium_is_there_and_indirect(shipped):
    harm = next(each for each in shipped.rows.results if each.result_id == "Liu2021-harms")
    assert (harm.measure, harm.estimate, harm.ci_low, harm.ci_high, harm.p_value) == ("OR", 1.82, 0.90, 3.69, 0.094)
    assert cell(shipped, "studies", "study_id", "Liu2021", "directness") == "indirect"
    recovery = next(each for each in shipped.rows.results if each.result_id == "Liu2021-recovery")
    assert recovery.estimate is None and "not clear" in recovery.note


def test_other_metals_and_other_predictors_stand_beside_magnesium(shipped):
    assert "Copper, selenium and calcium" in study(shipped, "JimenezJimenez2022")
    assert "haemoglobin and iron" in study(shipped, "PMID27019150")


def test_the_thresholds_of_the_irls_show_their_spread(shipped):
    values = shipped.reference_values[shipped.reference_values["kind"] == "important difference"]
    assert set(values["estimate"]) == {-5.0, -9.0, -11.0}


def test_placebo_is_no_strong_explanation_of_hornyak_and_the_strong_ones_are_named(shipped):
    for text in (study(shipped, "Hornyak1998"), words(shipped, "certainty", "outcome", "PLMS with arousal")):
        assert "regression to the mean" in text and "sleep efficiency not at all" in text


def test_two_summaries_are_not_called_independent_or_professional(shipped):
    for text in (
        claim(shipped, "C28"),
        claim(shipped, "C29"),
        words(shipped, "guidelines", "guideline_id", "DGN_DGSM_S2k_2022"),
    ):
        assert "wo professional summaries" not in text and "and were written independently" not in text


def test_own_tables_of_a_review_are_told_from_summaries_by_others(shipped):
    rows = shipped.provenance
    own = rows[rows["row_id"].str.startswith("Garrison2020-") | (rows["row_id"] == "iron_IRLS")]
    assert set(own["read_as"]) == {"table of the report"}


def test_advice_on_dialysis_does_not_stand_on_an_association(shipped):
    assert "product information, not on this study" in study(shipped, "Yang2019")


def test_the_change_log_answers_every_correction_one_by_one():
    log = (ROOT / "data" / "CHANGELOG.md").read_text(encoding="utf-8").split("## 2026.1")[0]
    assert log.startswith("# Changes of the data\n\n## 2026.2 (2026-11-25)")
    answered = [int(number) for number in re.findall(r"^- ([0-9]+)\. ", log, re.MULTILINE)]
    assert answered == list(range(1, 20))
