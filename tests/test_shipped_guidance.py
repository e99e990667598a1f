"""What the shipped pack says of guidelines, claims, salts and limits: what is easy to get wrong stays as it was read."""

import re
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pandas as pd
import pytest

from evidence.vocabulary.columns import allowed_words, columns_of

DATA = Path(__file__).parents[1] / "data"
MINE = ("guidelines", "claims", "claim_links", "compounds", "limits")
ATOMIC_MASSES = {"H": 1.008, "C": 12.011, "N": 14.007, "O": 15.999, "Mg": 24.305, "S": 32.06, "Cl": 35.45}
HOSTS = {
    # identifiers and libraries
    "doi.org", "pubmed.ncbi.nlm.nih.gov", "pmc.ncbi.nlm.nih.gov", "www.ncbi.nlm.nih.gov", "www.scielo.br",
    # publishers of journals and professional magazines
    "www.jstage.jst.go.jp", "n.neurology.org", "brain.oxfordjournals.org", "jamanetwork.com", "www.dovepress.com",
    "www.biomedcentral.com", "www.mayoclinicproceedings.org", "psychiatryonline.org", "www1.racgp.org.au", "www.egms.de",
    "med-search.info", "medikamio.com", "www.pharmazeutische-zeitung.de", "ptaforum.pharmazeutische-zeitung.de",
    "www.deutsche-apotheker-zeitung.de", "ernaehrungs-umschau.de", "www.rote-liste.de", "www.magnesium-ges.de",
    # societies, universities, health services and regulators
    "dgn.org", "aasm.org", "experts.illinois.edu", "apps.nhslothian.scot", "dev.metronorth.health.qld.gov.au", "relis.no",
    "vardgivare.skane.se", "klokalistan.se", "minds.jcqhc.or.jp", "www.terveyskirjasto.fi", "remedy.bnssg.icb.nhs.uk",
    "www.farmacotherapeutischkompas.nl", "www.lifepr.de", "academic.oup.com",
    "www.bfr.bund.de", "www.vkm.no", "chesar.echa.europa.eu", "www.medicines.org.uk", "medicines.org.uk",
}  # fmt: skip


def read(table: str) -> pd.DataFrame:
    return pd.read_csv(DATA / f"{table}.csv", dtype=str, keep_default_na=False)


def row(table: str, key: str, value: str) -> pd.Series:
    return read(table).set_index(key).loc[value]


def atoms(formula: str) -> Counter[str]:
    """How often each element occurs in a formula such as Mg3(C6H5O7)2.9H2O."""
    total: Counter[str] = Counter()
    for part in formula.split("."):
        times, body = re.fullmatch(r"(\d*)(.+)", part).groups()
        groups: list[Counter[str]] = [Counter()]
        for element, count, opening, closing in re.findall(r"([A-Z][a-z]?)(\d*)|(\()|\)(\d*)", body):
            if opening:
                groups.append(Counter())
            elif element:
                groups[-1][element] += int(count or 1)
            else:
                inner = groups.pop()
                groups[-1].update({each: n * int(closing or 1) for each, n in inner.items()})
        total.update({each: n * int(times or 1) for each, n in groups[0].items()})
    return total


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("MgCl2.6H2O", {"Mg": 1, "Cl": 2, "H": 12, "O": 6}),
        ("Mg(OH)2", {"Mg": 1, "O": 2, "H": 2}),
        ("Mg3(C6H5O7)2.9H2O", {"Mg": 3, "C": 12, "H": 28, "O": 23}),
    ],
)
def test_the_parser_of_this_test_counts_atoms(formula: str, expected: dict[str, int]) -> None:
    assert atoms(formula) == expected


def test_thirty_three_documents_are_listed_and_most_were_not_read() -> None:
    guidelines = read("guidelines")
    assert len(guidelines) == 33
    assert Counter(guidelines["position"]) == {
        "not read": 26,
        "out of scope": 2,
        "cannot be recommended for lack of evidence": 1,
        "only in deficiency": 1,
        "not addressed": 3,
    }
    assert not guidelines["read_as"].eq("full text").any()


def test_no_body_is_recorded_as_recommending_or_as_recommending_against() -> None:
    assert not set(read("guidelines")["position"]) & {"recommends", "recommends against", "may be considered"}


def test_the_german_guideline_is_known_through_summaries_only() -> None:
    german = row("guidelines", "guideline_id", "DGN_DGSM_S2k_2022")
    assert german["position"] == "cannot be recommended for lack of evidence"
    assert german["read_as"] == "secondary summary"
    assert german["valid_until"] == "2027-06-24"
    assert german["strength"] == ""
    assert "was not read" in german["statement"]


def test_the_us_guideline_has_no_position_on_magnesium_here() -> None:
    assert row("guidelines", "guideline_id", "AASM_CPG_2025")["position"] == "not read"
    assert row("guidelines", "guideline_id", "AASM_2012_Aurora")["position"] == "not addressed"


def test_nowhere_does_the_pack_say_that_a_guideline_suggests_against() -> None:
    for table in DATA.glob("*.csv"):
        assert "suggests against" not in table.read_text(encoding="utf-8").lower(), table.name


def test_a_position_that_was_not_read_says_what_was_not_read() -> None:
    guidelines = read("guidelines")
    unread = guidelines[guidelines["position"] == "not read"]
    assert unread["statement"].str.contains(r"not read|not known here|not found|could not be read", regex=True).all()


def test_superseded_documents_are_named_by_their_successors() -> None:
    guidelines = read("guidelines")
    replaced = {each for cell in guidelines["supersedes"] for each in cell.split(";") if each}
    assert replaced == set(guidelines.loc[guidelines["status"] == "superseded", "guideline_id"])


def test_forty_seven_claims_and_five_omissions_in_the_order_of_the_article() -> None:
    claims = read("claims")
    assert list(claims["claim_id"]) == [f"C{n:02}" for n in range(1, 48)] + [f"O{n}" for n in range(1, 6)]
    omitted = claims["claim_id"].str.startswith("O")
    assert claims.loc[omitted, ["section", "verdict"]].drop_duplicates().to_numpy().tolist() == [["omission", "omitted"]]
    assert not claims.loc[~omitted, "verdict"].eq("omitted").any()
    assert set(claims["verdict"]) <= set(allowed_words("claims", "verdict"))


def test_the_three_stories_carry_their_reasons() -> None:
    claims = read("claims").set_index("claim_id")
    for claim_id, verdict, words in (
        ("C24", "unverifiable", ("Roguin Maor 2017", "leg cramps", "How sure we are")),
        ("C26", "contradicted", ("Marshall 2019", "González-Parejo 2024", "How sure we are")),
        ("C29", "unverifiable", ("neither mentions such an exception", "cannot be ruled out", "How sure we are")),
    ):
        assert claims.loc[claim_id, "verdict"] == verdict
        assert [each for each in words if each not in claims.loc[claim_id, "reason"]] == []


def test_every_link_of_a_claim_resolves() -> None:
    known = {
        "study": set(read("studies")["study_id"]),
        "guideline": set(read("guidelines")["guideline_id"]),
        "compound": set(read("compounds")["compound"]),
        "limit": set(read("limits")["limit_id"]),
        "safety": set(read("safety")["safety_id"]),
    }
    links = read("claim_links")
    assert set(links["claim_id"]) <= set(read("claims")["claim_id"])
    internal = links[links["kind"].isin(known)]
    lost = [(each.claim_id, each.ref) for each in internal.itertuples() if each.ref not in known[each.kind]]
    assert lost == []


def test_every_verdict_that_rests_on_something_links_to_it() -> None:
    claims, linked = read("claims"), set(read("claim_links")["claim_id"])
    bare = claims[~claims["claim_id"].isin(linked) & claims["core"].eq("yes")]
    assert list(bare["claim_id"]) == []


def test_molar_masses_and_shares_follow_from_the_formulas() -> None:
    salts = read("compounds")
    salts = salts[salts["formula"] != ""]
    for salt in salts.itertuples():
        counted = atoms(salt.formula)
        mass = sum(ATOMIC_MASSES[element] * n for element, n in counted.items())
        share = 100 * ATOMIC_MASSES["Mg"] * counted["Mg"] / mass
        assert float(salt.molar_mass_g_mol) == pytest.approx(mass, abs=0.001), salt.label
        assert float(salt.elemental_percent) == pytest.approx(share, abs=0.01), salt.label


def test_water_of_crystallisation_lowers_the_share_and_a_mixture_has_none() -> None:
    salts = read("compounds").set_index(["compound", "form"])["elemental_percent"]
    for compound, dry, wet in (
        ("magnesium citrate", "trimagnesium dicitrate, anhydrous", "trimagnesium dicitrate, nonahydrate"),
        ("magnesium sulfate", "anhydrous", "heptahydrate"),
        ("magnesium chloride", "anhydrous", "hexahydrate"),
    ):
        assert float(salts[(compound, dry)]) > float(salts[(compound, wet)])
    assert salts[("magnesium lactate and citrate", "not stated")] == ""


def test_limits_are_the_ones_that_regulators_give() -> None:
    limits = read("limits")
    values = limits.set_index("limit_id")["value_mg_per_day"]
    assert values["upper_level_EU"] == values["upper_level_BfR"] == "250"
    assert values["upper_level_IOM"] == "350"
    assert values["LOAEL_SCF"] == "360"
    assert "365" in limits.set_index("limit_id").loc["LOAEL_SCF", "statement"]
    assert "009/2021" in limits.set_index("limit_id").loc["upper_level_BfR", "source"]


def test_every_number_of_these_tables_was_traced() -> None:
    provenance = read("provenance")
    traced = set(zip(provenance["table"], provenance["row_id"], provenance["column"], strict=True))
    keys = {"guidelines": "guideline_id", "limits": "limit_id"}
    missing = []
    for table in ("guidelines", "compounds", "limits"):
        rows = read(table)
        ids = rows["compound"] + " | " + rows["form"] if table == "compounds" else rows[keys[table]]
        for name in (each for each, rule in columns_of(table).items() if rule.traced):
            missing += [(table, row_id, name) for row_id, cell in zip(ids, rows[name], strict=True)
                        if cell and (table, row_id, name) not in traced]  # fmt: skip
    assert missing == []


def test_every_position_says_where_it_was_read_or_that_nothing_was() -> None:
    provenance = read("provenance")
    positions = provenance[(provenance["table"] == "guidelines") & (provenance["column"] == "position")]
    assert set(positions["row_id"]) == set(read("guidelines")["guideline_id"])


def test_only_accepted_sources_are_linked() -> None:
    provenance = read("provenance")
    links = [
        *read("guidelines")["url"],
        *read("limits")["url"],
        *read("claim_links").query("kind == 'source'")["ref"],
        *provenance.loc[provenance["table"].isin(MINE), "url"],
    ]
    parts = [urlsplit(link) for link in links if link]
    assert {part.scheme for part in parts} == {"https"}
    assert {part.hostname for part in parts} - HOSTS == set()
