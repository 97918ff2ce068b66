"""A class → one HTML file for its instructor: points, checks, causes, what stands out. No script, as with a report.

What is counted is counted before (`grader.batch.overview`); here it is only shown. Bars are drawn, and the same numbers
stand beside them in a table, for who cannot see them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from . import svg
from .excerpt import Line
from .page import SIGNS, environment, policy

EXAMPLES = 8
"""Root causes of which one program is shown."""

GENERAL = ("unhandled-error", "wrong-output")
"""Codes that say what came of a program, and not which idea was wrong in it."""

WIDTH = 100.0
"""Per cent that the longest bar takes."""


@dataclass(frozen=True, kw_only=True)
class Bin:
    """Students with so many points."""

    label: str
    """The points: `0`, `1 to 3`."""
    names: tuple[str, ...]
    """Who they are."""


@dataclass(frozen=True, kw_only=True)
class CheckCount:
    """What became of one check in the class."""

    title: str
    """The requirement."""
    passed: int
    """How many programs passed it."""
    failed: tuple[str, ...]
    """Whose programs failed it."""
    skipped: int
    """For how many it was not checked, because another one failed."""


@dataclass(frozen=True, kw_only=True)
class CauseCount:
    """A diagnosis in the class."""

    code: str
    """The diagnostic's code."""
    title: str
    """What its page is called."""
    names: tuple[str, ...]
    """Whose programs have it as their root cause."""
    further: tuple[str, ...]
    """Whose programs have it beside another one."""
    headline: str = ""
    """What is said of one of them."""
    hint: str = ""
    """The question that its author was asked."""
    line: int | None = None
    """Where, in that one."""
    excerpt: tuple[Line, ...] = ()
    """The line with those around it, of that one; no name stands beside it."""
    where: tuple[tuple[str, int], ...] = ()
    """In which exercises how many have it, where there are several."""


@dataclass(frozen=True, kw_only=True)
class Odd:
    """A program that stands out."""

    name: str
    """Whose it is."""
    what: str
    """How it does, in a sentence."""
    kind: str = ""
    """Kind of sign: `time`, `crash`, `tampering`."""
    exercise: str = ""
    """Slug, where there are several."""


@dataclass(frozen=True, kw_only=True)
class ExerciseCount:
    """One exercise among several."""

    slug: str
    title: str
    graded: int
    """How many programs were judged."""
    passed: int
    """How many passed."""
    mean: str
    """Points on average, of how many."""
    share: float
    """The same, of 1."""
    cause: str
    """Code of the commonest root cause; empty where there is none."""


@dataclass(frozen=True, kw_only=True)
class Student:
    """What a student has in several exercises."""

    name: str
    cells: tuple[tuple[str, str], ...]
    """Status and points in each exercise."""
    total: str
    """The sum of the points."""


@dataclass(frozen=True, kw_only=True)
class Overview:
    """What an instructor wants to know of a class, in one exercise or in several."""

    slug: str
    title: str
    counts: tuple[tuple[str, int], ...]
    """Status of a submission, and how many have it."""
    students: int
    """How many there are in the class."""
    points: tuple[Bin, ...]
    """From none to all."""
    spread: str
    """Mean and median of the points, in a sentence; empty where there are none."""
    checks: tuple[CheckCount, ...] = ()
    """In the author's order."""
    exercises: tuple[ExerciseCount, ...] = ()
    """In their order, where there are several."""
    table: tuple[Student, ...] = ()
    """Everyone's points, where there are several exercises."""
    causes: tuple[CauseCount, ...]
    """The commonest first."""
    odd: tuple[Odd, ...]
    """What took long, crashed, or shows signs of tampering."""
    ungraded: tuple[Odd, ...]
    """What could not be graded, and why."""
    missing: tuple[Odd, ...]
    """Who handed in nothing."""
    late: tuple[Odd, ...]
    """Whose work came late, as the platform says."""
    moved: tuple[Odd, ...]
    """Whose points are others than before, by other checks."""
    place: str
    """Under which isolation and with which version."""

    @property
    def teach(self) -> tuple[CauseCount, ...]:
        """Return what to speak of next: the root causes that more than one has, three at most, those that say most."""
        common = [cause for cause in self.causes if len(cause.names) > 1]
        return tuple(sorted(common, key=lambda cause: cause.code in GENERAL)[:3])

    @property
    def examples(self) -> tuple[CauseCount, ...]:
        """Return the misconceptions that are shown with an example."""
        return tuple(cause for cause in self.causes if cause.names)[:EXAMPLES]


def render(told: Overview) -> str:
    """Write the page."""
    templates = environment()
    style = templates.get_template("report.css").render() + templates.get_template("overview.css").render()
    most = max((len(bin.names) for bin in told.points), default=0)
    return templates.get_template("overview.html.j2").render(
        told=told,
        signs=SIGNS | {"missing": "–", "unreadable": "?"},
        style=Markup(style),
        policy=policy(style),
        points=[(bin, Markup(bar([(len(bin.names), "counted")], most))) for bin in told.points],
        checks=[(check, Markup(bar(*_parts(check)))) for check in told.checks],
        exercises=[(found, Markup(bar([(found.share, "counted")], 1))) for found in told.exercises],
        causes=[
            (cause, Markup(bar([(len(cause.names), "missed"), (len(cause.further), "beside")], told.students)))
            for cause in told.causes
        ],
    )


def bar(parts: Sequence[tuple[float, str]], most: float) -> str:
    """Draw a bar of parts, each a count and a class of the style sheet, on a scale that ends at `most`."""
    scale = WIDTH / most if most else 0.0
    drawn, start = [], 0.0
    for count, kind in parts:
        drawn.append(svg.element("rect", class_=kind, x=f"{start:.2f}%", y=0, width=f"{count * scale:.2f}%", height=12))
        start += count * scale
    rail = svg.element("rect", class_="rail", x=0, y=0, width="100%", height=12)
    return svg.element("svg", rail + "".join(drawn), class_="bar", width="100%", height=12, aria_hidden="true")


def _parts(check: CheckCount) -> tuple[list[tuple[float, str]], int]:
    parts: list[tuple[float, str]] = [(check.passed, "earned"), (len(check.failed), "missed")]
    return parts, check.passed + len(check.failed) + check.skipped
