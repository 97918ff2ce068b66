"""`grade init DIR`: a course folder for a learner."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.errors import UsageError

from . import console
from .verb import verb

if TYPE_CHECKING:
    from grader.course.workspace import Workspace


@verb("""
grade init my-course        the course, in a new folder
cd my-course && grade next  what is to be done first
grade init . --vscode       tasks for VS Code, in a course folder
""")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--vscode", is_flag=True, help="Write tasks for VS Code, too, unless there are some.")
def command(folder: Path, vscode: bool) -> int:
    """Make a course folder: each exercise with its task and the file to complete.

    DIR is new or empty. In a course folder it is `grade update` that brings what a newer course has; your work is left
    as it is.
    """
    from grader.course import handout
    from grader.exercise import course_root

    known = _existing(folder)
    if known is not None:
        console.say(
            f"{folder} is a course folder already, and stays as it is. `grade update`, called there, brings what a "
            "newer course has, and leaves your work as it is."
        )
        if vscode:
            _equip(folder)
        return 0
    if taken := handout.taken(folder, course_root()):
        some = ", ".join(taken[:3]) + (", …" if len(taken) > 3 else "")
        raise UsageError(f"{folder} is not empty ({some}): name a folder that is new, such as `grade init my-course`")
    begun = _begin(folder)
    if vscode:
        _equip(folder)
    _say(begun, folder)
    return 0


def _equip(folder: Path) -> None:
    """Write the files that make VS Code grade, but none that is there already."""
    from grader.course.editors import vscode_files

    for name, text in vscode_files(sys.executable).items():
        path = folder / name
        if path.exists():
            console.say(f"{path} is there already, and stays as it is.")
            continue
        try:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
        except OSError as error:
            raise UsageError(f"{path} cannot be written ({error.strerror}); the exercises are as they were") from error
        console.say(f"{path} has the tasks for VS Code.")


def _existing(folder: Path) -> Workspace | None:
    """Return the course folder that a folder is. Raises UsageError where it lies in another one."""
    from grader.course.workspace import find_workspace

    around = find_workspace(folder)
    if around is not None and around.folder != folder.resolve():
        raise UsageError(f"{folder} would lie in the course folder {around.folder}: name a folder outside of it")
    return around


def _begin(folder: Path) -> Workspace:
    from grader.course import handout, progress
    from grader.course.workspace import Workspace
    from grader.exercise import course_root

    try:
        folder.mkdir(parents=True, exist_ok=True)
        begun = Workspace(folder=folder.resolve(), root=course_root())
        progress.begin(begun)
        handout.update(begun)
    except OSError as error:
        raise UsageError(f"{folder} cannot be made a course folder ({error.strerror}): name another one") from error
    return begun


def _say(begun: Workspace, folder: Path) -> None:
    here = folder.resolve() == Path.cwd().resolve()
    name = "This folder" if here else folder
    console.say(f"{name} has {len(begun.course.exercises)} exercises: {begun.course.title}.\n\nGo on with:\n")
    if not here:
        console.echo(f'  cd "{folder}"' if " " in str(folder) else f"  cd {folder}")
    console.echo("  grade next")
