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
    """A root cause in the class."""

    code: str
    """The diagnostic's code."""
    title: str
    """What its page is called."""
    names: tuple[str, ...]
    """Whose programs have it."""
    headline: str
    """What is said of one of them."""
    line: int | None
    """Where, in that one."""
    excerpt: tuple[Line, ...]
    """The line with those around it, of that one; no name stands beside it."""


@dataclass(frozen=True, kw_only=True)
class Odd:
    """A program that stands out."""

    name: str
    """Whose it is."""
    what: str
    """How it does, in a sentence."""


@dataclass(frozen=True, kw_only=True)
class Overview:
    """What an instructor wants to know of a class."""

    slug: str
    title: str
    counts: tuple[tuple[str, int], ...]
    """Status of a submission, and how many have it."""
    points: tuple[Bin, ...]
    """From none to all."""
    checks: tuple[CheckCount, ...]
    """In the author's order."""
    causes: tuple[CauseCount, ...]
    """The commonest first."""
    odd: tuple[Odd, ...]
    """Limits, crashes, and what a program's process should not have said."""
    ungraded: tuple[Odd, ...]
    """What could not be graded, and why."""
    moved: tuple[Odd, ...]
    """Whose points are others than before, by other checks."""
    place: str
    """Under which isolation and with which version."""

    @property
    def teach(self) -> tuple[CauseCount, ...]:
        """Return what to speak of next: the causes that more than one program has, three at most."""
        return tuple(cause for cause in self.causes if len(cause.names) > 1)[:3]


def render(told: Overview) -> str:
    """Write the page."""
    templates = environment()
    style = templates.get_template("report.css").render() + templates.get_template("overview.css").render()
    most = max((len(bin.names) for bin in told.points), default=0)
    students = sum(count for _, count in told.counts)
    return templates.get_template("overview.html.j2").render(
        told=told,
        signs=SIGNS,
        students=students,
        style=Markup(style),
        policy=policy(style),
        points=[(bin, Markup(bar([(len(bin.names), "earned")], most))) for bin in told.points],
        checks=[
            (check, Markup(bar(_parts(check), check.passed + len(check.failed) + check.skipped)))
            for check in told.checks
        ],
        causes=[(cause, Markup(bar([(len(cause.names), "missed")], students))) for cause in told.causes],
    )


def bar(parts: Sequence[tuple[int, str]], most: int) -> str:
    """Draw a bar of parts, each a count and a class of the style sheet, on a scale that ends at `most`."""
    scale = WIDTH / most if most else 0.0
    drawn, start = [], 0.0
    for count, kind in parts:
        drawn.append(svg.element("rect", class_=kind, x=f"{start:.2f}%", y=0, width=f"{count * scale:.2f}%", height=12))
        start += count * scale
    rail = svg.element("rect", class_="rail", x=0, y=0, width="100%", height=12)
    return svg.element("svg", rail + "".join(drawn), class_="bar", width="100%", height=12, aria_hidden="true")


def _parts(check: CheckCount) -> list[tuple[int, str]]:
    return [(check.passed, "earned"), (len(check.failed), "missed")]
