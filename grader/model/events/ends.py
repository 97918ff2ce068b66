"""What a program leaves undone."""

from __future__ import annotations

from typing import Literal

from ..base import Place
from .base import Base


class GeneratorLeft(Base, frozen=True, kw_only=True, tag="generator-left"):
    """An async generator was left before its end and not closed by the program: its cleanup runs late."""

    call: int
    """Its call."""
    closed_by: Literal["the garbage collector", "asyncio.run"]
    """Who closes it: when nothing refers to it any more, or when the program has ended."""
    place: Place | None
    """The line of the generator at which it was left."""


class NeverAwaited(Base, frozen=True, kw_only=True, tag="never-awaited"):
    """A coroutine object was thrown away before it ran."""

    function: str
    """Name of the coroutine function."""
    place: Place | None
    """The learner's line that made it."""


class NeverRetrieved(Base, frozen=True, kw_only=True, tag="never-retrieved"):
    """A task raised, or a thread or callback, and nobody looked."""

    task: int | None
    """Which task; None for what is no task of the program's own."""
    error: str
    """The exception as text."""
    place: Place | None = None
    """The learner's innermost line, of a thread's or callback's exception that has one."""


class LeftBehind(Base, frozen=True, kw_only=True, tag="left-behind"):
    """A task was still unfinished when the coroutine under test ended."""

    task: int
    """Which task."""
    awaiting: str
    """What it waited for."""
    place: Place | None
    """The learner's line at which it stood."""


class ResourceLeftOpen(Base, frozen=True, kw_only=True, tag="left-open"):
    """A connection or a server was still open at the end, or nobody closed it but garbage collection."""

    what: str
    """What was open: `a connection`, `a connection that came in`, `a server`, `a client session`."""
    place: Place | None
    """The line that opened it; of a connection that came in, that of its server; None: it cannot be told."""
