"""Signs that nobody sees and that turn a text round, told by their Unicode properties and not by a list of known ones.

Refused: control, format and private characters, surrogates, unassigned places (category C), line and paragraph separators,
everything else that Unicode lets a program leave blank (Default_Ignorable_Code_Point), and the sign for a lost character.
Allowed: the line end; and the joiners U+200C and U+200D after a letter without capitals or its marks, because Persian,
Arabic and the scripts of India are spelled with them. A soft hyphen is refused: it hides a word from a search.
"""

import unicodedata

LINE_ENDS = "\n\r"
JOINERS = "\u200c\u200d"
BEFORE_A_JOINER = ("Lo", "Mn", "Mc")
BLANK = frozenset(
    map(
        chr,
        (
            *(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x3164, 0xFFA0, 0xFFFD),
            *range(0xFE00, 0xFE10),
            *range(0xE0100, 0xE01F0),
        ),
    )
)
"""Default_Ignorable_Code_Point outside category C, and the replacement character."""


def invisible_sign(text: str) -> str | None:
    """The first sign of a text that is refused, or None."""
    if text.isascii() and text.isprintable():
        return None
    for place, sign in enumerate(text):
        if sign in BLANK or (is_hidden(sign) and sign not in LINE_ENDS and not _joins(text, place)):
            return sign
    return None


def is_hidden(sign: str) -> bool:
    """True for a sign of category C and for the separators of lines and paragraphs."""
    category = unicodedata.category(sign)
    return category[0] == "C" or category in ("Zl", "Zp")


def named(sign: str) -> str:
    """The code point of a sign and its name in Unicode: U+200B ZERO WIDTH SPACE."""
    return f"U+{ord(sign):04X} {unicodedata.name(sign, '')}".rstrip()


def _joins(text: str, place: int) -> bool:
    return text[place] in JOINERS and place > 0 and unicodedata.category(text[place - 1]) in BEFORE_A_JOINER
