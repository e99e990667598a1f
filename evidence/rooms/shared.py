"""Rooms in a Redis that all replicas share: a vote may come to any of them, and a restart of one loses nothing.

A room is one hash with an end. What must happen at once is a script that Redis runs as one step.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from evidence.rooms.store import NoRoomsError

PREFIX = "evidence:room:"
PATIENCE_S = 2
MAKE = """
if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
redis.call('HSET', KEYS[1], unpack(ARGV, 2))
redis.call('EXPIRE', KEYS[1], ARGV[1])
return 1
"""
CHANGE = """
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
local puts = tonumber(ARGV[3])
for i = 4, 3 + 2 * puts, 2 do redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1]) end
for i = 4 + 2 * puts, #ARGV do redis.call('HDEL', KEYS[1], ARGV[i]) end
return 1
"""
T = TypeVar("T")


class Shared:
    """A store in Redis."""

    def __init__(self, address: str) -> None:
        self._redis: Any = redis.Redis.from_url(
            address,
            decode_responses=True,
            socket_timeout=PATIENCE_S,
            socket_connect_timeout=PATIENCE_S,
            retry=Retry(NoBackoff(), 1),
        )
        self._make = self._redis.register_script(MAKE)
        self._change = self._redis.register_script(CHANGE)

    def make(self, code: str, texts: Mapping[str, str], seconds: int) -> bool:
        """See Store."""
        pairs = [text for pair in texts.items() for text in pair]
        return bool(_answered(lambda: self._make(keys=[PREFIX + code], args=[seconds, *pairs])))

    def every(self, code: str) -> dict[str, str]:
        """See Store."""
        found: dict[str, str] = _answered(lambda: self._redis.hgetall(PREFIX + code))
        return found

    def some(self, code: str, *names: str) -> list[str | None]:
        """See Store."""
        found: list[str | None] = _answered(lambda: self._redis.hmget(PREFIX + code, names))
        return found

    def change(self, code: str, held: tuple[str, str], put: Mapping[str, str], drop: Iterable[str] = ()) -> bool:
        """See Store."""
        pairs = [text for pair in put.items() for text in pair]
        return bool(_answered(lambda: self._change(keys=[PREFIX + code], args=[*held, len(put), *pairs, *drop])))

    def end(self, code: str) -> None:
        """See Store."""
        _answered(lambda: self._redis.delete(PREFIX + code))


def _answered(ask: Callable[[], T]) -> T:
    try:
        return ask()
    except redis.RedisError as error:
        raise NoRoomsError(type(error).__name__) from error
