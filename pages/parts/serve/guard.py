"""Stands before everything the server answers: sets the headers, closes what only Streamlit's own tools would ask for, and
answers an address without a page.

It stands around the whole program, so that a page, a file, a redirect, a refusal and an error carry the same headers.
Figures about the server (`/_stcore/metrics`) are given only when EVIDENCE_METRICS is 1, and then only to the machine itself:
a request that a proxy has passed on comes from elsewhere.

A session is opened only for a page of this program: for another origin Streamlit would ask a server on the internet which
address this machine has, to compare them, while every reader waits.
"""

import os
import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.parts.serve.nowhere import elsewhere
from pages.parts.serve.policy import headers

METRICS = "EVIDENCE_METRICS"
FIGURES = re.compile(r".*/_stcore/metrics/?")
CLOSED = re.compile(
    r".*/_stcore/(?!(health|host-config|stream)/?$|upload_file/).*|.*/(component|auth|app/static)/.*|.*/oauth2callback/?"
)
HERE = ("localhost", "127.0.0.1")
PASSED_ON = ("forwarded", "x-forwarded-for", "x-forwarded-proto", "x-real-ip")


class Guarded:
    """The program behind its guard."""

    def __init__(self, program: ASGIApp) -> None:
        self.program = program
        self.headers = headers()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it as an address that is not there."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                answered = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    answered[name] = value
            await send(message)

        program = self.program
        if scope["type"] in ("http", "websocket") and is_closed(scope):
            program = PlainTextResponse("Not Found", 404)
        elif scope["type"] == "websocket" and is_foreign(scope):
            program = PlainTextResponse("Forbidden", 403)
        elif scope["type"] == "http":
            program = elsewhere(scope) or program
        await program(scope, receive, send_with_headers)


def is_closed(scope: Scope) -> bool:
    """Whether a request asks for what is not for it, below any prefix of the installation."""
    path = str(scope["path"])
    if FIGURES.fullmatch(path) and os.environ.get(METRICS) == "1":
        return not from_this_machine(scope)
    return CLOSED.fullmatch(path) is not None


def from_this_machine(scope: Scope) -> bool:
    """True for a request made on this machine that no proxy has passed on."""
    given, client = Headers(scope=scope), scope.get("client")
    if any(name in given for name in PASSED_ON) or not client:
        return False
    address = ip_address(client[0])
    return (getattr(address, "ipv4_mapped", None) or address).is_loopback


def is_foreign(scope: Scope) -> bool:
    """True for a request from a page of another origin; a program that is no browser names none."""
    given = Headers(scope=scope)
    origin = urlsplit(given.get("origin", ""))
    return "origin" in given and origin.netloc != given.get("host", "") and origin.hostname not in HERE
