"""How the minutes of a journal club are divided over its steps."""

from collections.abc import Iterable

MINUTES = (20, 30, 45)
"""The lengths that are offered."""
HALF_MINUTE_S = 30
WEIGHTS = {
    "question": 1,
    "expectation": 2,
    "methods": 3,
    "bias": 6,
    "result": 5,
    "power": 1,
    "guidelines": 2,
    "full-text": 1,
    "practice": 2,
    "take-home": 1,
    "discussion": 4,
}
"""Shares of the time by kind of step: a room talks longest about bias, result and its own questions."""
OTHERS = 2
"""The share of a step of another kind."""


def plan_of(minutes: int, kinds: Iterable[str]) -> dict[str, int]:
    """Seconds for each kind of step, in the order of the kinds; a kind that comes several times is one step.

    Every step has whole half-minutes, at least one where there are enough, and their sum is the whole time. Without minutes
    or without steps there is no plan. ValueError for minutes below zero.
    """
    if minutes < 0:
        raise ValueError(f"minutes of a plan: {minutes}. Allowed: 0 or more")
    steps = list(dict.fromkeys(kinds))
    units = minutes * 60 // HALF_MINUTE_S
    if not units or not steps:
        return {}
    least = 1 if units >= len(steps) else 0
    weights = [WEIGHTS.get(kind, OTHERS) for kind in steps]
    shares = _shared(units - least * len(steps), weights)
    return {kind: (least + share) * HALF_MINUTE_S for kind, share in zip(steps, shares, strict=True)}


def _shared(units: int, weights: list[int]) -> list[int]:
    """Units by weight; those left over go to the largest remainders, the earlier of two that are equal first."""
    whole = sum(weights)
    shares = [units * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda place: -(units * weights[place] % whole))
    for place in by_remainder[: units - sum(shares)]:
        shares[place] += 1
    return shares
