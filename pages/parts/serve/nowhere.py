"""What is answered where there is no page: a page of our own that names those there are, with status 404.

Streamlit would answer with its own program for any address, which then tells of a script file and shows another page. The
first page stands at the root; its name in the address leads there.
"""

import re

from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import Scope
from streamlit.config import get_option

from evidence.wording.html import render
from evidence.wording.language import language
from pages.parts.frame import BESIDE, FIRST, MENU
from pages.parts.serve.room import ROOM_PATHS
from pages.parts.serve.room_chair import CHAIR_PATHS

NO_PAGES = re.compile(r".*/(_stcore|api|component|media|static|app|auth)/.*|.*\.[^/]*")
"""Addresses of files, of the data and of Streamlit's own parts: who asks for them is a program."""
OTHERS = ("", "api", "healthz", *ROOM_PATHS, *CHAIR_PATHS)


def elsewhere(scope: Scope) -> Response | None:
    """The answer to an address that leads to no page of the installation; None for one that does."""
    path, base = str(scope["path"]), get_option("server.baseUrlPath").strip("/")
    if base and f"{path}/".startswith(f"/{base}/"):
        path = path[len(base) + 1 :] or "/"
    if scope["method"] not in ("GET", "HEAD") or NO_PAGES.fullmatch(path.rstrip("/")):
        return None
    root = "../" * (path.count("/") - 1) or "./"
    name = path.strip("/")
    if name == FIRST:
        query = scope["query_string"].decode("latin-1")
        return RedirectResponse(f"{root}?{query}" if query else root, 301)
    return None if name in (*MENU, *BESIDE, *OTHERS) else _nowhere(root)


def _nowhere(root: str) -> HTMLResponse:
    """The page that says so; root leads from the address asked for to the first page, the others stand beside that."""
    pages = [(root if name == FIRST else root + name, title) for name, title in MENU.items()]
    page = render("nowhere.html", language=language().code, pages=pages)
    return HTMLResponse(page, 404, headers={"Cache-Control": "no-store"})
