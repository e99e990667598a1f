"""A fact: what was decided, as a kind and its values; words are made from it at the edge, by `evidence.wording`.

Code decides on `kind` and values, never on words. Values are numbers, texts from the data, facts, or tuples of these.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact; equal facts are equal values, so that they can be collected, counted and compared."""

    kind: str
    values: tuple[tuple[str, object], ...] = ()

    def __getitem__(self, name: str) -> object:
        """A value by its name; KeyError for another name."""
        for each, value in self.values:
            if each == name:
                return value
        raise KeyError(name)


def fact(kind: str, **values: object) -> Fact:
    """A fact of a kind with its values."""
    return Fact(kind, tuple(values.items()))
