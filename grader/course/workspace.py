"""A learner's course folder: which folder that is, and which file in it belongs to which exercise.

    my-course/
      README.md, progress.json       `progress.json` marks the folder
      02_gather/
        README.md, gather.py, …      what the learner reads, and the file that is graded
        .grade/                      the page of the last report, and what was put aside

Checks, titles and hints come from the installed course, whatever the folder holds.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from grader.errors import NotFoundError
from grader.exercise import course_root, load_course, load_exercise
from grader.model import Course, Exercise

from .writing import PROGRESS, with_progress

MAX_BYTES = 1024 * 1024
"""A progress file that is larger is none of ours; what is graded may bring any file of that name."""


@dataclass(frozen=True, kw_only=True)
class Workspace:
    """A course folder, and the course that is installed."""

    folder: Path
    """The learner's."""
    root: Path
    """The course's."""

    @cached_property
    def course(self) -> Course:
        """The course as it is installed."""
        return load_course(self.root)

    @property
    def progress_file(self) -> Path:
        """Where the progress is kept."""
        return self.folder / PROGRESS

    def source(self, slug: str) -> Path:
        """Return the folder of an exercise in the installed course: its checks lie there."""
        return self.root / "exercises" / slug

    def exercise(self, slug: str) -> Exercise:
        """Read what the installed course says of an exercise. Raises ExerciseError."""
        return load_exercise(self.source(slug))

    def file(self, slug: str) -> Path:
        """Return where the learner's file for an exercise is, or would be."""
        return self.folder / slug / self.exercise(slug).file

    def own_file(self, slug: str) -> Path:
        """Return the learner's file for an exercise. Raises NotFoundError that says how it comes back."""
        file = self.file(slug)
        if not file.is_file():
            raise NotFoundError(f"there is no {file} (any more): `grade update` brings back what is missing")
        return file

    def around(self, path: Path) -> str:
        """Return the exercise in whose folder a path lies; empty where it lies in none."""
        path = path.resolve()
        inside = path.relative_to(self.folder).parts if path.is_relative_to(self.folder) else ()
        return inside[0] if inside and inside[0] in self.course.exercises else ""

    def owner(self, path: Path) -> str:
        """Return the exercise that a file is the learner's own file for; empty for any other file."""
        slug = self.around(path.parent)
        return slug if slug and path.resolve() == self.file(slug).resolve() else ""


def find_workspace(here: Path, root: Path | None = None) -> Workspace | None:
    """Return the course folder that is, or is around, a folder; None where there is none.

    `root` is that of the course, by default the installed one's. Raises NotFoundError where no course is installed.
    """
    root = root or course_root()
    folders = (Workspace(folder=folder, root=root) for folder in with_progress(here))
    return next(filter(is_marked, folders), None)


def is_marked(workspace: Workspace) -> bool:
    """Tell whether a folder's `progress.json` is ours: it says so, or there are folders of exercises beside it.

    Other programs have files of that name, and ours may be damaged.
    """
    if holds_exercises(workspace):
        return True
    with contextlib.suppress(OSError), workspace.progress_file.open("rb") as file:
        return b'"asyncgrade"' in file.read(MAX_BYTES)
    return False


def holds_exercises(workspace: Workspace) -> bool:
    """Tell whether a folder has folders of exercises to work in: these have no checks of their own."""
    folders = (workspace.folder / slug for slug in workspace.course.exercises)
    return any(folder.is_dir() and not (folder / "exercise.toml").exists() for folder in folders)
