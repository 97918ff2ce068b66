"""Which exercise and which file the arguments of `grade` mean."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from grader.errors import NotFoundError, UsageError
from grader.exercise import INSTALLED, course_root, find_exercise, load_course, load_exercise


@dataclass(frozen=True, kw_only=True)
class Target:
    """What is to be graded."""

    exercise: Path
    """Folder of the exercise: its checks come from here."""
    file: Path
    """The learner's file."""


def find(target: str | None, exercise: str | None, here: Path) -> list[Target]:
    """Find what is meant by `grade [TARGET] [--exercise EXERCISE]` in the folder `here`.

    Several, in the order of the course, where nothing is named and the folder holds folders of exercises: the next one
    is the first that does not pass. Checks never come from what lies around a file, only from the course or from a
    folder that is named. Raises NotFoundError where there is no such exercise or file, UsageError where a file's
    exercise cannot be told.
    """
    root = course_root()
    if target is None:
        folder = find_exercise(exercise, root) if exercise else _exercise_around(here / "any", root)
        return [_own_file(folder, here, here)] if folder is not None else _in_order(here, root)
    return [_named(target, exercise, here, root)]


def _in_order(here: Path, root: Path) -> list[Target]:
    """Return the exercises whose files lie in folders of `here`, or the one whose file lies in it."""
    found = []
    for slug in load_course(root).exercises:
        exercise = root / "exercises" / slug
        name = load_exercise(exercise).file
        places = (here / slug / name, here / "exercises" / slug / name, here / name)
        found += [Target(exercise=exercise, file=place) for place in places if place.is_file()][:1]
    if not found:
        own = (
            " It has an exercise.toml of its own: `grade .` grades that." if (here / "exercise.toml").is_file() else ""
        )
        raise NotFoundError(f"this folder is no exercise of the course.{own}\n{_listing(root)}")
    return found


def _named(target: str, exercise: str | None, here: Path, root: Path) -> Target:
    path = here / target
    if path.is_file():
        folder = find_exercise(exercise, root) if exercise else _exercise_of(path, root)
        if folder is None:
            raise UsageError(f"which exercise is {target} for? Name it with --exercise.\n{_listing(root)}")
        return Target(exercise=folder, file=path)
    if target.endswith(".py") or (exercise and not path.is_dir()):
        raise NotFoundError(f"no file {target}")
    return _own_file(find_exercise(exercise or target, root), path, here)


def _own_file(exercise: Path, named: Path, here: Path) -> Target:
    """Return the exercise's own file: in the folder that was named, in the current one, or where the exercise lies."""
    name = load_exercise(exercise).file
    folders = [named, here, here / exercise.name, here / "exercises" / exercise.name]
    if not exercise.resolve().is_relative_to(INSTALLED):
        folders.append(exercise)
    for folder in folders:
        if (folder / name).is_file():
            return Target(exercise=exercise, file=folder / name)
    raise NotFoundError(f"no {name} in this folder. The file to begin with: {exercise / name}")


def _exercise_of(file: Path, root: Path) -> Path | None:
    """Tell a file's exercise by the folders it lies in, or by its own name."""
    around = _exercise_around(file, root)
    if around is not None:
        return around
    by_name = (root / "exercises" / slug for slug in load_course(root).exercises)
    return next((folder for folder in by_name if load_exercise(folder).file == file.name), None)


def _exercise_around(file: Path, root: Path) -> Path | None:
    """Return the exercise of the course after which a folder around a file is called."""
    slugs = load_course(root).exercises
    found = next((parent.name for parent in file.absolute().parents if parent.name in slugs), None)
    return root / "exercises" / found if found else None


def _listing(root: Path) -> str:
    slugs = load_course(root).exercises
    titles = (f"  {slug:<12} {load_exercise(root / 'exercises' / slug).title}" for slug in slugs)
    return "\n".join(["The exercises:", *titles, "`grade 02` grades one of them."])
