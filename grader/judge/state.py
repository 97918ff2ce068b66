"""What is known of a check while a submission is examined, and why one can end."""

from __future__ import annotations

import inspect
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Literal

from grader.model import OPEN, Evidence, ScheduleFinding, Showing
from grader.runner import Finished, Job

from .difference import Difference
from .observed import Run

ENDS = " ends by itself"
"""The end of what is expected of a run, where the run did not keep even that."""

Status = Literal["passed", "failed", "skipped", "error"]


class RunFailed(AssertionError):
    """A run that a check needs did not end by itself."""

    def __init__(self, difference: Difference) -> None:
        super().__init__(difference.message)
        self.difference = difference


class RightByLuck(RunFailed):
    """The usual run was right, another one that may come as well was not."""


class BudgetUsedUp(Exception):
    """An earlier run has used up what the submission may use."""


class CheckTimedOut(Exception):
    """A check took longer than a check may: that is no fault of the program's, whose runs have limits of their own."""


class NotAwaited(Exception):
    """A check called `submission.run(…)` or `explore(…)` and did not await it: nothing was run, nothing was checked."""


class NotBacked(Exception):
    """A check gives points for what a program reports of itself, and has not run it without the construct."""


@dataclass
class CheckState:
    """What is known of a check so far."""

    name: str
    title: str
    points: float
    needs: tuple[str, ...]
    added: bool = False
    """Whether an instructor has added it to the exercise's own."""
    showing: Showing = OPEN
    """What students are told of it."""
    status: Status = "error"
    needed: str = ""
    difference: Difference | None = None
    error: str = ""
    raised: bool = False
    """Whether its own code raised an error."""
    provoked: bool = False
    """Whether that was this program's doing: over the reference solution it passes."""
    runs: list[tuple[Job, Finished]] = field(default_factory=list)
    started: list[Coroutine[object, object, Run]] = field(default_factory=list)
    """What `submission.run(…)` and `submission.explore(…)` returned."""
    evidence: Evidence = "observed"
    """What it rests on, as its author says."""
    looked: set[Evidence] = field(default_factory=set)
    """What it has looked at."""
    ablated: bool = False
    """Whether it has run the program without a construct."""
    without: str = ""
    """The construct that its last run was without."""
    explorations: int = 0
    """How many explorations have begun."""
    schedule: ScheduleFinding | None = None
    """The schedule under which it failed."""
    remarks: list[str] = field(default_factory=list)
    """What its author should know of it."""

    @property
    def function(self) -> str:
        """Name of the check's function, without the values of a parametrised one."""
        return self.name.partition("[")[0]

    def is_unbacked(self) -> bool:
        """Whether it gives points for reported evidence that nothing backs."""
        return (self.evidence == "reported" or self.looked == {"reported"}) and self.points > 0 and not self.ablated

    def forgotten(self) -> bool:
        """Whether a run was asked for and never awaited; what was is let go of."""
        forgotten = [run for run in self.started if inspect.getcoroutinestate(run) == inspect.CORO_CREATED]
        for run in forgotten:
            run.close()
        self.started.clear()
        return bool(forgotten)
