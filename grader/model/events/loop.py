"""What holds the event loop up, and what varied where a schedule chose."""

from __future__ import annotations

from typing import Literal

from ..base import Place
from .base import Base


class Blocked(Base, frozen=True, kw_only=True, tag="blocked"):
    """The event loop's thread stood still from `time` to `until`: nothing else could run."""

    until: int
    """When it went on."""
    task: int | None
    """The task that blocked."""
    call: int | None
    """The call that blocked."""
    what: str
    """What blocked: `time.sleep(2)`, `Thread.join()`, `a loop that reads the clock`."""
    place: Place | None
    """The learner's line."""


class Computed(Base, frozen=True, kw_only=True, tag="computed"):
    """A step of the event loop computed for so long that nothing else could run; told when it is over.

    It takes no virtual time, and how much processor time it took is not told: that differs from run to run.
    """

    task: int | None
    """The task that computed."""
    call: int | None
    """The call that computed, where it is known."""
    place: Place | None
    """The learner's line: the loop that computes, or the call."""


class Polled(Base, frozen=True, kw_only=True, tag="polled"):
    """A task turned round and round without anything else happening, and the clock was moved on for it."""

    task: int | None
    """The task that polls."""
    place: Place | None
    """The learner's line."""


class Chose(Base, frozen=True, kw_only=True, tag="chose"):
    """Something went otherwise than in the usual run: a schedule made another choice than 0."""

    knob: Literal["sets", "ties", "cost", "threads", "io", "delays", "services"]
    """What varied."""
    number: int
    """Which choice of this knob it was, from 0."""
    choice: int
    """What was chosen."""
    task: int | None
    """The task that it concerns: the one that came first, that slept, whose step took time."""
    other: int | None
    """The task that would have come first."""
    usual: int | None
    """How long it takes otherwise, in nanoseconds."""
    actual: int | None
    """How long it took."""
    what: str
    """The service."""
    place: Place | None
    """The learner's line."""


class Offered(Base, frozen=True, kw_only=True, tag="offered"):
    """A knob of a schedule had something to choose in the run that has ended."""

    knob: Literal["sets", "ties", "cost", "threads", "io", "delays", "services"]
    """What might vary."""
    choices: int
    """How often."""
