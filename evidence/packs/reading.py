"""From the bytes of one CSV file to cells with the line they stand on; nothing is typed or corrected.

The format is RFC 4180: UTF-8 without a byte order mark, commas, a header row. What is wrong is reported
and reading goes on as far as it makes sense, so that one pass finds everything.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from evidence.packs.problems import Problem, capped, did_you_mean, listed, shown

LONGEST_CELL = 20_000
LARGEST_FILE = 60_000_000
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
    if not data.strip():
        missing = Problem(file, 0, "", "", "the file is empty, it needs a header row", listed(known, 60))
        return Cells(file, (), (), (), False, (missing,))
    if len(data) > LARGEST_FILE:
        large = Problem(file, 0, "", "", f"the file is larger than {LARGEST_FILE // 1_000_000} MB")
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
            wrong.append(Problem(file, line, "", "", "the row is empty; delete it"))
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
        problems.append(Problem(file, 1, "", "", "the file is UTF-16; save it as CSV in UTF-8"))
        return data.decode(wide, errors="replace").lstrip("\ufeff")
    if data.startswith(UTF8_MARK):
        problems.append(
            Problem(file, 1, "", "", "the file starts with a byte order mark (BOM); save it as UTF-8 without BOM")
        )
        data = data[len(UTF8_MARK) :]
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        guess = data[error.start : error.start + 1].decode("cp1252", errors="replace")
        line = data.count(b"\n", 0, error.start) + 1
        start = data.rfind(b"\n", 0, error.start) + 1
        near = data[max(start, error.start - 20) : error.start + 20].split(b"\n")[0]
        words = shown(near.decode("cp1252", errors="replace").strip())
        message = (
            f"the file is not UTF-8: near '{words}' the letter '{shown(guess)}' is written as in Latin-1 or "
            "Windows-1252; save the file as CSV in UTF-8"
        )
        problems.append(Problem(file, line, "", shown(guess), message))
        return data.decode("cp1252", errors="replace")


def _delimiter(text: str, file: str, problems: list[Problem]) -> str:
    first = text.lstrip("\r\n").split("\n", 1)[0]
    for other, name in ((";", "semicolons"), ("\t", "tabs")):
        if "," not in first and other in first:
            problems.append(Problem(file, 1, "", other, f"the columns are separated by {name}", "commas"))
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
        if "unexpected end of data" in str(error):
            message = "a quoted cell that starts in this row never ends; close it with a quotation mark"
        else:
            message = 'quotation marks inside a quoted cell must be doubled (""), and a comma must follow it'
        problems.append(Problem(file, start, "", "", message + "; the rest of the file was not read"))
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
    by_plain_form = {name.replace("_", " "): name for name in known}
    for place, name in enumerate(record):
        plain = " ".join(name.casefold().replace("_", " ").split())
        meant = name if name in known else by_plain_form.get(plain, "")
        if meant in taken:
            problems.append(Problem(file, line, shown(name), shown(name), f"the column '{shown(name)}' occurs twice"))
        elif meant == name and name:
            taken[name] = place
        else:
            what = f"'{shown(name)}' is not a column of this table" if name else f"column {place + 1} has no name"
            hint = did_you_mean(name, [each for each in known if each not in record])
            problems.append(Problem(file, line, shown(name), shown(name), what + hint, listed(known, 60)))
            if meant:
                taken[meant] = place
    for name in required:
        if name not in taken:
            problems.append(Problem(file, line, name, "", f"the column '{name}' is missing; this table needs it"))
    return tuple(taken), tuple(taken.values())


def _ragged(record: Sequence[str], width: int, line: int, file: str) -> Problem:
    cause = (
        "a cell that contains a comma must stand in quotation marks"
        if len(record) > width
        else "cells that are not known stay empty between commas"
    )
    message = f"the row has {len(record)} cells, the header has {width}; {cause}"
    return Problem(file, line, "", shown(record[0]), message)
