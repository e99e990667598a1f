"""References can be read by other programs: RIS parses back, BibTeX braces balance, keys are unique, nothing is made up."""

import re
import time

import pytest

from evidence.downloads.citations import _keys, bibtex, ris
from tests.conftest import small_pack
from tests.export_views import TEA, with_cells

PAPER = {
    "study_id": "Ek2020", "authors": "Ek A, Dam BC, et al.", "title": "Tea & {water}: 50% less_pain \\ more $ ~ ^ #1",
    "journal": "Sleep 2020;21(5):501-505", "doi": "10.1000/a_b(1)", "pmid": "123", "registration": "NCT1",
}  # fmt: skip
THESIS = {
    "study_id": "Dam2019",
    "status": "thesis",
    "year": 2019,
    "journal": "University of X",
    "authors": "Dam, Bo; Ek, Al",
}
PACK = small_pack([PAPER, THESIS, {"study_id": "Reg1", "status": "registered", "year": "", "registration": "NCT2"}])


def records(text: str) -> list[dict[str, list[str]]]:
    """RIS records as tag and values."""
    found: list[dict[str, list[str]]] = []
    for line in text.split("\r\n"):
        if not line:
            continue
        tag, value = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line).groups()
        if tag == "TY":
            found.append({})
        found[-1].setdefault(tag, []).append(value)
    return found


def entries(text: str) -> dict[str, dict[str, str]]:
    """BibTeX entries by key: fields between balanced braces."""
    found = {}
    for kind, key, body in re.findall(r"@(\w+)\{([^,]+),\n(.*?)\n\}\n", text, re.DOTALL):
        found[key] = {"": kind, **dict(re.findall(r"  (\w+) = \{(.*)\},?", body))}
    return found


def test_ris_reads_back_into_the_studies():
    paper, thesis, registered = records(ris(PACK.studies))
    assert paper["TY"] == ["JOUR"]
    assert paper["AU"] == ["Ek, A.", "Dam, B. C."]
    assert paper["TI"] == [PAPER["title"]]
    assert (paper["T2"], paper["VL"], paper["IS"], paper["SP"], paper["EP"]) == (["Sleep"], ["21"], ["5"], ["501"], ["505"])
    assert (paper["DO"], paper["AN"]) == ([PAPER["doi"]], ["123"])
    assert paper["UR"] == ["https://doi.org/10.1000/a_b(1)", "https://pubmed.ncbi.nlm.nih.gov/123/"]
    assert "The list of authors is incomplete" in paper["N1"]
    assert (thesis["TY"], thesis["PB"], thesis["AU"]) == (["THES"], ["University of X"], ["Dam, Bo", "Ek, Al"])
    assert (registered["TY"], "PY" in registered) == (["UNPB"], False)


def test_every_ris_record_ends():
    text = ris(PACK.studies)
    assert text.count("TY  - ") == text.count("ER  - \r\n") == 3


def test_unknown_fields_are_left_out():
    assert set(records(ris(PACK.studies))[2]) == {"TY", "ID", "TI", "N1", "ER"}
    assert set(entries(bibtex(PACK.studies))["Reg1"]) == {"", "title", "note"}


def test_an_entry_without_a_title_gets_the_label_of_its_study_in_brackets_and_says_so():
    registered = records(ris(PACK.studies))[2]
    assert registered["TI"] == ["[Reg1]"]
    assert "The title was not read; in brackets stands what the study is called here: Reg1" in registered["N1"]
    assert "The title was not read" in entries(bibtex(PACK.studies))["Reg1"]["note"]


def test_bibtex_fields():
    found = entries(bibtex(PACK.studies))
    paper = found["Ek2020"]
    assert paper[""] == "article"
    assert paper["author"] == "Ek, A. and Dam, B. C. and others"
    assert (paper["journal"], paper["volume"], paper["number"], paper["pages"]) == ("Sleep", "21", "5", "501--505")
    assert (paper["doi"], paper["url"]) == (PAPER["doi"], "https://doi.org/10.1000/a_b(1)")
    assert (found["Dam2019"][""], found["Dam2019"]["school"]) == ("phdthesis", "University of X")


def test_signs_that_bibtex_and_latex_would_read_are_escaped():
    title = entries(bibtex(PACK.studies))["Ek2020"]["title"]
    assert title == (
        r"{Tea \& \textbraceleft{}water\textbraceright{}: 50\% less\_pain \textbackslash{} more \$ "
        r"\textasciitilde{} \textasciicircum{} \#1}"
    )


@pytest.mark.parametrize("title", ["{", "}", "}}{{", "\\{", "@article{x,", "a\nTY  - JOUR", "\\"])
def test_no_title_breaks_a_file(title):
    studies = with_cells(TEA, "studies", "title", {0: title}).studies
    text = bibtex(studies)
    assert text.count("{") == text.count("}")
    depth = [text[: place + 1].count("{") - text[: place + 1].count("}") for place in range(len(text))]
    assert min(depth) >= 0
    assert len(records(ris(studies))) == 3


def test_keys_are_unique_even_when_ids_differ_only_in_signs_or_capitals():
    studies = with_cells(TEA, "studies", "study_id", {0: "Ek 2020", 1: "Ek/2020", 2: "ek-2020"}).studies
    keys = re.findall(r"@\w+\{([^,]+),", bibtex(studies))
    assert keys == ["Ek-2020", "Ek-2020-2", "ek-2020-3"]


def test_no_study_gives_an_empty_file():
    assert ris(TEA.studies.iloc[:0]) == bibtex(TEA.studies.iloc[:0]) == ""


def test_shipped_studies_have_one_record_and_one_entry_each(shipped):
    assert [record["ID"][0] for record in records(ris(shipped.studies))] == list(shipped.studies["study_id"])
    text = bibtex(shipped.studies)
    assert len(entries(text)) == len(shipped.studies)
    assert text.count("{") == text.count("}")


def test_a_group_with_a_comma_in_its_name_is_one_author_to_a_reader_of_ris():
    studies = with_cells(TEA, "studies", "authors", {0: "Department of Health, London; Ek A"}).studies
    assert records(ris(studies))[0]["AU"] == ["Department of Health London", "Ek, A."]
    assert "{Department of Health, London} and Ek, A." in bibtex(studies)


def test_thousands_of_studies_of_one_name_get_their_keys_at_once():
    start = time.process_time()
    keys = _keys(["Ek 2020"] * 20_000)
    assert len(set(keys)) == 20_000 and time.process_time() - start < 1
