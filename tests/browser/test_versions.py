"""Data of which the version before is kept: marks on the pages, what changed, and a link to the older version."""

import pytest

from tests.browser.access import violations
from tests.browser.conftest import settle
from tests.two_versions import CHANGED, next_version


@pytest.fixture
def changed(start, tmp_path):
    next_version(tmp_path / "pack")
    return start(tmp_path / "pack").address


def test_marks_lists_and_links_lead_to_what_changed(changed, open_page):
    page = open_page(changed)
    assert page.locator(".forest .since").first.inner_text().startswith("changed")
    assert violations(page) == []

    page.goto(f"{changed}/?version=2026.1")
    settle(page)
    assert "Hornyak 1998: study: Analysed." in page.locator(".version-note").inner_text()
    page.get_by_role("link", name="All changes of the data").click()
    settle(page)
    assert page.locator(".changes table tbody tr").count() == 6
    page.locator(".changes summary", has_text="studies:").click()
    assert "10 people" in page.locator(".changes details[open] del").first.inner_text()
    assert violations(page) == []
    with page.expect_download() as waited:
        page.get_by_role("button", name="Every change (CSV)").click()
    assert b"cell,studies,Hornyak1998,changed,n_analysed,10,9" in waited.value.path().read_bytes()

    page.goto(f"{changed}/study?study={CHANGED}")
    settle(page)
    page.locator(".since-study summary").click()
    assert "9 people" in page.locator(".since-study ins").first.inner_text()
    assert violations(page) == []

    page.goto(f"{changed}/guidelines")
    settle(page)
    assert page.locator(".guideline-table .since").count() == 1
    assert violations(page) == []
