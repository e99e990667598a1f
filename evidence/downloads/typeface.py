"""The typeface that goes into a figure: Liberation Sans, which is as wide as Arial; how wide its letters are, which it has.

Figures as SVG name it and keep their text; PDF and PNG carry its letters. A letter that it has not, or that would need
shaping or another direction of writing, is drawn as a box, and the figure names it.
"""

import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from evidence.drawings.paper_items import text_width
from evidence.wording.say import tr

FOLDER = Path(__file__).with_name("typefaces")
REGULAR, BOLD, ITALIC = "LiberationSans-Regular", "LiberationSans-Bold", "LiberationSans-Italic"
BOX = "\u25a1"
LEFTWARD = ("R", "AL", "AN")
"""Directions of writing that run from right to left."""
SAME_SIGN = "<noBreak> "
"""How Unicode marks a sign that differs from another only in that no line ends at it: the hyphen U+2011 from U+2010."""
MOST_CODES = 20
"""How many letters without a shape are named."""


def face_name(bold: bool = False, italic: bool = False) -> str:
    """The face for a text; bold goes before italic."""
    return BOLD if bold else ITALIC if italic else REGULAR


def face_file(name: str) -> str:
    """Where a face is kept."""
    return str(FOLDER / f"{name}.ttf")


@cache
def face(name: str) -> TTFont:
    """A face, known to the writer of PDF from then on."""
    font = TTFont(name, face_file(name))
    pdfmetrics.registerFont(font)
    return font


@cache
def _letters() -> frozenset[int]:
    """The letters that every face has."""
    return frozenset.intersection(*(frozenset(face(name).face.charToGlyph) for name in (REGULAR, BOLD, ITALIC)))


@cache
def _sign(letter: str) -> str:
    """The letter, or the sign that looks the same where no face has it."""
    same = unicodedata.decomposition(letter)
    return (
        chr(int(same.removeprefix(SAME_SIGN), 16))
        if same.startswith(SAME_SIGN) and ord(letter) not in _letters()
        else letter
    )


def _signs(text: str) -> str:
    return "".join(map(_sign, unicodedata.normalize("NFC", text)))


def is_drawn(letter: str) -> bool:
    """True for a letter that every face has and that stands for itself, from left to right."""
    stands = not unicodedata.combining(letter) and unicodedata.bidirectional(letter) not in LEFTWARD
    return stands and ord(letter) in _letters()


def is_box(letter: str) -> bool:
    """True for a letter that is drawn as a box; white space only parts words."""
    return not letter.isspace() and not is_drawn(letter)


def width(text: str, size: float, bold: bool = False, italic: bool = False) -> float:
    """The width of a text in inches by the measures of the face; a letter it has not is estimated."""
    text = _signs(text)
    measured = "".join(letter for letter in text if ord(letter) in _letters())
    others = "".join(letter for letter in text if ord(letter) not in _letters())
    return float(face(face_name(bold, italic)).stringWidth(measured, size)) / 72 + text_width(others, size, bold)


def drawn_text(text: str) -> str:
    """A text with a box for each letter that cannot be drawn."""
    return "".join(letter if is_drawn(letter) else BOX for letter in _signs(text))


def boxes_told(texts: Iterable[str]) -> str:
    """A sentence that names the letters that are drawn as boxes, the first few of many; nothing when all are drawn."""
    letters = dict.fromkeys(letter for text in dict.fromkeys(texts) for letter in _signs(text) if is_box(letter))
    codes = [f"U+{ord(letter):04X}" for letter in letters]
    more = [tr("{n:whole} more", n=len(codes) - MOST_CODES)] if len(codes) > MOST_CODES else []
    told = tr(
        "A box ({box}) stands for a letter that this typeface cannot draw: {codes:list}. The figure as SVG keeps them.",
        box=BOX,
        codes=(*codes[:MOST_CODES], *more),
    )
    return told if letters else ""
