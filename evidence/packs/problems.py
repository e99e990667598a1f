"""What is wrong with a pack, as facts a curator can act on: file, line, column, value, what is wrong and what is allowed.

An *error* keeps a pack closed; a *warning* is shown and lets it open. Words are made at the edge, by
`evidence.wording.problems`.
"""

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from evidence.vocabulary.fact import Fact, fact

LONGEST_SHOWN = 80
MOST_OF_A_KIND = 1_000
MOST_LISTED = 30
SPELLED_OUT = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


@dataclass(frozen=True)
class Problem:
    """One finding; line is the physical line on which the record starts, 0 when the whole file is meant."""

    file: str
    line: int
    column: str
    value: str
    message: Fact
    allowed: Fact | None = None
    severity: str = "error"

    def __str__(self) -> str:
        """File, line, column, kind and value, for a log; what a person reads is made by `evidence.wording.problems`."""
        return f"{self.file}:{self.line}:{self.column}: {self.severity}: {self.message.kind}: {self.value!r}"


class PackError(Exception):
    """A pack that cannot be opened, with every problem found (errors and warnings) in file and line order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = in_order(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by file, line, column, value and kind; those that are alike in all of these as they were found."""
    return tuple(sorted(problems, key=lambda each: (each.file, each.line, each.column, each.value, each.message.kind)))


def whole_file(file: str, message: Fact, allowed: Fact | None = None) -> Problem:
    """A problem with a file as a whole."""
    return Problem(file, 0, "", "", message, allowed)


def shown(value: str) -> str:
    """A value for a message: shortened, with control and invisible characters spelled out."""
    if len(value) <= LONGEST_SHOWN and value.isascii() and value.isprintable():
        return value
    short = value if len(value) <= LONGEST_SHOWN else value[: LONGEST_SHOWN - 1] + "…"
    return "".join(
        each.encode("unicode_escape").decode("ascii") if unicodedata.category(each) in SPELLED_OUT else each
        for each in short
    )


def capped(problems: Iterable[Problem], most: int = MOST_OF_A_KIND) -> Iterator[Problem]:
    """The problems up to `most`, then one that says there are more; so that a hopeless file cannot fill the memory."""
    every = iter(problems)
    yield from islice(every, most)
    for beyond in every:
        more = fact("more problems of a kind", most=most)
        yield Problem(beyond.file, beyond.line, beyond.column, beyond.value, more, None, beyond.severity)
        return


def listed(words: Collection[object], most: int = MOST_LISTED) -> Fact | None:
    """Words as they stand in the data, cut after `most` with the number left out; None without any."""
    if not words:
        return None
    first, rest = tuple(islice(words, most)), len(words) - most
    return fact("words and more", words=first, n=rest) if rest > 0 else fact("words", words=first)


def rounded(value: float, digits: int) -> float:
    """A computed value with this many significant digits; more would only look exact."""
    return float(f"{value:.{digits}g}")
