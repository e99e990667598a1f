"""What is answered where there is no page: a page of our own that names those there are, with status 404.

Streamlit would answer with its own program for any address, which then tells of a script file and shows another page.
"""

import re

from starlette.responses import HTMLResponse
from starlette.types import Scope

from evidence.wording.html import render
from evidence.wording.language import language
from pages.parts.frame import FIRST, MENU

NO_PAGES = re.compile(r".*/(_stcore|api|component|media|static|app|auth)/.*|.*\.[^/]*")
"""Addresses of files, of the data and of Streamlit's own parts: who asks for them is a program."""
OTHERS = ("", "api", "healthz")


def leads_nowhere(scope: Scope) -> bool:
    """Whether a request asks for a page that does not exist, below any prefix of the installation."""
    path = str(scope["path"]).rstrip("/")
    if scope["method"] not in ("GET", "HEAD") or NO_PAGES.fullmatch(path):
        return False
    return path.rpartition("/")[2] not in (*MENU, *OTHERS)


def nowhere() -> HTMLResponse:
    """The page that says so, with a link to every page beside the address asked for."""
    pages = [("./" if name == FIRST else name, title) for name, title in MENU.items()]
    page = render("nowhere.html", language=language().code, pages=pages)
    return HTMLResponse(page, 404, headers={"Cache-Control": "no-store"})
