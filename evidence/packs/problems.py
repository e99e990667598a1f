"""What is wrong with a pack, in words a curator can act on: file, line, column, value and what is allowed.

An *error* keeps a pack closed; a *warning* is shown and lets it open.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

LONGEST_SHOWN = 80
MOST_COMPARED = 300
MOST_OF_A_KIND = 1_000


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
        each if unicodedata.category(each)[0] != "C" else each.encode("unicode_escape").decode("ascii") for each in short
    )


def did_you_mean(value: str, words: Sequence[str]) -> str:
    """`, did you mean 'x'?` when a known word is close, else empty text; capitals and spaces don't count."""
    known, wanted = _by_plain_form(tuple(words)), _plain_form(value[:LONGEST_SHOWN])
    close = [wanted] if wanted in known else []
    if not close and len(known) <= MOST_COMPARED:
        close = get_close_matches(wanted, known, n=1, cutoff=0.7)
    return f", did you mean '{known[close[0]]}'?" if close else ""


def capped(problems: Iterable[Problem], most: int = MOST_OF_A_KIND) -> Iterator[Problem]:
    """The problems up to `most`, then one that says there are more; so that a hopeless file cannot fill the memory."""
    every = iter(problems)
    for place, problem in enumerate(every):
        if place == most:
            said = f"there are more problems of this kind; the first {most} are listed"
            yield Problem(problem.file, problem.line, problem.column, problem.value, said, "", problem.severity)
            return
        yield problem


def listed(words: Iterable[str], most: int = 30) -> str:
    """Words for the end of a message, cut after `most` with the number left out."""
    every = list(words)
    rest = len(every) - most
    return ", ".join(every[:most]) + (f" and {rest} more" if rest > 0 else "")


@lru_cache(maxsize=32)
def _by_plain_form(words: tuple[str, ...]) -> dict[str, str]:
    return {_plain_form(word): word for word in words}


def _plain_form(text: str) -> str:
    return " ".join(text.casefold().replace("_", " ").replace("-", " ").split())
