"""The README and the change log that lie beside the tables of a pack, as plain blocks of text.

Only headings, lists, paragraphs, **strong** words and `code` are told apart; every other sign of Markdown is shown as typed.
"""

import re
from dataclasses import dataclass
from pathlib import Path

README, CHANGES = "README.md", "CHANGELOG.md"
LARGEST = 200_000


@dataclass(frozen=True)
class Block:
    """A piece of a note: kind is heading, paragraph, list or table; level counts headings from 1."""

    kind: str
    lines: tuple[str, ...]
    level: int = 0


def read_note(folder: Path, name: str) -> tuple[Block, ...]:
    """The blocks of one note of a pack folder; empty when there is none or it is not UTF-8 text of ordinary size."""
    place = folder / name
    if not place.is_file() or place.stat().st_size > LARGEST:
        return ()
    try:
        return blocks(place.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        return ()


def blocks(text: str) -> tuple[Block, ...]:
    """Text in blocks, in order; lines of one paragraph or of one list item are joined."""
    found: list[Block] = []
    for piece in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        lines = [line.rstrip() for line in piece.split("\n") if line.strip()]
        while lines and (heading := re.match(r"(#{1,6})\s+(.*)", lines[0])):
            found.append(Block("heading", (heading[2],), len(heading[1])))
            lines = lines[1:]
        if lines and all(line.startswith("|") for line in lines):
            found.append(Block("table", tuple(lines)))
        elif lines:
            found += _prose(lines)
    return tuple(found)


def _prose(lines: list[str]) -> list[Block]:
    before: list[str] = []
    items: list[str] = []
    for line in lines:
        item = re.match(r"\s*(?:[-*]|\d+\.)\s+(.*)", line)
        if item:
            items.append(item[1])
        elif items:
            items[-1] += " " + line.strip()
        else:
            before.append(line.strip())
    made = [Block("paragraph", (" ".join(before),))] if before else []
    return made + ([Block("list", tuple(items))] if items else [])


def pieces(line: str) -> tuple[tuple[str, str], ...]:
    """A line in pieces of (kind, text); kind is strong, code or plain."""
    found = []
    for piece in re.split(r"(\*\*[^*]+\*\*|`[^`]+`)", line):
        if piece.startswith("**") and piece.endswith("**") and len(piece) > 4:
            found.append(("strong", piece[2:-2]))
        elif piece.startswith("`") and piece.endswith("`") and len(piece) > 2:
            found.append(("code", piece[1:-1]))
        elif piece:
            found.append(("plain", piece))
    return tuple(found)
