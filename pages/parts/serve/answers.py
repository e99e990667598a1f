"""How a plain address answers: to reading alone, to any site, with a mark by which a copy is found to be current.

The mark (ETag) is made from the bytes of the answer, another one for the compressed form. A refusal is
{"problems": [sentence, ...]}.
"""

import gzip
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from evidence.vocabulary.fact import Fact, fact
from evidence.wording.say import say

JSON, CSV = "application/json", "text/csv; charset=utf-8"
READING = "GET, HEAD, OPTIONS"
WORTH_PACKING = 1_000
"""Bytes from which on an answer is compressed for those who can unpack it."""
ANY_SITE = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag, Content-Disposition"}
BEFORE = {"Allow": READING, "Access-Control-Allow-Methods": READING, "Access-Control-Allow-Headers": "If-None-Match"}


class ReadOnly:
    """An address that can be read: GET and HEAD are answered in a thread, OPTIONS tells so, all else is refused."""

    def __init__(self, answer: Callable[[Request], Response]) -> None:
        self.answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        if request.method == "OPTIONS":
            response = Response(status_code=204, headers=BEFORE)
        elif request.method in ("GET", "HEAD"):
            response = await run_in_threadpool(self.answer, request)
        else:
            response = refused(405, [fact("read only")])
            response.headers["Allow"] = READING
        response.headers.update(ANY_SITE)
        await response(scope, receive, send)


def answered(request: Request, content: bytes, kind: str, more: Mapping[str, str] | None = None) -> Response:
    """The content, or that the reader's copy of it is current."""
    packed = len(content) >= WORTH_PACKING and "gzip" in request.headers.get("Accept-Encoding", "")
    mark = f'"{hashlib.sha256(content).hexdigest()[:32]}{"-gzip" if packed else ""}"'
    headers = {"ETag": mark, "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
    if is_current(request.headers.get("If-None-Match", ""), mark):
        return Response(status_code=304, headers=headers)
    headers |= {"Content-Type": kind, **(more or {}), **({"Content-Encoding": "gzip"} if packed else {})}
    return Response(gzip.compress(content, 6, mtime=0) if packed else content, headers=headers)


def is_current(asked: str, mark: str) -> bool:
    """Whether one of the marks in If-None-Match is this one; a weak one is compared like a strong one."""
    marks = [each.strip().removeprefix("W/") for each in asked.split(",")]
    return "*" in marks or mark in marks


def refused(status: int, problems: Iterable[Fact]) -> Response:
    """A refusal that says why."""
    content = json.dumps({"problems": [say(each) for each in problems]}, ensure_ascii=False, indent=1) + "\n"
    return Response(content, status, media_type=JSON, headers={"Cache-Control": "no-store"})
