"""From the bytes of one CSV file to cells with the line they stand on; nothing is typed or corrected.

The format is RFC 4180: UTF-8, commas, a header row; a byte order mark, which Excel writes, is no part of the
text. What is wrong is reported and reading goes on as far as it makes sense, so that one pass finds everything.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evidence.packs.problems import Problem, capped, did_you_mean, listed, shown, whole_file
from evidence.vocabulary.fact import fact

LONGEST_CELL = 20_000
LARGEST_FILE = 60_000_000
MOST_COLUMNS = 60
csv.field_size_limit(LARGEST_FILE)

UTF8_MARK = b"\xef\xbb\xbf"
WIDE_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


@dataclass(frozen=True)
class Cells:
    """The cells of one file: a known header, rows of equal width, and the physical line each row starts on.

    header: names of the columns that are kept, in file order. complete: False when rows are missing
    because the file is damaged, so that nothing may be concluded from the absence of an id.
    """

    file: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    complete: bool
    problems: tuple[Problem, ...]


def read_cells(data: bytes, file: str, known: Sequence[str], required: Sequence[str] = ()) -> Cells:
    """Read one file; `known` are the columns it may have, `required` those it must have. Never raises."""
    problems: list[Problem] = []
    data = data.removeprefix(UTF8_MARK)
    if not data.strip():
        missing = whole_file(file, fact("empty file"), listed(known, MOST_COLUMNS))
        return Cells(file, (), (), (), False, (missing,))
    if len(data) > LARGEST_FILE:
        large = whole_file(file, fact("file too large", megabytes=LARGEST_FILE // 1_000_000))
        return Cells(file, (), (), (), False, (large,))
    text = _decode(data, file, problems)
    delimiter = _delimiter(text, file, problems)
    records, lines, complete = _records(text, delimiter, file, problems)
    if not records:
        return Cells(file, (), (), (), False, tuple(problems))
    header, places = _header(records[0], lines[0], file, known, required, problems)
    rows, row_lines, wrong = [], [], []
    width = len(records[0])
    for record, line in zip(records[1:], lines[1:], strict=True):
        if not any(record):
            wrong.append(Problem(file, line, "", "", fact("empty row")))
        elif len(record) != width:
            wrong.append(_ragged(record, width, line, file))
            complete = False
        else:
            rows.append(tuple(record[place] for place in places))
            row_lines.append(line)
    return Cells(file, header, tuple(rows), tuple(row_lines), complete, (*problems, *capped(wrong)))


def _decode(data: bytes, file: str, problems: list[Problem]) -> str:
    wide = WIDE_MARKS.get(data[:2])
    if wide:
        problems.append(Problem(file, 1, "", "", fact("UTF-16")))
        return data.decode(wide, errors="replace").lstrip("\ufeff")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        guess = data[error.start : error.start + 1].decode("cp1252", errors="replace")
        line = data.count(b"\n", 0, error.start) + 1
        start = data.rfind(b"\n", 0, error.start) + 1
        near = data[max(start, error.start - 20) : error.start + 20].split(b"\n")[0]
        words = shown(near.decode("cp1252", errors="replace").strip())
        problems.append(Problem(file, line, "", shown(guess), fact("not UTF-8", near=words, letter=shown(guess))))
        return data.decode("cp1252", errors="replace")


def _delimiter(text: str, file: str, problems: list[Problem]) -> str:
    first = text.lstrip("\r\n").split("\n", 1)[0]
    for other, kind in ((";", "separated by semicolons"), ("\t", "separated by tabs")):
        if "," not in first and other in first:
            problems.append(Problem(file, 1, "", other, fact(kind), fact("allowed commas")))
            return other
    return ","


def _records(text: str, delimiter: str, file: str, problems: list[Problem]) -> tuple[list[list[str]], list[int], bool]:
    records: list[list[str]] = []
    lines: list[int] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    start = 1
    try:
        for record in reader:
            if record:
                records.append(record)
                lines.append(start)
            start = reader.line_num + 1
    except csv.Error as error:
        unclosed = "unexpected end of data" in str(error)
        problems.append(Problem(file, start, "", "", fact("unclosed quote" if unclosed else "stray quote")))
        return records, lines, False
    return records, lines, True


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
        spare = [name for name in known if name not in written]
        for name in map(shown, twice):
            yield Problem(file, line, name, name, fact("column twice", column=name))
        for place in strange:
            name = shown(record[place])
            hint = did_you_mean(record[place], spare)
            said = fact("unknown column", column=name, hint=hint) if name else fact("unnamed column", place=place + 1)
            yield Problem(file, line, name, name, said, listed(known, MOST_COLUMNS))

    problems += capped(wrong())
    for name in required:
        if name not in taken:
            problems.append(Problem(file, line, name, "", fact("missing column", column=name)))
    return tuple(taken), tuple(taken.values())


def _ragged(record: Sequence[str], width: int, line: int, file: str) -> Problem:
    kind = "too many cells" if len(record) > width else "too few cells"
    return Problem(file, line, "", shown(record[0]), fact(kind, n=len(record), header=width))
