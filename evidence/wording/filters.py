"""The filters of a reader in words, for captions and file headers."""

from evidence.facts.selection import Selection
from evidence.wording.say import say


def filters_in_words(selection: Selection) -> str:
    """What is shown, as a part of a sentence."""
    return "; ".join(map(say, selection.in_force()))
