"""What the board should show, and what it shows."""

import re

from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.packs.pack import read_pack
from tests.browser.conftest import ROOT


def expected(**asked):
    view = evidence_in_view(read_pack(ROOT / "data"), Selection(**asked))
    return list(view.studies["citation"])


def table_rows(page):
    return page.locator(".study-table tbody th").all_inner_texts()


def forest_rows(page, panel="treatment"):
    return page.locator(f".forest-{panel} tr[data-row] .f-study a").all_inner_texts()


def option(page, name):
    """The option of a filter in the sidebar; its name ends with the number of studies it would show."""
    return page.get_by_role("button", name=re.compile(rf"^{re.escape(name)} [\d,]+$"))
