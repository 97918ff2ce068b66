"""What is said of a program that was run for no exercise: `grade trace FILE`."""

from __future__ import annotations

from typing import Literal

from .base import Data
from .reports import SCHEMA, Diagnostic, Environment, Timeline
from .traces import Outcome, Returned


class Line(Data, frozen=True, kw_only=True):
    """A line of output."""

    time: float
    """When it was completed, in seconds."""
    stream: Literal["stdout", "stderr"]
    """Where it went."""
    text: str
    """The line without its newline."""
    task: int | None
    """The task that wrote it; None: code outside of any task."""


class Tracing(Data, frozen=True, kw_only=True):
    """Everything that is said about one program and its run."""

    schema: int = SCHEMA
    """Version of this layout."""
    file: str
    """The file, as it was named."""
    arguments: tuple[str, ...]
    """What stood behind it on the command line."""
    outcome: Outcome
    """How the run ended."""
    duration: float
    """How long it took, in seconds."""
    exact: bool
    """Whether all time was virtual: then it is the same in every run."""
    output: tuple[Line, ...]
    """What it wrote, in order."""
    diagnostics: tuple[Diagnostic, ...]
    """Ranked: the first is the root cause. Those that are not certain ask, and are no mistakes."""
    not_simulated: tuple[str, ...]
    """What the run had otherwise than the program would have it elsewhere, a sentence each."""
    tasks: dict[int, str]
    """Number of a task → what it is called."""
    timeline: Timeline
    """Its awaited calls, with times in nanoseconds."""
    source: str
    """The text of the file."""
    environment: Environment
    """Isolation, versions, seed."""

    @property
    def mistakes(self) -> tuple[Diagnostic, ...]:
        """What is wrong for certain."""
        return tuple(diagnostic for diagnostic in self.diagnostics if diagnostic.certain)

    @property
    def is_right(self) -> bool:
        """Whether the program ended by itself, with exit status 0, and no mistakes were seen."""
        return isinstance(self.outcome, Returned) and self.outcome.status == 0 and not self.mistakes
