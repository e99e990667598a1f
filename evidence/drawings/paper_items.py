"""Paper for a forest plot that is not on a screen: its columns in inches, the things drawn on it, and how wide text is.

Widths are those of an Arial-like face, so that each row can be made as high as its longest text and nothing is cut.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

FRAME = -1
WIDE, BROAD, NARROW = "MWmw@%—⊕◯", "ABCDEFGHKNOPQRSTUVXYZ&<>=+−×", "iljtfrI.,;:'|!()[]- "
EMS = {**dict.fromkeys(WIDE, 0.9), **dict.fromkeys(BROAD, 0.7), **dict.fromkeys(NARROW, 0.32)}
ORDINARY, SQUARE = 0.545, 1.0
"""Width of a letter in parts of the size of its type."""
PARTING = "/&?=+-_,;"
"""Signs after which a long word is broken rather than within its letters."""


@dataclass(frozen=True)
class Paper:
    """The space for one page of a forest in inches; type_size scales all text; marks says whether risk of bias is drawn.

    least: the smallest type in points, whatever the scale, which then only sets how close things stand.
    """

    width: float
    height: float
    type_size: float = 1.0
    marks: bool = True
    least: float = 0.0

    @property
    def columns(self) -> dict[str, tuple[float, float]]:
        """Left and right of each column in inches."""
        shares = (
            {
                "study": (0, 0.315),
                "people": (0.32, 0.37),
                "effect": (0.385, 0.605),
                "text": (0.62, 0.805),
                "marks": (0.815, 1),
            }
            if self.marks
            else {"study": (0, 0.32), "people": (0.325, 0.39), "effect": (0.41, 0.72), "text": (0.735, 1)}
        )
        return {name: (left * self.width, right * self.width) for name, (left, right) in shares.items()}


@dataclass(frozen=True)
class Item:
    """One thing on the page: kind, box in inches, text and look; row is the index of its row, or FRAME.

    Kinds: words, line, dashed, band, square, hollow, arrow left, arrow right, diamond, mark. Size is in points.
    tip: where the upper and lower corner of a diamond stand, as a share of its width.
    """

    kind: str
    left: float
    top: float
    width: float
    height: float
    row: int = FRAME
    text: str = ""
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    align: str = "left"
    colour: str = "ink"
    look: str = ""
    name: str = ""
    tip: float = 0.5


@dataclass(frozen=True)
class ForestPage:
    """What stands on one page, and which rows of the forest those are."""

    items: tuple[Item, ...]
    rows: range
    height: float


@lru_cache(maxsize=20_000)
def _ems(text: str) -> float:
    return sum(EMS[letter] if letter in EMS else _other(letter) for letter in text)


def _other(letter: str) -> float:
    """The width of any other letter in parts of the size of its type; signs of East Asian scripts fill a square."""
    if letter < "\u0300":
        return ORDINARY
    if unicodedata.combining(letter):
        return 0.0
    return SQUARE if unicodedata.east_asian_width(letter) in "WF" else ORDINARY


def text_width(text: str, size: float, bold: bool = False) -> float:
    """The width of a text in inches, estimated for an Arial-like face and rather too wide than too narrow."""
    return _ems(text) * size / 72 * (1.08 if bold else 1.0)


@lru_cache(maxsize=20_000)
def lines_of(text: str, width: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """The lines of a text in a box of this width in inches: broken between words, and within one that is wider than it."""
    most = width / (size / 72 * (1.08 if bold else 1.0))
    lines, line, used = list[str](), "", 0.0
    for word in text.split():
        needed = _ems(word)
        if line and used + EMS[" "] + needed > most:
            lines.append(line)
            line, used = "", 0.0
        if needed > most:
            *whole, word = _pieces(word, most)
            lines += whole
            needed = _ems(word)
        line, used = (f"{line} {word}", used + EMS[" "] + needed) if line else (word, needed)
    return (*lines, line)


def _pieces(word: str, most: float) -> list[str]:
    """A long word, such as a link, in pieces that fit; after a sign that parts it where there is one."""
    pieces, start, used = list[str](), 0, 0.0
    for place, letter in enumerate(word):
        wide = _ems(letter)
        if place > start and used + wide > most:
            cut = max((word.rfind(sign, start, place) + 1 for sign in PARTING), default=0)
            cut = cut if cut > start else place
            pieces.append(word[start:cut])
            start, used = cut, _ems(word[cut:place])
        used += wide
    return [*pieces, word[start:]]


def lines_needed(text: str, width: float, size: float, bold: bool = False) -> int:
    """How many lines a text takes in a box of this width in inches."""
    return len(lines_of(text, width, size, bold))


def longest_word(text: str, size: float, bold: bool = False) -> float:
    """The width of the longest word of a text in inches."""
    return max((text_width(word, size, bold) for word in text.split()), default=0.0)


def beginning(text: str, lines: int, width: float, size: float, bold: bool = False) -> str:
    """As much of a text as stands on so many lines, with single spaces."""
    joined = " ".join(text.split())
    return joined[: sum(map(len, lines_of(joined, width, size, bold)[:lines]))].rstrip()


def text_height(text: str, width: float, size: float, bold: bool = False) -> float:
    """The height of a wrapped text in inches."""
    return lines_needed(text, width, size, bold) * size * 1.22 / 72 if text else 0.0
