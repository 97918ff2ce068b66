"""A class is graded: what was handed in becomes results in a journal, a page for each student, a table of grades."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

import msgspec

from grader import __version__
from grader.exercise import load_exercise
from grader.judge.draw import digest
from grader.judge.examination import Material
from grader.model import Report, Submission
from grader.report.exchange import tables

from . import pool
from .intake import Handed, Intake
from .journal import Entry, Journal

HEAD = (
    *("student", "name", "exercise", "status", "late", "score", "max_score"),
    *("cause", "headline", "isolation", "remark"),
)
"""Columns of the table of grades."""


@dataclass(frozen=True, kw_only=True)
class Grade:
    """What became of what one student handed in."""

    handed: Handed
    """What was handed in."""
    report: Report | None
    """What the judge said; None where nothing could be judged."""
    before: Report | None = None
    """What it said of the same program with other checks, where that was worth other points."""

    @property
    def status(self) -> str:
        """`passed`, `failed`, `unreadable`, or `error`: the grader's own fault."""
        if self.report is None:
            return "unreadable" if self.handed.submission is None else "error"
        if any(result.status == "error" for result in self.report.results):
            return "error"
        return "passed" if all(result.status == "passed" for result in self.report.results) else "failed"


def basis(folder: Path, order: pool.Order, python: str) -> str:
    """Return the fingerprint of everything that a report depends on beside the program."""
    material = Material.read(load_exercise(folder), folder)
    data = [part for name, content in sorted(material.exercise.data.items()) for part in (name, digest(content).hex())]
    conditions = (order.require, str(order.confined), str(order.backend), __version__, python)
    return digest(order.secret, folder.name, material.fingerprint, material.solution, *data, *conditions).hex()


def to_grade(intake: Intake, journal: Journal, exercise: str, basis: str) -> list[Handed]:
    """Return what the journal has no result of that stands."""
    known = journal.entries(exercise)

    def stands(handed: Handed, submission: Submission) -> bool:
        entry = known.get(handed.student)
        return entry is not None and (entry.program, entry.basis) == (_fingerprint(submission), basis)

    return [
        handed for handed in intake.handed if handed.submission is not None and not stands(handed, handed.submission)
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
    """Judge what waits; yield each as its page is written and its result is in the journal.

    Raises what `pool.judged` raises.
    """
    submissions = [handed.submission for handed in waiting if handed.submission is not None]
    for place, judged in pool.judged(order, submissions, start, width):
        handed = waiting[place]
        if judged is not None:
            pages[handed.student].write_bytes(judged.page)
            journal.keep(
                Entry(
                    student=handed.student,
                    exercise=order.exercise.name,
                    program=_fingerprint(submissions[place]),
                    basis=basis,
                    report=judged.report,
                )
            )
        yield handed


def grades(intake: Intake, journal: Journal, exercise: str, basis: str) -> list[Grade]:
    """Read from the journal what became of everything that was handed in, in the order of the intake."""
    known, earlier = journal.entries(exercise), journal.earlier(exercise)
    return [_grade(handed, known.get(handed.student), earlier.get(handed.student), basis) for handed in intake.handed]


def _grade(handed: Handed, entry: Entry | None, earlier: Entry | None, basis: str) -> Grade:
    program = _fingerprint(handed.submission) if handed.submission is not None else ""
    if entry is None or (entry.program, entry.basis) != (program, basis):
        return Grade(handed=handed, report=None)
    report = msgspec.json.decode(entry.report, type=Report)
    before = None
    if earlier is not None and earlier.program == program and earlier.basis != basis:
        before = msgspec.json.decode(earlier.report, type=Report)
    moved = before is not None and (before.score, before.max_score) != (report.score, report.max_score)
    return Grade(handed=handed, report=report, before=before if moved else None)


def complete(found: Sequence[Grade], pages: Mapping[str, Path]) -> None:
    """Write the pages that are gone."""
    from grader.report import render

    for grade in found:
        page = pages[grade.handed.student]
        if grade.report is not None and not page.exists():
            page.write_bytes(render(grade.report, "html").encode("utf-8"))


def table(exercise: str, found: Sequence[Grade]) -> bytes:
    """Write the grades as CSV."""
    return tables.written(HEAD, (_row(exercise, grade) for grade in found))


def _row(exercise: str, grade: Grade) -> tuple[str, ...]:
    handed, report = grade.handed, grade.report
    cause = report.diagnostics[0] if report is not None and report.diagnostics else None
    remark = "; ".join((handed.problem, *handed.notes) if handed.problem else handed.notes)
    return (
        *(tables.neutral(handed.student), tables.neutral(handed.name), exercise, grade.status),
        "late" if handed.late else "",
        *((tables.points(report.score), tables.points(report.max_score)) if report is not None else ("0", "")),
        *((cause.code, tables.neutral(cause.message)) if cause is not None else ("", "")),
        report.environment.isolation if report is not None else "",
        tables.neutral(remark),
    )


def pages(intake: Intake, folder: Path) -> dict[str, Path]:
    """Return where each student's page goes: names of our own, whatever a student is called."""
    taken: set[str] = set()
    places = {}
    for handed in intake.handed:
        plain = re.sub(r"[^a-z0-9]+", "-", f"{handed.name} {handed.student}".lower()).strip("-")[:60] or "student"
        name, number = plain, 1
        while name in taken:
            number += 1
            name = f"{plain}-{number}"
        taken.add(name)
        # A name that Windows keeps for a device, such as `con`, is none with this in front.
        places[handed.student] = folder / f"report-{name}.html"
    return places


def _fingerprint(submission: Submission) -> str:
    return digest(b"", submission.name, submission.source).hex()
