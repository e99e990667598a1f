"""Strict parsers of other people read the same names, title, pages and DOI out of RIS and BibTeX that went in."""

import re
import unicodedata

import pytest
import rispy
from pybtex.database import Person, parse_string

from evidence.downloads.citations import bibtex, ris
from evidence.downloads.names import Author
from evidence.downloads.reference import Reference, reference
from tests.conftest import small_pack

SICI = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"
HOSTILE = [
    {"title": "Tea & {water}: 50% less_pain \\ more $ ~ ^ #1 <5 | >6", "doi": SICI, "pages": "S1-S9", "volume": "12_a"},
    {"title": "}}{{ \\textbf{x} @article{y, title = {z}} % \"quoted\" 'single'", "doi": "10.1000/a_b%c#d&e;f(1)~g$h"},
    {"title": "ER  - TY  - JOUR", "authors": "Smith JA Jr, van der Berg BC, de Souza e Silva C, d'Ocagne M, 't Hooft G"},
    {"title": "Ünïcödé 睡眠 сон نوم ﬁ e\u0301", "authors": "山田 太郎、王 伟; Иванов ИИ; ابن سينا", "pages": "1234-7"},
    {"title": "A $x^2$ {\\alpha} \\", "authors": "Food and Drug Administration, Procter & Gamble, Ek A", "pages": "e123"},
    {"title": "a --- b -- c", "authors": "Sand and Stone, A; others; Ek, Anna, Maria; {Brace}, B", "pages": "1-9, 12_x"},
    {"title": "", "authors": "World Health Organization (WHO); Smith, J. A., III; ek a; de la A"},
    {"title": "Nothing else", "authors": "Ek A, Dam B, et al.", "pages": "CR326-330", "issue": "1/2 & {3}"},
]
PACK = small_pack([{"study_id": f"Ek{at}", "journal": "J Sleep & {Rest}", **row} for at, row in enumerate(HOSTILE)])
TEX = {
    **{rf"\{sign}": sign for sign in "&%$#_"},
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciicircum{}": "^",
    r"\textasciitilde{}": "~",
    r"\textless{}": "<",
    r"\textgreater{}": ">",
    r"\textbar{}": "|",
}
"""What TeX sets for each command, from the LaTeX2e reference manual."""


def typeset(text: str) -> str:
    """What TeX would print; a sign that it would run is an error."""
    found = re.findall(r"\\text\w+\{\}|\\[&%$#_]|[{}]|[^\\{}&%$#_^~<>|]", text)
    assert "".join(found) == text
    return "".join(TEX.get(piece, "" if piece in "{}" else piece) for piece in found)


def name_of(person: Person) -> tuple[str, str, str]:
    """Family with its particles, given, suffix."""
    families, given = [*person.prelast_names, *person.last_names], [*person.first_names, *person.middle_names]
    return tuple(typeset(" ".join(part)) for part in (families, given, person.lineage_names))


def parts(author: Author) -> tuple[str, str, str]:
    return author.family, author.pointed, author.suffix


def tidy(text: str) -> str:
    return " ".join(text.split())


def all_references(pack) -> list[Reference]:
    return [reference(study) for study in pack.studies.to_dict("records")]


@pytest.fixture(params=["hostile", "shipped", "bcg", "headache"])
def pack(request):
    return PACK if request.param == "hostile" else request.getfixturevalue(request.param)


def test_pybtex_reads_the_same_back(pack):
    entries = list(parse_string(bibtex(pack.studies), "bibtex").entries.values())
    for each, entry in zip(all_references(pack), entries, strict=True):
        people = entry.persons.get("author", [])
        others = [] if each.every_author or not each.authors else [("others", "", "")]
        assert [name_of(person) for person in people] == [*map(parts, each.authors), *others]
        assert typeset(entry.fields["title"]) == each.title
        for name, value in (("volume", each.volume), ("number", each.issue), ("note", ". ".join(each.notes))):
            assert typeset(entry.fields.get(name, "")) == value
        pages = [page for page in (each.first_page, each.last_page) if page]
        assert typeset(entry.fields.get("pages", "")) == "--".join(pages)
        assert (entry.fields.get("doi", ""), entry.fields.get("pmid", "")) == (each.doi, each.pmid)


def test_rispy_reads_the_same_back(pack):
    records = rispy.loads(ris(pack.studies))
    for each, record in zip(all_references(pack), records, strict=True):
        assert "unknown_tag" not in record
        names = [", ".join(part for part in parts(author) if part) for author in each.authors if author.given]
        groups = [" ".join(author.family.replace(",", " ").split()) for author in each.authors if not author.given]
        assert sorted(record.get("authors", [])) == sorted([*names, *groups])
        assert record["title"] == each.title
        assert (record.get("start_page", ""), record.get("end_page", "")) == (each.first_page, each.last_page)
        assert (record.get("volume", ""), record.get("number", "")) == (each.volume, each.issue)
        assert record.get("doi", "") == each.doi
        assert record.get("notes", []) == list(each.notes)


def test_titles_and_identifiers_are_those_of_the_data(pack):
    for each, study in zip(all_references(pack), pack.rows.studies, strict=True):
        assert each.title == (tidy(study.title) or f"[{study.citation}]")
        assert (each.doi, each.pmid, each.study_id) == (study.doi, study.pmid, study.study_id)


def test_no_letter_of_an_author_list_is_lost_or_added(pack):
    for each, study in zip(all_references(pack), pack.rows.studies, strict=True):
        said = re.sub(r"\(\d+ [^)]*\)|\bet al\b|\band others\b", "", study.authors)
        letters = [sign for sign in unicodedata.normalize("NFC", said) if sign.isalpha()]
        kept = "".join("".join(parts(author)) for author in each.authors)
        assert sorted(sign for sign in unicodedata.normalize("NFC", kept) if sign.isalpha()) == sorted(letters)


def test_hostile_names_are_who_they_are():
    names = [[parts(author) for author in each.authors] for each in all_references(PACK)]
    assert names[2][0] == ("Smith", "J. A.", "Jr") and names[2][2] == ("de Souza e Silva", "C.", "")
    assert [name[0] for name in names[3]] == ["山田 太郎", "王 伟", "Иванов", "ابن سينا"]
    assert names[4] == [("Food and Drug Administration", "", ""), ("Procter & Gamble", "", ""), ("Ek", "A.", "")]
    assert names[6][0] == ("World Health Organization (WHO)", "", "")


def test_a_sici_doi_has_a_link_that_every_browser_takes_whole():
    assert all_references(PACK)[0].links[0] == (
        "https://doi.org/10.1002/(SICI)1097-0258(19980815/30)17:15/16%3C1661::AID-SIM968%3E3.0.CO;2-2"
    )
