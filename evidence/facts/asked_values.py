"""The values somebody asked of a filter, held against those a pack has: the exact one, else the one that differs only in
capitals and accents. What could be two known values is never guessed.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LONGEST_FOLDED = 1_000
"""Signs of a value; a longer one is known only when it is exact."""


@dataclass(frozen=True)
class Asked:
    """What was asked of one filter. good: known values, each once, in the order asked. unknown: as they were written.
    ambiguous: pairs of what was written and the known values it could be, once for each set of those.
    """

    good: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    ambiguous: tuple[tuple[str, tuple[str, ...]], ...] = ()


def read_values(values: Iterable[str], known: Sequence[str]) -> Asked:
    """Tell known, unknown and ambiguous values apart; empty ones count for nothing."""
    exact = frozenset(known)
    asked = [value for value in dict.fromkeys(values) if value]
    alike = {} if exact.issuperset(asked) else _by_bare_form(known)
    good: list[str] = []
    unknown: list[str] = []
    ambiguous: dict[tuple[str, ...], str] = {}
    for value in asked:
        meant = (value,) if value in exact else alike.get(bare_form(value[: LONGEST_FOLDED + 1]), ())
        if len(meant) == 1:
            good.append(meant[0])
        elif meant:
            ambiguous.setdefault(meant, value)
        else:
            unknown.append(value)
    told = tuple((value, meant) for meant, value in ambiguous.items())
    return Asked(tuple(dict.fromkeys(good)), tuple(unknown), told)


def bare_form(text: str) -> str:
    """A text without capitals and accents; every other sign stays, because it may tell two values apart."""
    small = unicodedata.normalize("NFD", unicodedata.normalize("NFD", text).casefold())
    return "".join(sign for sign in small if unicodedata.category(sign) != "Mn")


def _by_bare_form(known: Sequence[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in dict.fromkeys(known):
        bare = bare_form(word)
        found[bare] = (*found.get(bare, ()), word)
    return found
