"""The timer of a journal club: how long each step was open, what was planned for it, and whether the time runs.

It holds moments and lengths in seconds and nothing else; moments are seconds since 1970 on the clock of the server.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace


@dataclass(frozen=True)
class Clock:
    """plan: seconds by step, empty without a plan. spent: seconds by step before `since`.

    step: the one that is open. since: when it was opened or the time went on; None while it is stopped.
    """

    step: str
    plan: Mapping[str, int] = field(default_factory=dict)
    spent: Mapping[str, float] = field(default_factory=dict)
    since: float | None = None

    @property
    def runs(self) -> bool:
        """Whether the time goes on."""
        return self.since is not None

    @property
    def started(self) -> bool:
        """Whether it has ever run."""
        return self.runs or bool(self.spent)

    def spent_on_step(self, now: float) -> float:
        """Seconds for which the open step has been open, without pauses."""
        return self.spent.get(self.step, 0.0) + self._running(now)

    def spent_in_all(self, now: float) -> float:
        """Seconds since the start, without pauses."""
        return sum(self.spent.values()) + self._running(now)

    def left_of_step(self, now: float) -> float:
        """Seconds of the plan that are left for the open step; below zero when it takes longer."""
        return self.plan.get(self.step, 0) - self.spent_on_step(now)

    def left_in_all(self, now: float) -> float:
        """Seconds of the plan that are left; below zero when it is over."""
        return sum(self.plan.values()) - self.spent_in_all(now)

    def go_on(self, now: float) -> "Clock":
        """It runs from now on."""
        return self if self.runs else replace(self, since=now)

    def pause(self, now: float) -> "Clock":
        """It stands still from now on."""
        return replace(self, spent=self._counted(now), since=None) if self.runs else self

    def moved(self, step: str, now: float) -> "Clock":
        """Another step is open from now on."""
        if step == self.step:
            return self
        return replace(self, step=step, spent=self._counted(now), since=now) if self.runs else replace(self, step=step)

    def planned(self, plan: Mapping[str, int]) -> "Clock":
        """The time that was spent under another plan."""
        return replace(self, plan=dict(plan))

    def reset(self) -> "Clock":
        """The plan before its start."""
        return Clock(self.step, self.plan)

    def _running(self, now: float) -> float:
        return max(0.0, now - self.since) if self.since is not None else 0.0

    def _counted(self, now: float) -> dict[str, float]:
        return {**self.spent, self.step: round(self.spent_on_step(now), 1)}


def written(clock: Clock) -> str:
    """A clock as one text."""
    return json.dumps(asdict(clock))


def read(text: str) -> Clock:
    """The clock that `written` wrote."""
    return Clock(**json.loads(text))
