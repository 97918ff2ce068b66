"""A class is graded in one exercise: what was handed in becomes results in a journal, and each student's files."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import msgspec

from grader import __version__
from grader.errors import UsageError
from grader.exercise import load_exercise
from grader.judge.draw import digest
from grader.judge.examination import Material
from grader.model import UNDECIDED, Grading, Report, Submission
from grader.policy import applied
from grader.report.exchange import tables
from grader.report.story import adjusted

from . import pool
from .attempts import Attempt, best, tries
from .intake import Handed
from .journal import Entry, Journal, Row
from .summaries import Points, Summary, summary

PREFIX = "report-"
"""What the names of students' files begin with."""

HEAD = (
    *("student", "name", "exercise", "status", "late", "score", "max_score"),
    *("cause", "headline", "isolation", "remark"),
)
"""Columns of the table of grades."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Grade:
    """What became of what one student handed in."""

    handed: Handed
    """What was handed in."""
    report: Summary | None
    """What the judge said; None where nothing could be judged."""
    before: Points | None = None
    """What the same program was worth by other checks, where that was something else."""

    @property
    def score(self) -> float:
        """Points."""
        return self.report.score if self.report is not None else 0.0

    @property
    def status(self) -> str:
        """`passed`, `failed`, `missing`, `unreadable`, or `error`: the grader's own fault."""
        if self.handed.missing:
            return "missing"
        if self.report is None:
            return "unreadable" if self.handed.problem else "error"
        if any(mark.status == "error" for mark in self.report.marks):
            return "error"
        return "passed" if all(mark.status == "passed" for mark in self.report.marks) else "failed"


def basis(folder: Path, order: pool.Order, python: str) -> str:
    """Return the fingerprint of everything that a report depends on beside the program."""
    material = Material.read(load_exercise(folder), folder, order.checks)
    data = [part for name, content in sorted(material.exercise.data.items()) for part in (name, digest(content).hex())]
    conditions = (order.require, str(order.confined), str(order.backend), __version__, python)
    grading = order.grading
    # Which attempt is the best depends on policies; what becomes of its points is worked out each time.
    choice = (grading.attempts, grading.late, grading.credit) if grading.attempts.which == "best" else ()
    shown = msgspec.json.encode((grading.checks, grading.added, *choice)).decode()
    parts = (material.fingerprint, material.added, shown, material.solution)
    return digest(order.secret, folder.name, *parts, *data, *conditions).hex()


def enter(
    handed: Sequence[Handed], journal: Journal, exercise: str, basis: str, only: Collection[str] | None = None
) -> list[Handed]:
    """Write into the journal what was handed in, and that its results are to have this basis; return it.

    `only` names the students who are graded: of the others what was graded before stands, by whatever checks, and who
    was not in the class before is left out.
    """
    before = {row.student: row.basis for row in journal.handed(exercise)}
    entered = [row for row in handed if only is None or row.student in only or row.student in before]
    journal.hand_in(
        exercise,
        [
            Row(
                student=row.student,
                program=_programs(row),
                basis=basis if only is None or row.student in only else before[row.student],
                data=msgspec.json.encode(_stored(row)),
            )
            for row in entered
        ],
    )
    return entered


def to_grade(
    handed: Sequence[Handed],
    journal: Journal,
    exercise: str,
    only: Collection[str] | None = None,
    *,
    anew: bool = False,
) -> list[Handed]:
    """Return what the journal has no result of that stands; with `anew` everything that `only` does not leave out."""
    standing = set() if anew else journal.standing(exercise)
    return [
        row
        for row in handed
        if row.submission is not None and (only is None or row.student in only) and row.student not in standing
    ]


def grade(
    waiting: Sequence[Handed],
    journal: Journal,
    order: pool.Order,
    basis: str,
    pages: Mapping[str, Path],
    start: Callable[[int], Executor],
    width: int,
) -> Iterator[Handed]:
    """Judge what waits; yield each as its files are written and its result is in the journal.

    Raises what `pool.judged` raises.
    """
    attempts = [(handed, one) for handed in waiting for one in tries(handed)]
    submissions = [one.submission for _, one in attempts if one.submission is not None]
    found: dict[str, list[tuple[int, pool.Judged | None]]] = defaultdict(list)
    for place, judged in pool.judged(order, submissions, start, width):
        handed, _ = attempts[place]
        known = found[handed.student]
        known.append((place, judged))
        if len(known) < len(tries(handed)):
            continue
        del found[handed.student]
        kept = _best([(attempts[at][1], one) for at, one in sorted(known) if one is not None], order.grading)
        if kept is not None:
            for suffix, data in kept.files.items():
                pages[handed.student].with_suffix(suffix).write_bytes(data)
            journal.keep(
                Entry(
                    student=handed.student,
                    exercise=order.exercise.name,
                    program=_programs(handed),
                    basis=basis,
                    report=kept.report,
                )
            )
        yield handed


def _best(judged: Sequence[tuple[Attempt, pool.Judged]], decided: Grading) -> pool.Judged | None:
    """Return what counts of several attempts; None where none could be judged."""
    if len(judged) < 2:
        return judged[0][1] if judged else None
    reports = [(one, msgspec.json.decode(each.report, type=Report)) for one, each in judged]
    return judged[best(reports, decided)][1]


def grades(
    journal: Journal, exercise: str, decided: Grading = UNDECIDED, only: Collection[str] | None = None
) -> list[Grade]:
    """Read from the journal what became of everything that was handed in for an exercise, in its order.

    The journal has what the checks gave; what policies make of it follows each time from what is `decided`. `only`
    names students beside whom nobody is read.
    """
    return [
        _grade(journal, row, exercise, decided)
        for row in journal.handed(exercise)
        if only is None or row.student in only
    ]


def handed_in(journal: Journal, exercise: str) -> Iterator[Handed]:
    """Yield what was handed in for an exercise, in its order, without what became of it."""
    for row in journal.handed(exercise):
        yield msgspec.json.decode(row.data, type=Handed)


def _grade(journal: Journal, row: Row, exercise: str, decided: Grading) -> Grade:
    handed = msgspec.json.decode(row.data, type=Handed)
    entry = journal.result(exercise, row.student)
    if entry is None or (entry.program, entry.basis) != (row.program, row.basis):
        return Grade(handed=handed, report=None)
    kept = msgspec.json.decode(entry.report, type=Report)
    handed = _counting(handed, kept)
    earlier, before = journal.earlier(exercise, row.student), None
    if earlier is not None and earlier.program == row.program:
        was = msgspec.json.decode(earlier.report, type=Report)
        if (was.score, was.max_score) != (kept.score, kept.max_score):
            before = Points(_by_policies(was, handed, decided).score, was.max_score)
    report = _by_policies(kept, handed, decided)
    # Who is late by policies is so wherever that is told.
    is_late = handed.late or any(one.policy == "late" for one in report.adjustments)
    return Grade(
        handed=replace(handed, late=is_late),
        report=summary(report, partial(_whole, journal, handed, decided, hash(entry.report))),
        before=before,
    )


def _whole(journal: Journal, handed: Handed, decided: Grading, same: int) -> Report:
    """Read a report again; `same` is the hash of what was read before. Raises UsageError where that is gone."""
    entry = journal.result(handed.exercise, handed.student)
    if entry is None or hash(entry.report) != same:
        raise UsageError(
            f"{handed.name} was graded again or forgotten by another command at this moment: give the command once more"
        )
    return _by_policies(msgspec.json.decode(entry.report, type=Report), handed, decided)


def _by_policies(report: Report, handed: Handed, decided: Grading) -> Report:
    return applied(report, decided, late=handed.late, when=handed.when)


def complete(found: Sequence[Grade], pages: Mapping[str, Path], folder: Path, *, anew: bool = False) -> None:
    """Write the files of students that are gone or change with time, with `anew` all; remove those of nobody here."""
    for grade in found:
        files = {pages[grade.handed.student].with_suffix(suffix): form for suffix, form in pool.FORMS.items()}
        is_anew = anew or (grade.report is not None and grade.report.is_transient)
        wanted = {path: form for path, form in files.items() if is_anew or not path.exists()}
        if grade.report is not None and wanted:
            report = grade.report.whole()
            for path, form in wanted.items():
                written(path, pool.handed_out(report, form))
    graded = {pages[grade.handed.student].stem for grade in found if grade.report is not None}
    for path in folder.glob(f"{PREFIX}*"):
        if path.stem not in graded:
            path.unlink()


def written(path: Path, data: bytes) -> None:
    """Write a file in one step: who is cut off leaves the old one, or the new one."""
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(data)
    part.replace(path)


def table(found: Iterable[Grade]) -> bytes:
    """Write grades as CSV, a row for each student and exercise."""
    return tables.written(HEAD, map(_row, found))


def _row(grade: Grade) -> tuple[str, ...]:
    handed, report = grade.handed, grade.report
    adjustments = [adjusted(one) for one in report.adjustments] if report is not None else []
    remark = "; ".join((*([handed.problem] if handed.problem else []), *adjustments, *handed.notes))
    return (
        *(tables.neutral(handed.student), tables.neutral(handed.name), handed.exercise, grade.status),
        "late" if handed.late else "",
        *((tables.points(report.score), tables.points(report.max_score)) if report is not None else ("0", "")),
        *((report.codes[0], tables.neutral(report.headline)) if report is not None and report.codes else ("", "")),
        report.isolation if report is not None else "",
        tables.neutral(remark),
    )


def pages(handed: Iterable[Handed], folder: Path) -> dict[str, Path]:
    """Return where each student's page goes: names of our own, whatever a student is called.

    Students whose names become the same have a part of a fingerprint in theirs: no page becomes another student's when
    one comes to the class, or goes.
    """
    plain = {
        row.student: re.sub(r"[^a-z0-9]+", "-", " ".join(dict.fromkeys((row.name, row.student))).lower()).strip("-")[
            :60
        ]
        or "student"
        for row in handed
    }
    counts = Counter(plain.values())
    apart = {
        student: f"{name}-{digest(b'', student).hex()[:12]}" if counts[name] > 1 else name
        for student, name in plain.items()
    }
    # A name that Windows keeps for a device, such as `con`, is none with the prefix in front.
    return {student: folder / f"{PREFIX}{name}.html" for student, name in apart.items()}


def _counting(handed: Handed, report: Report) -> Handed:
    """Return what was handed in with the time of the attempt that counts."""
    all_of_them = tries(handed)
    program = _fingerprint(report.submission)
    number = next((at for at, one in enumerate(all_of_them, 1) if one.program == program), 0)
    if len(all_of_them) == 1 or not number:
        return handed
    one = all_of_them[number - 1]
    note = f"of {len(all_of_them)} attempts the best counts, which is number {number}"
    return replace(handed, late=one.late, when=one.when, notes=(*handed.notes, note))


def _stored(row: Handed) -> Handed:
    """Return a row without programs: their reports have them."""
    earlier = tuple(replace(one, submission=None, program=_program(one.submission)) for one in row.earlier)
    return replace(row, submission=None, program=_program(row.submission), earlier=earlier)


def _programs(row: Handed) -> str:
    """Return the fingerprint of all programs that may count; empty where there is none."""
    programs = [_program(one.submission) for one in tries(row)]
    return programs[0] if len(programs) == 1 else digest(b"", *programs).hex()


def _program(submission: Submission | None) -> str:
    return _fingerprint(submission) if submission is not None else ""


def _fingerprint(submission: Submission) -> str:
    return digest(b"", submission.name, submission.source).hex()
