"""Remember what was worked out about a pack for as long as the pack lives; a pack never changes."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from evidence.packs.pack import Pack

Given = ParamSpec("Given")
Found = TypeVar("Found")


def per_pack(work: Callable[Concatenate[Pack, Given], Found]) -> Callable[Concatenate[Pack, Given], Found]:
    """A function of a pack and hashable arguments that is worked out once for each pack and arguments.

    The result is shared by all readers and must not be changed by them.
    """
    known: WeakKeyDictionary[Pack, dict[Hashable, Any]] = WeakKeyDictionary()

    @wraps(work)
    def remembered(pack: Pack, /, *given: Given.args, **named: Given.kwargs) -> Found:
        of_pack = known.setdefault(pack, {})
        key = (given, tuple(sorted(named.items())))
        if key not in of_pack:
            of_pack[key] = work(pack, *given, **named)
        return of_pack[key]

    return remembered
