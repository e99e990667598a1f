"""Every broken pack gives exactly the problems listed beside it, all at once; every sound pack gives none.

A folder in invalid_packs holds only the files that differ from base, the names of those left out in absent.txt, and
expected.csv: what `contains` has between bars must all stand in the message.
"""

import csv
import re
from html import unescape
from pathlib import Path

import pytest

from evidence.packs.checks.appraising import overall_as_bad_as_its_worst_domain
from evidence.packs.pack import open_pack, read_pack
from evidence.packs.problems import PackError, Problem
from evidence.packs.tables import read_table
from evidence.vocabulary.columns import COLUMNS
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.tools import TOOLS
from evidence.wording.html import render
from evidence.wording.language import speaking
from evidence.wording.messages import allowed, checks, reading
from evidence.wording.problems import problem_text
from evidence.wording.say import catalogue, tr
from tests.pseudo import Pseudo, undone

FOLDER = Path(__file__).parent / "invalid_packs"
CASES = Path(__file__).parent / "cases"
BROKEN = sorted(path.name for path in FOLDER.iterdir() if path.is_dir() and path.name != "base")
ROOT = Path(__file__).resolve().parents[1]


def broken_files(name: str) -> dict[str, bytes]:
    """The base pack with the files of one broken pack laid over it."""
    files = {path.name: path.read_bytes() for path in (FOLDER / "base").glob("*.csv")}
    files |= {path.name: path.read_bytes() for path in (FOLDER / name).glob("*.csv") if path.name != "expected.csv"}
    absent = FOLDER / name / "absent.txt"
    for file in absent.read_text(encoding="utf-8").split() if absent.exists() else ():
        del files[file]
    return files


def all_problems(files: dict[str, bytes]) -> tuple[Problem, ...]:
    """Errors and warnings of a pack, without the note that it has no provenance."""
    try:
        found = open_pack(files, "broken").warnings
    except PackError as error:
        found = error.problems
    return tuple(problem for problem in found if problem.message.kind != "no provenance")


def test_the_base_of_the_broken_packs_is_sound():
    assert all_problems(broken_files("base")) == ()


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_pack_gives_exactly_its_problems(name):
    with (FOLDER / name / "expected.csv").open(encoding="utf-8", newline="") as file:
        expected = list(csv.DictReader(file))
    found = {(p.file, str(p.line), p.column, p.value): problem_text(p) for p in all_problems(broken_files(name))}
    places = {(each["file"], each["line"], each["column"], each["value"]): each["contains"] for each in expected}
    assert sorted(found) == sorted(places), "\n".join(found.values())
    for place, contains in places.items():
        for words in contains.split(" | "):
            assert words in found[place]


def test_there_are_at_least_forty_five_broken_packs():
    assert len(BROKEN) >= 45


@pytest.mark.parametrize("folder", ["data", "examples/bcg", "tests/packs/headache"])
def test_a_sound_pack_opens_without_errors(folder):
    pack = read_pack(ROOT / folder)
    assert all(problem.severity == "warning" for problem in pack.warnings)


def problems_of(folder: Path) -> list[tuple[str, int, str, str, str]]:
    """File, line, column, value and kind of each error in a folder."""
    try:
        read_pack(folder)
    except PackError as error:
        found = [problem for problem in error.problems if problem.severity == "error"]
        return [(each.file, each.line, each.column, each.value, each.message.kind) for each in found]
    return []


def test_an_overall_judgement_better_than_its_worst_domain_is_named_with_the_domain():
    expected = [("appraisals.csv", line, "judgement", "low", "overall better than a domain") for line in (7, 13, 19)]
    assert problems_of(CASES / "c08_rob_overall") == expected
    with pytest.raises(PackError) as raised:
        read_pack(CASES / "c08_rob_overall")
    first = raised.value.problems[0]
    assert first.message["domains"] == ("selection of the reported result",)
    assert problem_text(first).endswith("allowed: high")


HEADER = "study_id,outcome,tool,tool_version,domain,judgement,rationale"


def overall_problems(*rows: str) -> list[tuple[int, object]]:
    """Line of each overall judgement that is too good, and the worst domain; a row is outcome, tool, domain, judgement."""
    lines = []
    for row in rows:
        outcome, tool, domain, judgement = row.split(",")
        lines.append(f"Ash2010,{outcome},{tool},1,{domain},{judgement},Invented.")
    table, _ = read_table("appraisals", "\n".join([HEADER, *lines]).encode())
    found = overall_as_bad_as_its_worst_domain({"appraisals": table})
    return [(problem.line, problem.message["worst"]) for problem in found]


@pytest.mark.parametrize("tool", [tool for tool in TOOLS.values() if tool.worst_domain_decides])
def test_every_pair_of_domain_and_overall_is_judged_by_the_order_of_the_tool(tool):
    for domain in tool.judgements:
        for overall in tool.judgements:
            found = overall_problems(
                f",{tool.name},{tool.domain_names[0]},{domain.word}", f",{tool.name},overall,{overall.word}"
            )
            ranked = domain.severity is not None and overall.severity is not None
            better = ranked and overall.severity < domain.severity
            assert found == ([(3, domain.word)] if better else []), (domain.word, overall.word)


def test_a_domain_of_another_outcome_or_tool_does_not_count_and_one_of_the_whole_study_does():
    domain, other = "missing outcome data", "measurement of the outcome"
    assert overall_problems(f"pain,RoB 2,{domain},high", "responders,RoB 2,overall,low") == []
    assert overall_problems("pain,ROBINS-I,missing data,critical", "pain,RoB 2,overall,low") == []
    assert overall_problems(f",RoB 2,{domain},some concerns", "pain,RoB 2,overall,low") == [(3, "some concerns")]
    assert overall_problems(f",RoB 2,{domain},high", f"pain,RoB 2,{domain},low", "pain,RoB 2,overall,low") == []
    assert overall_problems(f",RoB 2,{domain},high", f"pain,RoB 2,{other},low", "pain,RoB 2,overall,low") == [(4, "high")]


def test_a_checklist_with_free_domains_has_no_rule_for_overall():
    assert overall_problems(",JBI case report,intervention described,no", ",JBI case report,overall,yes") == []


def test_the_mark_of_a_program_for_a_missing_value_is_an_error_in_every_column():
    found = problems_of(CASES / "c12_na_text")
    assert {(file, value, kind) for file, _, _, value, kind in found} == {("studies.csv", "NA", "marked as missing")}
    assert len(found) == (CASES / "c12_na_text" / "studies.csv").read_text(encoding="utf-8").count("NA")
    assert [column for _, line, column, *_ in found if line == 5] == ["country", "funding", "registration", "title"]


def test_a_table_as_excel_saves_it_opens_without_a_word():
    assert [warning.message.kind for warning in read_pack(CASES / "c13_excel_csv_utf8").warnings] == ["no provenance"]


def test_every_kind_of_problem_has_a_message_and_every_message_a_problem():
    sources = [*(ROOT / "evidence" / "packs").rglob("*.py"), ROOT / "evidence" / "vocabulary" / "columns.py"]
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    said = {
        kind
        for messages in (allowed.MESSAGES, reading.MESSAGES, checks.ROWS, checks.NUMBERS, checks.JUDGED)
        for kind in messages
    }
    assert set(re.findall(r'fact\(\s*"([^"]+)"', code)) <= catalogue().keys()
    assert {kind for kind in said if f'"{kind}"' not in code and not kind.startswith("group of ")} == set()


def texts_in(thing: object) -> list[str]:
    """Every text among the values of a fact, also of facts inside."""
    if isinstance(thing, Fact):
        return [text for _, value in thing.values for text in texts_in(value)]
    if isinstance(thing, tuple):
        return [text for each in thing for text in texts_in(each)]
    return [thing] if isinstance(thing, str) else []


def without(said: str, texts: list[str]) -> str:
    """What is left of a line when these texts are taken out, the longest first."""
    for text in sorted(texts, key=len, reverse=True):
        said = said.replace(text, "")
    return said


@pytest.mark.parametrize("name", BROKEN)
def test_in_another_language_the_problems_are_the_same_and_no_english_is_left(name):
    problems = all_problems(broken_files(name))
    english = [problem_text(problem) for problem in problems]
    with speaking(Pseudo()):
        assert all_problems(broken_files(name)) == problems
        foreign = [problem_text(problem) for problem in problems]
    assert [undone(said) for said in foreign] == english
    for said, problem in zip(foreign, problems, strict=True):
        texts = [problem.file, problem.column, *texts_in(problem.message), *texts_in(problem.allowed)]
        assert not re.search("[A-Za-z]", without(said, texts).replace("https://", "")), said


@pytest.mark.parametrize("name", BROKEN)
def test_a_text_in_a_problem_is_one_of_the_data_or_of_the_format_never_a_sentence_of_the_program(name):
    files = broken_files(name)
    written = "\n".join(data.decode("cp1252" if name == "latin_1" else "utf-8", "replace") for data in files.values())
    written = written.replace('""', '"') + "\n".join(files)
    words = {word for rule in COLUMNS for word in (rule.table, f"{rule.table}.csv", rule.column, *rule.words)}
    words |= {name for tool in TOOLS.values() for name in (*tool.domain_names, "overall")} | {
        "some concerns",
        "very uncertain",
    }
    for problem in all_problems(files):
        for text in [*texts_in(problem.message), *texts_in(problem.allowed)]:
            known = text in words or text in written or " | " in text or re.fullmatch(r"[^a-zA-Z]*(\\\w+)?[^a-zA-Z]*", text)
            known = known or re.fullmatch(r"U\+[0-9A-F]{4,6}[A-Z0-9 -]*", text)  # a code point with its name in Unicode
            assert known, (text, problem)


@pytest.mark.parametrize("template", ["problems.html", "own_problems.html"])
def test_the_table_of_problems_is_told_in_the_language_of_the_reader(template):
    problems = [problem for name in ("not_a_number", "interval_off_centre") for problem in all_problems(broken_files(name))]
    with speaking(Pseudo()):
        page = render(
            template, heading=tr("Problems"), said=fact("problems found", n=len(problems)), problems=problems, again=""
        )
    rows = unescape(re.sub("<[^>]+>", "\n", page)).split("\n")
    texts = [each for problem in problems for each in (problem.file, problem.column, problem.value)]
    texts += [each for problem in problems for each in (*texts_in(problem.message), *texts_in(problem.allowed))]
    assert [row for row in rows if re.search("[A-Za-z]", without(row, texts))] == []
    assert page.count("<tr>") == len(problems) + 1 and "<script" not in page
