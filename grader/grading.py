"""`grading.toml` becomes the model's types: what an instructor decides beside the checks.

It is never looked for where a learner could write it: the caller names the file, or a folder of the instructor's.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import structs

from grader import toml
from grader.errors import ExerciseError, NotFoundError
from grader.model import Attempts, Credit, Decision, Grading, Late

NAME = "grading.toml"
"""What the file is called where a folder is named."""


_Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
_Local = Annotated[datetime, msgspec.Meta(tz=False)]


class _Late(toml.Table, frozen=True, kw_only=True):
    deadline: _Local | None = None
    grace_minutes: Annotated[float, msgspec.Meta(ge=0)] = 0.0
    per: Literal["day", "hour"] = "day"
    off: _Share
    never_below: _Share = 0.0
    until: _Local | None = None


class _Attempts(toml.Table, frozen=True, kw_only=True):
    most: Annotated[int, msgspec.Meta(ge=1)] | None = None
    which: Literal["last", "best"] = "last"


class _Credit(toml.Table, frozen=True, kw_only=True):
    points: Literal["each", "all"] = "each"
    step: Annotated[float, msgspec.Meta(gt=0)] | None = None


class _Decided(toml.Table, frozen=True, kw_only=True):
    """What can be decided for all exercises, or for one."""

    late: _Late | None = None
    attempts: _Attempts | None = None
    credit: _Credit | None = None
    added: Decision | None = None
    checks: dict[str, object] = msgspec.field(default_factory=dict)


class _File(_Decided, frozen=True, kw_only=True):
    exercises: dict[str, object] = msgspec.field(default_factory=dict)


def load_grading(path: Path, exercise: str) -> Grading:
    """Read what a file decides for an exercise: its own tables come before those for all.

    Raises NotFoundError where there is no such file, ExerciseError with the file, the key and the value.
    """
    if not path.is_file():
        raise NotFoundError(f"no file {path}: --grading names a grading.toml")
    file = toml.read(path, _File)
    every = {slug: toml.table(own, _Decided, path, f"exercises.{slug}") for slug, own in file.exercises.items()}
    own = every.get(exercise, _Decided())
    added = own.added or file.added
    checks = {f"checks.{name}": (name, table) for name, table in file.checks.items()}
    checks |= {f"exercises.{exercise}.checks.{name}": (name, table) for name, table in own.checks.items()}
    hidden = Grading().added
    showing = _decision(added, path, "added").over(hidden) if added is not None else hidden
    if showing.is_contradictory:
        raise ExerciseError(f"{path}: added is hidden, and its detail is 'full': say 'cause' or 'verdict'")
    return Grading(
        source=str(path),
        checks={
            name: _decision(toml.table(table, Decision, path, key), path, key) for key, (name, table) in checks.items()
        },
        added=showing,
        late=_late(own.late or file.late, path),
        attempts=Attempts(**structs.asdict(own.attempts or file.attempts or _Attempts())),
        credit=Credit(**structs.asdict(own.credit or file.credit or _Credit())),
    )


def _late(said: _Late | None, path: Path) -> Late | None:
    """Return what coming late costs. Raises ExerciseError for times that contradict each other."""
    if said is None:
        return None
    if said.until is not None and (said.deadline is None or said.until <= said.deadline):
        raise ExerciseError(f"{path}: late.until is {said.until}, and needs a deadline before it")
    return Late(**structs.asdict(said))


def _decision(said: Decision, path: Path, key: str) -> Decision:
    """Return a decision with a zone to its time. Raises ExerciseError for one that contradicts itself."""
    if said.visible_from is None:
        return said
    if said.visibility == "visible":
        raise ExerciseError(f"{path}: {key} is visible, and has a visible_from: say one of them")
    # A time without a zone is one of this machine's, as on a clock beside it.
    return structs.replace(said, visible_from=said.visible_from.astimezone())


def checks_of(folder: Path, exercise: str) -> Path | None:
    """Return where the checks lie that a folder adds to an exercise: in one called as it, or in the folder itself.

    None where they are for other exercises only. Raises NotFoundError where there are none at all.
    """
    if not folder.is_dir():
        raise NotFoundError(f"no folder {folder}: --checks names one with checks")
    for place in (folder / exercise, folder):
        if any(place.glob("test_*.py")):
            return place
    if not any(folder.glob("*/test_*.py")):
        raise NotFoundError(
            f"there is no test_*.py in {folder}: checks lie there, or in a folder there called as the exercise"
        )
    return None


def grading_file(given: Path | None, checks: Path | None, exercise: Path) -> Path | None:
    """Return the file that holds: the one that is given, else one beside added checks, or beside the course's order."""
    beside = [folder / NAME for folder in ([checks] if checks is not None else [])]
    if (exercise.parent / "course.toml").is_file():
        beside.append(exercise.parent / NAME)
    return given or next((path for path in beside if path.is_file()), None)


def decided(given: Path | None, checks: Path | None, exercise: Path) -> tuple[Path | None, Grading]:
    """Return where the checks lie that are added to those of an exercise's folder, and what is decided for it.

    Raises NotFoundError and ExerciseError as the functions above do.
    """
    file = grading_file(given, checks, exercise)
    grading = load_grading(file, exercise.name) if file is not None else Grading()
    return checks_of(checks, exercise.name) if checks is not None else None, grading
