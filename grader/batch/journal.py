"""Results as they come, in an SQLite file: whatever ends a batch, what was graded until then is not lost.

A result is kept under student and exercise, with two fingerprints: of the program, and of everything else that a
report depends on (the exercise and its checks, the secret, the versions). While both are the same, the result stands,
and nothing is graded again. Where checks change, the result before stays beside the new one: whose grade moved is read
from the two. Beside the results stands what was handed in and what was asked for: tables and pages are made from the
journal alone, also where the archive is gone.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from grader.errors import UsageError

_TABLES = """
create table if not exists results (
    student text not null, exercise text not null, program text not null, basis text not null, report blob not null,
    primary key (student, exercise)
) without rowid;
create table if not exists earlier (
    student text not null, exercise text not null, program text not null, basis text not null, report blob not null,
    primary key (student, exercise)
) without rowid;
create table if not exists handed (
    student text not null, exercise text not null, place integer not null, program text not null, basis text not null,
    data blob not null, primary key (student, exercise)
) without rowid;
create table if not exists settings (name text primary key, data blob not null) without rowid;
"""

_OF_STUDENTS = ("results", "earlier", "handed")
"""Tables with something of a student in them."""

_SECONDS = 30
"""How long to wait for another batch that writes at this moment."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """What is kept of one submission."""

    student: str
    """Who handed it in."""
    exercise: str
    """Slug."""
    program: str
    """Fingerprint of the program."""
    basis: str
    """Fingerprint of everything else that the report depends on."""
    report: bytes
    """The report as JSON."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """What one student handed in for one exercise, and which result of it stands."""

    student: str
    """Who handed it in."""
    program: str
    """Fingerprint of the program; empty where there is none."""
    basis: str
    """Fingerprint of everything else that its result depends on."""
    data: bytes
    """The rest, as JSON."""


class Journal:
    """The file, opened."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def standing(self, exercise: str) -> set[str]:
        """Return of whom the result stands: of the program that was handed in, on the basis that it is to have."""
        found = self._connection.execute(
            "select student from handed join results using (student, exercise, program, basis) where exercise = ?",
            (exercise,),
        )
        return {student for (student,) in found}

    def result(self, exercise: str, student: str) -> Entry | None:
        """Return the result of a student, or None where there is none."""
        return self._entry("results", exercise, student)

    def earlier(self, exercise: str, student: str) -> Entry | None:
        """Return the result that came before the present one."""
        return self._entry("earlier", exercise, student)

    def keep(self, entry: Entry) -> None:
        """Write a result; the one before it is kept as the earlier one. It is on the disk when this returns."""
        with self._connection:
            self._connection.execute(
                "insert or replace into earlier select * from results where student = ? and exercise = ?",
                (entry.student, entry.exercise),
            )
            self._connection.execute(
                "insert or replace into results values (?, ?, ?, ?, ?)",
                (entry.student, entry.exercise, entry.program, entry.basis, entry.report),
            )

    def hand_in(self, exercise: str, rows: Sequence[Row]) -> None:
        """Write what was handed in for an exercise, in the place of what was handed in before."""
        with self._connection:
            self._connection.execute("delete from handed where exercise = ?", (exercise,))
            self._connection.executemany(
                "insert into handed values (?, ?, ?, ?, ?, ?)",
                [(row.student, exercise, place, row.program, row.basis, row.data) for place, row in enumerate(rows)],
            )

    def handed(self, exercise: str) -> Iterator[Row]:
        """Yield what was handed in for an exercise, in its order."""
        found = self._connection.execute(
            "select student, program, basis, data from handed where exercise = ? order by place", (exercise,)
        )
        for student, program, basis, data in found:
            yield Row(student=student, program=program, basis=basis, data=data)

    def remember(self, name: str, data: bytes) -> None:
        """Write a setting."""
        with self._connection:
            self._connection.execute("insert or replace into settings values (?, ?)", (name, data))

    def recall(self, name: str) -> bytes | None:
        """Return a setting, or None where there is none."""
        found = self._connection.execute("select data from settings where name = ?", (name,)).fetchone()
        return bytes(found[0]) if found is not None else None

    def exercises(self) -> list[str]:
        """Return the exercises for which anything was handed in."""
        return [slug for (slug,) in self._connection.execute("select distinct exercise from handed order by exercise")]

    def students(self) -> set[str]:
        """Return of whom anything is kept."""
        kept = " union ".join(f"select student from {table}" for table in _OF_STUDENTS)
        return {student for (student,) in self._connection.execute(kept)}

    def forget(self, student: str) -> int:
        """Remove everything of a student, also from the file's free pages; return how many rows there were."""
        with self._connection:
            gone = [
                self._connection.execute(f"delete from {table} where student = ?", (student,)).rowcount
                for table in _OF_STUDENTS
            ]
        self._connection.execute("vacuum")
        # What the log beside the file still holds is older than the file, and is cut off.
        self._connection.execute("pragma wal_checkpoint(truncate)")
        return sum(gone)

    def _entry(self, table: str, exercise: str, student: str) -> Entry | None:
        found = self._connection.execute(
            f"select program, basis, report from {table} where student = ? and exercise = ?", (student, exercise)
        ).fetchone()
        if found is None:
            return None
        program, basis, report = found
        return Entry(student=student, exercise=exercise, program=program, basis=basis, report=report)


@contextmanager
def opened(path: Path) -> Iterator[Journal]:
    """Open a journal, or begin one. Raises UsageError for a file that is none."""
    try:
        with closing(sqlite3.connect(path, timeout=_SECONDS)) as connection:
            connection.execute("pragma journal_mode = wal")
            connection.execute("pragma secure_delete = on")
            connection.executescript(_TABLES)
            yield Journal(connection)
    except sqlite3.DatabaseError as error:
        raise UsageError(f"{path} cannot be used as a journal: {error}") from error
