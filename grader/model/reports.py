"""What the judge says of a submission."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from .base import Data
from .exercises import Submission
from .traces import Outcome, Span

SCHEMA = 1
"""Version of the report's JSON. It grows when a field changes its meaning or goes away."""


class Diagnostic(Data, frozen=True, kw_only=True):
    """A mistake, named in the learner's own lines."""

    code: str
    """Name of the pattern, such as `sequential-awaits`; `grade explain CODE` shows its page."""
    message: str
    """One past-tense fact about the program, 100 characters at most."""
    file: str = ""
    """File name as the learner knows it."""
    line: int | None = None
    """Line, counted from 1."""
    column: int | None = None
    """First column, counted from 1."""
    end_column: int | None = None
    """Column after the last one."""
    label: str = ""
    """What to write under the marked part of the line."""
    notes: tuple[str, ...] = ()
    """Further facts: what was held up, the original error text."""
    hint: str = ""
    """One question that leads on."""
    certain: bool = True
    """False where the rule asks instead of telling."""
    checks: tuple[str, ...] = ()
    """Names of the failed checks of which each shows it by itself; only the root cause has them."""


class ScheduleFinding(Data, frozen=True, kw_only=True):
    """A schedule other than the usual one, under which a check failed."""

    number: int
    """Which of those that were tried, from 1."""
    schedules: int
    """How many there are to try."""
    changes: tuple[str, ...]
    """What came otherwise than in the usual run, a phrase each."""
    token: str
    """For `grade FILE --schedule TOKEN`, which runs it again."""


Evidence = Literal["observed", "reported"]
"""`observed`: what crosses the border under inputs that the judge drew. `reported`: what a program's process tells of
its inside, which a program that digs could forge; points for it are backed by a run without the construct."""


Visibility = Literal["visible", "hidden"]
"""Whether students are told which check it is: its name, and what it asks for."""

Detail = Literal["full", "cause", "verdict"]
"""How much students are told of a check: all there is; what kind of mistake it met, and on which line of their own; or
whether it passed."""

Audience = Literal["instructor", "student"]
"""Who reads a report."""


class CheckResult(Data, frozen=True, kw_only=True):
    """One check and what came of it."""

    name: str
    """Name of the check's function."""
    title: str
    """The requirement, as the learner reads it."""
    status: Literal["passed", "failed", "skipped", "error"]
    """`skipped`: a check that it needs failed. `error`: the grader's own fault."""
    points: float
    """Points earned."""
    max_points: float
    """Points to earn."""
    visibility: Visibility = "visible"
    """Whether students are told which check it is."""
    visible_from: datetime | None = None
    """From when on they are told of one that is hidden; None: never."""
    detail: Detail = "full"
    """How much they are told of it."""
    evidence: Evidence = "observed"
    """What it rests on."""
    needs: str = ""
    """Title of the check that it needs, when it was skipped for that."""
    message: str = ""
    """What differed, in one sentence."""
    expected: tuple[str, ...] = ()
    """What was expected, a line each; the same grammar and unit as `actual`."""
    actual: tuple[str, ...] = ()
    """What happened, a line each."""
    diagnostics: tuple[str, ...] = ()
    """Codes of the report's diagnostics that explain it."""
    target: str = ""
    """What was run: `main()`, `task('Ada', 0.75)`."""
    run: int | None = None
    """Index into the report's timelines of the run that failed."""
    schedule: ScheduleFinding | None = None
    """The schedule under which it failed; None where it failed in the usual run."""
    causes: tuple[Diagnostic, ...] = ()
    """What its own run shows, of a failed check that not everybody sees in full; no more than its `detail` allows."""

    @property
    def is_open(self) -> bool:
        """Whether everybody sees it in full, at any time."""
        return self.visibility == "visible" and self.detail == "full"


class Timeline(Data, frozen=True, kw_only=True):
    """What a run looked like, ready to be drawn."""

    target: str
    """What was run."""
    about: str = ""
    """What a coroutine of the exercise's author does that was run, in its author's words; empty for the learner's."""
    replaced: tuple[str, ...] = ()
    """Names behind which the judge put a service, in both runs."""
    against: Literal["expected", "usual"] = "expected"
    """What it stands beside: a program that does what was asked, or the same program's usual run, which passes."""
    actual: tuple[Span, ...]
    """The learner's calls."""
    actual_end: int
    """When the learner's run ended, in nanoseconds."""
    actual_lines: tuple[tuple[int, str], ...]
    """What it printed: (time, text)."""
    outcome: Outcome | None = None
    """How it ended."""
    expected: tuple[Span, ...] = ()
    """The same of what it stands beside; empty where there is none to show."""
    expected_end: int = 0
    """When that one ended, in nanoseconds."""
    expected_lines: tuple[tuple[int, str], ...] = ()
    """What that one printed."""


class Adjustment(Data, frozen=True, kw_only=True):
    """A policy of the instructor's that gave a score another value."""

    policy: Literal["credit", "late", "rounding"]
    """Which one."""
    before: float
    """Points before it."""
    after: float
    """Points after it."""
    reason: str
    """Why, as a sentence without its full stop."""


Tier = Literal["sealed", "fenced", "bounded", "limited", "none"]
"""How far a program is kept from the machine: Linux has `sealed`, macOS `fenced`, Windows `bounded`."""


class Environment(Data, frozen=True, kw_only=True):
    """What the bytes of a report may depend on beside submission, exercise and secret."""

    grader: str
    """Version of the grader."""
    python: str
    """Version of the Python that ran the submission, such as `3.12.1`."""
    platform: str
    """`linux`, `darwin`, `win32`."""
    isolation: Tier
    """Isolation in force, as it was probed."""
    backend: Literal["fork", "spawn"]
    """How runs were started."""
    seed: str
    """Seed of everything random, as hexadecimal digits."""


class Report(Data, frozen=True, kw_only=True):
    """Everything that is said about one submission."""

    schema: int = SCHEMA
    """Version of this layout."""
    exercise: str
    """Slug."""
    title: str = ""
    """The exercise's title."""
    submission: Submission
    """What was graded."""
    score: float
    """Points earned."""
    max_score: float
    """Points to earn."""
    capped: bool = False
    """Whether the rule "a program with a fault gets at most half" lowered the score."""
    adjustments: tuple[Adjustment, ...] = ()
    """What policies of the instructor's made of the points of the checks, in order; `score` is what came of it."""
    outcome: Outcome
    """How the run of `main` as the learner wrote it ended."""
    results: tuple[CheckResult, ...]
    """The checks, in the author's order."""
    diagnostics: tuple[Diagnostic, ...]
    """Ranked: the first is the root cause."""
    for_students: tuple[Diagnostic, ...] | None = None
    """The same, of the checks alone that everybody sees in full; None where these are all."""
    timelines: tuple[Timeline, ...] = ()
    """Runs of failed checks (and of `main`), referred to by `CheckResult.run`."""
    hint: str = ""
    """The first hint of the exercise that fits, or the root cause's question."""
    remarks: tuple[str, ...] = ()
    """Facts about the file that cost nothing, but that its author should know."""
    for_authors: tuple[str, ...] = ()
    """Facts about the checks that only their author needs; nothing shows them to a learner."""
    environment: Environment
    """Isolation, versions, seed."""
    audience: Audience = "instructor"
    """Who it is for: that of a student lacks what is not shown."""
