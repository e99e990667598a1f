"""A reference is taken apart as far as its text is clear; what is not clear stays whole, and nothing is added."""

import pytest

from evidence.downloads.names import Author, initials, read_authors
from evidence.downloads.reference import page_span, read_journal, reference
from tests.export_views import TEA


@pytest.mark.parametrize(
    ("text", "authors", "complete"),
    [
        ("Ek A, van Dam BC, Ustun Ozek S", [("Ek", "A"), ("van Dam", "BC"), ("Ustun Ozek", "S")], True),
        ("Ek A", [("Ek", "A")], True),
        ("Ek", [("Ek", "")], True),
        ("Ek A, Dam B, et al.", [("Ek", "A"), ("Dam", "B")], False),
        ("Ek A, et al. (18 authors)", [("Ek", "A")], False),
        ("Ek A, Dam B (3 of 18)", [("Ek", "A"), ("Dam", "B")], False),
        ("Ek A (12 more authors)", [("Ek", "A")], False),
        ("Ek A (18 investigators)", [("Ek", "A")], True),
        ("Ek A, et al. (18 Autoren)", [("Ek", "A")], False),
        ("Smith A, Doe B (RLS-2 Study Group)", [("Smith", "A"), ("Doe", "B"), ("RLS-2 Study Group", "")], True),
        ("Ek, A., Dam, B. (for the X Study Group, Oslo)", [("Ek", "A."), ("Dam", "B."), ("X Study Group, Oslo", "")], True),
        ("Ek, Anna (HOPE-2 Study Group); Dam, Bo", [("Ek", "Anna"), ("Dam", "Bo"), ("HOPE-2 Study Group", "")], True),
        ("COVID-19 (HOPE-2) Study Group", [("COVID-19 (HOPE-2) Study Group", "")], True),
        ("Müller K und Schmidt H", [("Müller", "K"), ("Schmidt", "H")], True),
        ("Müller, K. und Schmidt, H.", [("Müller", "K."), ("Schmidt", "H.")], True),
        ("Müller, Kai und Schmidt, Ina; Ek, Anna", [("Müller", "Kai"), ("Schmidt", "Ina"), ("Ek", "Anna")], True),
        ("Müller K, Schmidt H u. a.", [("Müller", "K"), ("Schmidt", "H")], False),
        ("Ek A et Dam B, et coll.", [("Ek", "A"), ("Dam", "B")], False),
        ("Ek A, i in.", [("Ek", "A")], False),
        ("李明，王伟，等", [("李明", ""), ("王伟", "")], False),
        ("Ek A och Dam B och Zorn C", [("Ek", "A"), ("Dam", "B"), ("Zorn", "C")], True),
        ("Ramón y Cajal S, García A y López B", [("Ramón y Cajal", "S"), ("García", "A"), ("López", "B")], True),
        ("von und zu Gilsa H", [("von und zu Gilsa", "H")], True),
        ("Institut für Schlaf und Traum, Ek A", [("Institut für Schlaf und Traum", ""), ("Ek", "A")], True),
        ("Ek A ja Dam B", [("Ek A ja Dam B", "")], True),
        ("Ek, A ja Dam, B; Zorn, C", [("Ek, A ja Dam, B", ""), ("Zorn", "C")], True),
        ("Berg, J van den; Ek, A", [("Berg", "J van den"), ("Ek", "A")], True),
        ("Ek A, Dam B, ... Zorn Z", [("Ek", "A"), ("Dam", "B"), ("Zorn", "Z")], False),
        ("Ek, Anna; Dam, Bo", [("Ek", "Anna"), ("Dam", "Bo")], True),
        ("Ek, A., Dam, B. C.", [("Ek", "A."), ("Dam", "B. C.")], True),
        ("Ek A and Dam B", [("Ek", "A"), ("Dam", "B")], True),
        ("Ek A, WHO", [("Ek", "A"), ("WHO", "")], True),
        ("Jimenez-Jimenez FJ, Østby Ø", [("Jimenez-Jimenez", "FJ"), ("Østby", "Ø")], True),
        ("Anderson A", [("Anderson", "A")], True),
        ("Ek A., Dam B. C.", [("Ek", "A."), ("Dam", "B. C.")], True),
        ("Ivanov Yu.A., Sartre J-P", [("Ivanov", "Yu.A."), ("Sartre", "J-P")], True),
        ("Smith JA Jr, Ek B 3rd, Dam C III", [("Smith", "JA", "Jr"), ("Ek", "B", "3rd"), ("Dam", "C", "III")], True),
        ("Smith JA, Jr., Ek B", [("Smith", "JA", "Jr."), ("Ek", "B")], True),
        ("Smith, Jr., J. A., Ek, B.", [("Smith", "J. A.", "Jr."), ("Ek", "B.")], True),
        ("Smith, J. A., Jr.; Ek, Anna", [("Smith", "J. A.", "Jr."), ("Ek", "Anna")], True),
        ("Ivanov II, Smith III", [("Ivanov", "II"), ("Smith III", "")], True),
        ("de Souza e Silva CD, 't Hooft G", [("de Souza e Silva", "CD"), ("'t Hooft", "G")], True),
        ("Food and Drug Administration", [("Food and Drug Administration", "")], True),
        ("Ek A, World Health Organization (WHO)", [("Ek", "A"), ("World Health Organization (WHO)", "")], True),
        ("Ek A, Dam B; for the RLS Study Group", [("Ek", "A"), ("Dam", "B"), ("RLS Study Group", "")], True),
        ("Ek A and the RLS Study Group", [("Ek", "A"), ("RLS Study Group", "")], True),
        ("Office of Health, Work, and Welfare; Ek, A", [("Office of Health, Work, and Welfare", ""), ("Ek", "A")], True),
        ("Department of Health and Ek A", [("Department of Health", ""), ("Ek", "A")], True),
        ("Center JR, Procter & Gamble", [("Center", "JR"), ("Procter & Gamble", "")], True),
        ("山田 太郎、王 伟", [("山田 太郎", ""), ("王 伟", "")], True),
        ("李明；王伟", [("李明", ""), ("王伟", "")], True),
        ("Иванов ИИ, Ким Ю. А.", [("Иванов", "ИИ"), ("Ким", "Ю. А.")], True),
        ("ابن سينا، الرازي", [("ابن سينا", ""), ("الرازي", "")], True),
        ("", [], True),
    ],
)  # fmt: skip
def test_authors(text, authors, complete):
    assert read_authors(text) == (tuple(Author(*each) for each in authors), complete)


@pytest.mark.parametrize(
    ("given", "pointed"),
    [
        ("A", "A."),
        ("BC", "B. C."),
        ("B.C.", "B. C."),
        ("B. C.", "B. C."),
        ("J-P", "J.-P."),
        ("Yu.A.", "Yu. A."),
        ("ØÄ", "Ø. Ä."),
    ],
)
def test_initials_get_their_points(given, pointed):
    assert initials(given) == Author("Ek", given).pointed == pointed


@pytest.mark.parametrize("given", ["Anna", "Jo Ann", "太郎", "ABCDE", "A-", "-", ""])
def test_what_is_no_initials_stays_as_read(given):
    assert initials(given) == ""
    assert Author("Ek", given).pointed == given


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("501-505", ("501", "505")),
        ("S1-S9", ("S1", "S9")),
        ("12A\u201315A", ("12A", "15A")),
        ("ix-xv", ("ix", "xv")),
        ("S1-9", ("S1", "S9")),
        ("CR326-30", ("CR326", "CR330")),
        ("CR326-330", ("CR326", "CR330")),
        ("e123-30", ("e123", "e130")),
        ("S101-S9", ("S101", "S109")),
        ("123S-30S", ("123S", "130S")),
        ("S12-3", ("S12-3", "")),
        ("A1-B9", ("A1-B9", "")),
        ("12-15A", ("12-15A", "")),
        ("12A-15", ("12A-15", "")),
        ("ix-15", ("ix-15", "")),
        ("501--505", ("501", "505")),
        ("98-1001", ("98", "1001")),
        ("1234-7", ("1234", "1237")),
        ("1234-51", ("1234", "1251")),
        ("1234-2", ("1234-2", "")),
        ("12-3", ("12-3", "")),
        ("505-501", ("505-501", "")),
        ("2020-25", ("2020-25", "")),
        ("e123", ("e123", "")),
        ("CD010655.pub3", ("CD010655.pub3", "")),
        ("1-9, 12", ("1-9, 12", "")),
        ("", ("", "")),
    ],
)
def test_page_ranges_are_whole_or_as_read(text, span):
    assert page_span(text, "2020") == span


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Sleep 1998;21(5):501-505", ("Sleep", "21", "5", "501", "505")),
        ("JAMA Intern Med 177(5):617-623", ("JAMA Intern Med", "177", "5", "617", "623")),
        ("Sleep 42(3):zsy237", ("Sleep", "42", "3", "zsy237", "")),
        ("Sleep Med 1998;8:186-187", ("Sleep Med", "8", "", "186", "187")),
        ("Open J Nephrol 1998;3(1)", ("Open J Nephrol", "3", "1", "", "")),
        ("BMC Complementary Medicine and Therapies", ("BMC Complementary Medicine and Therapies", "", "", "", "")),
        ("Sleep Medicine Reviews, article 101218", ("Sleep Medicine Reviews, article 101218", "", "", "", "")),
        ("J Surg Med 1998;(1)", ("J Surg Med", "", "1", "", "")),
        ("Biol Res, issue 5:1674-1685", ("Biol Res, issue 5:1674-1685", "", "", "", "")),
        ("Sleep Med Rev 2019:101218", ("Sleep Med Rev 2019:101218", "", "", "", "")),
        ("Adv Nephrol 1998;681969", ("Adv Nephrol 1998;681969", "", "", "", "")),
        ("Sleep 2001;21(5):501-505", ("Sleep 2001;21(5):501-505", "", "", "", "")),
        ("", ("", "", "", "", "")),
    ],
)
def test_journal_texts_in_a_study_of_1998(text, parts):
    assert tuple(read_journal(text, "1998").values()) == parts


def test_what_was_not_read_is_empty():
    study = reference(TEA.studies.iloc[2])
    assert (study.year, study.authors, study.doi, study.links) == ("", (), "", ())


def test_a_thesis_is_a_thesis_and_says_so():
    study = reference(TEA.studies.iloc[2])
    assert study.kind == "thesis"
    assert study.notes == (
        "The title was not read; in brackets stands what the study is called here: Silent2019",
        "Status: thesis",
        "Read as: abstract",
    )


def test_every_shipped_author_list_is_split_into_names(shipped):
    for study in shipped.studies.to_dict("records"):
        assert all(author.family and ";" not in author.family for author in reference(study).authors)


@pytest.mark.parametrize(
    ("cells", "parts"),
    [
        ({"volume": "21", "issue": "5", "pages": "501-505"}, ("21", "5", "501", "505")),
        ({"volume": "8", "pages": "CR326\u2013330"}, ("8", "", "CR326", "CR330")),
        ({"issue": "1/2023"}, ("", "1/2023", "", "")),
        ({"pages": "e0227497"}, ("", "", "e0227497", "")),
    ],
)
def test_columns_of_their_own_go_before_what_the_journal_text_says(cells, parts):
    study = {**TEA.studies.iloc[0].to_dict(), "journal": "Sleep 1998;3(2):1-2", **cells}
    found = reference(study)
    assert found.journal == "Sleep 1998;3(2):1-2"
    assert (found.volume, found.issue, found.first_page, found.last_page) == parts


def test_every_shipped_journal_is_a_bare_name_and_reads_as_printed(shipped):
    studies = {each.study_id: each for each in shipped.rows.studies}
    assert not [
        each.journal for each in studies.values() if each.status == "published" and any(map(str.isdigit, each.journal))
    ]
    assert studies["Hornyak1998"].printed_in == "Sleep 21(5):501-505"
    assert studies["Nygaard2008"].printed_in == "Eur J Obstet Gynecol Reprod Biol 141:23-26"
    assert studies["Jadidi2022"].printed_in == "BMC Complementary Medicine and Therapies (1/2023)"
    assert studies["Sinniah"].printed_in == ""
    cited = reference(shipped.studies.set_index("study_id", drop=False).loc["Roffe2002"].to_dict())
    assert (cited.journal, cited.volume, cited.issue) == ("Med Sci Monit", "8", "5")
    assert (cited.first_page, cited.last_page) == ("CR326", "CR330")
