"""How many wrong codes are answered: a few at once, then one every two seconds, whoever tries.

There is nothing to tell one phone from another by, so all share the allowance. While it is used up nobody gets in by a
code that they typed, a right one or a wrong one, for otherwise a right one could still be found. Who scans the QR code
brings the ticket of the room along, which cannot be guessed, and gets in all the same; phones that are in go on. At this
pace four hours of trying meet one open room with a probability below 1 in 2,000.
"""

import time
from collections.abc import Callable
from threading import Lock

AT_ONCE = 30
PER_SECOND = 0.5


class Guesses:
    """The allowance of one process."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._left, self._at = float(AT_ONCE), clock()
        self._lock = Lock()

    def take(self) -> bool:
        """Take one try from the allowance; False when none is left."""
        with self._lock:
            self._refill()
            if self._left < 1:
                return False
            self._left -= 1
            return True

    def give_back(self) -> None:
        """The code was right: it costs nothing."""
        with self._lock:
            self._left = min(float(AT_ONCE), self._left + 1)

    def _refill(self) -> None:
        now = self._clock()
        self._left = min(float(AT_ONCE), self._left + (now - self._at) * PER_SECOND)
        self._at = now
