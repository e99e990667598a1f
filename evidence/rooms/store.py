"""What a place that keeps rooms can do: the memory of this process, or a Redis that several replicas share.

A room is a set of named texts with an end. Every change names a text that must still be as it was read: a vote that comes
with the reveal is taken before it or not at all, and a room that has ended is not made anew by a late vote.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol


class NoRoomsError(Exception):
    """The place where rooms are kept does not answer, or is full."""


class Store(Protocol):
    """A place that keeps rooms. Every method may raise NoRoomsError."""

    def make(self, code: str, texts: Mapping[str, str], seconds: int) -> bool:
        """Keep a new room for so long; False when the code is taken."""

    def every(self, code: str) -> dict[str, str]:
        """All texts of a room; none when there is no such room."""

    def some(self, code: str, *names: str) -> list[str | None]:
        """The texts with these names, None for those that are not there."""

    def change(self, code: str, held: tuple[str, str], put: Mapping[str, str], drop: Iterable[str] = ()) -> bool:
        """Put and drop texts while `held`, a name and its text, holds; False when it does not, or the room has ended."""

    def end(self, code: str) -> None:
        """Forget a room."""
