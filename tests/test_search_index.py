"""Whatever has a place on a page can be found, and is told with where it leads; text of the data stays text."""

import json
import re
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from evidence.doses.safety import MOST, safety_parts
from evidence.doses.statements import CAUTIONS, LIMITS, bioavailability, statements
from evidence.facts.glossary import glossary
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.guidelines.ledger import ledger_rows
from evidence.search.entries import KINDS, entries_of
from evidence.wording.glossary import glossary_html
from evidence.wording.html import render
from evidence.wording.language import speaking
from evidence.wording.search import search_index
from tests.asking import ask
from tests.conftest import small_pack
from tests.pseudo import Pseudo, undone

NASTY = '<img src=x onerror="alert(1)"> & "quoted" #?&='


def index_of(pack):
    return json.loads(search_index(pack))


def of_kind(pack, kind):
    return [each for each in index_of(pack)["entries"] if each["kind"] == kind]


def places(pack):
    """The anchors on the pages that have them."""
    view = evidence_in_view(pack, Selection())
    html = {
        "compounds": render("safety.html", parts=safety_parts(pack))
        + render("statements.html", groups=statements(pack, (*LIMITS, *CAUTIONS)))
        + render("bioavailability.html", compounds=bioavailability(pack))
        + '<h2 id="converter" tabindex="-1">',
        "guidelines": render("guideline_table.html", heading="", rows=ledger_rows(view, date(2026, 11, 25)), chosen=None),
        "data": glossary_html(pack),
    }
    return {page: re.findall(r'id="([^"]+)" tabindex="-1"', text) for page, text in html.items()}


@pytest.mark.parametrize("name", ["shipped", "headache", "bcg"])
def test_every_entry_leads_to_a_place_that_is_there(name, request):
    pack = request.getfixturevalue(name)
    rows, there = pack.rows, places(pack)
    known = {
        "study": {each.study_id for each in rows.studies},
        "claim": {each.claim_id for each in rows.claims},
        "guideline": {each.guideline_id for each in rows.guidelines},
    }
    addresses = [each["address"] for each in index_of(pack)["entries"]]
    assert len(addresses) == len(set(addresses)) > 40
    for address in addresses:
        parts = urlsplit(address)
        for parameter, values in parse_qs(parts.query).items():
            assert parameter == "part" or set(values) <= known[parameter]
        if parts.fragment:
            assert there[parts.path].count(parts.fragment) == 1, address


def test_everything_of_a_pack_can_be_found(shipped):
    rows, counts = shipped.rows, {kind: len(of_kind(shipped, kind)) for kind in KINDS}
    assert counts == {
        "study": len(rows.studies),
        "safety": len({each.subject for each in rows.safety}),
        "dose": len(rows.compounds) + len(rows.limits),
        "guideline": len(rows.guidelines),
        "claim": len(rows.claims),
        "term": len(glossary(shipped)),
    }
    scope = index_of(shipped)["scope"]
    assert f"{counts['study']} studies" in scope and f"{counts['term']} terms" in scope and "whatever the filters" in scope


def test_a_study_is_found_by_author_title_and_identifiers(shipped):
    (study,) = (each for each in of_kind(shipped, "study") if each["name"] == "Hornyak 1998")
    assert "Hornyak1998" in study["words"] and "Voderholzer" in study["words"]
    assert "open pilot study" in study["about"] and "before-after, restless legs syndrome" in study["about"]
    assert study["address"] == "study?study=Hornyak1998"


def test_what_a_pack_does_not_have_is_neither_found_nor_said_to_be_searched():
    index = index_of(small_pack([{"study_id": "A"}]))
    assert [each["kind"] for each in index["kinds"]] == ["study", "term"]
    assert "guideline" not in index["scope"] and "1 study and" in index["scope"]


def test_an_empty_title_leaves_no_mark():
    (study,) = of_kind(small_pack([{"study_id": "A"}]), "study")
    assert study["about"] == "randomised trial, headache"


def test_hostile_text_stays_text_and_never_becomes_part_of_an_address():
    pack = small_pack([{"study_id": "A", "citation": NASTY, "title": NASTY}], glossary=[{"term": NASTY, "meaning": NASTY}])
    (study,) = of_kind(pack, "study")
    assert study["name"] == NASTY and study["address"] == "study?study=A"
    term = of_kind(pack, "term")[-1]
    assert term["name"] == NASTY and re.fullmatch(r"data\?part=glossary#term-[A-Za-z0-9-]+", term["address"])
    field = render("search.html", index="", own=search_index(pack, own=True))
    assert "<img" not in field


def test_a_subject_that_the_page_has_no_room_for_is_found_and_leads_to_the_file():
    row = {"kind": "medicine", "for_the_condition": "yes", "finding": "named in a label", "statement": "Apart."}
    row |= {"region": "UK", "source": "A label", "read_as": "landing page"}
    rows = [{**row, "safety_id": f"s{n}", "subject": f"medicine {n}"} for n in range(MOST + 2)]
    found = of_kind(small_pack([{"study_id": "A"}], safety=rows), "safety")
    assert len(found) == MOST + 2
    assert {each["address"] for each in found[MOST:]} == {"data?part=tables"}
    assert found[-1]["name"] == f"Medicine {MOST + 1}" and "safety.csv" in found[-1]["about"]


def test_the_search_of_an_own_table_says_so(headache):
    assert json.loads(search_index(headache, own=True))["scope"].startswith("Searches your own table")


def test_entries_do_not_depend_on_the_language_and_every_word_does(shipped):
    facts, english = entries_of(shipped), index_of(shipped)
    with speaking(Pseudo()):
        assert entries_of(shipped) == facts
        other = index_of(shipped)
    assert json.loads(undone(json.dumps(other, ensure_ascii=False))) == english
    said = [other["scope"], *(each[part] for each in other["kinds"] for part in ("label", "leads"))]
    assert not any(re.search("[a-z]", each) for each in said)


def test_the_plain_address_gives_the_whole_index(shipped, monkeypatch):
    monkeypatch.delenv("EVIDENCE_PACK", raising=False)
    for ending in ("", ".json", f".json?version={shipped.version}"):
        assert ask(f"/api/search-index{ending}").json == index_of(shipped)
    for wrong in ("version=1", "design=before-after", "q=levodopa"):
        assert ask(f"/api/search-index?{wrong}").status == 400
    assert "search-index.json" in ask("/api/").json["addresses"]
