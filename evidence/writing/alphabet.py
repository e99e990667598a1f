"""Texts in the order of the alphabet, blind to capitals and accents: Aberg, Åberg and ÅBERG stand together."""

import unicodedata

LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i", "ŋ": "n", "ŧ": "t"}
)
"""Letters that no accent can be taken from, with what a reader without them on the keyboard types."""


def folded(text: str) -> str:
    """A text without capitals and accents, each run of other signs as one space: Müller-Weiß is muller weiss."""
    small = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(sign for sign in small if not unicodedata.category(sign).startswith("M")).translate(LETTERS)
    return " ".join("".join(sign if unicodedata.category(sign)[0] in "LN" else " " for sign in bare).split())
