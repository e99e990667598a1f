"""Every answer of a running dashboard carries the same headers, internals are closed, and pages work under the policy."""

import http.client
import re

import pytest

from pages.parts.serve.policy import SCRIPTS, headers, script_hashes
from tests.browser.conftest import ROOT, settle

PAGES = ("", "study?study=Hornyak1998", "compare", "guidelines", "claims", "compounds", "map", "journal_club", "data")
INSIDE_A_PAGE = "() => [...document.querySelectorAll('script:not([src])')].map(each => each.textContent)"
STRANGE = """() => {
  const own = document.createElement('script');
  own.textContent = 'window.strange = true';
  document.body.append(own);
  document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.strange = true">');
}"""
ANSWERS = {
    "page": ("GET", "/", 200),
    "page below": ("GET", "/guidelines?design=before-after", 200),
    "page for HEAD": ("HEAD", "/", 200),
    "file": ("GET", "/favicon.png", 200),
    "redirect of a page": ("GET", "/board/", 301),
    "redirect of an address": ("GET", "/api", 308),
    "data": ("GET", "/api/studies.csv", 200),
    "download": ("GET", "/api/export/ris", 200),
    "refused filter": ("GET", "/api/studies?design=x", 400),
    "unknown address": ("GET", "/api/nothing", 404),
    "no such page": ("GET", "/elsewhere?design=before-after", 404),
    "preflight": ("OPTIONS", "/api/studies", 204),
    "writing": ("POST", "/api/studies", 405),
    "writing to a page": ("POST", "/", 405),
    "dangerous path": ("GET", "//elsewhere.example", 400),
    "health": ("GET", "/healthz", 200),
    "health of the server": ("GET", "/_stcore/health", 200),
    "settings of the server": ("GET", "/_stcore/host-config", 200),
    "missing medium": ("GET", "/media/nothing.png", 404),
    "upload without a session": ("PUT", "/_stcore/upload_file/a/b", 403),
    "closed": ("GET", "/_stcore/metrics", 404),
}
CLOSED = (
    *("/_stcore/metrics", "/_stcore/metrics/", "/_stcore/script-health-check", "/_stcore/agent/openapi.json"),
    *("/_stcore/agent/mcp", "/_stcore/agent/interact", "/_stcore/bidi-components/a/b.js", "/_stcore/anything"),
    *("/page/_stcore/metrics", "/%5fstcore/metrics", "/_stcore/health/../metrics", "/component/a/index.html"),
    *("/auth/login", "/auth/logout", "/oauth2callback", "/app/static/a.txt"),
)


def asked(server, method, path, **given):
    """Status, headers and body of one request; redirects are not followed."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.request(method, path, headers=given)
    answer = connection.getresponse()
    found = answer.status, answer.headers, answer.read()
    connection.close()
    return found


@pytest.mark.parametrize("kind", ANSWERS)
def test_every_kind_of_answer_carries_every_header_once(kind, server):
    method, path, status = ANSWERS[kind]
    answered, given, _ = asked(server, method, path)
    assert answered == status
    for name, value in headers().items():
        assert given.get_all(name) == [value], name
    assert given["X-Frame-Options"] is None


def test_what_is_not_allowed_is_not_in_the_policy():
    policy = headers()["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert "unsafe-eval" not in policy and "http:" not in policy and "https:" not in policy and "*" not in policy
    assert "unsafe-inline" not in re.search(r"script-src ([^;]*)", policy)[1]


@pytest.mark.parametrize("path", CLOSED)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_internals_are_not_there(method, path, server):
    assert asked(server, method, path)[0] in (400, 404)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_works_under_the_policy_and_its_scripts_are_those_with_a_listed_hash(page, server, open_page):
    opened = open_page(f"{server.address}/{page}")
    allowed = headers()["Content-Security-Policy"]
    inside = opened.evaluate(INSIDE_A_PAGE)
    assert inside and all(f"'{each}'" in allowed for each in script_hashes(f"<script>{own}</script>" for own in inside))
    assert opened.evaluate("() => window.linksAreSoft === true")


def test_the_keys_of_the_journal_club_work_under_the_policy(server, open_page):
    opened = open_page(f"{server.address}/journal_club?present=1")
    assert opened.evaluate("() => window.clubKeys === true")


def test_a_script_that_is_not_ours_does_not_run(server, browser):
    page = browser.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(server.address)
    settle(page)
    page.evaluate(STRANGE)
    page.wait_for_timeout(500)
    assert page.evaluate("() => window.strange === undefined")
    assert any("Content Security Policy" in each for each in said)
    page.close()


def test_every_script_of_a_page_is_in_the_policy():
    pages = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "pages").rglob("*.py")}
    holding = {name: text for name, text in pages.items() if "</script>" in text and name != "policy.py"}
    assert len(holding) == len(SCRIPTS)
    for name, text in holding.items():
        assert any(script in text for script in SCRIPTS), name
    scripted = {name for name, text in pages.items() if "unsafe_allow_javascript=True" in text}
    assert scripted == {"frame.py", "club_clock.py", "club_keys.py", "club_overview.py"}
