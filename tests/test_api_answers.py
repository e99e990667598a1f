"""How plain addresses answer: copies are found current, any site may read, nobody may write, errors carry the headers."""

import gzip

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from pages.parts.serve.guard import Guarded
from pages.parts.serve.policy import frame_ancestors, headers, policy
from tests.asking import ask
from tests.conftest import ROOT

DATA = ("/api/", "/api/studies.csv", "/api/effects", "/api/pooled?outcome=IRLS", "/api/datapackage", "/api/export/bib")
KINDS = (*DATA, "/api/openapi.json", "/api/nothing", "/api/studies?design=x", "/api")


@pytest.fixture(autouse=True)
def shipped_pack_served(monkeypatch):
    monkeypatch.delenv("EVIDENCE_PACK", raising=False)
    monkeypatch.delenv("EVIDENCE_METRICS", raising=False)


@pytest.mark.parametrize("address", DATA)
def test_a_copy_that_is_current_is_not_sent_again(address):
    first = ask(address)
    mark = first.headers["ETag"]
    assert mark.startswith('"') and first.headers["Cache-Control"] == "no-cache"
    for asked in (mark, f'"other", {mark}', f"W/{mark}", "*"):
        again = ask(address, headers={"If-None-Match": asked})
        assert (again.status, again.body, again.headers["ETag"]) == (304, b"", mark)
    assert ask(address, headers={"If-None-Match": '"other"'}).body == first.body


def test_another_selection_and_other_data_have_another_mark(monkeypatch):
    asked = ("/api/studies", "/api/studies?r=0.6", "/api/studies?design=before-after")
    marks = {ask(address).headers["ETag"] for address in asked}
    assert len(marks) == 2  # what is assumed about r changes no study
    before = ask("/api/studies").headers["ETag"]
    monkeypatch.setenv("EVIDENCE_PACK", str(ROOT / "examples" / "bcg"))
    assert ask("/api/studies").headers["ETag"] != before


def test_a_compressed_answer_holds_the_same_and_has_a_mark_of_its_own():
    plain, packed = ask("/api/studies"), ask("/api/studies", headers={"Accept-Encoding": "br, gzip"})
    assert packed.headers["Content-Encoding"] == "gzip" and gzip.decompress(packed.body) == plain.body
    assert packed.headers["ETag"] != plain.headers["ETag"] and packed.headers["Vary"] == "Accept-Encoding"
    asked = {"Accept-Encoding": "gzip", "If-None-Match": packed.headers["ETag"]}
    assert ask("/api/studies", headers=asked).status == 304


@pytest.mark.parametrize("address", KINDS)
def test_any_site_may_read_and_head_tells_the_same_as_get(address):
    answer, head = ask(address), ask(address, "HEAD")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert head.status == answer.status and dict(head.headers) == dict(answer.headers)


@pytest.mark.parametrize("address", KINDS)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "PROPFIND"])
def test_nobody_may_write(address, method):
    answer = ask(address, method)
    assert answer.status == 405 and answer.headers["Allow"] == "GET, HEAD, OPTIONS" and answer.json["problems"]


@pytest.mark.parametrize("address", KINDS)
def test_a_site_that_asks_first_is_told_that_it_may_read_only(address):
    answer = ask(address, "OPTIONS")
    assert (answer.status, answer.headers["Access-Control-Allow-Methods"]) == (204, "GET, HEAD, OPTIONS")


def test_kind_and_letters_of_an_answer_are_told():
    assert ask("/api/studies").headers["Content-Type"] == "application/json"
    assert ask("/api/studies.csv").headers["Content-Type"] == "text/csv; charset=utf-8"
    assert ask("/api/export/r").headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "attachment" in ask("/api/export/csv").headers["Content-Disposition"]


def test_health_is_good_while_the_pack_opens():
    answer = ask("/healthz")
    assert (answer.status, answer.json) == (200, {"status": "ok", "data": "2026.2"})


def test_health_names_the_kinds_of_problems_but_no_place_of_the_server(tmp_path, monkeypatch):
    for folder, kind in ((tmp_path / "nowhere", "no such folder"), (tmp_path, "missing file")):
        monkeypatch.setenv("EVIDENCE_PACK", str(folder))
        answer = ask("/healthz")
        assert (answer.status, answer.json) == (503, {"status": "closed", "reasons": [kind]})
        for address in DATA:
            told = ask(address)
            assert told.status == 503 and list(told.json) == ["problems"] and str(tmp_path) not in told.body.decode()


@pytest.mark.parametrize("address", [*KINDS, "/healthz", "/_stcore/metrics", "/api/broken", "/elsewhere"])
def test_every_header_is_on_every_answer_an_error_of_the_program_too(address):
    def broken(request):
        raise ZeroDivisionError

    program = Starlette(routes=[Route("/api/broken", broken)])
    answer = ask(address, program=Guarded(program)) if address == "/api/broken" else ask(address)
    assert address != "/api/broken" or answer.status == 500
    for name, value in headers().items():
        assert answer.headers.getlist(name) == [value]


@pytest.mark.parametrize("client", ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
def test_figures_of_the_server_are_for_the_machine_itself_and_only_when_they_are_opened(client, monkeypatch):
    program = Guarded(Starlette(routes=[Route("/_stcore/metrics", lambda request: PlainTextResponse("1"))]))

    def status(client, **given):
        return ask("/_stcore/metrics", headers=given, program=program, client=client).status

    assert status((client, 1)) == 404
    monkeypatch.setenv("EVIDENCE_METRICS", "1")
    assert status((client, 1)) == 200
    assert status(("203.0.113.9", 1)) == status(None) == 404
    assert status((client, 1), **{"X-Forwarded-For": "203.0.113.9"}) == status((client, 1), Forwarded="for=x") == 404


def test_who_may_frame_the_program_is_a_setting_that_cannot_end_the_policy():
    assert policy(frame_ancestors("")).endswith("frame-ancestors 'none'")
    allowed = "'self' https://learning.example.org https://*.example.com:8443"
    assert policy(frame_ancestors(allowed)).endswith(f"frame-ancestors {allowed}")
    for wrong in ("https://a; script-src *", "*", "a\nb", "javascript:x", "self"):
        with pytest.raises(ValueError, match="EVIDENCE_FRAME_ANCESTORS"):
            frame_ancestors(wrong)
