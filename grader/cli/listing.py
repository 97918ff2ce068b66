"""`grade list`: the course, and how far the learner has come."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal

import click

from . import console
from .verb import course_folder, verb

if TYPE_CHECKING:
    from grader.course.progress import Progress
    from grader.course.workspace import Workspace

State = Literal["passed", "next", "begun", "open"]

SIGNS: dict[State, tuple[str, str, str]] = {
    "passed": ("✓", "+", "32"),
    "next": (">", ">", "1"),
    "begun": ("·", "-", ""),
    "open": (" ", " ", ""),
}
"""State of an exercise -> sign, the same in ASCII, and colour (green, bold), as terminals number them."""

ROOM = 15
"""Columns that the last column must have to be shown at all."""

SEEN = {"before passing": "solution seen early", "after passing": "solution seen"}
"""When the solution was shown first -> words."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """An exercise, and how far the learner has come with it."""

    exercise: str
    title: str
    file: str
    state: State
    score: float
    max_score: float
    passed: str
    attempts: int
    hints: int
    solution: str


@verb("""
grade list                what is passed, what is next, and the points
grade list --format json  the same as data
""")
@click.option(
    "--format", "format_", type=click.Choice(("terminal", "json")), default="terminal", help="How to write it."
)
def command(format_: str | None) -> int:
    """List the exercises of the course: what is passed, what is next, points, attempts and hints."""
    from grader.course import progress

    workspace = course_folder()
    known = progress.read(workspace)
    rows = list(listed(workspace, known))
    if format_ == "json":
        whole = {"schema": 1, "course": workspace.course.title, "exercises": [asdict(row) for row in rows]}
        console.echo(json.dumps(whole, indent=2, ensure_ascii=False))
    else:
        _write(workspace, known, rows)
    return 0


def listed(workspace: Workspace, known: Progress) -> Iterator[Row]:
    """Yield a row for each exercise of the course."""
    from grader.course.progress import next_exercise

    following = next_exercise(workspace, known)
    for slug in workspace.course.exercises:
        exercise, standing = workspace.exercise(slug), known.of(slug)
        begun: State = "begun" if standing.attempts else "open"
        yield Row(
            exercise=slug,
            title=exercise.title,
            file=f"{slug}/{exercise.file}",
            state="passed" if standing.passed else "next" if slug == following else begun,
            score=standing.score,
            max_score=standing.max_score,
            passed=standing.passed,
            attempts=standing.attempts,
            hints=standing.hints,
            solution=standing.solution,
        )


def _write(workspace: Workspace, known: Progress, rows: list[Row]) -> None:
    from . import standing

    lines = [console.wrap(workspace.course.title), console.wrap(count(workspace, known)), ""]
    for row, line in zip(rows, table(rows), strict=True):
        _, _, style = SIGNS[row.state]
        lines.append(f"\x1b[{style}m{line}\x1b[0m" if style and console.color(sys.stdout) else line)
    below = map(console.wrap, filter(None, (standing.coming(workspace, known), standing.news(workspace, known))))
    console.page(console.signed("".join(f"{line}\n" for line in [*lines, "", *below]), sys.stdout))


def count(workspace: Workspace, known: Progress) -> str:
    """Say how many exercises are passed, and how many points were earned in those that were graded."""
    from . import standing

    slugs = workspace.course.exercises
    passed = sum(bool(known.of(slug).passed) for slug in slugs)
    graded = any(known.of(slug).attempts for slug in slugs)
    points = f"; in those graded so far: {standing.points(workspace, known)}" if graded else ""
    return f"{passed} of {len(slugs)} exercises passed{points}"


def table(rows: list[Row]) -> list[str]:
    """Return a line for each row, no wider than the terminal where that can be."""
    slugs, points = max(len(row.exercise) for row in rows), max(len(_points(row)) for row in rows)
    return [_beside(f"{_mark(row)} {row.exercise:{slugs}}  {_points(row):>{points}}", _words(row)) for row in rows]


def _mark(row: Row) -> str:
    """Return the sign of a row's state, or its name where it is to be heard."""
    sign, ascii_sign, _ = SIGNS[row.state]
    return f"{row.state}:" if console.heard() else sign if console.unicode(sys.stdout) else ascii_sign


def _beside(line: str, words: str) -> str:
    """Put words behind a line as far as the terminal is wide; none where they could not be read."""
    more = "…" if console.unicode(sys.stdout) else "..."
    room = console.width() - len(line) - 2
    if len(words) > room:
        words = words[: room - len(more)] + more if room >= ROOM else ""
    return f"{line}  {words}".rstrip()


def _points(row: Row) -> str:
    return f"{row.score:g} of {row.max_score:g}" if row.attempts else ""


def _words(row: Row) -> str:
    """Return what was done, or the title where nothing was."""
    counts = ((row.attempts, "attempt"), (row.hints, "hint"))
    done = [f"{count} {noun}{'s' if count > 1 else ''}" for count, noun in counts if count]
    done += [SEEN[row.solution]] if row.solution else []
    return ", ".join(done) or row.title
