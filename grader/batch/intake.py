"""Who handed in what: the members of an archive become one submission a student, or the reason why there is none."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from grader.errors import SubmissionError
from grader.exercise import program_text
from grader.model import Exercise, Submission
from grader.trace import parse

from . import notebooks
from .archive import Member, members
from .layouts import PLAIN, Owned, layout_of, owner

KINDS = (".py", ".ipynb")
"""Suffixes of what can be graded."""


@dataclass(frozen=True, kw_only=True)
class Handed:
    """What one student handed in for one exercise."""

    student: str
    """What tells students apart: the platform's number or name."""
    name: str
    """What the student is called."""
    folder: str = ""
    """What stands in front of the student's file names in the archive."""
    late: bool = False
    """Whether the platform says that it came late."""
    submission: Submission | None = None
    """The program; None where there is none that can be read."""
    problem: str = ""
    """Why there is none, as a sentence; empty where there is one."""
    notes: tuple[str, ...] = ()
    """What else was handed in and not graded, and what was done to it."""


@dataclass(frozen=True, kw_only=True)
class Intake:
    """Everything that was handed in."""

    layout: str
    """How names were understood: a layout's name, or the instructor's pattern."""
    handed: tuple[Handed, ...]
    """A row for each student, sorted."""
    ignored: tuple[str, ...]
    """Names of programs that say of nobody whose they are."""


def take_in(source: Path, exercise: Exercise, layout: str | re.Pattern[str] | None = None) -> Intake:
    """Read what was handed in for an exercise; `layout` is found out where it is not given.

    Raises what `members` raises.
    """
    found = list(members(source))
    top = None if isinstance(layout, re.Pattern) else _common_folder([member.path for member in found], layout)
    if top is not None:
        found = [_below(member, top) for member in found]
    layout = layout or layout_of(member.path for member in found)
    owned: dict[str, list[tuple[Owned, Member]]] = defaultdict(list)
    ignored = []
    for member in found:
        whose = owner(member.path, layout)
        if whose is not None:
            owned[whose.student].append((whose, member))
        elif member.path.suffix.lower() in KINDS:
            ignored.append(str(member.path))
    return Intake(
        layout=layout if isinstance(layout, str) else layout.pattern,
        handed=tuple(_handed(student, owned[student], exercise) for student in sorted(owned, key=_natural)),
        ignored=tuple(ignored),
    )


def _common_folder(paths: Sequence[PurePosixPath], layout: str | None) -> str | None:
    """Return the one folder that everything lies in, where a class was packed with its folder.

    A folder with files in it may as well be one student's: then it is a class where its names are a platform's, or
    where `layout` says that a class has no folders.
    """
    tops = {path.parts[0] if len(path.parts) > 1 else "" for path in paths}
    top = tops.pop() if len(tops) == 1 else ""
    if not top or layout_of(paths) not in PLAIN:
        return None
    below = [path.relative_to(top) for path in paths]
    packed = layout == "files" or layout_of(below) not in PLAIN or all(len(path.parts) > 1 for path in below)
    return top if packed else None


def _below(member: Member, top: str) -> Member:
    return Member(path=member.path.relative_to(top), data=member.data, refused=member.refused)


def _natural(text: str) -> tuple[tuple[int, str], ...]:
    """Sort `9` before `10`."""
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", text))


def _handed(student: str, files: list[tuple[Owned, Member]], exercise: Exercise) -> Handed:
    last = max(whose.attempt for whose, _ in files)
    files = [(whose, member) for whose, member in files if whose.attempt == last]
    refused = [f"{whose.path} {member.refused}" for whose, member in files if member.refused]
    readable = {
        whose.path: member for whose, member in files if not member.refused and whose.path.suffix.lower() in KINDS
    }
    chosen, problem = _choose(readable, exercise)
    submission = None
    if chosen is not None:
        try:
            submission = _submission(chosen, readable[chosen].data)
        except SubmissionError as error:
            problem = str(error)
    elif refused:
        problem = f"{problem}: {'; '.join(refused)}"
    others = [f"{path} was not graded" for path in readable if path != chosen]
    return Handed(
        student=student,
        name=files[0][0].name,
        folder=files[0][0].folder,
        late=any(whose.late for whose, _ in files),
        submission=submission,
        problem="" if submission is not None else problem,
        notes=(*others, *refused) if submission is not None else (),
    )


def _submission(path: PurePosixPath, data: bytes) -> Submission:
    if path.suffix.lower() != ".ipynb":
        return Submission(name=path.name, source=program_text(data, path))
    text = notebooks.program(data, path)
    return Submission(name=path.name, source=program_text(text.encode("utf-8", "surrogatepass"), path))


def _choose(files: dict[PurePosixPath, Member], exercise: Exercise) -> tuple[PurePosixPath | None, str]:
    """Choose the file for an exercise, or say why there is none.

    Its name tells, also with what a platform or a browser adds to it (`gather-1.py`, `gather (2).py`); then that there
    is one file only; then that one file alone defines what the exercise asks for.
    """
    if not files:
        return None, "no Python file was handed in"
    wanted = exercise.file.removesuffix(".py").lower()
    named = [path for path in files if _plain(path.stem) == wanted]
    defining = [path for path, member in files.items() if _defines(member.data, path, exercise)]
    for candidates in (named, list(files), defining):
        shallow = _shallowest(candidates)
        if len(shallow) == 1:
            return shallow[0], ""
    names = ", ".join(sorted(map(str, files)))
    return None, f"none of the files that were handed in is {exercise.file}, or alone defines what it asks for: {names}"


def _shallowest(paths: list[PurePosixPath]) -> list[PurePosixPath]:
    least = min((len(path.parts) for path in paths), default=0)
    return [path for path in paths if len(path.parts) == least]


def _plain(stem: str) -> str:
    return re.sub(r"([-_ ]?\(?\d{1,2}\)?)$", "", stem).strip().lower()


def _defines(data: bytes, path: PurePosixPath, exercise: Exercise) -> bool:
    """Tell whether a file defines every function that an exercise asks for."""
    try:
        tree = parse(_submission(path, data).source)
    except SubmissionError:
        return False
    if isinstance(tree, SyntaxError):
        return False
    names = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    return {entry.name for entry in exercise.entry_points} <= names
