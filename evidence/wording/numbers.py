"""Where a number becomes text for a reader: in the language of the run, with true minus signs.

What is data for a machine (addresses, CSV, R) is written by `evidence.writing`, never here.
"""

import math

from evidence.wording.language import language

MINUS = "\u2212"


def _local(text: str) -> str:
    speech = language()
    return text.replace(",", "\0").replace(".", speech.decimal).replace("\0", speech.thousands).replace("-", MINUS)


def number(value: float, digits: int = 2) -> str:
    """A number with a fixed count of decimals; infinity as a symbol."""
    if math.isinf(value):
        return MINUS + "\u221e" if value < 0 else "\u221e"
    text = f"{value:.{digits}f}"
    return _local(f"{0:.{digits}f}" if float(text) == 0 else text)


def plain(value: float) -> str:
    """A value as it was entered, without trailing zeros, never in exponent form."""
    return _local(f"{float(value):.10f}".rstrip("0").rstrip("."))


def amount_digits(value: float) -> int:
    """The decimals of a dose or a size for reading: none from 100 upward, one from 10, two below."""
    size = abs(value)
    return 0 if size >= 100 else 1 if size >= 10 else 2


def amount(value: float) -> str:
    """A dose or a size for reading, with the decimals of amount_digits and no zeros at the end."""
    text = f"{value:.{amount_digits(value)}f}"
    return _local(text.rstrip("0").rstrip(".") if "." in text else text)


def significant(value: float, digits: int = 10) -> str:
    """A number with up to ten significant digits, for arithmetic that is told in full."""
    return _local(f"{value:.{digits}g}")


def less(value: float) -> str:
    """A number taken away, with its sign: − 5, and + 5 for a negative one."""
    text = significant(value)
    return f"+ {text[1:]}" if text.startswith(MINUS) else f"{MINUS} {text}"


def whole(value: float) -> str:
    """A count with a sign at the thousands: 26,465."""
    return _local(f"{int(value):,}")


def interval(estimate: float, low: float, high: float, digits: int = 2) -> str:
    """Estimate with its 95% interval, for example −0.91 [−1.66, −0.15]."""
    return f"{number(estimate, digits)} {bounds(low, high, digits)}"


def bounds(low: float, high: float, digits: int = 2) -> str:
    """An interval alone; with a decimal comma its ends are told apart by a semicolon."""
    return _ends(number(low, digits), number(high, digits))


def entered_bounds(low: float, high: float) -> str:
    """An interval alone, its ends as they were entered."""
    return _ends(plain(low), plain(high))


def _ends(low: str, high: str) -> str:
    return f"[{low}{'; ' if language().decimal == ',' else ', '}{high}]"


def probability(value: float) -> str:
    """A P value: three decimals, or P < 0.001."""
    return _local("P < 0.001") if value < 0.001 else f"P = {plain(round(value, 3))}"
