"""What is wrong with a pack, in words a curator can act on: file, line, column, value and what is allowed.

An *error* keeps a pack closed; a *warning* is shown and lets it open.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

LONGEST_SHOWN = 80


@dataclass(frozen=True, order=True)
class Problem:
    """One finding; line is the physical line on which the record starts, 0 when the whole file is meant."""

    file: str
    line: int
    column: str
    value: str
    message: str
    allowed: str = ""
    severity: str = "error"

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}"
        said = "warning: " + self.message if self.severity == "warning" else self.message
        return f"{place}: {said}; allowed: {self.allowed}" if self.allowed else f"{place}: {said}"


class PackError(Exception):
    """A pack that cannot be opened, with every problem found (errors and warnings) in file and line order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def shown(value: str) -> str:
    """A value for a message: shortened, with control and invisible characters spelled out."""
    short = value if len(value) <= LONGEST_SHOWN else value[: LONGEST_SHOWN - 1] + "…"
    return "".join(
        each if unicodedata.category(each)[0] != "C" else each.encode("unicode_escape").decode("ascii")
        for each in short
    )


def did_you_mean(value: str, words: Sequence[str]) -> str:
    """`, did you mean 'x'?` when a known word is close, else empty text; capitals and spaces don't count."""
    by_plain_form = {_plain_form(word): word for word in words}
    close = get_close_matches(_plain_form(value), by_plain_form, n=1, cutoff=0.7)
    return f", did you mean '{by_plain_form[close[0]]}'?" if close else ""


def listed(words: Iterable[str], most: int = 30) -> str:
    """Words for the end of a message, cut after `most` with the number left out."""
    every = list(words)
    rest = len(every) - most
    return ", ".join(every[:most]) + (f" and {rest} more" if rest > 0 else "")


def _plain_form(text: str) -> str:
    return " ".join(text.casefold().replace("_", " ").replace("-", " ").split())
