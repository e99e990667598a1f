"""Every link between tables can be followed in both directions."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from evidence.addresses import claim_link, guideline_link, page_link
from evidence.claims.claims import KINDS, read_claims
from evidence.facts.claim_links import claims_about
from evidence.facts.selection import Selection, read_selection
from evidence.facts.view import evidence_in_view
from evidence.guidelines.ledger import ledger_rows
from evidence.guidelines.timeline import replaced_by
from evidence.vocabulary.references import references
from pages.parts.frame import today

IDENTIFIERS = {
    "study": ("studies", "study_id"),
    "guideline": ("guidelines", "guideline_id"),
    "compound": ("compounds", "compound"),
    "limit": ("limits", "limit_id"),
    "safety": ("safety", "safety_id"),
}
FILTERED = Selection(design=("randomised trial",), condition=("restless legs syndrome",), r=0.7)


def test_every_claim_link_arrives(shipped):
    for row in shipped.claim_links.itertuples():
        assert row.kind in KINDS
        if row.kind == "source":
            assert row.ref.startswith("https://")
        else:
            table, column = IDENTIFIERS[row.kind]
            assert row.ref in set(shipped.tables[table][column]), f"{row.claim_id} names {row.kind} {row.ref}"


def test_what_bears_on_a_claim_leads_back_to_it(shipped):
    for claim in read_claims(shipped, Selection()):
        for link in claim.links:
            assert claim.claim_id in claims_about(shipped, link.kind, link.ref)


def test_each_study_and_guideline_finds_the_claims_that_name_it(shipped):
    named = {(row.kind, row.ref, row.claim_id) for row in shipped.claim_links.itertuples()}
    claims = read_claims(shipped, Selection())
    for kind, (table, column) in IDENTIFIERS.items():
        for ref in set(shipped.tables[table][column]):
            for claim_id in claims_about(shipped, kind, ref):
                assert (kind, ref, claim_id) in named
                claim = next(each for each in claims if each.claim_id == claim_id)
                assert ref in [each.ref for each in claim.links]


def test_the_guideline_table_links_to_every_claim_a_document_bears_on(shipped):
    rows = ledger_rows(evidence_in_view(shipped, FILTERED), today())
    told = {(row.position.guideline_id, claim) for row in rows for claim, _ in row.claims}
    links = shipped.claim_links[shipped.claim_links["kind"] == "guideline"]
    assert told == set(zip(links["ref"], links["claim_id"], strict=True))


def test_a_document_and_what_it_replaces_name_each_other(shipped):
    newer = replaced_by(shipped.rows.guidelines)
    for _, row in shipped.guidelines.iterrows():
        for old in references(row["supersedes"]):
            assert old in set(shipped.guidelines["guideline_id"])
            assert row["guideline_id"] in newer[old]


def test_studies_that_may_be_one_name_each_other(shipped):
    same = {row["study_id"]: references(row["possibly_same_as"]) for _, row in shipped.studies.iterrows()}
    for study_id, others in same.items():
        for other in others:
            assert study_id in same[other]


@pytest.mark.parametrize(
    "address",
    [
        claim_link("C24", FILTERED),
        guideline_link("AAN_2016", FILTERED),
        page_link("study", FILTERED, study="Hornyak1998"),
        page_link("", FILTERED),
    ],
)
def test_every_address_carries_the_filters(shipped, address):
    assert read_selection(parse_qs(urlsplit(address).query), shipped) == (FILTERED, ())


def test_a_board_link_replaces_some_filters_and_keeps_the_others(shipped):
    address = page_link("./", replace(FILTERED, design=("before-after",)))
    selection, _ = read_selection(parse_qs(urlsplit(address).query), shipped)
    assert selection == Selection(design=("before-after",), condition=("restless legs syndrome",), r=0.7)
    assert page_link("./", Selection()) == "./"
