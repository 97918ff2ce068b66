"""A class without names: the same files under pseudonyms, in a folder of their own that can be given away.

A student has the same pseudonym in every exercise and every time that the class is graded into the same folder. Who is
who stands in a table that stays in the instructor's folder.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import msgspec

from grader.errors import UsageError
from grader.model import Report
from grader.report.exchange import tables

from . import grading, results
from .asked import Taken
from .classes import Class
from .grading import Grade
from .intake import Handed, natural
from .journal import Journal
from .masking import Mask
from .summaries import Summary, summary

KEY = "pseudonyms.csv"
"""The table of who is who, in the instructor's folder."""

_SECRET, _FOLDERS = "pseudonyms", "nameless"
"""Settings of the journal."""


def pseudonyms(journal: Journal, students: Iterable[str]) -> dict[str, str]:
    """Return each student's pseudonym, which says nothing to who does not have the journal."""
    secret = journal.recall(_SECRET)
    if secret is None:
        secret = secrets.token_bytes(32)
        journal.remember(_SECRET, secret)
    return {
        student: f"student-{hmac.digest(secret, student.encode('utf-8', 'backslashreplace'), 'sha256').hex()[:10]}"
        for student in students
    }


def folders(journal: Journal) -> tuple[Path, ...]:
    """Return the folders into which the class was ever written without names."""
    data = journal.recall(_FOLDERS)
    return tuple(map(Path, msgspec.json.decode(data, type=list[str]))) if data is not None else ()


def enter(journal: Journal, folder: Path) -> None:
    """Remember a folder into which the class is written without names."""
    known = dict.fromkeys((*map(str, folders(journal)), str(folder)))
    journal.remember(_FOLDERS, msgspec.json.encode(list(known)))


def apart(folder: Path, home: Path) -> None:
    """Raise UsageError where what is without names and what has them would lie in one another."""
    if folder.resolve().is_relative_to(home.resolve()) or home.resolve().is_relative_to(folder.resolve()):
        raise UsageError(f"--anonymous needs a folder apart from {home}, which has the names")


def write(
    folder: Path, home: Path, classes: Sequence[Class], called: Mapping[str, str], further: Sequence[Handed] = ()
) -> None:
    """Write the class without names into a folder, and who is who into `home`.

    `further` has those who are in the class no more, and may be named in programs of others.
    """
    hidden = [_hidden(found, called, further) for found in classes]
    results.write(folder, hidden, Taken(layout="", apart=False), anew=True)
    names = {grade.handed.student: grade.handed.name for found in classes for grade in found.grades}
    rows = [
        (called[student], tables.neutral(student), tables.neutral(names[student]))
        for student in sorted(names, key=natural)
    ]
    grading.written(home / KEY, tables.written(("pseudonym", "student", "name"), rows))


def _hidden(found: Class, called: Mapping[str, str], further: Sequence[Handed]) -> Class:
    mask = Mask(found.exercise, (*(grade.handed for grade in found.grades), *further))

    def hidden(grade: Grade) -> Grade:
        handed = grade.handed

        def nameless(report: Summary) -> Report:
            return mask.report(report.whole(), handed)

        whole = partial(nameless, grade.report) if grade.report is not None else None
        return Grade(
            handed=replace(
                handed,
                student=called[handed.student],
                name=called[handed.student],
                number="",
                folder="",
                problem=mask.text(handed.problem, handed),
                notes=(),
            ),
            report=summary(whole(), whole) if whole is not None else None,
            before=grade.before,
        )

    # In the order of the pseudonyms: the order of a class tells who is who.
    grades = sorted(map(hidden, found.grades), key=lambda grade: grade.handed.student)
    return replace(found, grades=grades)
