"""Locks, semaphores, queues, events and conditions."""

from __future__ import annotations

from typing import Literal

from ..base import Place
from .base import Base


class Taken(Base, frozen=True, kw_only=True, tag="taken"):
    """A lock, or a place of a semaphore, was taken. A place that is handed over is taken when it is given back."""

    thing: int
    """Number of the lock or semaphore in this run, in the order of their first use; queues and events have one too."""
    kind: str
    """`Lock`, `Semaphore`, `BoundedSemaphore`."""
    task: int | None
    """The task that has it now."""
    place: Place | None
    """The learner's line that took it."""


class GivenBack(Base, frozen=True, kw_only=True, tag="given-back"):
    """A lock, or a place of a semaphore, was given back."""

    thing: int
    """Number of the lock or semaphore."""
    kind: str
    """`Lock`, `Semaphore`, `BoundedSemaphore`."""
    holder: int | None
    """The task that had it; None for a place that nobody had taken."""
    task: int | None
    """The task that gave it back."""
    place: Place | None
    """The learner's line that gave it back."""


class QueueChanged(Base, frozen=True, kw_only=True, tag="queue-changed"):
    """An item was put into a queue or taken out of it, or one was marked done."""

    thing: int
    """Number of the queue."""
    kind: str
    """`Queue`, `PriorityQueue`, `LifoQueue`."""
    how: Literal["put", "get", "done"]
    """What happened; `done` is `task_done()`."""
    length: int
    """Items in the queue now."""
    unfinished: int
    """Items that were put in and are not marked done now."""
    task: int | None
    """The task that did it."""
    place: Place | None
    """The learner's line."""


class Signalled(Base, frozen=True, kw_only=True, tag="signalled"):
    """An event was set or cleared, or a condition notified."""

    thing: int
    """Number of the event or condition."""
    kind: str
    """`Event`, `Condition`."""
    how: Literal["set", "clear", "notify"]
    """What was done."""
    task: int | None
    """The task that did it."""
    place: Place | None
    """The learner's line."""
