"""Files of the shipped pack at plain addresses: the download links of a page lead here, and a program can fetch them.

They take the filters of a page's address. Unlike a page, which shows what is left, an answer is refused when a filter has
an unknown value: a program that misspells one must not take the whole table for its part.
"""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from evidence.downloads.exports import FORMATS, export
from evidence.facts.selection import FILTER_NAMES, read_selection
from evidence.facts.view import evidence_in_view
from evidence.packs.problems import PackError
from evidence.wording.say import say, tr
from pages.parts.opening import shipped_pack


def export_file(request: Request) -> Response:
    """The evidence in view in an export format; 404 for another, 400 for unknown filter values, 503 without data."""
    kind = str(request.path_params["kind"])
    if kind not in FORMATS:
        return PlainTextResponse(tr("Known formats: {known:list}.", known=tuple(FORMATS)), 404)
    try:
        pack = shipped_pack()
    except PackError:
        return PlainTextResponse(tr("The data cannot be opened"), 503)
    asked = {name: request.query_params.getlist(name) for name in FILTER_NAMES if name in request.query_params}
    selection, complaints = read_selection(asked, pack)
    if complaints:
        return PlainTextResponse("\n".join(map(say, complaints)), 400)
    file = export(evidence_in_view(pack, selection), kind)
    return Response(
        file.content,
        media_type=file.mime,
        headers={"Content-Disposition": f'attachment; filename="{file.file_name}"', "Cache-Control": "no-cache"},
    )


ROUTES = [Route("/api/export/{kind}", export_file)]
