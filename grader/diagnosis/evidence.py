"""What a diagnosis is made from: the text of the program, the checks that failed, and the runs they looked at."""

from __future__ import annotations

from dataclasses import dataclass

from grader.model import Exercise, Trace


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A check that failed."""

    check: str
    """Name of the check's function."""
    title: str
    """The requirement, as the learner reads it."""
    trace: Trace
    """The run it looked at."""
    reference: Trace | None
    """The author's solution, run with the same inputs; None where there is none to compare with."""
    message: str
    """What differed: one past-tense fact."""
    expected: tuple[str, ...]
    """What was expected, a line each."""
    actual: tuple[str, ...]
    """What happened, a line each."""
    let_out: bool = False
    """Whether the check lets an exception out of the run: what it found is something else."""
    usual: Trace | None = None
    """The usual run, in which the check passed; None where this is the usual one."""
    changes: tuple[str, ...] = ()
    """What came otherwise than in the usual run; empty where this is the usual one."""


@dataclass(frozen=True, kw_only=True)
class Demand:
    """A check that failed since the program did the same without the construct that the exercise demands."""

    title: str
    """The requirement, as the learner reads it."""
    construct: str
    """What was taken away: `asyncio.TaskGroup.create_task`, or `Class.method` of the program's own."""


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """All that is known of a submission when its checks have run."""

    source: str
    """Text of the file that was graded."""
    exercise: Exercise
    """What was asked for."""
    findings: tuple[Finding, ...]
    """The checks that failed, in the author's order."""
    main: Trace | None
    """The run of `main` as the learner wrote it, without any service in place of a name."""
    demands: tuple[Demand, ...] = ()
    """The checks that failed over a run without a construct, in the author's order."""
