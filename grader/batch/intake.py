"""Who handed in what: the members of an archive become one submission a student and exercise, or why there is none.

What was handed in for several exercises comes in one archive, or in one for each: then a folder holds archives or
folders, each of which is called as its exercise.
"""

from __future__ import annotations

import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path, PurePosixPath

from grader.errors import SubmissionError
from grader.exercise import program_text
from grader.model import Attempts, Exercise, Submission

from . import listings, notebooks
from .archive import Member, members, visible_entries
from .attempts import Attempt, chosen
from .layouts import PLAIN, Owned, layout_of, moment, owner
from .matching import assign, named

KINDS = (".py", ".ipynb")
"""Suffixes of what can be graded."""

NOTHING = "nothing was handed in for it"
"""What is said of an exercise for which a student has no file."""


_ANY: Mapping[str, Attempts] = {}


@dataclass(frozen=True, kw_only=True, slots=True)
class Handed:
    """What one student handed in for one exercise."""

    student: str
    """What tells students apart: the platform's number or name."""
    name: str
    """What the student is called."""
    exercise: str = ""
    """Slug."""
    number: str = ""
    """What the archive's names say of the student, where `student` is something else."""
    folder: str = ""
    """What stands in front of the student's file names in the archive."""
    late: bool = False
    """Whether the platform says that it came late."""
    when: datetime | None = None
    """When it came, on the platform's clock; None where the names do not say."""
    earlier: tuple[Attempt, ...] = ()
    """Attempts that came before it, where the best one counts."""
    program: str = ""
    """Fingerprint of the program, in a journal."""
    submission: Submission | None = None
    """The program; None where there is none that can be read."""
    problem: str = ""
    """Why there is none, as a sentence; empty where there is one."""
    missing: bool = False
    """Whether nothing was handed in at all."""
    notes: tuple[str, ...] = ()
    """What else was handed in and not graded, and what was done to it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Intake:
    """Everything that was handed in."""

    layout: str
    """How names were understood: a layout's name, or the instructor's pattern."""
    handed: tuple[Handed, ...]
    """A row for each student and exercise, sorted by student, then in the order in which exercises are asked for."""
    ignored: tuple[str, ...]
    """Names of programs that say of nobody whose they are."""
    apart: bool = False
    """Whether each exercise came in an archive or a folder of its own."""

    def of(self, exercise: str) -> tuple[Handed, ...]:
        """Return what was handed in for one exercise."""
        return tuple(handed for handed in self.handed if handed.exercise == exercise)


def take_in(
    source: Path,
    exercises: Sequence[Exercise],
    layout: str | re.Pattern[str] | None = None,
    course: Sequence[str] = (),
    attempts: Mapping[str, Attempts] = _ANY,
) -> Intake:
    """Read what was handed in for some exercises; `layout` is found out where it is not given.

    `course` has the slugs of all exercises, by which a file for another one is known, `attempts` says of an exercise
    which attempts count. Raises what `members` raises.
    """
    slugs = [exercise.slug for exercise in exercises]
    parts = _parts(source, slugs, course)
    taken = [
        _take_in(
            found, [exercise for exercise in exercises if slug in (None, exercise.slug)], layout, course, attempts, slug
        )
        for slug, found in parts
    ]
    names = {handed.student: handed.name for part in taken for handed in part.handed}
    known = {(handed.student, handed.exercise): handed for part in taken for handed in part.handed}
    return Intake(
        layout=" and ".join(sorted({part.layout for part in taken})),
        handed=tuple(
            known.get((student, slug)) or absent(student, names[student], slug)
            for student in sorted(names, key=natural)
            for slug in slugs
        ),
        ignored=tuple(name for part in taken for name in part.ignored),
        apart=any(slug is not None for slug, _ in parts),
    )


def of_one_student(found: Sequence[Member], exercises: Sequence[Exercise]) -> list[Handed]:
    """Return a row for each exercise of what one student handed in; none where there is no file at all."""
    files = [(Owned(student="", name="", path=member.path), member) for member in found]
    return _handed(("", ""), files, exercises, ()) if files else []


def absent(student: str, name: str, exercise: str) -> Handed:
    """Return the row of a student who handed in nothing for an exercise."""
    return Handed(student=student, name=name, exercise=exercise, problem=NOTHING, missing=True)


def natural(text: str) -> tuple[tuple[int, str], ...]:
    """Sort `9` before `10`."""
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", text))


def _read(source: Path) -> list[Member]:
    """Return the files of a source, without what nothing here reads: a class hands in more pictures than programs."""
    return [replace(member, data=_needed(member)) for member in members(source)]


def _needed(member: Member) -> bytes:
    suffix = member.path.suffix.lower()
    if suffix == ".ipynb":
        return notebooks.without_outputs(member.data)
    return member.data if suffix in (*KINDS, *listings.KINDS) else b""


def _parts(source: Path, slugs: Sequence[str], course: Sequence[str]) -> list[tuple[str | None, list[Member]]]:
    """Return what there is for each exercise, or for None where it comes together."""
    every = [*slugs, *(slug for slug in course if slug not in slugs)]
    inside = visible_entries(source) if source.is_dir() else []
    if inside and all((path.is_dir() or zipfile.is_zipfile(path)) and named(path.stem, every) for path in inside):
        return [(slug, _read(path)) for path in inside if (slug := named(path.stem, every)) in slugs]
    found = _read(source)
    tops = {member.path.parts[0] for member in found if len(member.path.parts) > 1}
    if not tops or any(len(member.path.parts) == 1 for member in found) or not all(named(top, every) for top in tops):
        return [(None, found)]
    return [
        (slug, [_below(member, top) for member in found if member.path.parts[0] == top])
        for top in sorted(tops)
        if (slug := named(top, every)) in slugs
    ]


def _take_in(
    found: list[Member],
    exercises: Sequence[Exercise],
    layout: str | re.Pattern[str] | None,
    course: Sequence[str],
    attempts: Mapping[str, Attempts],
    apart: str | None,
) -> Intake:
    """Read what came together; `apart` names the exercise that it is for, where it came apart from others."""
    top = None if isinstance(layout, re.Pattern) else _common_folder([member.path for member in found], layout)
    if top is not None:
        found = [_below(member, top) for member in found]
    layout = layout or layout_of(member.path for member in found)
    called = listings.names(found, layout)
    owned: dict[str, list[tuple[Owned, Member]]] = defaultdict(list)
    ignored = []
    for member in found:
        whose = owner(member.path, layout)
        if whose is not None:
            owned[whose.student].append((whose, member))
        elif member.path.suffix.lower() in KINDS:
            ignored.append(str(member.path))
    handed = [
        row
        for student in sorted(owned, key=natural)
        for row in _handed(called.get(student, (student, "")), owned[student], exercises, course, attempts)
    ]
    if apart is not None and layout == "moodle":
        handed = _by_name(handed)
    return Intake(
        layout=layout if isinstance(layout, str) else layout.pattern, handed=tuple(handed), ignored=tuple(ignored)
    )


def _by_name(handed: Iterable[Handed]) -> list[Handed]:
    """Tell students apart by their names: Moodle's numbers are an assignment's own, and say nothing in another one.

    Of students with the same name, each keeps the number beside it.
    """
    rows = list(handed)
    students: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        students[row.name].add(row.student)
    return [
        replace(
            row,
            student=row.name if len(students[row.name]) == 1 else f"{row.name} {row.student}",
            number=row.number or row.student,
        )
        for row in rows
    ]


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
    return replace(member, path=member.path.relative_to(top))


def _handed(
    called: tuple[str, str],
    files: list[tuple[Owned, Member]],
    exercises: Sequence[Exercise],
    course: Sequence[str],
    attempts: Mapping[str, Attempts] = _ANY,
) -> list[Handed]:
    """Return a student's row for each exercise; `called` is what the student is known by, and called."""
    order = sorted({whose.attempt for whose, _ in files}, key=natural)
    policies = [attempts.get(exercise.slug, Attempts()) for exercise in exercises]
    if all(policy == Attempts() for policy in policies):
        order = order[-1:]
    rows = [
        _attempt(called, [(whose, member) for whose, member in files if whose.attempt == attempt], exercises, course)
        for attempt in order
    ]
    return [chosen(each, policy) for each, policy in zip(zip(*rows, strict=True), policies, strict=True)]


def _attempt(
    called: tuple[str, str], files: list[tuple[Owned, Member]], exercises: Sequence[Exercise], course: Sequence[str]
) -> list[Handed]:
    """Return the same of the files of one attempt."""
    refused = tuple(f"{whose.path} {member.refused}" for whose, member in files if member.refused)
    read = {
        whose.path: _submission(whose.path, member.data)
        for whose, member in files
        if not member.refused and whose.path.suffix.lower() in KINDS
    }
    texts = {path: found.source if isinstance(found, Submission) else None for path, found in read.items()}
    chosen = assign(texts, exercises, course)
    folders = {whose.path: whose.folder for whose, _ in files}
    left = [path for path in read if path not in chosen.values()]
    student, name = called
    rows = []
    for exercise in exercises:
        path = chosen.get(exercise.slug)
        found = read[path] if path is not None else None
        row = Handed(
            student=student,
            name=name or files[0][0].name,
            exercise=exercise.slug,
            number=files[0][0].student if student != files[0][0].student else "",
            folder=folders[path] if path is not None else files[0][0].folder,
            late=any(whose.late for whose, _ in files),
            when=moment(files[0][0].attempt),
        )
        if isinstance(found, Submission):
            rows.append(replace(row, submission=found, notes=(*(f"{path} was not graded" for path in left), *refused)))
        elif found is None and read and not left and not refused:
            rows.append(replace(row, problem=NOTHING, missing=True))
        else:
            rows.append(replace(row, problem=found or _unclear(exercise, left, refused)))
    return rows


def _submission(path: PurePosixPath, data: bytes) -> Submission | str:
    """Return the program in a file, or why it cannot be read."""
    try:
        if path.suffix.lower() == ".ipynb":
            data = notebooks.program(data, path).encode("utf-8", "surrogatepass")
        return Submission(name=path.name, source=program_text(data, path))
    except SubmissionError as error:
        return str(error)


def _unclear(exercise: Exercise, files: Sequence[PurePosixPath], refused: Sequence[str]) -> str:
    """Say why none of a student's files is taken for an exercise."""
    why = f": {'; '.join(refused)}" if refused else ""
    if not files:
        return f"no Python file was handed in{why}"
    names = ", ".join(sorted(map(str, files)))
    return f"none of the files that were handed in is {exercise.file}, or alone defines what it asks for: {names}{why}"
