"""Whether the program can serve its data, for whoever watches it: /healthz."""

import json

from starlette.requests import Request
from starlette.responses import Response

from evidence.packs.problems import PackError
from pages.parts.opening import shipped_pack
from pages.parts.serve.answers import JSON


def health(request: Request) -> Response:
    """200 with the data version; 503 with the kinds of problems that keep the pack closed, and no values or places."""
    found: dict[str, object]
    try:
        found, status = {"status": "ok", "data": shipped_pack().version}, 200
    except PackError as error:
        kinds = dict.fromkeys(each.message.kind for each in error.problems if each.severity == "error")
        found, status = {"status": "closed", "reasons": list(kinds)}, 503
    return Response(json.dumps(found) + "\n", status, media_type=JSON, headers={"Cache-Control": "no-store"})
