"""A class in its exercises, and who has what in all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from grader.model import Exercise
from grader.report.exchange import tables

from .grading import Grade


@dataclass(frozen=True, kw_only=True)
class Class:
    """A class in one exercise."""

    exercise: Exercise
    """What was asked for."""
    grades: Sequence[Grade]
    """What became of it, a student each."""

    @property
    def most(self) -> float:
        """The most points there are; 0 where nobody's program could be judged."""
        return max((grade.report.max_score for grade in self.grades if grade.report is not None), default=0.0)


def by_student(classes: Iterable[Class]) -> Mapping[str, list[Grade]]:
    """Return each student's grades, in the order of the exercises."""
    found: dict[str, list[Grade]] = defaultdict(list)
    for each in classes:
        for grade in each.grades:
            found[grade.handed.student].append(grade)
    return found


def summary(classes: Sequence[Class]) -> bytes:
    """Write a table with a row for each student and a column for each exercise, as CSV."""
    slugs = [found.exercise.slug for found in classes]
    most = sum(found.most for found in classes)
    rows = []
    for student, group in by_student(classes).items():
        # What was not graded has no points, and is not the same as a program that earned none.
        cells = [tables.points(grade.score) if grade.report is not None else "" for grade in group]
        total = tables.points(sum(grade.score for grade in group))
        name = tables.neutral(group[0].handed.name)
        rows.append((tables.neutral(student), name, *cells, total, tables.points(most)))
    return tables.written(("student", "name", *slugs, "total", "max_total"), rows)
