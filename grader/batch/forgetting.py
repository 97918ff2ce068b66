"""A student is forgotten: what a folder keeps of one is removed, and what is out of reach is named."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from grader.errors import UsageError

from . import anonymous, books, feedback, gradebooks, grading, results
from .asked import Taken
from .classes import Class, by_student
from .intake import Handed

LEAST = 4
"""Characters of a name or number by which leftovers are looked for: shorter ones are found everywhere."""


@dataclass(frozen=True, kw_only=True)
class Forgotten:
    """What came of it."""

    rows: int
    """How much was removed from the journal."""
    left: tuple[Path, ...]
    """Files of the folder that still name the student: others wrote of them, or the file is not ours."""
    beyond: tuple[Path, ...]
    """Files outside of the folder from which the class was graded."""


def forget(folder: Path, student: str) -> Forgotten:
    """Remove everything of a student from a folder that `grade batch` wrote.

    The journal comes last: who is cut off does it once more. Raises NotFoundError where nothing is kept of the student.
    """
    with results.reopened(folder) as (journal, asked, taken):
        present, before = results.read(journal, asked), results.earlier(journal, asked)
        known = [
            grade.handed for found in (*present, *before) for grade in found.grades if grade.handed.student == student
        ]
        rest = [_without(found, student) for found in present]
        results.write(folder, rest, taken)
        for found in before:
            layout = "moodle" if (folder / found.exercise.slug / feedback.NAME).exists() else ""
            results.write(folder, [_without(found, student)], Taken(layout=layout, apart=True))
        if len(rest) == 1:
            # What an earlier batch told of several exercises together nothing makes anew.
            for name in (results.OVERVIEW, feedback.NAME):
                (folder / name).unlink(missing_ok=True)
        _from_tables(folder, student, known)
        called = anonymous.pseudonyms(journal, by_student((*rest, *before)))
        for nameless in filter(Path.is_dir, anonymous.folders(journal)):
            for classes in (
                [_without(found, student)] for found in before if (nameless / found.exercise.slug).is_dir()
            ):
                anonymous.write(nameless, folder, classes, called, known)
            anonymous.write(nameless, folder, rest, called, known)
        for part in folder.rglob("*.part"):
            part.unlink()
        rows = journal.forget(student)
    sources = (asked.source, *(path for _, path in asked.gradebooks), *filter(None, (asked.roster,)))
    return Forgotten(
        rows=rows,
        left=tuple(_naming(folder, student, known)),
        beyond=tuple(path for path in map(Path, sources) if path.exists()),
    )


def _without(found: Class, student: str) -> Class:
    return replace(found, grades=[grade for grade in found.grades if grade.handed.student != student])


def _from_tables(folder: Path, student: str, known: Sequence[Handed]) -> None:
    """Take the student's row out of copies of a platform's tables, also of those that an earlier batch filled in."""
    names = [text for row in known for text in (row.name, row.number) if text]
    for path in folder.rglob("*.csv"):
        with suppress(UsageError):  # a table of nobody that we know is looked into as any file is
            book = books.read(path)
            data = gradebooks.without(book, student, names)
            if data != book.written(book.rows):
                grading.written(path, data)


def _naming(folder: Path, student: str, known: Sequence[Handed]) -> Iterator[Path]:
    """Yield the files that still have the student's name or number in them, or in their own name."""
    texts = {text for row in known for text in (row.name, row.number, student) if len(text) >= LEAST}
    if not texts:
        return
    written = b"|".join(re.escape(text.encode("utf-8", "backslashreplace")) for text in sorted(texts))
    wanted = re.compile(rb"(?<![^\W_])(?:" + written + rb")(?![^\W_])", re.IGNORECASE)
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if any(wanted.search(data) for data in _contents(path)):
            yield path


def _contents(path: Path) -> Iterator[bytes]:
    yield path.name.encode("utf-8", "backslashreplace")
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as opened:
            for name in opened.namelist():
                yield name.encode("utf-8", "backslashreplace")
                yield opened.read(name)
    else:
        yield path.read_bytes()
