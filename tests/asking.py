"""Asks a program for an address without a server: status, headers and body as a reader gets them."""

import asyncio
import json
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.datastructures import Headers

from pages.parts.serve.api import ROUTES
from pages.parts.serve.guard import Guarded

SERVED = Guarded(Starlette(routes=ROUTES))


@dataclass(frozen=True)
class Answered:
    """One answer."""

    status: int
    headers: Headers
    body: bytes

    @property
    def json(self):
        """The body read as JSON; NaN and Infinity are errors."""
        return json.loads(self.body, parse_constant=lambda name: 1 / 0)


def scope_of(method, address, headers=None, client=("127.0.0.1", 50_000)):
    parts = urlsplit(address)
    given = [(name.lower().encode(), value.encode()) for name, value in (headers or {}).items()]
    return {
        "type": "http",
        "method": method,
        "path": parts.path,
        "raw_path": parts.path.encode(),
        "query_string": parts.query.encode(),
        "root_path": "",
        "scheme": "http",
        "headers": given,
        "client": client,
        "server": ("127.0.0.1", 80),
    }


def ask(address, method="GET", headers=None, program=SERVED, client=("127.0.0.1", 50_000), body=b""):
    """What the program answers; an error of the program is an answer too, as a reader of a server would see it."""
    sent, sent_body = [], body

    async def receive():
        return {"type": "http.request", "body": sent_body, "more_body": False}

    async def send(message):
        sent.append(message)

    async def run():
        try:
            await program(scope_of(method, address, headers, client), receive, send)
        except ZeroDivisionError:
            assert sent, "an error without an answer"

    asyncio.run(run())
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return Answered(sent[0]["status"], Headers(raw=sent[0]["headers"]), body)
