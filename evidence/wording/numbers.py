"""Where a number becomes text for a reader: in the language of the run, with true minus signs.

What is data for a machine (addresses, CSV, R) is written by `evidence.writing`, never here.
"""

import math
from collections.abc import Collection

from evidence.wording.language import language

MINUS = "\u2212"
LONGEST = 12
"""The most decimals a number is given; what is smaller still is told as below the smallest that can be written."""
NOISE = 1e-9
SMALL = 1e-9
"""From here on a value as it was entered has more than ten decimals."""


def _local(text: str) -> str:
    speech = language()
    return text.replace(",", "\0").replace(".", speech.decimal).replace("\0", speech.thousands).replace("-", MINUS)


def decimals(values: Collection[float], null: float = 0.0, least: int = 2) -> int:
    """The decimals of numbers told together: the least, or as many more as keep each of them from reading as 0 or as null.

    At most LONGEST. null: the value that means no effect, 1 for ratios. Infinite numbers do not count, nor does what
    arithmetic leaves of a zero.
    """
    near = 0.51 * 10.0**-least
    if all(abs(value) > near and (not null or abs(value - null) > near) for value in values):
        return least
    finite = [value for value in values if math.isfinite(value)]
    noise = _noise(values, null)
    needed = [_needed(value, 0.0, least) for value in finite if abs(value) > noise]
    if null:
        needed += [_needed(value, null, least) for value in finite if abs(value - null) > NOISE]
    return max(needed, default=least)


def _noise(values: Collection[float], null: float) -> float:
    """What is taken for 0: nothing of a ratio; of differences what is below NOISE of the largest, or NOISE for one alone."""
    if null or len(values) == 1:
        return 0.0 if null else NOISE
    return NOISE * max((abs(value) for value in values if math.isfinite(value)), default=0.0)


def _needed(value: float, zero: float, least: int) -> int:
    if abs(value - zero) > 0.51 * 10.0**-least:
        return least
    return next((digits for digits in range(least, LONGEST) if float(f"{value:.{digits}f}") != zero), LONGEST)


def number(value: float, digits: int = 2) -> str:
    """A number with a fixed count of decimals, more where it would read as 0 and is not; infinity as a symbol."""
    return _told((value,), 0.0, digits)[0]


def estimate_alone(estimate: float, null: float) -> str:
    """An estimate without an interval, with the decimals that keep it apart from null."""
    return _told((estimate,), null)[0]


def hundredths(value: float, null: float = 0.0) -> str:
    """A number with up to two decimals, more where it would read as 0 or as null and is neither; no zeros at the end."""
    return plain(round(value, decimals((value,), null)))


def _told(values: Collection[float], null: float, least: int = 2) -> list[str]:
    digits, noise = decimals(values, null, least), _noise(values, null)
    return [_fixed(value, digits, abs(value) > noise) for value in values]


def _fixed(value: float, digits: int, is_something: bool) -> str:
    if math.isinf(value):
        return MINUS + "\u221e" if value < 0 else "\u221e"
    text = f"{value:.{digits}f}"
    if abs(value) > 1 or float(text) != 0:
        return _local(text)
    if not is_something:
        return _local(f"{0:.{digits}f}")
    least = f"{10.0**-digits:.{digits}f}"
    return _local(f">-{least}" if value < 0 else f"<{least}")


def plain(value: float) -> str:
    """A value as it was entered, without trailing zeros, never in exponent form; at least ten decimals or digits count."""
    digits = 10 if value == 0 or abs(value) >= SMALL or not math.isfinite(value) else 9 - math.floor(math.log10(abs(value)))
    return _local(f"{float(value):.{digits}f}".rstrip("0").rstrip("."))


def amount_digits(value: float) -> int:
    """The decimals of a dose or a size for reading: none from 100 upward, one from 10, two from 0.1, and below that as many
    as two significant digits need."""
    size = abs(value)
    if 0 < size < 0.1:
        return 1 - math.floor(math.log10(size))
    return 0 if size >= 100 else 1 if size >= 10 else 2


def amount(value: float) -> str:
    """A dose or a size for reading, with the decimals of amount_digits and no zeros at the end; 0 for 0 alone."""
    text = _fixed(value, min(amount_digits(value), LONGEST), value != 0)
    return text.rstrip("0").rstrip(language().decimal) if language().decimal in text else text


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


def interval(estimate: float, low: float, high: float, null: float) -> str:
    """Estimate with its 95% interval, for example −0.91 [−1.66, −0.15], all three with the decimals that one of them needs.

    null: the value that means no effect, 0 or 1; no end reads as null, or as 0, that is not.
    """
    middle, *ends = _told((estimate, low, high), null)
    return f"{middle} {_ends(*ends)}"


def bounds(low: float, high: float, null: float) -> str:
    """An interval alone; with a decimal comma its ends are told apart by a semicolon."""
    return _ends(*_told((low, high), null))


def entered_bounds(low: float, high: float) -> str:
    """An interval alone, its ends as they were entered."""
    return _ends(plain(low), plain(high))


def _ends(low: str, high: str) -> str:
    return f"[{low}{'; ' if language().decimal == ',' else ', '}{high}]"


def probability(value: float) -> str:
    """A P value: three decimals, or P < 0.001."""
    return _local("P < 0.001") if value < 0.001 else f"P = {plain(round(value, 3))}"
