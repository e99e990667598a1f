"""Imports run one way, so that an engineer can read any room without the ones above it."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = (
    *("vocabulary", "addresses", "writing", "packs", "statistics", "facts", "versions", "forest", "guidelines"),
    *("claims", "study", "doses", "search", "wording", "drawings", "club", "rooms", "downloads", "front_door", "commands"),
)
"""From the ground up: a room, or a module that stands in evidence/ itself, may import what stands before it."""


def imports_of(path):
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def module_of(path):
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = {module_of(path): imports_of(path) for path in sorted((ROOT / "evidence").rglob("*.py"))}


def room_of(module):
    parts = module.split(".")
    return ROOMS.index(parts[1]) if len(parts) > 1 and parts[1] in ROOMS else None


@pytest.mark.parametrize("module", MODULES)
def test_a_room_imports_only_from_the_rooms_below_it(module):
    room = room_of(module)
    for imported in MODULES[module]:
        below = room_of(imported) if imported.startswith("evidence") else None
        if below is None or module in ("evidence", "evidence.__main__"):
            continue
        assert below <= (0 if room is None else room), f"{module} imports {imported}"


def test_modules_never_import_each_other_in_a_circle():
    done, under_way = set(), []

    def follow(module):
        assert module not in under_way, " > ".join([*under_way, module])
        if module in done:
            return
        under_way.append(module)
        for imported in MODULES.get(module, ()):
            if imported in MODULES and imported != module:
                follow(imported)
        under_way.pop()
        done.add(module)

    for module in MODULES:
        follow(module)


def test_the_domain_never_imports_a_page_and_pages_never_import_pages():
    for module, imported in MODULES.items():
        assert not any(each.startswith("pages") for each in imported), module
    for page in (ROOT / "pages").glob("*.py"):
        others = {each for each in imports_of(page) if each.startswith("pages") and not each.startswith("pages.parts")}
        assert others == set(), page.name


def test_pages_are_short_scripts():
    for page in (ROOT / "pages").glob("*.py"):
        assert len(page.read_text(encoding="utf-8").splitlines()) <= 90, page.name
