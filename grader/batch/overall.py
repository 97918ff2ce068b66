"""Grades of a class in several exercises, counted for its instructor: what each overview says, taken together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from statistics import mean

from grader.report.exchange.tables import points
from grader.report.overview import CauseCount, ExerciseCount, Overview, Student

from . import overview as one
from .classes import Class, by_student
from .grading import Grade


def overall(classes: Sequence[Class], overviews: Sequence[Overview]) -> Overview:
    """Count what a class has done in all of its exercises, of each of which there is an overview."""
    grades = list(chain.from_iterable(found.grades for found in classes))
    judged = [(grade, grade.report) for grade in grades if grade.report is not None]
    groups = by_student(classes)
    most = sum(found.most for found in classes)
    sums = [
        (group[0].handed.name, sum(grade.score for grade in group))
        for group in groups.values()
        if any(grade.report is not None for grade in group)
    ]
    return Overview(
        slug=", ".join(found.exercise.slug for found in classes),
        title=f"{len(classes)} exercises",
        students=len(groups),
        counts=one.counts(grades),
        points=tuple(one.bins(sums, most)),
        spread=one.spread([score for _, score in sums], most),
        exercises=tuple(map(_exercise, classes, overviews)),
        table=tuple(_student(group) for group in groups.values()),
        causes=tuple(_causes(overviews)),
        odd=tuple(odd for told in overviews for odd in told.odd),
        ungraded=tuple(odd for told in overviews for odd in told.ungraded),
        missing=tuple(odd for told in overviews for odd in told.missing),
        late=tuple(odd for told in overviews for odd in told.late),
        moved=tuple(odd for told in overviews for odd in told.moved),
        place=one.place(judged),
    )


def _exercise(found: Class, told: Overview) -> ExerciseCount:
    scores = [grade.score for grade in found.grades if grade.report is not None]
    average = mean(scores) if scores else 0.0
    return ExerciseCount(
        slug=found.exercise.slug,
        title=found.exercise.title,
        graded=len(scores),
        passed=sum(grade.status == "passed" for grade in found.grades),
        mean=f"{points(average, 1)} of {points(found.most, 1)}" if scores else "",
        share=average / found.most if found.most else 0.0,
        cause=next((cause.code for cause in told.causes if cause.names), ""),
    )


def _student(group: Sequence[Grade]) -> Student:
    return Student(
        name=group[0].handed.name,
        cells=tuple((grade.status, points(grade.score, 1) if grade.report is not None else "") for grade in group),
        total=points(sum(grade.score for grade in group), 1),
    )


def _causes(overviews: Sequence[Overview]) -> Iterator[CauseCount]:
    """Yield each diagnosis once, with the example of the exercise in which it is commonest."""
    found: dict[str, list[tuple[str, CauseCount]]] = defaultdict(list)
    for told in overviews:
        for cause in told.causes:
            found[cause.code].append((told.slug, cause))

    def merged(group: Sequence[tuple[str, CauseCount]]) -> CauseCount:
        names = tuple(dict.fromkeys(name for _, cause in group for name in cause.names))
        further = tuple(dict.fromkeys(name for _, cause in group for name in cause.further if name not in names))
        _, example = max(group, key=lambda entry: len(entry[1].names))
        return replace(
            example,
            names=names,
            further=further,
            where=tuple((slug, len(cause.names)) for slug, cause in group if cause.names),
        )

    together = map(merged, found.values())
    yield from sorted(together, key=lambda cause: (-len(cause.names), -len(cause.further), cause.code))
