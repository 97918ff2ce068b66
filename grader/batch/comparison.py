"""Two batches are compared: whose points moved, by which checks, and who is in one of them only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from grader.report.exchange import tables
from grader.report.exchange.tables import points
from grader.report.visible import visible

from .classes import Class
from .grading import Grade
from .summaries import Summary

HEAD = ("student", "name", "exercise", "what", "before", "after")


@dataclass(frozen=True, kw_only=True)
class Move:
    """One student's points in one exercise moved."""

    student: str
    name: str
    exercise: str
    before: str
    """Points, or the status where there are none."""
    after: str
    """The same, later."""
    checks: tuple[tuple[str, str, str], ...]
    """Title of each check that came otherwise, and what came of it before and after."""


def moves(before: Sequence[Class], after: Sequence[Class]) -> list[Move]:
    """Return whose points moved, in the order of the later batch; then who is in the earlier one only."""
    known = dict(_keyed(before))
    later = dict(_keyed(after))
    found = [_move(known.get(key), later.get(key)) for key in chain(later, (key for key in known if key not in later))]
    return [move for move in found if move is not None]


def _keyed(classes: Sequence[Class]) -> Iterator[tuple[tuple[str, str], Grade]]:
    for found in classes:
        for grade in found.grades:
            yield (found.exercise.slug, grade.handed.student), grade


def _move(before: Grade | None, after: Grade | None) -> Move | None:
    said = _said(before), _said(after)
    either = after or before
    if either is None or said[0] == said[1]:
        return None
    one, two = (grade.report if grade is not None else None for grade in (before, after))
    return Move(
        student=either.handed.student,
        name=either.handed.name,
        exercise=either.handed.exercise,
        before=said[0],
        after=said[1],
        checks=tuple(_checks(one, two)) if one is not None and two is not None else (),
    )


def _said(grade: Grade | None) -> str:
    if grade is None:
        return "not there"
    if grade.report is None:
        return grade.status
    return f"{points(grade.score)} of {points(grade.report.max_score)}"


def _checks(before: Summary, after: Summary) -> Iterator[tuple[str, str, str]]:
    def told(report: Summary) -> dict[str, tuple[str, str]]:
        return {
            mark.name: (mark.title, f"{mark.status}, {points(mark.points)} of {points(mark.max_points)}")
            for mark in report.marks
        }

    one, two = told(before), told(after)
    for name in {**two, **one}:
        title = (two.get(name) or one[name])[0]
        was, is_ = (found[name][1] if name in found else "not there" for found in (one, two))
        if was != is_:
            yield title, was, is_


def _rows(found: Iterable[Move]) -> Iterator[tuple[str, ...]]:
    for move in found:
        who = (move.student, move.name, move.exercise)
        yield (*who, "points", move.before, move.after)
        for title, before, after in move.checks:
            yield (*who, title, before, after)


def as_csv(found: Sequence[Move]) -> str:
    """Write a row for the points and for each check that came otherwise."""
    rows = ([tables.neutral(cell) for cell in row] for row in _rows(found))
    return tables.written(HEAD, rows).decode("utf-8")


def as_markdown(found: Sequence[Move]) -> str:
    """Write the same as a table in Markdown."""
    rows = [HEAD, ("---",) * len(HEAD), *_rows(found)]
    return "".join(f"| {' | '.join(map(_cell, row))} |\n" for row in rows)


def _cell(text: str) -> str:
    """Make text inert in a table of Markdown, but for the backticks of our own titles."""
    return visible(text).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("[", "\\[")


def as_text(found: Sequence[Move]) -> str:
    """Write a line for each student, and one for each check below it."""
    lines = []
    for move in found:
        lines.append(
            f"{visible(move.name)} ({visible(move.student)}), {move.exercise}: from {move.before} to {move.after}"
        )
        lines += [f"    {visible(title)}: {before} → {after}" for title, before, after in move.checks]
    return "".join(f"{line}\n" for line in lines)


FORMATS = {"plain": as_text, "csv": as_csv, "markdown": as_markdown}
"""Name of a format -> what writes it."""
