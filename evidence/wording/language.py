"""The language a text is made in: its messages and how it writes numbers.

The language of a run stands in a context variable, so that two readers can have two languages at the same time. English is
the message itself.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar


class Language:
    """English; another language overrides what differs."""

    code = "en"
    decimal = "."
    thousands = ","

    def message(self, text: str) -> str:
        """A message in this language; itself when it has none."""
        return text

    def plural(self, one: str, many: str, n: float) -> str:
        """The form of a message for a count."""
        return self.message(one if n == 1 else many)

    def inside(self, label: str) -> str:
        """A label within a sentence: it begins small unless it is an abbreviation; a language may keep its capitals."""
        return label if label[1:2].isupper() else label[:1].lower() + label[1:]


ENGLISH = Language()
_current: ContextVar[Language] = ContextVar("language", default=ENGLISH)


def language() -> Language:
    """The language of this run."""
    return _current.get()


@contextmanager
def speaking(chosen: Language) -> Iterator[None]:
    """Everything said inside is said in this language."""
    before = _current.set(chosen)
    try:
        yield
    finally:
        _current.reset(before)


def N_(message: str) -> str:
    """Mark a constant as a message that is translated where it is shown."""
    return message
