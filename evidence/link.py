"""The citable link: data version and every filter, spelled out, and what changed when the data are of another version.

The address of the dashboard is a setting of its installation (EVIDENCE_ADDRESS, for example https://evidence.example.org);
without it a link is its parameters, to be put behind the address at which the reader opens the dashboard.
"""

import io
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

import segno

from evidence.packs.pack_notes import Block
from evidence.view import View
from evidence.words import tr

ADDRESS = "EVIDENCE_ADDRESS"


@dataclass(frozen=True)
class VersionNote:
    """What to say when a link names another version of the data: a sentence, and what changed since, newest first."""

    sentence: str
    changes: tuple[str, ...]


def citable_link(view: View, address: str | None = None, **extra: str) -> str:
    """The link to a view; extra parameters, such as a study, come last. address None takes the setting."""
    place = os.environ.get(ADDRESS, "") if address is None else address
    query = urlencode([*view.selection.citable_query(view.pack.version), *extra.items()])
    return f"{place.rstrip('/')}/?{query}" if place else f"?{query}"


def qr_png(text: str, scale: int = 8) -> bytes:
    """The QR code of a text as PNG, the same bytes for the same text."""
    image = io.BytesIO()
    segno.make(text, error="m", micro=False).save(image, kind="png", scale=scale, border=4)
    return image.getvalue()


def qr_data_url(text: str) -> str:
    """The QR code of a text as the address of an inline picture."""
    return str(segno.make(text, error="m", micro=False).png_data_uri(scale=8, border=4))


def version_note(asked: str, current: str, changes: Sequence[Block]) -> VersionNote | None:
    """What to say when a link asks for another version than the current one; nothing when it is the same or not named.

    changes is the change log of the pack: a heading of level 2 starts with a version, newest first.
    """
    if not asked or asked == current:
        return None
    versions = [_version(block.lines[0]) for block in changes if block.kind == "heading" and block.level == 2]
    if asked not in versions:
        return VersionNote(
            tr(
                "The link cites data version {asked}, which the change log does not know. These are data version {current}.",
                asked=asked,
                current=current,
            ),
            (),
        )
    if current in versions and versions.index(asked) < versions.index(current):
        said = tr("The link cites data version {asked}, newer than these data ({current}).", asked=asked, current=current)
        return VersionNote(said, ())
    since: list[str] = []
    for block in changes:
        if block.kind == "heading" and block.level == 2 and _version(block.lines[0]) == asked:
            break
        if block.kind == "heading" and block.level == 2:
            since.append(block.lines[0])
        elif since:
            since += block.lines
    sentence = tr(
        "The link cites data version {asked}. These are data version {current}: numbers can differ from those cited.",
        asked=asked,
        current=current,
    )
    return VersionNote(sentence, tuple(since))


def _version(heading: str) -> str:
    """The version in a heading of the change log such as 2026.1 (2026-11-25)."""
    found = re.match(r"\[?v?([^\s\]()]+)", heading.strip())
    return found[1] if found else ""
