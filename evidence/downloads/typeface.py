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


def is_drawn(letter: str) -> bool:
    """True for a letter that every face has and that stands for itself, from left to right."""
    stands = not unicodedata.combining(letter) and unicodedata.bidirectional(letter) not in LEFTWARD
    return stands and ord(letter) in _letters()


def width(text: str, size: float, bold: bool = False, italic: bool = False) -> float:
    """The width of a text in inches by the measures of the face; a letter it has not is estimated."""
    measured = "".join(letter for letter in text if ord(letter) in _letters())
    others = "".join(letter for letter in text if ord(letter) not in _letters())
    return float(face(face_name(bold, italic)).stringWidth(measured, size)) / 72 + text_width(others, size, bold)


def drawn_text(text: str) -> str:
    """A text with a box for each letter that cannot be drawn."""
    return "".join(letter if is_drawn(letter) else BOX for letter in unicodedata.normalize("NFC", text))


def boxes_told(texts: Iterable[str]) -> str:
    """A sentence that names the letters that are drawn as boxes; nothing when all are drawn."""
    together = unicodedata.normalize("NFC", "\n".join(texts)).replace("\n", "")
    letters = dict.fromkeys(letter for letter in together if not is_drawn(letter))
    told = tr(
        "A box ({box}) stands for a letter that this typeface cannot draw: {codes:commas}. The figure as SVG keeps them.",
        box=BOX,
        codes=tuple(f"U+{ord(letter):04X}" for letter in letters),
    )
    return told if letters else ""
