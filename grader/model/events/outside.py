"""What goes beyond one event loop on virtual time."""

from __future__ import annotations

from ..base import Place
from .base import Base


class ThreadStarted(Base, frozen=True, kw_only=True, tag="thread-started"):
    """The program started a thread, or handed functions to an executor: that once for each task and line."""

    what: str
    """`threading.Thread`, `an executor`."""
    task: int | None
    """The task that did it."""
    place: Place | None
    """The learner's line."""


class SecondLoop(Base, frozen=True, kw_only=True, tag="second-loop"):
    """An event loop was made in another thread: it runs coroutines, but none of the first loop's tasks."""

    place: Place | None
    """The learner's line."""


class RealTime(Base, frozen=True, kw_only=True, tag="real-time"):
    """From here on time passed for real, as something outside of the program could wake it. Told once."""

    reason: str
    """What it was: `a subprocess`, `a thread that waits for something real`."""


class NotSimulated(Base, frozen=True, kw_only=True, tag="not-simulated"):
    """The program wanted what a run has not, such as the network outside; told once for each line."""

    what: str
    """What it was: `a connection to 93.184.216.34:80`, `the address of example.com`."""
    place: Place | None
    """The learner's line."""
    instead: str = ""
    """What it got in its place; empty for what is outside, which was refused."""
