"""A language in which every letter of every message is another one: what is still plain English was never translated.

Values in braces, tags, entities and addresses inside a message stay as they are; so do numbers and the texts of the data.
"""

import re

from evidence.wording.language import Language

# The altered letters hardly occur in names, so that data can be told from messages.
PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
ALTERED = "ȧḃċḋėḟġḣḭɉḳḷṁṅȯṗɋṙṡṫụṿẇẋẏẓȦḂĊḊĖḞĠḢḬɈḲḶṀṄȮṖɊṘṠṪỤṾẆẊẎẒ"
LETTERS = str.maketrans(PLAIN, ALTERED)
BACK = str.maketrans(ALTERED, PLAIN)
LEFT_ALONE = re.compile(r"(\{\{|\}\}|\{[^{}]*\}|</?[A-Za-z][^<>]*>|&#?\w+;|https?://[^\s<>\"]*|\]\([^)]*\))")


class Pseudo(Language):
    """Every message altered letter by letter, in a way that can be undone."""

    code = "en-x-pseudo"

    def message(self, text: str) -> str:
        """A message with every letter outside its values changed."""
        pieces = LEFT_ALONE.split(text)
        return "".join(piece if place % 2 else piece.translate(LETTERS) for place, piece in enumerate(pieces))


def undone(text: str) -> str:
    """A text said in this language with its letters changed back: the English of the same facts."""
    return text.translate(BACK)
