"""The world as the loop sees it: the learner's file, events from threads, a screen, and what keys stand for."""

from __future__ import annotations

import queue
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from grader.errors import GraderError, NotFoundError, SubmissionError
from grader.exercise import read_submission
from grader.model import Report, Submission

from .events import Event
from .signals import Gate
from .state import Deed, State

LOOK = 0.2
"""Seconds between two looks for signals: a thread that waits is not woken by one that came to another thread."""


class Display(Protocol):
    """Where a state is shown."""

    def show(self, state: State) -> None:
        """Show it."""

    def begin(self, state: State) -> None:
        """Show that a grading has begun."""

    def end(self) -> None:
        """Show nothing more."""


@dataclass(frozen=True, kw_only=True)
class Table:
    """A desk that works; see `loop.Desk`."""

    file: Path
    """The learner's."""
    events: queue.SimpleQueue[Event]
    """What threads and signals tell."""
    display: Display
    """Where things are shown."""
    gate: Gate
    """What calls off a grading."""
    ready: Callable[[], None]
    """Makes the terminal ready, which may have been another program's."""
    then: Callable[[], str]
    """Says what comes after this exercise."""
    keep: Callable[[Report], str]
    """Keeps a report; says what went wrong."""
    answers: Mapping[Deed, Callable[[], str]]
    """What keys ask for -> what does it, and says what is to be shown."""

    def wait(self, seconds: float | None = None) -> Event | None:
        """Return the next event; None where none comes for so long."""
        while True:
            try:
                return self.events.get(timeout=LOOK if seconds is None else seconds)
            except queue.Empty:
                if seconds is not None:
                    return None

    def content(self) -> Submission | str:
        """Read the learner's file; a sentence where it cannot be graded."""
        try:
            return read_submission(self.file)
        except NotFoundError:
            gone = f"{self.file.name} is not there any more: it was deleted, moved or renamed."
            return f"{gone}\nIt is graded again once it is back."
        except SubmissionError as error:
            return f"{error}.\nIt is graded again once that is mended."

    def stamp(self) -> object:
        """Return what is another one after each save of the file."""
        try:
            status = self.file.stat()
        except OSError:
            return "missing"
        return status.st_ino, status.st_mtime_ns, status.st_size

    def clock(self) -> str:
        """Return the time of day at which the file was saved, or is seen to be missing."""
        try:
            when = datetime.fromtimestamp(self.file.stat().st_mtime)
        except OSError:
            when = datetime.now()
        return when.strftime("%H:%M:%S")

    def show(self, state: State) -> None:
        """Draw the screen."""
        self.ready()
        self.display.show(state)

    def begin(self, state: State) -> None:
        """Say that a grading begins, which a key can call off."""
        self.gate.open()
        self.display.begin(state)

    def end(self) -> None:
        """Take note that it has ended."""
        self.gate.close()

    def answer(self, deed: Deed) -> str:
        """Do what a key asks for, and return what is to be shown of it."""
        try:
            return self.answers[deed]()
        except GraderError as error:
            return str(error)
