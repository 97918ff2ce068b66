"""`grade show OUT STUDENT`: a student's report, from a class that was graded."""

from __future__ import annotations

from pathlib import Path

import click

from grader.errors import NotFoundError, UsageError

from . import classwork, completion, console, options
from .grading import FORMATS, FormatChoice
from .verb import verb


@verb("""
grade show graded "Bo Kent"            by name, or a part of one
grade show graded 1042 -e 24           by number; one exercise of several
grade show graded bo -e 02 --format html -o bo.html
""")
@click.argument("folder", metavar="OUT", type=click.Path(file_okay=False, path_type=Path))
@click.argument("student")
@click.option(
    "-e", "--exercise", metavar="EXERCISE", shell_complete=completion.exercises, help="One exercise; all without it."
)
@click.option(
    "--format", "format_", type=FormatChoice(FORMATS), metavar="FORMAT", help=f"How to write it: {', '.join(FORMATS)}."
)
@options.plain
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write the report to this file.")
def command(
    folder: Path, student: str, exercise: str | None, format_: str | None, plain: bool, output: Path | None
) -> int:
    """Show the report of a student in the class that was graded into OUT, with what only instructors see.

    STUDENT is a name or a part of one, a number, what the platform calls the student, or a pseudonym.
    """
    from grader.batch import results

    from . import delivery

    with results.reopened(folder) as (journal, asked, _):
        (who,) = classwork.meant(journal, asked, [student])
        slugs = list(results.exercise_folders(asked))
        wanted = classwork.one_of(exercise, slugs) if exercise is not None else None
        found = [
            grade
            for each in results.read(journal, asked, {who})
            for grade in each.grades
            if wanted in (None, grade.handed.exercise)
        ]
        if not found:
            raise NotFoundError(f"{student!r} handed in nothing for {', '.join(slugs)}, which was graded there last")
        format_ = format_ or console.default_format(output, plain)
        reports = [grade.report for grade in found if grade.report is not None]
        if len(reports) > 1 and (output is not None or format_ not in console.FOR_PEOPLE):
            raise UsageError(f"there are reports of {', '.join(slugs)}: -e names the one to write")
        if not reports and (output is not None or format_ not in console.FOR_PEOPLE):
            raise NotFoundError(f"there is no report of {student!r}: {'; '.join(map(classwork.why_none, found))}")
        for grade in found:
            if format_ in console.FOR_PEOPLE and output is None:
                late = ", late" if grade.handed.late else ""
                console.say(f"{grade.handed.name} ({who}), {grade.handed.exercise}{late}")
            if grade.report is None:
                console.say(f"{classwork.why_none(grade)}.")
            else:
                report = grade.report.whole()
                delivery.deliver(report, format_, output, Path(report.submission.name), audience="instructor")
    return 0
