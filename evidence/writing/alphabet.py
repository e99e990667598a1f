"""Texts in the order of the alphabet, blind to capitals and accents: Aberg, Åberg and ÅBERG stand together."""

import re
import unicodedata

LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i", "ŋ": "n", "ŧ": "t"}
)
"""Letters that no accent can be taken from, with what a reader without them on the keyboard types."""
OTHER_SIGNS = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """A text without capitals and accents, each run of other signs as one space: Müller-Weiß is muller weiss."""
    if text.isascii():
        return OTHER_SIGNS.sub(" ", text.lower()).strip()
    return OTHER_SIGNS.sub(" ", _without_accents(_without_accents(text).casefold()).translate(LETTERS)).strip()


def _without_accents(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.category(sign).startswith("M"))
