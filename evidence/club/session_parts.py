"""What a step of a journal-club session is made of: sentences, pairs, tables, and questions to the room.

Everything in it is a fact or a text of the data; words are made where a step is drawn.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from evidence.vocabulary.fact import Fact, fact

Words: TypeAlias = "Fact | str | tuple[Words, ...]"
"""What can be said: a fact, a text of the data, or several of them one after the other."""
Cell: TypeAlias = "Words | int"


class Pair(NamedTuple):
    """A label and what stands beside it; the kind of the label tells what it is."""

    label: Fact
    text: Words


@dataclass(frozen=True)
class Grid:
    """A table for reading: what it is about, and rows of which the first cell names the row."""

    kind: str
    caption: Words
    headings: tuple[Words, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Option:
    """An answer a hand can be raised for; its key is the same in every language."""

    key: str
    words: Words


@dataclass(frozen=True)
class Part:
    """A question to the room with the answers to choose from; ours is shown afterwards and may be empty.

    checks: what the room ticks before it answers, all so that a tick speaks for the study; note: why there is none.
    """

    key: str
    heading: Words
    question: Words
    options: tuple[Option, ...]
    ours: tuple[Words, ...] = ()
    grid: Grid | None = None
    checks: tuple[Words, ...] = ()
    note: Words = ""


@dataclass(frozen=True)
class Step:
    """One step: what it is about, and its content; sources are for the speaker only, links are words with an address."""

    kind: str
    sentences: tuple[Words, ...] = ()
    pairs: tuple[Pair, ...] = ()
    grids: tuple[Grid, ...] = ()
    parts: tuple[Part, ...] = ()
    sources: tuple[Words, ...] = ()
    links: tuple[tuple[Words, str], ...] = ()

    @property
    def heading(self) -> Fact:
        """The question this step answers."""
        return fact(f"club {self.kind}")


def labels(*names: str) -> tuple[Fact, ...]:
    """The labels of pairs and columns by their names."""
    return tuple(fact(f"label {name}") for name in names)


def pairs_of(**texts: Words) -> tuple[Pair, ...]:
    """Pairs by the names of their labels, with _ for a space."""
    return tuple(Pair(fact(f"label {name.replace('_', ' ')}"), text) for name, text in texts.items())


def options_of(asked: str, keys: tuple[str, ...]) -> tuple[Option, ...]:
    """Answers by their keys, said as answers to what is asked."""
    return tuple(Option(key, fact(f"{asked}: {key}")) for key in keys)


def word_options(words: tuple[str, ...]) -> tuple[Option, ...]:
    """Words of a closed vocabulary as answers."""
    return tuple(Option(word, fact("word", word=word)) for word in words)


def shortened(names: Iterable[Words], most: int = 4) -> Fact:
    """Names; beyond the most that can be read aloud, how many more there are."""
    every = tuple(names)
    if len(every) <= most:
        return fact("names", names=every)
    return fact("names and more", names=every[: most - 1], n=len(every) - most + 1)
