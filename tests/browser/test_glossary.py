"""A term on the board or on the page of a study is a quiet link, by mouse or keyboard, to what it means."""

import re

import pytest

from tests.browser.access import violations


def arrived(page, anchor):
    """Waits until a term has the focus; True when it stands inside the window."""
    page.wait_for_function("anchor => document.activeElement.id === anchor", arg=anchor)
    return page.evaluate(
        "() => { const { top, bottom } = document.activeElement.getBoundingClientRect();"
        " return top >= 0 && bottom <= window.innerHeight; }"
    )


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_a_link_to_a_term_arrives_at_it(server, open_page, size):
    page = open_page(server.address + "/data?part=glossary#term-SMCC", size=size)
    assert arrived(page, "term-SMCC") and violations(page) == []


def test_the_heading_of_the_numbers_leads_to_what_they_are_and_back(server, open_page):
    page = open_page(server.address + "/?design=before-after")
    link = page.locator(".forest thead a.term").first
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("part=glossary"))
    assert "design=before-after" in page.url and arrived(page, "term-SD-20-units")
    page.go_back()
    page.locator(".forest").first.wait_for()


def test_the_measure_of_a_study_leads_to_its_meaning(server, open_page):
    page = open_page(server.address + "/study?study=Gorantla2024")
    page.locator(".results a.term", has_text=re.compile("^MC$")).first.click()
    assert arrived(page, "term-MC")
