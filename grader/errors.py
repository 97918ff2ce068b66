"""Our own errors, and the exit code that each one ends the command with.

A learner's mistake is never one of these: it is a `Diagnostic`.

    GraderError                      3   something of ours went wrong
    ├── UsageError                   4   the command was called with something it cannot use
    │   ├── SubmissionError          4   the submission cannot be read as text
    │   ├── ExerciseError            4   exercise.toml, course.toml or a check is not as it must be
    │   └── ProgressError            4   progress.json is not as it must be, or cannot be written
    ├── NotFoundError                5   no such exercise, file, page or course
    └── IsolationError               6   the isolation asked for is not to be had
"""

from __future__ import annotations

from typing import ClassVar


class GraderError(Exception):
    """Something of ours went wrong; the learner's program is not to blame."""

    exit_code: ClassVar[int] = 3


class UsageError(GraderError):
    """The caller asked for something that cannot be done as asked."""

    exit_code = 4


class SubmissionError(UsageError):
    """The submission cannot be read as text."""


class ExerciseError(UsageError):
    """An author's file (exercise.toml, course.toml, a check, a scenario) is not as it must be."""


class ProgressError(UsageError):
    """A learner's progress.json is not as it must be, or cannot be written."""


class NotFoundError(GraderError):
    """No exercise, file, page or course by that name."""

    exit_code = 5


class IsolationError(GraderError):
    """The isolation that was asked for is not available."""

    exit_code = 6
