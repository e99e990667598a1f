"""The lines of a text file, decoded piece by piece: no file, line or row is ever taken whole before it was measured."""

import codecs
import io
from collections.abc import Iterator

UTF8_MARK = b"\xef\xbb\xbf"
WIDE_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
PIECE = 1_000_000


class TooLong(Exception):
    """More letters than `most` were asked for without a pause."""


class Lines(Iterator[str]):
    """The lines of a file with their ends; raises TooLong when more than `most` letters are taken between two pauses."""

    def __init__(self, data: bytes, encoding: str, most: int) -> None:
        self._stream = io.TextIOWrapper(io.BytesIO(data), encoding, errors="replace", newline="")
        self._most = most
        self._taken = 0

    def __next__(self) -> str:
        line = self._stream.readline(self._most + 1)
        if not line:
            raise StopIteration
        self._taken += len(line)
        if self._taken > self._most:
            raise TooLong
        return line

    def pause(self) -> None:
        """Start to count anew: a row is complete."""
        self._taken = 0


def first_not_utf8(data: bytes) -> int | None:
    """The place of the first byte that is not UTF-8, or None."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    for start in range(0, len(data), PIECE):
        pending = len(decoder.getstate()[0])
        try:
            decoder.decode(data[start : start + PIECE], final=start + PIECE >= len(data))
        except UnicodeDecodeError as error:
            return start - pending + error.start
    return None
