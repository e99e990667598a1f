"""From the bytes of one CSV file to cells with the line they stand on; nothing is typed or corrected.

The format is RFC 4180: UTF-8, commas, a header row; a byte order mark, which Excel writes, is no part of the
text. What is wrong is reported and reading goes on as far as it makes sense, so that one pass finds everything.
A file beyond a limit is given up where the limit is met, with that one problem and none of its rows.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evidence.packs.lines import UTF8_MARK, WIDE_MARKS, Lines, TooLong, first_not_utf8
from evidence.packs.nearest import Nearest
from evidence.packs.problems import MOST_OF_A_KIND, Problem, capped, listed, shown, whole_file
from evidence.vocabulary.fact import Fact, fact

LONGEST_CELL = 20_000
LONGEST_ROW = 1_000_000
LARGEST_FILE = 40_000_000
MOST_COLUMNS = 100
MOST_ROWS = 100_000
MOST_CELLS = 1_500_000
"""Of a whole pack, some 10,000 studies; each row counts with all columns that its table has in the format."""
csv.field_size_limit(LONGEST_ROW)


@dataclass(frozen=True)
class Cells:
    """The cells of one file: a known header, rows of equal width, and the physical line each row starts on.

    header: names of the columns that are kept, in file order. complete: False when rows are missing
    because the file is damaged or beyond a limit, so that nothing may be concluded from the absence of an id.
    """

    file: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    complete: bool
    problems: tuple[Problem, ...]


class _Beyond(Exception):
    """A limit is met; carries the one problem to tell."""

    def __init__(self, file: str, line: int, message: Fact, allowed: Fact | None = None) -> None:
        self.problem = Problem(file, line, "", "", message, allowed)


def read_cells(
    data: bytes, file: str, known: Sequence[str], required: Sequence[str] = (), most_cells: int = MOST_CELLS
) -> Cells:
    """Read one file; `known` are the columns it may have, `required` those it must have. Never raises.

    most_cells is what is left of MOST_CELLS for this file.
    """
    problems: list[Problem] = []
    data = data.removeprefix(UTF8_MARK)
    if not data.strip():
        missing = whole_file(file, fact("empty file"), listed(known, len(known)))
        return Cells(file, (), (), (), False, (missing,))
    try:
        if len(data) > LARGEST_FILE:
            raise _Beyond(file, 0, fact("file too large", megabytes=LARGEST_FILE // 1_000_000))
        encoding = _encoding(data, file, problems)
        delimiter = _delimiter(data[:LONGEST_ROW].decode(encoding, errors="replace"), file, problems)
        records = _Records(data, encoding, delimiter, file)
        header = next(records, None)
        if header is None:
            return Cells(file, (), (), (), False, (*problems, *records.problems))
        line, names = header
        if len(names) > MOST_COLUMNS:
            raise _Beyond(file, line, fact("too many columns", n=len(names)), fact("allowed up to", high=MOST_COLUMNS))
        kept, places = _header(names, line, file, known, required, problems)
        most_rows = min(MOST_ROWS, most_cells // max(len(known), 1))
        return _rows(records, len(names), kept, places, most_rows, problems)
    except _Beyond as beyond:
        return Cells(file, (), (), (), False, (*problems, beyond.problem))


def _rows(
    records: "_Records",
    width: int,
    header: tuple[str, ...],
    places: tuple[int, ...],
    most: int,
    problems: list[Problem],
) -> Cells:
    """The rows after the header; reading ends when there are more rows of another shape than are told."""
    rows, lines = [], []
    wrong: list[Problem] = []
    whole = True
    for line, record in records:
        if len(record) == width and any(record):
            rows.append(tuple(record[place] for place in places))
            lines.append(line)
            if len(rows) > most:
                raise _Beyond(records.file, line, *_too_many_rows(most))
            continue
        blank = not any(record)
        wrong.append(_ragged(record, width, line, records.file) if not blank else _empty(line, records.file))
        whole = whole and blank
        if len(wrong) > MOST_OF_A_KIND:
            whole = False
            break
    found = (*problems, *capped(wrong), *records.problems)
    return Cells(records.file, header, tuple(rows), tuple(lines), whole and not records.problems, found)


def _too_many_rows(most: int) -> tuple[Fact, Fact]:
    if most == MOST_ROWS:
        return fact("too many rows", most=MOST_ROWS), fact("allowed up to", high=MOST_ROWS)
    return fact("too many cells in the pack", most=MOST_CELLS), fact("allowed cells", most=MOST_CELLS)


def _encoding(data: bytes, file: str, problems: list[Problem]) -> str:
    """How the file is decoded; anything but UTF-8 is a problem, and read all the same to find the others."""
    wide = WIDE_MARKS.get(data[:2])
    if wide:
        problems.append(Problem(file, 1, "", "", fact("UTF-16")))
        return wide
    place = first_not_utf8(data)
    if place is None:
        return "utf-8"
    guess = data[place : place + 1].decode("cp1252", errors="replace")
    line = data.count(b"\n", 0, place) + 1
    start = data.rfind(b"\n", 0, place) + 1
    near = data[max(start, place - 20) : place + 20].split(b"\n")[0]
    words = shown(near.decode("cp1252", errors="replace").strip())
    problems.append(Problem(file, line, "", shown(guess), fact("not UTF-8", near=words, letter=shown(guess))))
    return "cp1252"


def _delimiter(text: str, file: str, problems: list[Problem]) -> str:
    first = text.lstrip("\r\n").split("\n", 1)[0]
    for other, kind in ((";", "separated by semicolons"), ("\t", "separated by tabs")):
        if "," not in first and other in first:
            problems.append(Problem(file, 1, "", other, fact(kind), fact("allowed commas")))
            return other
    return ","


class _Records(Iterator[tuple[int, list[str]]]):
    """The rows that are not blank lines, each with the line it starts on, up to the first that is damaged.

    problems: what the damage was, once it was met. Raises _Beyond for a row that is too long.
    """

    def __init__(self, data: bytes, encoding: str, delimiter: str, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._lines = Lines(data, encoding, LONGEST_ROW)
        self._reader = csv.reader(self._lines, delimiter=delimiter, strict=True)

    def __next__(self) -> tuple[int, list[str]]:
        while True:
            start = self._reader.line_num + 1
            self._lines.pause()
            try:
                record = next(self._reader)
            except csv.Error as error:
                unclosed = "unexpected end of data" in str(error)
                self.problems.append(
                    Problem(self.file, start, "", "", fact("unclosed quote" if unclosed else "stray quote"))
                )
                raise StopIteration from None
            except TooLong:
                raise _Beyond(self.file, start, fact("row too long", most=LONGEST_ROW)) from None
            if record:
                return start, record


def _header(
    record: Sequence[str],
    line: int,
    file: str,
    known: Sequence[str],
    required: Sequence[str],
    problems: list[Problem],
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The columns to keep and their places; a slip of capitals is reported and read as what was meant."""
    taken: dict[str, int] = {}
    twice: list[str] = []
    strange: list[int] = []
    by_plain_form = {name.replace("_", " "): name for name in known}
    for place, name in enumerate(record):
        plain = " ".join(name.casefold().replace("_", " ").split())
        meant = name if name in known else by_plain_form.get(plain, "")
        if meant in taken:
            twice.append(name)
            continue
        if meant:
            taken[meant] = place
        if not name or meant != name:
            strange.append(place)

    def wrong() -> Iterator[Problem]:
        written = set(record)
        spare = Nearest([name for name in known if name not in written])
        for name in map(shown, twice):
            yield Problem(file, line, name, name, fact("column twice", column=name))
        for place in strange:
            name = shown(record[place])
            said = fact("unnamed column", place=place + 1)
            if name:
                said = fact("unknown column", column=name, hint=spare.hint(record[place]))
            yield Problem(file, line, name, name, said, listed(known, len(known)))

    problems += capped(wrong())
    for name in required:
        if name not in taken:
            problems.append(Problem(file, line, name, "", fact("missing column", column=name)))
    return tuple(taken), tuple(taken.values())


def _ragged(record: Sequence[str], width: int, line: int, file: str) -> Problem:
    kind = "too many cells" if len(record) > width else "too few cells"
    return Problem(file, line, "", shown(record[0]), fact(kind, n=len(record), header=width))


def _empty(line: int, file: str) -> Problem:
    return Problem(file, line, "", "", fact("empty row"))
