"""Claims keep their verdict, reason and everything that bears on them; nothing is hidden by a filter without being asked."""

import pytest

from evidence.claims.claims import (
    SYMBOLS,
    VERDICTS,
    by_section,
    chosen_claims,
    omissions,
    read_claims,
    source_name,
    verdict_counts,
)
from evidence.claims.story import story_parts
from evidence.facts.selection import Selection
from evidence.wording.html import render
from evidence.wording.say import say
from tests.conftest import small_pack


def claim(claim_id, verdict="supported", core="yes", reason="So it is.", section="Start"):
    return {
        "claim_id": claim_id,
        "section": section,
        "claim": f"Claim {claim_id}",
        "verdict": verdict,
        "reason": reason,
        "core": core,
    }


def claims_of(*claims, links=()):
    tables = {"claims": list(claims)} | ({"claim_links": list(links)} if links else {})
    pack = small_pack([{"study_id": "S1"}], **tables)
    return read_claims(pack, Selection(design=("randomised trial",)))


def test_every_verdict_has_a_symbol_of_its_own():
    assert set(SYMBOLS) == set(VERDICTS)
    assert len(set(SYMBOLS.values())) == len(VERDICTS)


def test_counts_and_sections_leave_omissions_to_themselves():
    claims = claims_of(claim("A"), claim("B", "outdated", section="End"), claim("O", "omitted", section="omission"))
    assert list(by_section(claims)) == ["Start", "End"]
    assert [each.claim_id for each in omissions(claims)] == ["O"]
    assert verdict_counts(claims) == {"supported": 1, "outdated": 1, "omitted": 1}


def test_no_verdict_chosen_shows_every_claim():
    claims = claims_of(claim("A"), claim("B", "outdated"), claim("C", core="no"))
    assert len(chosen_claims(claims, [], False)) == 3
    assert [each.claim_id for each in chosen_claims(claims, ["supported"], False)] == ["A", "C"]
    assert [each.claim_id for each in chosen_claims(claims, [], True)] == ["A", "B"]


def test_a_reason_in_three_parts_is_told_as_a_story():
    parts = story_parts("What is said: one. What was found: two. How sure we are: three.")
    said = [(say(heading), words) for heading, words in parts]
    assert said == [("What is said", "one."), ("What was found", "two."), ("How sure we are", "three.")]
    assert story_parts("What was found: two. What is said: one. How sure we are: three.") == ()
    assert story_parts("What is said: one. What was found: two.") == ()
    assert story_parts("It is so.") == ()


@pytest.mark.parametrize(
    ("verdict", "core", "linked", "apart"),
    [
        ("contradicted", "yes", True, True),
        ("unverifiable", "yes", True, True),
        ("outdated", "yes", True, True),
        ("supported", "yes", True, False),
        ("contradicted", "no", True, False),
        ("contradicted", "yes", False, False),
    ],
)
def test_a_claim_parts_from_the_evidence_only_when_core_and_something_bears_on_it(verdict, core, linked, apart):
    links = [{"claim_id": "A", "kind": "study", "ref": "S1"}] if linked else []
    (only,) = claims_of(claim("A", verdict, core), links=links)
    assert only.parts_from_evidence is apart


def test_links_lead_to_the_study_and_keep_the_filters():
    links = [
        {"claim_id": "A", "kind": "source", "ref": "https://doi.org/10.1000/xyz"},
        {"claim_id": "A", "kind": "study", "ref": "S1"},
    ]
    (only,) = claims_of(claim("A"), links=links)
    study, source = only.links
    assert study.href == "study?study=S1&design=randomised+trial"
    assert (source.label, source.href, source.outside) == ("doi:10.1000/xyz", "https://doi.org/10.1000/xyz", True)
    assert only.href == "claims?claim=A&design=randomised+trial"


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://pubmed.ncbi.nlm.nih.gov/16740411/", "PubMed 16740411"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC5579607", "PMC5579607"),
        ("https://www.example.org/a/b", "example.org"),
    ],
)
def test_a_source_has_a_short_name(address, name):
    assert source_name(address) == name


def test_text_of_a_claim_never_becomes_markup():
    (only,) = claims_of(claim("A", reason="<script>alert(1)</script> & <b>"))
    card = render("claim_card.html", each=only, chosen=False)
    table = render("claim_table.html", heading="<i>", headings=["a"] * 4, claims=[only])
    for html in (card, table):
        assert "<script" not in html and "&lt;script&gt;" in html
    assert "<i>" not in table


def test_the_shipped_claims_come_with_verdicts_in_words_and_their_stories(shipped):
    claims = read_claims(shipped, Selection())
    assert [each.claim_id for each in claims if each.story] == ["C24", "C26", "C29"]
    assert all(each.parts_from_evidence for each in claims if each.story)
    assert sum(verdict_counts(claims).values()) == len(shipped.claims) == len(claims)
    assert len(omissions(claims)) == 5


def test_a_story_is_shown_with_its_headings_and_a_capital_after_each():
    (only,) = claims_of(claim("A", reason="What is said: one. What was found: two. How sure we are: three."))
    card = render("claim_card.html", each=only, chosen=False)
    assert "<dt>What is said</dt><dd>One.</dd>" in card and "<dt>How sure we are</dt><dd>Three.</dd>" in card
