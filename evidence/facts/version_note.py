"""What changed since, when a link was made for another version of the data."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from evidence.packs.pack_notes import Block
from evidence.vocabulary.fact import Fact, fact


@dataclass(frozen=True)
class VersionNote:
    """What to say when a link names another version of the data: a sentence, and what changed since, newest first.

    changes are lines of the change log, or facts of what bears on the page of the link.
    """

    sentence: Fact
    changes: tuple[str | Fact, ...]


def version_note(asked: str, current: str, changes: Sequence[Block], kept: Collection[str] = ()) -> VersionNote | None:
    """What to say when a link asks for another version than the current one; nothing when it is the same or not named.

    changes is the change log of the pack: a heading of level 2 starts with a version, newest first. kept: older versions
    whose tables are kept; they are known whether or not the log names them.
    """
    if not asked or asked == current:
        return None
    versions = [_version(block.lines[0]) for block in changes if block.kind == "heading" and block.level == 2]
    if asked not in versions and asked in kept:
        return VersionNote(fact("version older", asked=asked, current=current), ())
    if asked not in versions:
        return VersionNote(fact("version unknown", asked=asked, current=current), ())
    if current in versions and versions.index(asked) < versions.index(current):
        return VersionNote(fact("version newer", asked=asked, current=current), ())
    since: list[str] = []
    for block in changes:
        if block.kind == "heading" and block.level == 2 and _version(block.lines[0]) == asked:
            break
        if block.kind == "heading" and block.level == 2:
            since.append(block.lines[0])
        elif since:
            since += block.lines
    return VersionNote(fact("version older", asked=asked, current=current), tuple(since))


def _version(heading: str) -> str:
    """The version in a heading of the change log such as 2026.1 (2026-11-25)."""
    found = re.match(r"\[?v?([^\s\]()]+)", heading.strip())
    return found[1] if found else ""
