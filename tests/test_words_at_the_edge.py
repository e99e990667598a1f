"""No module reads a worded text again: nothing is decided by comparing, searching or editing what a reader reads."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SAYING = {"say", "tr", "term", "listing", "several", "sentence", "heading", "estimate", "remark", "detail"}
READING = {
    *("split", "rsplit", "partition", "rpartition", "startswith", "endswith", "removeprefix", "removesuffix", "replace"),
    *("find", "rfind", "index", "lower", "upper", "strip", "isdigit", "capitalize", "title"),
}
MODULES = sorted([*(ROOT / "evidence").rglob("*.py"), *(ROOT / "pages").rglob("*.py")])
WORDS = ROOT / "evidence" / "wording"


def said(node, names):
    """True for a text that was just worded, or a name that holds one."""
    if isinstance(node, ast.Call):
        called = node.func
        return getattr(called, "id", getattr(called, "attr", "")) in SAYING and not read_again(node, names)
    return isinstance(node, ast.Name) and node.id in names


def read_again(node, names):
    return isinstance(node.func, ast.Attribute) and node.func.attr in READING and said(node.func.value, names)


def faults(tree):
    found = []
    for scope in (each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef | ast.Module)):
        names = {
            target.id
            for each in ast.walk(scope)
            if isinstance(each, ast.Assign) and said(each.value, set())
            for target in each.targets
            if isinstance(target, ast.Name)
        }
        for each in ast.walk(scope):
            if isinstance(each, ast.Call) and read_again(each, names):
                found.append((each.lineno, each.func.attr))
            if isinstance(each, ast.Compare) and any(said(side, names) for side in (each.left, *each.comparators)):
                found.append((each.lineno, "compared"))
            if isinstance(each, ast.Subscript) and said(each.value, names):
                found.append((each.lineno, "cut"))
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_worded_text_is_never_read_again(path):
    # The room of words itself joins and capitalises what it says; it decides nothing by it.
    allowed = {"compared"} if path.is_relative_to(WORDS) else set()
    assert [each for each in faults(ast.parse(path.read_text(encoding="utf-8"))) if each[1] not in allowed] == []


def test_the_rule_finds_what_it_is_for():
    assert faults(ast.parse("def f(x):\n    a = say(x)\n    return a.startswith('t,') or 'r =' in tr('y') or say(x)[0]"))
    assert not faults(ast.parse("def f(x):\n    return x.kind == 'r assumed' and say(x)"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_capitals_of_names_are_kept(path):
    assert ".capitalize()" not in path.read_text(encoding="utf-8")


def test_templates_keep_capitals_and_compare_no_worded_text():
    for path in sorted(WORDS.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        assert "| capitalize" not in text and "| title" not in text, path.name
        assert not re.search(r"(==|!=|\bif [^%]* in )\s*\(?\s*(tr|say|count)\(", text), path.name


def test_no_file_is_longer_than_one_idea():
    for path in [*MODULES, *(ROOT / "tests").rglob("*.py"), *(ROOT / "benchmarks").rglob("*.py")]:
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 250, path
