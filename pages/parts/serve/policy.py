"""What a browser may do with an answer: the headers that every one of them carries.

Scripts run only from the program's own files, and those inside a page only when their hash is listed: our constant
ones, and what Streamlit's own page holds. Styles inside a page are allowed, because Streamlit and Plotly write them while
they run. Nothing is loaded from, sent to or framed by another site; who may frame the program is a setting of its
installation (EVIDENCE_FRAME_ANCESTORS, for example "'self' https://learning.example.org").
"""

import base64
import hashlib
import os
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import streamlit

from pages.parts import club_clock, club_keys, club_live, club_overview, club_turn, scripts
from pages.parts.serve import chair_script, room_script

FRAME_ANCESTORS = "EVIDENCE_FRAME_ANCESTORS"
SOURCE = re.compile(r"'none'|'self'|https?://(\*\.)?[A-Za-z0-9.-]+(:[0-9]{1,5})?")
INSIDE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
OF_THE_CLUB = (club_keys.SCRIPT, club_overview.SCRIPT, club_live.SCRIPT, club_clock.SCRIPT, club_turn.SCRIPT)
OF_A_ROOM = (room_script.SCRIPT, chair_script.SCRIPT)
SCRIPTS = (*scripts.SCRIPTS, *OF_THE_CLUB, *OF_A_ROOM)
"""Every script that our pages hold."""
STREAMLIT_PAGE = Path(streamlit.__file__).parent / "static" / "index.html"
FIXED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


@cache
def headers() -> dict[str, str]:
    """The headers of every answer; raises ValueError when the setting names something that is no source."""
    return {"Content-Security-Policy": policy(frame_ancestors(os.environ.get(FRAME_ANCESTORS, ""))), **FIXED}


def policy(ancestors: str) -> str:
    """The Content-Security-Policy with these frame-ancestors."""
    hashes = " ".join(f"'{each}'" for each in script_hashes((*SCRIPTS, STREAMLIT_PAGE.read_text(encoding="utf-8"))))
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' {hashes}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "frame-src 'self'",
            "worker-src 'self' blob:",
            "base-uri 'self'",
            "form-action 'self'",
            f"frame-ancestors {ancestors}",
        )
    )


def frame_ancestors(setting: str) -> str:
    """The sources of the setting, 'none' without any; ValueError for what is no source: it could end the policy."""
    sources = setting.split()
    wrong = [each for each in sources if not SOURCE.fullmatch(each)]
    if wrong:
        raise ValueError(f"{FRAME_ANCESTORS}: {' '.join(wrong)}. Allowed: 'none', 'self', https://host")
    return " ".join(sources) or "'none'"


def script_hashes(pages: Iterable[str]) -> list[str]:
    """The hash of every script inside these pieces of HTML, once each, as a policy names it."""
    scripts = [script for page in pages for script in INSIDE.findall(page)]
    return list(dict.fromkeys(f"sha256-{_digest(script)}" for script in scripts))


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
