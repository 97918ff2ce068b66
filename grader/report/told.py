"""What is told of a report, as data: the same for every format that people read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .excerpt import Line
from .lanes import Pair

VIRTUAL = "seconds (a wait takes no real time)"
"""What the axis of a timeline counts."""

Kind = Literal["passed", "failed", "skipped", "error"]


@dataclass(frozen=True, kw_only=True)
class Compared:
    """What was expected, above what happened."""

    expected: tuple[str, ...]
    """A line each."""
    actual: tuple[str, ...]
    """A line each, in the same grammar."""
    differs: int | None = None
    """Which line is the first that differs, from 0; None where there is one line only."""


@dataclass(frozen=True, kw_only=True)
class Cause:
    """A diagnostic, or what a check found where no diagnostic says why."""

    headline: str
    """One fact."""
    code: str
    """The diagnostic's code, or empty."""
    file: str
    """Where."""
    line: int | None
    """Where."""
    excerpt: tuple[Line, ...]
    """The line with those around it; empty where it cannot be shown."""
    label: str
    """What to write under the marked part."""
    notes: tuple[str, ...]
    """Further facts."""
    hint: str
    """One question, or empty."""


@dataclass(frozen=True, kw_only=True)
class Check:
    """A check and what became of it."""

    kind: Kind
    """Passed, failed, skipped, error."""
    title: str
    """The requirement."""
    score: str
    """Points earned, and to earn."""
    words: str
    """What differed, or why there is no answer; empty for one that passed."""
    compared: Compared | None
    """Expected and actual, where no diagnostic says more and it is not shown above."""


@dataclass(frozen=True, kw_only=True)
class Story:
    """What is told, in order."""

    slug: str
    title: str
    name: str
    """What the learner calls the file."""
    kind: Kind
    """What became of the submission."""
    verdict: str
    """The same in words."""
    score: str
    """Points earned, and to earn, in words."""
    share: float
    """Points earned as a part of those to earn, from 0 to 1."""
    remarks: tuple[str, ...]
    """Sentences below the verdict."""
    cause: Cause | None
    """The root cause; None where no check failed."""
    check: str
    """Title of the check that shows it, or empty."""
    setting: str
    """In which way its run is not the program's own, or empty."""
    compared: Compared | None
    """What that check expected and got."""
    timeline: Pair | None
    """The run of that check, or of `main` where all passed."""
    further: tuple[Cause, ...]
    """Further diagnostics to open."""
    unopened: int
    """How many more there are."""
    checks: tuple[Check, ...]
    """In the author's order."""
    footnotes: tuple[str, ...]
    """Facts about the file that cost nothing."""
    place: str
    """With which version and under which isolation it was graded."""
    unit: str = VIRTUAL
    """What the axis of the timeline counts."""
