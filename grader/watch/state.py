"""What is known while an exercise is watched, and what is to be done at each event; pure.

saw(state, content, clock)   the file was looked at: it is graded, unless it is what was graded last
graded(state, report, then)  that has come of it
pressed(state, key)          the table KEYS says what each key does
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from grader.model import Report, Submission

Deed = Literal["wait", "show", "grade", "task", "hint", "list", "next", "report", "quit"]
"""What is to be done: nothing, draw the screen, grade the submission, or what a key stands for."""

KEYS: dict[str, tuple[str, Deed]] = {
    "t": ("task", "task"),
    "h": ("hint", "hint"),
    "l": ("list", "list"),
    "n": ("next", "next"),
    "r": ("report", "report"),
    "q": ("quit", "quit"),
    "\n": ("again", "grade"),
}
"""Key -> its word on the screen, and what it does."""

QUIT = "q"
"""The key that ends it."""

BACK = "\x1b"
"""The key that takes away what stands below the report."""


@dataclass(frozen=True, kw_only=True)
class State:
    """What is known."""

    submission: Submission | None = None
    """What was graded last, or is to be graded now."""
    report: Report | None = None
    """What came of it; None until that is known."""
    problem: str = ""
    """Why the file as it is now cannot be graded: a sentence, or empty."""
    saved: str = ""
    """When it was last saved, as a clock shows it."""
    is_unchanged: bool = False
    """Whether the last save changed nothing, so that nothing was graded."""
    then: str = ""
    """What to say of the next exercise, once this one has passed."""
    aside: str = ""
    """A hint, a list or a word, which stands in the report's place until the next save or key."""

    @property
    def has_passed(self) -> bool:
        """Whether the file as it is now passes every check."""
        results = self.report.results if self.report is not None and not self.problem else ()
        return bool(results) and all(result.status == "passed" for result in results)


def saw(state: State, content: Submission | str, clock: str) -> tuple[State, Deed]:
    """Take what the file holds now, or the sentence why it cannot be graded, at a time."""
    state = replace(state, saved=clock, aside="", is_unchanged=False)
    if isinstance(content, str):
        return replace(state, problem=content), "show"
    if state.report is None or state.submission != content:
        return replace(state, submission=content, report=None, problem=""), "grade"
    return replace(state, problem="", is_unchanged=not state.problem), "show"


def may_be_half_written(state: State, content: Submission | str) -> bool:
    """Tell whether a file may be in the middle of being saved: missing, not readable as text, or emptied first."""
    if isinstance(content, str):
        return not state.problem
    return not content.source.strip() and state.submission != content


def graded(state: State, report: Report, then: str) -> State:
    """Take the report on the submission."""
    return replace(state, report=report, then=then)


def pressed(state: State, key: str) -> tuple[State, Deed]:
    """Take a key."""
    _, deed = KEYS.get(key, ("", "wait"))
    if deed == "wait":
        return (replace(state, aside=""), "show") if state.aside or key == BACK else (state, "wait")
    if deed == "grade" and (state.problem or state.submission is None):
        return state, "show"
    return replace(state, aside="", is_unchanged=False), deed
