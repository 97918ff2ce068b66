"""`grade [EXERCISE | FILE]`: find what is meant, grade it, show the report."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader import __version__
from grader.errors import GraderError, UsageError

from . import console, options
from .helping import Command

if TYPE_CHECKING:
    from grader.model import Audience, Tier

EXIT_CODES = {"passed": 0, "failed": 1, "skipped": 1, "error": GraderError.exit_code}
"""Status of a check -> exit code; the highest of all checks is the command's."""

FORMATS = (*console.FORMATS, "brief", "classroom50", "csv", "github", "gitlab", "gradescope", "junit", "markdown")
"""What `--format` can be, beside what other packages bring."""

ONLY_POINTS = ("classroom50", "gradescope")
"""Formats whose reader takes another exit code than 0 for a failure of the grader's."""

FOOT = 1
"""Lines below a report that fits the screen, and what is said below it: the shell's prompt."""

OPENS = ("(all of it: `grade report`)", "(`grade report` opens it)")
"""What is said beside where the page is: where a part of the report is left out, and where none is."""


class FormatChoice(click.Choice[str]):
    """A format of ours, or one of another package: those are looked for only when one of ours is not meant."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name of a format. Raises UsageError where there is none of that name."""
        if value not in self.choices:
            from grader.report import of_others

            if value in of_others():
                return value
        return super().convert(value, param, ctx)


EPILOG = """\b
Examples:
  grade                              the exercise in this folder, or else the
                                     next one of the course
  grade 02                           an exercise by number, by name (gather,
  grade exercises/02_gather          or a part of it), or by folder
  grade ann.py --exercise 02_gather  any file, for an exercise
  grade 02 --format json -o out.json the report as data, in a file

\b
The course:
  grade init DIR                     make a course folder; then, in there:
  grade next                         the task of the next exercise
  grade watch                        grade on every save
  grade list                         what is passed, what is next, the points
  grade hint [EXERCISE]              a question that leads on
  grade predict [EXERCISE]           say first what a program will print
  grade report [EXERCISE]            the last report, in the browser
  grade solution [EXERCISE]          a solution, after passing
  grade reset EXERCISE               begin an exercise anew
  grade update                       bring what a newer course has

\b
Any program:
  grade explain [CODE]               what a diagnostic means, with an example
  grade trace FILE [ARGUMENTS]       what any asyncio program does, and why

\b
For instructors:
  grade batch ARCHIVE -e 02 -o OUT   what a whole class handed in
  grade regrade OUT                  the same again, after checks changed
  grade show OUT STUDENT             one student's report
  grade compare OUT1 OUT2            whose points moved
  grade forget OUT STUDENT           remove one student's data
  grade gradescope-zip EXERCISE...   an autograder to upload to Gradescope

\b
For authors:
  grade new SLUG                     begin an exercise
  grade verify EXERCISE...           prove an exercise's checks

\b
This machine:
  grade completion SHELL             complete all this on Tab: bash, zsh, fish
  grade doctor                       how programs are isolated here

\b
Exit codes: 0 passed, 1 failed, 2 interrupted, 3 the grader's own error,
4 wrong usage, 5 nothing found, 6 isolation not available.
"""


@click.command(cls=Command, epilog=EPILOG)
@options.submission
@click.option(
    "--format",
    "format_",
    type=FormatChoice(FORMATS),
    metavar="FORMAT",
    help=f"How to write the report: {', '.join(FORMATS)}. "
    "By default brief in a course folder; elsewhere terminal, or plain in a pipe.",
)
@options.plain
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write the report to this file.")
@click.option(
    "--also",
    type=(FormatChoice(FORMATS), click.Path(dir_okay=False, path_type=Path)),
    multiple=True,
    metavar="FORMAT FILE",
    help="Write the report in this format, too, to this file; can be given several times.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 also when checks failed.")
@options.running
@options.deciding
@click.option(
    "--for",
    "audience",
    type=click.Choice(("student", "instructor")),
    default="student",
    help="Who reads the report: an instructor is told of hidden checks, too. By default a student.",
)
@click.option("--schedule", metavar="TOKEN", default="", help="Run the schedule again that a report names.")
@click.version_option(__version__, prog_name="asyncgrade", message="%(prog)s %(version)s")
def command(
    target: str | None,
    exercise: str | None,
    format_: str | None,
    plain: bool,
    output: Path | None,
    also: tuple[tuple[str, Path], ...],
    exit_zero: bool,
    backend: str | None,
    require: Tier | None,
    unsafe_no_sandbox: bool,
    checks: Path | None,
    grading_toml: Path | None,
    audience: Audience,
    schedule: str,
) -> int:
    """Grade an exercise in asynchronous Python, and say why.

    The program runs on a virtual clock: a wait of two seconds costs no time and lasts exactly two seconds.
    """
    from .target import find

    conditions = options.conditions(backend, require, unsafe_no_sandbox, hiding=checks is not None)
    targets = find(target, exercise, Path.cwd())
    if not targets:
        return finished(Path(target or ""), format_)
    for found in targets:
        for file in (*([output] if output is not None else []), *(file for _, file in also)):
            if file.exists() and file.samefile(found.file):
                raise UsageError(f"{file} is the program that is graded: name another file for the report")
        with console.working(f"Grading {found.exercise.name} …", "; Ctrl-C ends it", steady=plain):
            from grader.exercise import read_submission
            from grader.grading import decided
            from grader.judge import grade
            from grader.policy import applied
            from grader.report import get_ready
            from grader.report.audience import shown_to

            from . import delivery, standing

            shown = [format_ or ("brief" if found.workspace is not None else console.default_format(output, plain))]
            added, grading = decided(grading_toml, checks, found.exercise)
            judged = grade(
                read_submission(found.file),
                found.exercise,
                **conditions,
                schedule=schedule,
                checks=added,
                grading=grading,
                meanwhile=partial(get_ready, "html", *shown),
            )
        whole = applied(judged, grading)
        report = shown_to(whole, "student", datetime.now(UTC))
        code = max(EXIT_CODES[result.status] for result in report.results)
        if code:
            break
    brief = format_ is None and output is None and found.workspace is not None and not (plain and code)
    brief = brief and audience == "student"
    format_ = "brief" if brief else format_ or console.default_format(output, plain)
    page = delivery.keep_page(report, found.file.parent)
    kept = standing.kept(found.workspace, found.exercise.name, report) if found.workspace is not None else ""
    below = output is None and format_ not in console.FOR_PEOPLE
    is_whole, told = True, whole if audience == "instructor" else report
    where = f"Report: {delivery.from_here(page)}" if page is not None else ""
    opens = OPENS if code and found.workspace is not None else ("", "")
    if brief:
        further = f"{_beside(where, opens[False])}\n{console.wrap(kept)}".split("\n")
        is_whole = delivery.deliver_fitted(report, len(list(filter(None, further))) + FOOT)
    else:
        delivery.deliver(told, format_, output, found.file, audience)
    for another, file in also:
        delivery.deliver(told, another, file, found.file, audience)
    if output is not None:
        console.echo(f"{found.exercise.name}: {report.score:g} of {report.max_score:g} points, written to {output}")
    if where:
        console.echo(_beside(where, opens[is_whole]), err=below)
    console.say(kept, err=below)
    exit_zero = exit_zero or format_ in ONLY_POINTS
    return 0 if exit_zero and code == EXIT_CODES["failed"] else code


def _beside(where: str, opens: str) -> str:
    """Put what opens the page behind where it is, or below it where both are wider than the terminal."""
    line = f"{where} {opens}".rstrip()
    return line if len(line) <= console.width() else f"{where}\n{opens}".rstrip()


def finished(folder: Path, format_: str | None) -> int:
    """Say that there is nothing left to grade."""
    from grader.course import progress

    from . import standing
    from .verb import course_folder

    workspace = course_folder(folder)
    console.say(standing.finished(workspace, progress.read(workspace)), err=format_ not in (None, *console.FOR_PEOPLE))
    return 0
