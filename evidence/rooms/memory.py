"""Rooms in the memory of this process: gone with it, and never on a disk."""

import time
from collections.abc import Callable, Iterable, Mapping
from threading import Lock, Timer

from evidence.rooms.store import NoRoomsError

MOST_ROOMS = 300
"""Rooms at a time: whoever opens more than a hospital needs is refused."""


class Memory:
    """A store of one process."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._rooms: dict[str, tuple[float, dict[str, str]]] = {}
        self._lock = Lock()

    def make(self, code: str, texts: Mapping[str, str], seconds: int) -> bool:
        """See Store."""
        with self._lock:
            self._forget_ended()
            if code in self._rooms:
                return False
            if len(self._rooms) >= MOST_ROOMS:
                raise NoRoomsError("every room is taken")
            self._rooms[code] = (self._clock() + seconds, dict(texts))
        ending = Timer(seconds, self._end_in_time)
        ending.daemon = True
        ending.start()
        return True

    def every(self, code: str) -> dict[str, str]:
        """See Store."""
        with self._lock:
            return dict(self._room(code))

    def some(self, code: str, *names: str) -> list[str | None]:
        """See Store."""
        with self._lock:
            room = self._room(code)
            return [room.get(name) for name in names]

    def change(self, code: str, held: tuple[str, str], put: Mapping[str, str], drop: Iterable[str] = ()) -> bool:
        """See Store."""
        with self._lock:
            room = self._room(code)
            if room.get(held[0]) != held[1]:
                return False
            room.update(put)
            for name in drop:
                room.pop(name, None)
            return True

    def end(self, code: str) -> None:
        """See Store."""
        with self._lock:
            self._rooms.pop(code, None)

    def _room(self, code: str) -> dict[str, str]:
        ends, texts = self._rooms.get(code, (0.0, {}))
        if texts and ends <= self._clock():
            del self._rooms[code]
            return {}
        return texts

    def _forget_ended(self) -> None:
        now = self._clock()
        self._rooms = {code: room for code, room in self._rooms.items() if room[0] > now}

    def _end_in_time(self) -> None:
        """Nobody asks for a room that has ended: it is forgotten all the same."""
        with self._lock:
            self._forget_ended()
