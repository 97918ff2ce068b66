"""The course on disk becomes the model's types: course.toml, exercise.toml, given.py, and a learner's file as text.

This module reads and validates; it imports nothing of an exercise and runs nothing. What it hands on has the shape that
`grader.model` states. Seconds in a toml file become integer nanoseconds here.
"""

from __future__ import annotations

import io
import tokenize
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import Annotated

import msgspec

from grader import toml
from grader.errors import NotFoundError, SubmissionError
from grader.model import (
    NANOSECONDS,
    Course,
    EntryPoint,
    Equivalent,
    Exercise,
    Limits,
    Network,
    Permission,
    Prohibition,
    Submission,
)

MAX_SOURCE_BYTES = 256 * 1024
"""A submission larger than this is not read."""

MOST = 2**53
"""The largest number that a toml file may set: a float still tells it from its neighbours."""

YEAR = 365 * 86_400
"""The longest time that a toml file may set, in seconds."""

COURSE_FILE = Path("exercises", "course.toml")
"""The file whose presence marks a course's root."""

FEW = 5
"""Exercises that are named one by one."""

INSTALLED = Path(__file__).resolve().parent / "_course"
"""Where the course lies in an installed wheel."""


# --- what the toml files may say -------------------------------------------------------------------------------------

_Text = Annotated[str, msgspec.Meta(min_length=1)]
_Name = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")]
_PythonFile = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z_][A-Za-z0-9_]*\.py$")]
_Slug = Annotated[str, msgspec.Meta(pattern=r"^[0-9]+_[a-z0-9_]+$")]
_Distribution = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$")]
_Count = Annotated[int, msgspec.Meta(gt=0, le=MOST)]
_Seconds = Annotated[float, msgspec.Meta(gt=0, le=YEAR)]
_Latency = Annotated[float, msgspec.Meta(ge=0, le=YEAR)]
_Bandwidth = Annotated[int, msgspec.Meta(ge=0, le=MOST)]


class _CourseFile(toml.Table, frozen=True, kw_only=True):
    title: _Text
    version: _Text
    exercises: Annotated[tuple[_Slug, ...], msgspec.Meta(min_length=1)]
    packages: tuple[_Distribution, ...] = ()


class _EntryPoint(toml.Table, frozen=True, kw_only=True):
    name: _Name
    parameters: tuple[_Name, ...] = ()
    may_take_more: bool = False


class _Limits(toml.Table, frozen=True, kw_only=True):
    steps: _Count = Limits().steps
    virtual_seconds: _Seconds = Limits().virtual_ns / NANOSECONDS
    cpu_seconds: _Seconds = Limits().cpu_seconds
    wall_seconds: _Seconds = Limits().wall_seconds
    memory_mib: _Count = Limits().memory_mib
    output_bytes: _Count = Limits().output_bytes


class _Network(toml.Table, frozen=True, kw_only=True):
    latency_seconds: _Latency = 0.0
    bytes_per_second: _Bandwidth = 0


class _ExerciseFile(toml.Table, frozen=True, kw_only=True):
    title: _Text
    concept: _Text
    file: _PythonFile
    entry_points: Annotated[tuple[_EntryPoint, ...], msgspec.Meta(min_length=1)]
    hints: tuple[_Text, ...] = ()
    docs_url: str = ""
    allows: tuple[Permission, ...] = ()
    forbids: tuple[Prohibition, ...] = ()
    limits: _Limits = _Limits()
    network: _Network = _Network()
    packages: tuple[_Distribution, ...] = ()


class _Equivalent(toml.Table, frozen=True, kw_only=True):
    operator: _Text
    function: str = ""
    before: _Text
    after: _Text
    reason: _Text


class _EquivalentFile(toml.Table, frozen=True, kw_only=True):
    equivalent: tuple[_Equivalent, ...] = ()


# --- course and exercises --------------------------------------------------------------------------------------------


def course_root() -> Path:
    """Return the folder that holds `exercises/course.toml`: inside an installed wheel, or the repository's.

    Raises NotFoundError where there is no course at all.
    """
    for root in (INSTALLED, INSTALLED.parents[1]):
        if (root / COURSE_FILE).is_file():
            return root
    raise NotFoundError(
        f"no course is installed: {COURSE_FILE.as_posix()} is missing beside the package, and "
        "`pip install --force-reinstall asyncgrade` brings it"
    )


def load_course(root: Path) -> Course:
    """Read the order of the exercises from `exercises/course.toml` under `root`. Raises ExerciseError."""
    found = toml.read(root / COURSE_FILE, _CourseFile)
    return Course(title=found.title, version=found.version, exercises=found.exercises, packages=found.packages)


def load_exercise(folder: Path) -> Exercise:
    """Read `exercise.toml`, the text of `given.py` and the files in `data/`, if there are any. Raises ExerciseError."""
    found = toml.read(folder / "exercise.toml", _ExerciseFile)
    given = folder / "given.py"
    return Exercise(
        slug=folder.resolve().name,
        title=found.title,
        concept=found.concept,
        file=found.file,
        entry_points=tuple(
            EntryPoint(name=entry.name, parameters=entry.parameters, may_take_more=entry.may_take_more)
            for entry in found.entry_points
        ),
        hints=found.hints,
        docs_url=found.docs_url,
        given=given.read_text("utf-8") if given.is_file() else "",
        limits=Limits(
            steps=found.limits.steps,
            virtual_ns=round(found.limits.virtual_seconds * NANOSECONDS),
            cpu_seconds=found.limits.cpu_seconds,
            wall_seconds=found.limits.wall_seconds,
            memory_mib=found.limits.memory_mib,
            output_bytes=found.limits.output_bytes,
        ),
        allows=found.allows,
        forbids=found.forbids,
        network=Network(
            latency_ns=round(found.network.latency_seconds * NANOSECONDS),
            bytes_per_second=found.network.bytes_per_second,
        ),
        packages=found.packages,
        data=_read_data(folder),
    )


def _read_data(folder: Path) -> dict[str, bytes]:
    """Return the files in `data/`, by their path from the exercise's folder."""
    files = sorted(path for path in (folder / "data").rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def welcome_packages(folder: Path) -> tuple[str, ...]:
    """Return what every program of the course may import: of the course that has `folder`, else of the installed one.

    Raises ExerciseError.
    """
    root = folder.resolve().parents[1]
    return load_course(root if (root / COURSE_FILE).is_file() else course_root()).packages


def find_exercise(name: str, root: Path) -> Path:
    """Return the folder of an exercise by number (`02`, `2`), word (`gather`), slug, a part of it (`prod`), or path.

    A name of the course wins over any folder of that name, wherever it lies: what is graded may bring an
    `exercise.toml` and checks of its own, and these must not come into force. Only a folder whose name the course does
    not have is an exercise by itself. Raises NotFoundError that lists what there is.
    """
    course = load_course(root)
    path = Path(name)
    own = path.resolve().name if path.is_dir() else path.name
    if (path / "exercise.toml").is_file() and not any(_answers_to(slug, own) for slug in course.exercises):
        return path.resolve()
    return root / "exercises" / find_slug(own, course)


def find_slug(name: str, course: Course) -> str:
    """Return the exercise that is called so, or the only one that begins so or has that word in its name.

    Raises NotFoundError that lists what fits, what is close, or what there is.
    """
    exact = [slug for slug in course.exercises if _answers_to(slug, name)]
    fits = exact or [slug for slug in course.exercises if _has(slug, name)]
    if len(fits) > 1:
        raise NotFoundError(f"several exercises are called {name!r}: name one of {', '.join(fits)}")
    if not fits:
        raise NotFoundError(f"no exercise {name!r} in the course.{_offer(name, course)}")
    return fits[0]


def _has(slug: str, name: str) -> bool:
    """Tell whether a slug begins so, or has a word that does: `13_producer_consumer` for `prod`, `consumer`."""
    name = name.lower().replace("-", "_")
    return name not in ("", "_") and not name.isdecimal() and f"_{name}" in f"_{slug}"


def _answers_to(slug: str, name: str) -> bool:
    """Tell whether a slug is meant by a name: `02_gather` by `02_gather`, `02-gather`, `2`, `gather`."""
    number, _, word = slug.partition("_")
    name = name.lower().replace("-", "_")
    return name in (slug, word) or (name.isdecimal() and int(name) == int(number))


def _offer(name: str, course: Course) -> str:
    """Name what is close to a name as a whole, or else to a word of it; where nothing is, say what there is."""
    whole = {alias: slug for slug in course.exercises for alias in (slug, slug.partition("_")[2])}
    parts = {word: slug for slug in course.exercises for word in slug.split("_")[1:]}
    for words in (whole, parts):
        if close := get_close_matches(Path(name).name.lower(), words, n=3):
            return f" Close to it: {', '.join(dict.fromkeys(words[alias] for alias in close))}."
    return f" {listed(course)}; `grade list` shows them."


def listed(course: Course) -> str:
    """Say which exercises a course has, in a few words."""
    shown = course.exercises
    few = ", ".join(shown) if len(shown) <= FEW else f"{shown[0]}, {shown[1]} and so on to {shown[-1]}"
    return f"The exercises are {few}"


def solution_folder(exercise_folder: Path) -> Path | None:
    """Return the folder with the reference solution, `accepted/` and `rejected/`, or None where there is none."""
    folder = exercise_folder.resolve()
    solutions = folder.parent.parent / "solutions" / folder.name
    return solutions if solutions.is_dir() else None


def load_equivalents(solutions: Path) -> tuple[Equivalent, ...]:
    """Read which mutants of the reference solution are as right as it is; none where no file says so.

    Raises ExerciseError.
    """
    path = solutions / "equivalent.toml"
    listed = toml.read(path, _EquivalentFile).equivalent if path.is_file() else ()
    return tuple(
        Equivalent(
            operator=found.operator,
            function=found.function,
            before=found.before.strip("\n"),
            after=found.after.strip("\n"),
            reason=found.reason,
        )
        for found in listed
    )


# --- submissions -----------------------------------------------------------------------------------------------------


def read_submission(path: Path, file: str = "") -> Submission:
    """Read a learner's file as text; in a folder, the one called `file` (or the one that its exercise.toml names).

    The text is decoded as Python would (a byte order mark, a `coding:` line), and every line ends in one newline.
    Raises NotFoundError, or SubmissionError for what cannot be read as the text of a program: more than 256 KiB,
    NUL bytes, not UTF-8.
    """
    if path.is_dir():
        path = path / (file or load_exercise(path).file)
    if not path.exists():
        raise NotFoundError(f"no file {path}: name a program that is there")
    if not path.is_file():
        raise SubmissionError(f"{path} is no file with a text: name a program")
    try:
        with path.open("rb") as opened:
            data = opened.read(MAX_SOURCE_BYTES + 1)
    except OSError as error:
        raise SubmissionError(f"{path} cannot be read: {error.strerror}") from error
    return Submission(name=path.name, source=program_text(data, path))


def program_text(data: bytes, path: Path | PurePosixPath) -> str:
    """Return the text of a program, which an error calls `path`. Raises SubmissionError as `read_submission` does."""
    if len(data) > MAX_SOURCE_BYTES:
        raise SubmissionError(f"{path} is larger than {MAX_SOURCE_BYTES // 1024} KiB: a program may have no more")
    if b"\0" in data:
        raise SubmissionError(
            f"{path} has a zero byte (at offset {data.index(0)}), and is no text: save it as text in UTF-8"
        )
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        source = io.TextIOWrapper(io.BytesIO(data), encoding).read()
        source.encode("utf-8")
    except (SyntaxError, UnicodeError, LookupError) as error:
        raise SubmissionError(f"{path} is not text in UTF-8 ({_reason(error)}): save it as UTF-8") from error
    return source


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"byte 0x{error.object[error.start]:02x} at offset {error.start}"
    return str(error).partition("\n")[0]
