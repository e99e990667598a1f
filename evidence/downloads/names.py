"""Authors as a citation manager needs them: family names, given names, suffixes, and groups that are never taken apart.

Nothing is made up. What cannot be told apart for certain, such as a name in a script without capitals or two names
without initials, stays whole as a family name.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

MORE = r"\bet al\b\.?|\bet coll\b\.?|\.\.\.|…|\band others\b|\bи др\b\.?"
"""What says that there are more authors than are named."""
HOW_MANY = r"\([^()]*\d[^()]*\)"
AND = re.compile(r"\s+(?:and|&)\s+")
AT_THE_START = re.compile(r"(?:(?:and|&)\s+)?(?:(?:for|on behalf of)\s+)?(?:the\s+)?")
BETWEEN_NAMES, BETWEEN_AUTHORS = ",\uff0c\u060c", ";\uff1b\u061b\u3001"
"""Commas and semicolons of Latin, Chinese, Japanese and Arabic type."""
SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "2nd", "3rd", "4th", "II", "III", "IV"})
INITIALS_TOO = frozenset({"II", "IV"})
"""Directly after a family name these are taken for initials, as PubMed writes Ivanov II for I. I. Ivanov."""
MOST_INITIALS = 4
OF_GROUPS = (
    "academy administration agency arbeitsgruppe asociación association associazione board bundesamt bundesinstitut "
    "center centers centre centres club collaboration collaborative collaborators commission committee company "
    "consortium corporation council department federation fondation forum foundation fundación gesellschaft "
    "gmbh group groupe grupo hospital inc inc. initiative institut institute institutes instituto "
    "investigators laboratories laboratory ltd ltd. ministry network office organisation organization panel "
    "programme program registry secretariat service services sociedad société society studiengruppe study taskforce "
    "team trial trialists union universidad universität université university verband verein"
)
GROUPS = frozenset(OF_GROUPS.split())
"""Words that make a name that of a group."""


@dataclass(frozen=True)
class Author:
    """Family name, given names or initials as read, and a suffix such as Jr; given is empty for a name left whole."""

    family: str
    given: str = ""
    suffix: str = ""

    @property
    def pointed(self) -> str:
        """The given names, initials with their points: B. C. for BC, J.-P. for JP written J-P."""
        return initials(self.given) or self.given


def initials(text: str) -> str:
    """Initials with their points, or empty text for anything else; at most four, of a script that has capitals."""
    signs = unicodedata.normalize("NFC", text)
    found, place, made = 0, 0, ""
    while place < len(signs):
        letter = signs[place]
        if not letter.isupper():
            return ""
        place += 1
        if signs[place : place + 1].islower() and signs[place + 1 : place + 2] == ".":
            letter, place = letter + signs[place], place + 1
        place += signs[place : place + 1] == "."
        rest = signs[place:].lstrip(" ")
        hyphened = rest[:1] in ("-", "\u2010", "\u2011")
        rest = rest[1:] if hyphened else rest
        place, found = len(signs) - len(rest), found + 1
        if hyphened and not rest:
            return ""
        made += f"{letter}." + ("-" if hyphened else " " if rest else "")
    return made if found <= MOST_INITIALS else ""


def read_authors(text: str) -> tuple[tuple[Author, ...], bool]:
    """Authors in their order, and False when the text says that there are more.

    Family names with initials parted by commas (Ek A, van Dam BC), or names parted by semicolons (Ek, Anna; Dam, Bo).
    """
    complete = not re.search(MORE, text)
    named = re.sub(MORE, "", re.sub(HOW_MANY, "", text))
    pieces = _split(named, BETWEEN_AUTHORS)
    if len(pieces) > 1 or ";" in named:
        return tuple(author for piece in pieces for author in _with_semicolons(piece)), complete
    return tuple(_with_commas(named)), complete


def _split(text: str, signs: str) -> list[str]:
    """Text parted at signs that stand in no bracket, without empty parts."""
    parts, depth = [""], 0
    for sign in text:
        depth = max(depth + (sign in "([") - (sign in ")]"), 0)
        if sign in signs and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    tidy = (" ".join(part.split()).strip(" " + BETWEEN_NAMES) for part in parts)
    return [part for part in tidy if part]


def _with_semicolons(piece: str) -> Iterator[Author]:
    piece = AT_THE_START.sub("", piece, count=1)
    names = _split(piece, BETWEEN_NAMES)
    if len(names) > 1 and all(_has_initials(name) for name in names):
        yield from map(_author, names)
        return
    parts = AND.split(piece)
    apart = len(parts) > 1 and not is_group(piece) and all("," in part or _has_initials(part) for part in parts)
    yield from map(_author, parts if apart else [piece])


def _with_commas(text: str) -> Iterator[Author]:
    pieces: list[list[str]] = []
    for piece in (part for each in _split(text, BETWEEN_NAMES) for part in _parted(each)):
        if pieces and piece in SUFFIXES:
            pieces[-1].append(piece)
        else:
            pieces.append([piece])
    families, given = pieces[::2], pieces[1::2]
    if pieces and len(families) == len(given) and _alternate(families, given):
        pieces = [[*family, *initial] for family, initial in zip(families, given, strict=True)]
    yield from (_author(", ".join(piece)) for piece in pieces)


def _alternate(families: list[list[str]], given: list[list[str]]) -> bool:
    """True for family names and initials in turn, as in Ek, A., Dam, B."""
    return all(initials(each[0]) for each in given) and not any(_has_initials(each[0]) for each in families)


def _parted(piece: str) -> list[str]:
    """A piece between commas, parted at an "and" beside somebody with initials; Food and Drug Administration stays whole."""
    piece = AT_THE_START.sub("", piece, count=1)
    for found in AND.finditer(piece):
        left, right = piece[: found.start()], piece[found.end() :]
        beside = AND.split(right, maxsplit=1)[0]
        if _has_initials(left) or _has_initials(beside) or initials(left) or right.startswith("the "):
            return [left, *_parted(right)]
    return [piece] if piece else []


def _has_initials(piece: str) -> bool:
    return bool(_author(piece).given)


def is_group(name: str) -> bool:
    """True for the name of a group; a single family name with initials is a person whatever it means (Center JR)."""
    words = re.sub(r"[,()]", " ", name).split()
    if len(words) > 1 and initials(" ".join(words[1:])):
        return False
    return any(word.casefold() in GROUPS for word in words)


def _author(name: str) -> Author:
    if is_group(name):
        return Author(name)
    name = " ".join(re.sub(r"\([^)]*\)", " ", name).split())
    family, *rest = [part.strip() for part in name.split(",")]
    suffix = next((part for part in rest if part in SUFFIXES), "")
    given = ", ".join(part for part in rest if part and part not in SUFFIXES)
    if given:
        given, inside = _without_suffix(given)
        family, before = _without_suffix(family)
        return Author(family, given, suffix or inside or before)
    words = family.split(" ")
    inside = words[-1] if len(words) > 2 and words[-1] in SUFFIXES and initials(words[-2]) else ""
    words = words[:-1] if inside else words
    start = next((at for at in range(1, len(words)) if initials(" ".join(words[at:]))), None)
    if start is None or (words[-1] in SUFFIXES and words[-1] not in INITIALS_TOO):
        return Author(", ".join(part for part in (family, suffix) if part))
    return Author(" ".join(words[:start]), " ".join(words[start:]), inside or suffix)


def _without_suffix(name: str) -> tuple[str, str]:
    """A part of a name and the suffix at its end, empty when it has none."""
    start, _, last = name.rpartition(" ")
    return (start, last) if start and last in SUFFIXES else (name, "")
