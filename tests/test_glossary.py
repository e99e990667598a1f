"""Whoever meets an abbreviation on a page finds it in the glossary, and a link to the glossary arrives at its term."""

import ast
import re

import pytest

from evidence.addresses import anchor
from evidence.club.session import session_of
from evidence.downloads.codebook import codebook
from evidence.facts.glossary import SAME_IN_EVERY_LANGUAGE, WORDS, glossary
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.packs.pack import Pack
from evidence.vocabulary.columns import COLUMNS, columns_of
from evidence.vocabulary.measures import MEASURES
from evidence.vocabulary.tools import TOOLS
from evidence.wording.glossary import glossary_html
from evidence.wording.language import speaking
from evidence.wording.say import catalogue, say
from tests.conftest import ROOT, small_pack
from tests.pseudo import Pseudo, undone
from tests.test_board_in_another_language import asked_of, board, without_style
from tests.test_club_in_another_language import page_html as club
from tests.test_facts_in_another_language import texts_of
from tests.test_pages_in_another_language import ROOMS, texts
from tests.test_study_page import view_of

ABBREVIATION = re.compile(
    r"(?<!\w)(?:[A-Z]{2,}[\w\u00b2-]*|[A-Za-z]{0,4}[a-z][A-Z]+[A-Za-z0-9]*|[A-Z][a-z]*[A-Z]\w*|[A-Z]\d+[a-z]?)(?!\w)"
)
"""Two capitals or more in a word (SMD, RoB, PLMS, eGFR, BibTeX), or a capital with a number (B12)."""
NAMES = {
    "studies": ("citation", "authors", "title", "journal", "volume", "pages", "doi", "registration", "funding"),
    "guidelines": ("body", "title", "region"),
    "safety": ("source", "looked_where"),
    "limits": ("source",),
    "reference_values": ("source",),
    "provenance": ("source", "locator"),
}
"""Columns that hold names: of people, journals, bodies, registers and sources. Names are cited, not explained."""
NOT_EXPLAINED = {
    "countries and unions": {"US", "USA", "UK", "EU"},
    "vitamins": {"B6", "B12"},
    "names of cohorts and journals, told as such": {"BiDirect", "SHIP-TREND", "BMC"},
    "units and the form of a date": {"mL", "dL", "pH", "MB", "UTC", "YYYY-MM-DD"},
    "kinds of files": {"HTML", "ZIP", "PPTX", "QR", "UTF-8", "UTF-16", "LaTeX"},
    "names of programs": {"LibreOffice"},
}
SPELLED_OUT = {"S2k"}
"""In the data dictionary, where the words after the colon say what it is; a pack that uses it explains it."""
IDENTIFIERS = re.compile(r"PMC\d+|CD\d+\w*|C\d\d|O\d")
"""PubMed Central, Cochrane reviews, and claims by their number: they stand beside what they identify."""


def shown(pack: Pack) -> list[str]:
    """Every text of every page of a pack, with all messages, labels and meanings of the program."""
    view = evidence_in_view(pack, Selection())
    html = [each for room in ROOMS.values() for each in room(view)]
    html += [without_style(board(evidence_in_view(pack, asked))) for asked in asked_of(pack)]
    html += club(session_of(view, ""))
    said = [text for message in catalogue().values() for text in ([message] if isinstance(message, str) else message)]
    labels = [text for each in COLUMNS for text in (each.label, each.meaning, each.unit)]
    labels += [str(text) for text in codebook(pack)[["label", "meaning"]].fillna("").to_numpy().ravel()]
    return [*(piece for each in html for piece in texts(each)), *texts_of(pack), *said, *labels, *templates(), *pages()]


def templates() -> list[str]:
    """The messages in templates."""
    files = (ROOT / "evidence" / "wording" / "templates").glob("*.html")
    return [text for file in files for text in re.findall(r"tr\('([^']*)'", file.read_text(encoding="utf-8"))]


def pages() -> list[str]:
    """The texts that pages say themselves."""
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in (ROOT / "pages").rglob("*.py")]
    calls = [each for tree in trees for each in ast.walk(tree) if isinstance(each, ast.Call)]
    said = [each for each in calls if getattr(each.func, "id", "") in ("tr", "N_", "count")]
    return [
        each.value for call in said for each in call.args if isinstance(each, ast.Constant) and isinstance(each.value, str)
    ]


def names_of(pack: Pack) -> list[str]:
    """Names and identifiers in the tables, longest first."""
    found = set()
    for table, frame in pack.tables.items():
        for name, rule in columns_of(table).items():
            if name in NAMES.get(table, ()) or rule.type in ("id", "url", "doi"):
                found |= {str(cell) for cell in frame[name].dropna()}
    return sorted((each for each in found if " " in each or len(each) > 6), key=len, reverse=True)


def explained(pack: Pack) -> set[str]:
    """The abbreviations in the names of the entries of a glossary."""
    names = [say(each.name) for each in glossary(pack)]
    return {word for name in names for how in (r"[\w\u00b2]+", r"[\w\u00b2-]+") for word in re.findall(how, name)}


def unexplained(pieces: list[str], pack: Pack) -> dict[str, str]:
    """Abbreviations that no entry explains, each with a text it stands in."""
    known = explained(pack) | SPELLED_OUT | {word for words in NOT_EXPLAINED.values() for word in words}
    formulas = pack.tables["compounds"]["formula"].dropna()
    known |= {part for formula in formulas for part in re.findall("[A-Za-z]+", formula)}
    names, found = names_of(pack), {}
    for piece in set(pieces):
        left = re.sub(r"\{[^{}]*\}|https?://\S+", " ", piece)
        for name in names if ABBREVIATION.search(left) else ():
            left = left.replace(name, " ")
        for word in ABBREVIATION.findall(left):
            singular = word.removesuffix("s")
            if {word, singular}.isdisjoint(known) and not IDENTIFIERS.fullmatch(word):
                found[word] = piece
    return found


@pytest.mark.parametrize("name", ["shipped", "bcg"])
def test_every_abbreviation_on_a_page_is_in_the_glossary(name, request):
    pack = request.getfixturevalue(name)
    assert unexplained(shown(pack), pack) == {}


def test_the_search_finds_what_it_is_for(shipped):
    found = unexplained(["An XYZ, a qQRS and two ABCs; RoB 2, eGFR and SDs are known."], shipped)
    assert set(found) == {"XYZ", "qQRS", "ABCs"}


def test_what_is_not_explained_is_met_nowhere_in_the_glossary(shipped):
    assert explained(shipped).isdisjoint(word for words in NOT_EXPLAINED.values() for word in words)


def test_measures_and_tools_are_explained():
    assert {*MEASURES, *TOOLS} <= {*SAME_IN_EVERY_LANGUAGE, *WORDS}


def test_templates_link_to_terms_that_are_there():
    text = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "evidence" / "wording" / "templates").glob("*.html"))
    single = re.findall(r"explained\('([^']+)'", text)
    listed = [
        each for line in re.findall(r"in_glossary\(\[(.+?)\]", text) for each in re.findall(r"'([^']+)'|\"([^\"]+)\"", line)
    ]
    named = {*single, *(one or other for one, other in listed)}
    assert len(named) > 10 and named <= {*SAME_IN_EVERY_LANGUAGE, *WORDS}


def test_each_entry_has_a_place_of_its_own_in_the_alphabet(shipped):
    html = glossary_html(shipped)
    places = re.findall(r'<div id="([^"]+)"', html)
    assert len(places) == len(set(places)) == len(glossary(shipped))
    names = re.findall(r"<dt>(.*?)</dt>", html)
    assert names == sorted(names, key=str.casefold)
    assert places.index(anchor("SMD")) < places.index(anchor("TSH"))


def test_board_and_study_link_to_the_glossary_and_keep_the_filters(shipped):
    view = view_of(shipped, design=("before-after",))
    assert re.search(r'href="data\?part=glossary&amp;design=before-after#term-SD-20-units"', board(view))
    for page in ROOMS["study"](view):
        for term in re.findall(r'class="term" href="data\?part=glossary&amp;design=before-after#([^"]+)"', page):
            assert term in {each.anchor for each in glossary(shipped)}


def test_a_pack_adds_its_meaning_to_a_term_of_the_program_and_never_replaces_it():
    told = [{"term": "MD", "meaning": "Doctor <b>of</b> medicine."}, {"term": "ZZZ", "meaning": "Something."}]
    pack = small_pack([{"study_id": "A"}], glossary=told)
    (both,) = (each for each in glossary(pack) if each.anchor == "term-MD")
    assert len(both.meanings) == 2 and both.meanings[1] == "Doctor <b>of</b> medicine."
    html = glossary_html(pack)
    assert "<b>" not in html and "<dt>ZZZ</dt><dd>Something.</dd>" in html


def test_every_meaning_is_of_the_language(shipped):
    english = glossary_html(shipped)
    with speaking(Pseudo()):
        other = glossary_html(shipped)
    assert sorted(undone(other).splitlines()) == sorted(english.splitlines())
    data = {cell for name in ("term", "meaning") for cell in shipped.tables["glossary"][name]}
    left = {each for each in texts(other) if re.search("[A-Za-z]", each)}
    assert left <= data | set(SAME_IN_EVERY_LANGUAGE)
