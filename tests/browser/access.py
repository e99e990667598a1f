"""What axe-core finds on a page, in words."""

from collections.abc import Mapping

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
}
"""Every rule of WCAG 2.2 AA and good practice, that for the size of targets too, which axe leaves out by itself."""


def violations(page: Page) -> list[str]:
    """One line a violation: rule, what it asks for, and the elements that break it."""
    page.evaluate(Axe().axe_script)
    return found_by(page, RULES)


def found_by(page: Page, rules: Mapping[str, object]) -> list[str]:
    """The violations of these rules, where axe is on the page already; nothing else is told, because that takes longest."""
    asked = {**rules, "resultTypes": ["violations"], "preload": False}
    found = page.evaluate("asked => axe.run(asked).then((said) => said.violations)", asked)
    return [f"{each['id']}: {each['help']} | {[node['html'][:160] for node in each['nodes'][:4]]}" for each in found]
