"""What a program shows and asks for."""

from __future__ import annotations

from typing import ClassVar, Literal

from ..base import Place
from .base import Base


class Printed(Base, frozen=True, kw_only=True, tag="printed"):
    """A line of output was completed."""

    observed: ClassVar[bool] = True
    stream: Literal["stdout", "stderr"]
    """Where it went."""
    text: str
    """The line without its newline."""
    task: int | None
    """The task that wrote it (reported)."""
    call: int | None
    """The call that wrote it (reported)."""
    place: Place | None
    """The learner's line that wrote it (reported)."""


class Marked(Base, frozen=True, kw_only=True, tag="marked"):
    """The program named a moment with `grader.mark`."""

    text: str
    """What it called it."""
    task: int | None
    """The task that did."""
    call: int | None
    """The call that did."""
    place: Place | None
    """The line."""


class Asked(Base, frozen=True, kw_only=True, tag="asked"):
    """A service that the judge hosts was called."""

    observed: ClassVar[bool] = True
    request: int
    """Number of the request."""
    service: str
    """The name that the service stands behind, such as `task` or `given.download`."""
    arguments: tuple[str, ...]
    """The arguments, each as text, in the order of the service's parameters."""
    call: int | None
    """The call that stands for it on the timeline (reported)."""


class Answered(Base, frozen=True, kw_only=True, tag="answered"):
    """The judge answered a request, or the caller gave it up."""

    observed: ClassVar[bool] = True
    request: int
    """Which request."""
    how: Literal["returned", "raised", "cancelled"]
    """How."""
