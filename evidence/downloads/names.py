"""Authors as a citation manager needs them: family names, given names, suffixes, and groups that are never taken apart.

Nothing is made up. What cannot be told apart for certain, such as a name in a script without capitals or two names
without initials, stays whole as a family name.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

MORE = (
    r"\bet al\b\.?|\bet coll(?:ab)?\b\.?|\bet autres\b|\.\.\.|…|\band (?:others|colleagues)\b|\bи др\b\.?|"
    r"\bund andere\b|(?<!\w)u\. ?a\.|\bi in\.|\bi wsp\.|\by otros\b|\by cols?\b\.?|\be altri\b|\be cols?\b\.?|"
    r"\bog andre\b|\boch andra\b|\bm\. ?fl\.|\ben anderen\b|\bve ark\b\.?|等\.?\s*$"
)
"""What says that there are more authors than are named, in the languages of journals."""
PEOPLE = r"(?:authors|others|collaborators|investigators|members|participants|people)"
UNNAMED = r"\s+(?:(?:more|other|further|additional)\b|of\s+\d+)"
HOW_MANY = re.compile(rf"\s*\d+(?:{UNNAMED})?(?:\s+{PEOPLE})?\s*")
"""A count in brackets, such as (18 authors), (5 more) or (3 of 18)."""
BRACKET = re.compile(r"\(([^()]*)\)")
AND = re.compile(r"\s+(?:and|&)\s+")
ALSO = re.compile(r"\s+(?:and|&|und|et|y|e|i|och|og|en|и)\s+")
"""Words that part two people in other languages; some also stand inside a family name (Ramón y Cajal, de Souza e Silva)."""
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

    Family names with initials parted by commas (Ek A, van Dam BC), or names parted by semicolons (Ek, Anna; Dam, Bo). A
    group in brackets behind a person stands at the end.
    """
    counts = [bracket for bracket in BRACKET.finditer(text) if _is_count(bracket[1])]
    complete = not re.search(MORE, text) and not any(re.search(UNNAMED, bracket[1]) for bracket in counts)
    for bracket in counts:
        text = text.replace(bracket[0], " ", 1)
    named, groups = _without_groups(re.sub(MORE, "", text))
    pieces = _split(named, BETWEEN_AUTHORS)
    apart = len(pieces) > 1 or ";" in named
    found = (each for piece in pieces for each in _with_semicolons(piece)) if apart else _with_commas(named)
    return (*(author for author in found if author.family), *groups), complete


def _is_count(inside: str) -> bool:
    """True for how many authors there are; a bracket that merely holds a digit (HOPE-2) may be part of a name."""
    return bool(HOW_MANY.fullmatch(inside)) or (bool(re.match(r"\s*\d+(?:\s|$)", inside)) and not is_group(inside))


def _without_groups(text: str) -> tuple[str, list[Author]]:
    """The text without the groups in brackets behind a person, and these groups; one inside the name of a group stays."""
    text, groups = " ".join(text.split()), []
    for piece in _split(text, BETWEEN_AUTHORS + BETWEEN_NAMES):
        for bracket in BRACKET.finditer(piece):
            name = AT_THE_START.sub("", bracket[1].strip(), count=1)
            if is_group(name) and not is_group(BRACKET.sub(" ", piece)):
                groups.append(Author(name))
                text = text.replace(bracket[0], " ", 1)
    return text, groups


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
    for between in (ALSO, AND):
        parts = between.split(piece)
        if len(parts) > 1 and not is_group(piece) and all("," in part or _has_initials(part) for part in parts):
            yield from map(_author, parts)
            return
    yield _author(piece)


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
    """A piece between commas, parted at an "and" beside somebody with initials; Food and Drug Administration stays whole.

    At an "and" of another language only behind initials: it may stand inside a family name.
    """
    piece = AT_THE_START.sub("", piece, count=1)
    for found in ALSO.finditer(piece):
        left, right = piece[: found.start()], piece[found.end() :]
        beside = AND.split(right, maxsplit=1)[0]
        english = AND.fullmatch(found[0]) and (_has_initials(beside) or right.startswith("the "))
        if english or _has_initials(left) or initials(left):
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
    name = " ".join(BRACKET.sub(" ", name).split())
    family, *rest = [part.strip() for part in name.split(",")]
    suffix = next((part for part in rest if part in SUFFIXES), "")
    given = ", ".join(part for part in rest if part and part not in SUFFIXES)
    if given:
        if _are_several(given):
            return Author(name)
        given, inside = _without_suffix(given)
        family, before = _without_suffix(family)
        return Author(family, given, suffix or inside or before)
    words = family.split(" ")
    inside = words[-1] if len(words) > 2 and words[-1] in SUFFIXES and initials(words[-2]) else ""
    words = words[:-1] if inside else words
    start = next((at for at in range(1, len(words)) if initials(" ".join(words[at:]))), None)
    if start is None or _are_several(family) or (words[-1] in SUFFIXES and words[-1] not in INITIALS_TOO):
        return Author(", ".join(part for part in (family, suffix) if part))
    return Author(" ".join(words[:start]), " ".join(words[start:]), inside or suffix)


def _are_several(name: str) -> bool:
    """True for what must be two people with something unknown between them: initials, a small word, and a name."""
    words = name.split(" ")
    return any(
        initials(word) and after[:1].islower() and any(later[:1].isupper() for later in words[at + 2 :])
        for at, (word, after) in enumerate(pairwise(words))
    )


def _without_suffix(name: str) -> tuple[str, str]:
    """A part of a name and the suffix at its end, empty when it has none."""
    start, _, last = name.rpartition(" ")
    return (start, last) if start and last in SUFFIXES else (name, "")
