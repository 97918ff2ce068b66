"""Exercises → the zip of an autograder: the same exercises, options and secret give the same bytes, on any machine."""

from __future__ import annotations

import io
import json
import re
import stat
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from email.parser import BytesHeaderParser
from importlib.resources import files
from pathlib import Path

import msgspec

from grader import __version__
from grader.errors import UsageError
from grader.exercise import load_exercise, solution_folder
from grader.grading import NAME, checks_of, grading_file, load_grading
from grader.model import Tier

from .autograder import CHECKS, COURSE, SETTINGS, Settings

PACKAGE = "asyncgrade"

RESERVE = 30
"""Seconds before Gradescope's limit at which grading is ended: it takes a moment to say so."""

_SCRIPTS = ("setup.sh", "run_autograder")
_LEFT_OUT = frozenset({"__pycache__"})
_FIRST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can hold."""


def packed(
    exercises: Sequence[Path],
    *,
    checks: Path | None = None,
    grading: Path | None = None,
    wheel: Path | None = None,
    require: Tier = "none",
    secret: bytes = b"",
    seconds: int = 600,
) -> bytes:
    """Return the zip for the folders of some exercises; `seconds` is Gradescope's limit, above RESERVE.

    `checks` and `grading` are what an instructor adds and decides. Without a wheel, asyncgrade of this version is
    installed from the package index. Raises ExerciseError for what is no exercise or decides what cannot be, UsageError
    where two exercises cannot be told apart, two files decide, or the wheel is another one.
    """
    loaded = [load_exercise(folder) for folder in exercises]
    for what in ("slug", "file"):
        (most, times), *_ = Counter(getattr(exercise, what) for exercise in loaded).most_common(1)
        if times > 1:
            raise UsageError(f"two of the exercises are called {most}: a submission could not be told to be for one")
    slugs = [exercise.slug for exercise in loaded]
    packages = sorted({package for exercise in loaded for package in exercise.packages})
    settings = Settings(require=require, secret=secret.decode("utf-8", "surrogateescape"))
    content = {
        **{name: files(__package__).joinpath(name).read_bytes() for name in _SCRIPTS},
        "seconds": f"{seconds - RESERVE}\n".encode(),
        SETTINGS: json.dumps(msgspec.to_builtins(settings), indent=2).encode() + b"\n",
        "requirements.txt": "".join(f"{line}\n" for line in [_installed(wheel), *packages]).encode(),
        **({wheel.name: wheel.read_bytes()} if wheel is not None else {}),
        f"{COURSE}/exercises/course.toml": _course(slugs),
    }
    for folder, exercise in zip(exercises, loaded, strict=True):
        content |= dict(_of_exercise(folder, exercise.slug, exercise.file))
    content |= dict(_decided(exercises, checks, grading))
    return _zip(content)


def _installed(wheel: Path | None) -> str:
    """Return the line by which pip installs asyncgrade. Raises UsageError for a wheel that is none, or another one."""
    if wheel is None:
        return f"{PACKAGE}=={__version__}"
    try:
        with zipfile.ZipFile(wheel) as opened:
            (name,) = [name for name in opened.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", name)]
            metadata = BytesHeaderParser().parsebytes(opened.read(name))
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        raise UsageError(f"{wheel} is no wheel: {error}") from error
    found = f"{metadata['Name']} {metadata['Version']}"
    if found != f"{PACKAGE} {__version__}":
        raise UsageError(
            f"{wheel} is a wheel of {found}, and this is {PACKAGE} {__version__}: make the zip with that one"
        )
    return f"./{wheel.name}"


def _course(slugs: Sequence[str]) -> bytes:
    listed = "".join(f"    {json.dumps(slug)},\n" for slug in slugs)
    return f'title = "Exercises of this autograder"\nversion = "1"\nexercises = [\n{listed}]\n'.encode()


def _of_exercise(folder: Path, slug: str, file: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files of an exercise and its reference solution, if there is one, with which its runs are compared."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.is_file() and not any(part in _LEFT_OUT or part.startswith(".") for part in parts):
            yield f"{COURSE}/exercises/{slug}/{'/'.join(parts)}", path.read_bytes()
    solutions = solution_folder(folder)
    if solutions is not None and (solutions / file).is_file():
        yield f"{COURSE}/solutions/{slug}/{file}", (solutions / file).read_bytes()


def _decided(exercises: Sequence[Path], checks: Path | None, grading: Path | None) -> Iterator[tuple[str, bytes]]:
    """Yield the checks that an instructor adds, and the file that decides what students are told."""
    deciding = {file for folder in exercises if (file := grading_file(grading, checks, folder)) is not None}
    if len(deciding) > 1:
        raise UsageError(f"{' and '.join(sorted(map(str, deciding)))} decide: name one of them with --grading")
    for folder in exercises:
        for file in deciding:
            load_grading(file, folder.name)
            yield f"{COURSE}/exercises/{NAME}", file.read_bytes()
        added = checks_of(checks, folder.name) if checks is not None else None
        for path in sorted(added.glob("*.py")) if added is not None else ():
            yield f"{CHECKS}/{folder.name}/{path.name}", path.read_bytes()


def _zip(content: Mapping[str, bytes]) -> bytes:
    """Pack files without compressing them: what compresses differs from machine to machine."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(content):
            entry = zipfile.ZipInfo(name, _FIRST)
            entry.create_system = 3  # Unix: where the zip is made does not matter
            entry.external_attr = (stat.S_IFREG | (0o755 if name in _SCRIPTS else 0o644)) << 16
            archive.writestr(entry, content[name])
    return made.getvalue()
