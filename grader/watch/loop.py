"""The loop: what is saved is judged, keys are answered, the screen is kept, until it is over.

The judge asks for the next submission in the middle of its session, which has everything loaded; the loop lets it wait
until there is one. Everything happens in the judge's thread. What the loop needs of the world is a `Desk`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, Protocol

from grader.model import Report, Submission

from .events import Event, Pressed, Resized, Saved
from .state import Deed, State, graded, may_be_half_written, pressed, saw

SETTLE = 0.3
"""Seconds that a file may be missing, empty or no text before that is taken as it is: editors save in several steps."""


class Desk(Protocol):
    """What the loop sees of the world, and does to it."""

    def wait(self, seconds: float | None = None) -> Event | None:
        """Return the next event; None where none comes for so long."""

    def stamp(self) -> object:
        """Return what is another one after each save of the file."""

    def content(self) -> Submission | str:
        """Read the learner's file; a sentence where it cannot be graded."""

    def clock(self) -> str:
        """Return the time of day at which the file was saved, or is seen to be missing."""

    def show(self, state: State) -> None:
        """Draw the screen."""

    def begin(self, state: State) -> None:
        """Say that a grading begins, which a key can call off."""

    def end(self) -> None:
        """Take note that it has ended."""

    def then(self) -> str:
        """Return what to say of the next exercise."""

    def keep(self, report: Report) -> str:
        """Keep a report that was shown, as a page and in the progress; return what went wrong, or nothing."""

    def answer(self, deed: Deed) -> str:
        """Do what a key asks for beside grading, and return what is to be shown of it; empty where that is nothing."""


class Loop:
    """Watches one exercise: `submissions` goes to the judge, and `report` takes what comes of them."""

    def __init__(self, desk: Desk, greeting: str = "") -> None:
        """Watch for a desk; `greeting` is said with the first report."""
        self._desk = desk
        self._greeting = greeting
        self._later: deque[Event] = deque([Saved()])
        self._stamp: object = None
        self.state = State()
        self.end: Literal["quit", "next"] = "quit"
        """How it ended: the learner is done, or goes on with the next exercise."""

    def submissions(self) -> Iterator[Submission]:
        """Yield what is to be graded: at once, then after each save, until a key ends it."""
        while True:
            deed = self._take(self._later.popleft() if self._later else self._desk.wait())
            if deed == "grade" and self.state.submission is not None:
                self._desk.begin(self.state)
                yield self.state.submission
            elif deed == "quit" or deed == "next":
                self.end = deed
                return
            elif deed != "wait":
                self._desk.show(self.state)

    def report(self, report: Report) -> None:
        """Show what came of the submission, and keep it."""
        self._desk.end()
        self.state = replace(graded(self.state, report, self._desk.then()), aside=self._greeting)
        self._greeting = ""
        self._desk.show(self.state)
        if trouble := self._desk.keep(report):
            self.state = replace(self.state, aside=trouble)
            self._desk.show(self.state)

    def _take(self, event: Event | None) -> Deed:
        """Take an event; return what is left to be done."""
        match event:
            case Saved():
                if self._stamp == self._desk.stamp():
                    return "wait"
                self.state, deed = saw(self.state, self._settled(), self._desk.clock())
                return deed
            case Pressed(key):
                self.state, deed = pressed(self.state, key)
                if deed in ("wait", "show", "grade", "quit"):
                    return deed
                words = self._desk.answer(deed)
                self.state = replace(self.state, aside=words)
                return "next" if deed == "next" and not words else "show"
            case Resized():
                return "show"
            case None:
                return "wait"

    def _settled(self) -> Submission | str:
        """Return what the file holds; where it may be half written, once nothing more has come for a while."""
        content = self._content()
        while may_be_half_written(self.state, content) and (event := self._desk.wait(SETTLE)):
            if event != Saved():
                self._later.append(event)
            content = self._content()
        return content

    def _content(self) -> Submission | str:
        """Read the file; what is written meanwhile has another stamp than the one that is kept."""
        self._stamp = self._desk.stamp()
        return self._desk.content()
