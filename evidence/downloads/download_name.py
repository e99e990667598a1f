"""The name of a downloaded file: title, data version and filters in at most 120 safe characters.

Only a-z, 0-9, full stop, hyphen and underscore occur before the ending. Filters that had to be cut, or whose words
cannot be spelled in these, end in six digits made from the whole selection, which tell two such selections apart.
"""

import re
import unicodedata
from hashlib import sha256

from evidence.facts.view import View

LONGEST = 120
LONGEST_TITLE, LONGEST_VERSION = 40, 20
DIGITS = 6


def slug(text: str) -> str:
    """Text in lower-case ASCII words joined by hyphens; accents are dropped, a full stop stays between digits."""
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"(?<![0-9])\.|\.(?![0-9])|[^a-z0-9.]+", "-", plain).strip("-")


def download_name(view: View, ending: str) -> str:
    """The file name of a download of this view, with its ending such as csv."""
    dataset, query = view.pack.dataset, view.selection.query()
    title = _whole_words(slug(dataset["title"]), LONGEST_TITLE) or "evidence"
    version = _whole_words(slug(dataset["version"]), LONGEST_VERSION) or "unversioned"
    filters = _filters(query)
    start, end = f"{title}_data-{version}_", "_no-studies" if view.studies.empty else ""
    room = LONGEST - len(start) - len(end) - len(ending) - 1
    unspelled = any(not slug(value) or not value.isascii() for _, value in query)
    if len(filters) > room or unspelled:
        digest = sha256(repr(query).encode()).hexdigest()[:DIGITS]
        filters = f"{filters[: room - DIGITS - 1].strip('-._')}-{digest}"
    return f"{start}{filters}{end}.{ending}"


def _whole_words(words: str, longest: int) -> str:
    """Words of a slug, cut between words where that leaves any."""
    if len(words) <= longest:
        return words
    cut = words[: longest + 1].rpartition("-")[0] or words[:longest]
    return cut.strip("-.")


def _filters(query: list[tuple[str, str]]) -> str:
    grouped: dict[str, list[str]] = {}
    for name, value in query:
        grouped.setdefault("without" if name == "flag" else name, []).append(slug(value))
    return "_".join("-".join([name, *values]) for name, values in grouped.items()) or "all-studies"
