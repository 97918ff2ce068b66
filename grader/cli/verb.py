"""What verbs share: their options, and those of learners the course folder, and which exercise is meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.errors import NotFoundError

from .helping import Command

if TYPE_CHECKING:
    from grader.course.workspace import Workspace


def verb(examples: str) -> Callable[[Callable[..., int | None]], click.Command]:
    """Make a command of a function, with examples below its help, and what else is to be shown as it is."""
    first, *further = examples.strip().split("\n\n")
    shown = ["\n".join(["Examples:", *(f"  {line}" for line in first.splitlines())]), *further]
    return click.command(cls=Command, epilog="\n\n".join(f"\b\n{paragraph}" for paragraph in shown))


def course_folder(here: Path | None = None) -> Workspace:
    """Return the course folder around a folder, by default the current one.

    Raises NotFoundError that says how one is made.
    """
    from grader.course.workspace import find_workspace

    found = find_workspace(here or Path.cwd())
    if found is None:
        raise NotFoundError(_none(here or Path.cwd()))
    return found


def _none(here: Path) -> str:
    """Say that a folder is no course folder: one with exercises in it has lost its progress."""
    from grader.exercise import course_root, load_course

    if any((here / slug).is_dir() for slug in load_course(course_root()).exercises):
        return (
            "this folder has exercises, and no progress.json: `grade init .` makes it a course folder again, and "
            "leaves your work as it is"
        )
    return "this is no course folder, and lies in none: `grade init my-course` makes one"


def number(slug: str) -> str:
    """Return the number of an exercise: what is quick to type for it.

    >>> number("02_gather")
    '02'
    """
    return slug.partition("_")[0]


def meant(workspace: Workspace, name: str | None) -> str:
    """Return the slug of the exercise that is named, or of the one in whose folder we are; empty where there is none.

    Raises NotFoundError for a name that the course does not have.
    """
    from grader.exercise import find_slug

    return find_slug(name, workspace.course) if name else workspace.around(Path.cwd())
