"""The data of the shipped pack at plain addresses, described in docs/openapi.json.

They take the filters of a page's address. The download links of a page lead here, and a program can fetch the same.
"""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from evidence.addresses import asked_at
from evidence.downloads.converted import CONVERTED
from evidence.downloads.converter import NotConvertedError
from evidence.downloads.exports import FORMATS, export
from evidence.downloads.plain_tables import FILTERED, plain_csv, plain_datapackage, plain_json, plain_tables
from evidence.downloads.pooled_text import pooled_text
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.packs.pack import Pack
from evidence.packs.problems import PackError
from evidence.vocabulary.columns import TABLES
from evidence.vocabulary.fact import fact
from evidence.wording.search import search_index
from pages.parts.opening import shipped_pack
from pages.parts.serve.address import address_of
from pages.parts.serve.answers import CSV, JSON, ReadOnly, answered, refused
from pages.parts.serve.asking import filters_asked, not_understood, whole_asked
from pages.parts.serve.health import health
from pages.parts.serve.paper import offered, pdf_file

DESCRIPTION = Path(__file__).resolve().parents[3] / "docs" / "openapi.json"
SEARCHED = "search-index"
READ_AT_ONCE = ("consultation",)
"""Exports that a browser shows instead of saving them: a page to print."""
TEXTS = ("text/csv", "text/html", "text/plain", "text/markdown")
Answer = Callable[[Request, Pack], Response]


def index(request: Request, pack: Pack) -> Response:
    """What the data are, and every address, relative to this one."""
    problems = not_understood(request.query_params, pack)
    if problems:
        return refused(400, problems)
    described = {name: pack.dataset[name] for name in ("title", "version", "licence", "cite_as")}
    content = {**described, "description": "openapi.json", "addresses": addresses(pack)}
    return answered(request, _text(content), JSON)


def addresses(pack: Pack) -> list[str]:
    """Every address below /api/ that this pack answers, without parameters."""
    tables = [f"{name}.{ending}" for name in plain_tables(pack) for ending in ("json", "csv")]
    return [
        *tables,
        *("pooled.json", "datapackage.json", f"{SEARCHED}.json"),
        *(f"export/{kind}" for kind in (*FORMATS, *offered())),
    ]


def table(request: Request, pack: Pack, name: str, as_csv: bool) -> Response:
    """A table as JSON or CSV; studies, results and effects are those the filters leave."""
    if name not in plain_tables(pack):
        return unknown(request, pack)
    selection, problems = Selection(), whole_asked(request.query_params, pack, name)
    if name in FILTERED:
        selection, problems = filters_asked(request.query_params, pack)
    if problems:
        return refused(400, problems)
    view = evidence_in_view(pack, selection)
    content = plain_csv(view, name) if as_csv else plain_json(view, name).encode("utf-8")
    return answered(request, content, CSV if as_csv else JSON)


def pooled(request: Request, pack: Pack) -> Response:
    """The pooled result of one outcome, or every reason against one."""
    selection, problems = filters_asked(request.query_params, pack)
    if not problems and not selection.outcome:
        problems = (fact("one outcome needed", known=tuple(pack.outcomes["outcome"])),)
    if problems:
        return refused(400, problems)
    return answered(request, pooled_text(evidence_in_view(pack, selection)).encode("utf-8"), JSON)


def datapackage(request: Request, pack: Pack) -> Response:
    """The Frictionless description of the tables; their paths lead to the addresses beside it."""
    problems = whole_asked(request.query_params, pack, "datapackage")
    if problems:
        return refused(400, problems)
    return answered(request, plain_datapackage(evidence_in_view(pack, Selection())).encode("utf-8"), JSON)


def searched(request: Request, pack: Pack) -> Response:
    """What the search field of a page searches."""
    problems = whole_asked(request.query_params, pack, SEARCHED)
    if problems:
        return refused(400, problems)
    return answered(request, search_index(pack).encode("utf-8"), JSON)


def export_file(request: Request, pack: Pack) -> Response:
    """The evidence in view in an export format, to be saved; 404 for another format, 503 where no PDF could be made."""
    kind, known = str(request.path_params["kind"]), (*FORMATS, *offered())
    if kind not in known:
        return refused(404, [fact("no such format", known=known)])
    selection, problems = filters_asked(request.query_params, pack)
    if problems:
        return refused(400, problems)
    try:
        with asked_at(address_of(request)):
            file = pdf_file(pack, selection, kind) if kind in CONVERTED else export(evidence_in_view(pack, selection), kind)
    except NotConvertedError as error:
        return refused(503, [error.why])
    shown = "inline" if kind in READ_AT_ONCE else "attachment"
    named = {"Content-Disposition": f'{shown}; filename="{file.file_name}"'}
    kind_of_text = f"{file.mime}; charset=utf-8" if file.mime in TEXTS else file.mime
    return answered(request, file.content, kind_of_text, named)


def unknown(request: Request, pack: Pack) -> Response:
    """That there is no such address, and which there are."""
    return refused(404, [fact("no such address", known=tuple(addresses(pack)))])


def description(request: Request) -> Response:
    """The OpenAPI description of all this."""
    return answered(request, DESCRIPTION.read_bytes(), JSON)


def on_the_pack(answer: Answer) -> ReadOnly:
    """An address that answers from the shipped pack; 503 while that cannot be opened."""

    def answer_with_pack(request: Request) -> Response:
        try:
            pack = shipped_pack()
        except PackError:
            return refused(503, [fact("data closed")])
        return answer(request, pack)

    return ReadOnly(answer_with_pack)


def _text(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _of_a_table(name: str) -> list[Route]:
    endings = {"": False, ".json": False, ".csv": True}
    return [Route(f"/api/{name}{end}", on_the_pack(partial(table, name=name, as_csv=csv))) for end, csv in endings.items()]


ROUTES: list[BaseRoute] = [
    Route("/healthz", ReadOnly(health)),
    Route("/api", ReadOnly(lambda request: RedirectResponse("api/", 308))),
    Route("/api/", on_the_pack(index)),
    Route("/api/openapi.json", ReadOnly(description)),
    *(route for name in (*TABLES, "effects") for route in _of_a_table(name)),
    *(Route(f"/api/pooled{end}", on_the_pack(pooled)) for end in ("", ".json")),
    *(Route(f"/api/datapackage{end}", on_the_pack(datapackage)) for end in ("", ".json")),
    *(Route(f"/api/{SEARCHED}{end}", on_the_pack(searched)) for end in ("", ".json")),
    Route("/api/export/{kind}", on_the_pack(export_file)),
    Route("/api/{rest:path}", on_the_pack(unknown)),
]
"""Without an ending the answer is JSON."""
