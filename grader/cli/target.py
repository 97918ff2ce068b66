"""Which exercise and which file the arguments of `grade` mean."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from grader.course import progress
from grader.course.workspace import Workspace, find_workspace
from grader.errors import NotFoundError, ProgressError, UsageError
from grader.exercise import course_root, find_exercise, listed, load_course, load_exercise


@dataclass(frozen=True, kw_only=True)
class Target:
    """What is to be graded."""

    exercise: Path
    """Folder of the exercise: its checks come from here."""
    file: Path
    """The learner's file."""
    workspace: Workspace | None = None
    """The course folder, where the file is the learner's own one for this exercise; else None."""


def find(target: str | None, exercise: str | None, here: Path) -> list[Target]:
    """Find what is meant by `grade [TARGET] [--exercise EXERCISE]` in the folder `here`.

    In a course folder, where nothing is named, it is the exercise in whose folder `here` is, or else the next one; none
    where all are passed. Elsewhere there may be several, in the order of the course, where nothing is named and the
    folder holds folders of exercises: the next one is the first that does not pass. A course folder can be named, too.
    Checks never come from what lies around a file, only from the course or from a folder that is named. Raises
    NotFoundError where there is no such exercise or file, UsageError where a file's exercise cannot be told.
    """
    return [_placed(found) for found in _found(target, exercise, here)]


def _placed(found: Target) -> Target:
    """Note the course folder of a target whose file is the learner's own."""
    workspace = find_workspace(found.file.parent)
    own = workspace is not None and workspace.owner(found.file) == found.exercise.name
    return replace(found, workspace=workspace) if own else found


def _found(target: str | None, exercise: str | None, here: Path) -> list[Target]:
    root = course_root()
    if exercise is None and (workspace := _course_folder(target, here, root)):
        return _next(workspace, here / (target or ""))
    if target is None:
        folder = find_exercise(exercise, root) if exercise else _exercise_around(here / "any", root)
        return [_own_file(folder, here)] if folder is not None else _in_order(here, root)
    return [_named(target, exercise, here, root)]


def _course_folder(target: str | None, here: Path, root: Path) -> Workspace | None:
    """Return the course folder that we are in, where nothing is named, or else the one that is named."""
    if target is None:
        return find_workspace(here, root)
    named = find_workspace(here / target, root) if (here / target).is_dir() else None
    return named if named is not None and named.folder == (here / target).resolve() else None


def _next(workspace: Workspace, here: Path) -> list[Target]:
    """Return the exercise in whose folder we are, or the next one; none where all are passed."""
    slug: str | None = workspace.around(here)
    if not slug:
        try:
            slug = progress.next_exercise(workspace, progress.read(workspace))
        except ProgressError:  # which is said below the grade
            return _in_order(workspace.folder, workspace.root)
    return [Target(exercise=workspace.source(slug), file=workspace.own_file(slug))] if slug else []


def _in_order(here: Path, root: Path) -> list[Target]:
    """Return the exercises whose files lie in folders of `here`, or the one whose file lies in it."""
    found = []
    for exercise in _exercises(root):
        name, slug = load_exercise(exercise).file, exercise.name
        places = (here / slug / name, here / "exercises" / slug / name, here / name)
        found += [Target(exercise=exercise, file=place) for place in places if place.is_file()][:1]
    if not found:
        own = (
            " It has an exercise.toml of its own: `grade .` grades that." if (here / "exercise.toml").is_file() else ""
        )
        raise NotFoundError(f"this folder is no exercise of the course.{own}\n{_listing(root, here)}")
    return found


def _named(target: str, exercise: str | None, here: Path, root: Path) -> Target:
    path = here / target
    if path.is_file():
        folder = find_exercise(exercise, root) if exercise else _exercise_of(path, root)
        if folder is None:
            raise UsageError(f"which exercise is {target} for? Name it with --exercise.\n{_listing(root, here)}")
        return Target(exercise=folder, file=path)
    if target.endswith(".py") or (exercise and not path.is_dir()):
        raise NotFoundError(_no_file(target, here))
    if not path.is_dir():
        return _own_file(find_exercise(target, root), here)
    folder = find_exercise(exercise, root) if exercise else _exercise_in(path, target, root)
    file = path / load_exercise(folder).file
    if not file.is_file() and not exercise and Path(target).name == target:
        return _own_file(folder, here)
    if not file.is_file():
        raise NotFoundError(f"no {file.name} in {target}: that is the file of {folder.name}")
    return Target(exercise=folder, file=file)


def _no_file(target: str, here: Path) -> str:
    """Say that a file is not there, and which one is meant, perhaps."""
    path = here / target
    beside = [found.name for found in path.parent.glob("*.py")] if path.parent.is_dir() else []
    if near := get_close_matches(path.name, beside, n=1, cutoff=0.75):
        return f"no file {target}. Is {(Path(target).parent / near[0]).as_posix()} meant?"
    return f"no file {target}: name a Python file that is there, or an exercise, such as `grade 02`"


def _exercise_in(path: Path, target: str, root: Path) -> Path:
    """Return the exercise of the course that a folder holds the file of, or else the one that it is named after or is.

    What is graded may bring an `exercise.toml` and checks of its own: these must not come into force.
    """
    held = [exercise for exercise in _exercises(root) if (path / load_exercise(exercise).file).is_file()]
    return held[0] if len(held) == 1 else find_exercise(target, root)


def _own_file(exercise: Path, here: Path) -> Target:
    """Return the learner's file for an exercise: in the course folder, or in the current folder or below it."""
    workspace = find_workspace(here)
    if workspace is not None and exercise == workspace.source(exercise.name):
        return Target(exercise=exercise, file=workspace.own_file(exercise.name))
    name = load_exercise(exercise).file
    for folder in (here, here / exercise.name, here / "exercises" / exercise.name):
        if (folder / name).is_file():
            return Target(exercise=exercise, file=folder / name)
    raise NotFoundError(
        f"no {name} in this folder. `grade init my-course` makes a folder with all of the course.\n"
        f"The task: {exercise / 'README.md'}\nThe file to begin with, to be copied here: {exercise / name}"
    )


def _exercise_of(file: Path, root: Path) -> Path | None:
    """Tell a file's exercise by the folders it lies in, or by its own name."""
    around = _exercise_around(file, root)
    if around is not None:
        return around
    return next((exercise for exercise in _exercises(root) if load_exercise(exercise).file == file.name), None)


def _exercises(root: Path) -> list[Path]:
    """Return the folders of the course's exercises, in its order."""
    return [root / "exercises" / slug for slug in load_course(root).exercises]


def _exercise_around(file: Path, root: Path) -> Path | None:
    """Return the exercise of the course after which a folder around a file is called."""
    slugs = load_course(root).exercises
    found = next((parent.name for parent in file.absolute().parents if parent.name in slugs), None)
    return root / "exercises" / found if found else None


def _listing(root: Path, here: Path) -> str:
    more = "`grade list` shows them." if find_workspace(here, root) is not None else _INIT
    return f"{listed(load_course(root))}.\n{more}"


_INIT = "`grade init my-course` makes a folder with all of them, to work in."
