"""The known word that a misspelled one may have meant, at a cost that is bounded however many are asked for."""

import math
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache, cached_property

from evidence.vocabulary.fact import Fact, fact

LONGEST_COMPARED = 80
MOST_COMPARED = 300
MOST_STEPS = 1_000_000
"""Letters held against letters before only capitals, spaces and hyphens are still forgiven: some 30 names among 300."""


class Nearest:
    """Known words, prepared once for many questions."""

    def __init__(self, words: Iterable[str], most_steps: float = MOST_STEPS) -> None:
        self._words = words
        self._left = most_steps

    @cached_property
    def _known(self) -> dict[str, str]:
        return {plain_form(word): word for word in self._words}

    @cached_property
    def _size(self) -> int:
        return sum(map(len, self._known))

    def hint(self, value: str) -> Fact | None:
        """The word that is close to a value, as a hint; None when there is none. Capitals and spaces don't count."""
        meant = self.to(value)
        return None if meant is None else fact("did you mean", meant=meant)

    def to(self, value: str) -> str | None:
        """The word that is close to a value, or None."""
        wanted = plain_form(value[:LONGEST_COMPARED])
        if wanted in self._known:
            return self._known[wanted]
        steps = len(wanted) * self._size
        if len(self._known) > MOST_COMPARED or steps > self._left:
            return None
        self._left -= steps
        close = get_close_matches(wanted, self._known, n=1, cutoff=0.7)
        return self._known[close[0]] if close else None


def did_you_mean(value: str, words: Iterable[str]) -> Fact | None:
    """The one of a few words that is close to a value, as a hint; None when there is none."""
    return Nearest(words).hint(value)


@cache
def of_vocabulary(words: tuple[str, ...]) -> Nearest:
    """The nearest of a closed vocabulary of the format, kept for good; not for names from data, which would stay too."""
    return Nearest(words, math.inf)


def plain_form(text: str) -> str:
    """A word without what is easily mistaken: capitals, underscores, hyphens, doubled spaces."""
    return " ".join(text.casefold().replace("_", " ").replace("-", " ").split())
