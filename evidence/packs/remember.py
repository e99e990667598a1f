"""Remember what was worked out about a pack for as long as the pack lives; a pack never changes."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock
from typing import Any, Concatenate, ParamSpec, TypeVar

from evidence.packs.pack import Pack

MOST = 512
KEPT = "remembered"
"""Where a pack keeps it: in itself. An answer may name its pack, and both would live for ever if it were kept elsewhere."""
Given = ParamSpec("Given")
Found = TypeVar("Found")


def per_pack(work: Callable[Concatenate[Pack, Given], Found]) -> Callable[Concatenate[Pack, Given], Found]:
    """A function of a pack and hashable arguments that is worked out once for each pack and arguments.

    The result is shared by all readers and must not be changed by them. Of each pack the MOST answers used last are kept.
    """
    return at_most(MOST)(work)


def at_most(
    most: int,
) -> Callable[[Callable[Concatenate[Pack, Given], Found]], Callable[Concatenate[Pack, Given], Found]]:
    """As per_pack, with another number of answers kept: for answers that are large."""

    def remembering(work: Callable[Concatenate[Pack, Given], Found]) -> Callable[Concatenate[Pack, Given], Found]:
        lock = Lock()

        @wraps(work)
        def remembered(pack: Pack, /, *given: Given.args, **named: Given.kwargs) -> Found:
            kept: dict[object, OrderedDict[Hashable, Any]] = vars(pack).setdefault(KEPT, {})
            of_pack = kept.setdefault(remembered, OrderedDict())
            key = (given, tuple(sorted(named.items())))
            with lock:
                if key in of_pack:
                    of_pack.move_to_end(key)
                    return of_pack[key]
            found = work(pack, *given, **named)
            with lock:
                of_pack[key] = found
                while len(of_pack) > most:
                    of_pack.popitem(last=False)
            return found

        return remembered

    return remembering
