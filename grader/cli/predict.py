"""`grade predict [EXERCISE | FILE]`: say first what a program will print, and when; then see it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.errors import NotFoundError, UsageError

from . import console, options
from .verb import number, verb

if TYPE_CHECKING:
    from grader.course.prediction import Line
    from grader.model import Outcome, Timeline

    from .target import Target


@verb("""
grade predict 02             your own program for exercise 02
grade predict 02 --solution  its solution, once that is passed
grade predict 02 --answer "b@0 d@0 c@1 a@2"
                             without a question

Exit codes: 0 every line came as predicted, 1 one did not; the others as
those of `grade`.
""")
@options.submission
@click.option("--solution", is_flag=True, help="Predict the solution; only of an exercise that is passed.")
@click.option("--answer", metavar="TEXT", help="The prediction, such as `b@0 a@1.5`; without it, it is asked for.")
@options.backend
def command(target: str | None, exercise: str | None, solution: bool, answer: str | None, backend: str | None) -> int:
    """Predict in which order, and at which second, `main` prints its lines; then see what it did, and why.

    Nothing is graded or kept.
    """
    from grader.course import prediction
    from grader.exercise import read_submission
    from grader.judge import rehearse
    from grader.trace import timeline

    from .target import find

    targets = find(target, exercise, Path.cwd())
    if not targets:
        raise UsageError("every exercise is passed: name the one to predict, such as `grade predict 13`")
    found = targets[0]
    file = _solution(found) if solution else found.file
    with console.working(f"Running {file.name} …", "; Ctrl-C ends it"):
        shown = timeline(rehearse(read_submission(file), found.exercise, backend=backend), None)
    happened = shown.actual_lines[: prediction.MOST]
    texts = prediction.letters(happened)
    _say(file, len(shown.actual_lines), len(happened), shown.outcome)
    if answer is not None:
        _list(texts)
    predicted = prediction.read(answer, texts) if answer is not None else _answer(texts, happened)
    rows = prediction.compare(predicted, happened)
    _show([(row.predicted, row.happened, row.verdict) for row in rows], shown)
    return 0 if all(row.verdict == "right" for row in rows) else 1


def _solution(found: Target) -> Path:
    """Return the solution's file, of an exercise that is passed. Raises UsageError for another one."""
    from grader.course import progress
    from grader.exercise import load_exercise, solution_folder

    slug = found.exercise.name
    if found.workspace is None or not progress.read(found.workspace).of(slug).passed:
        raise UsageError(f"{slug} is not passed yet: `grade predict {number(slug)}` is about your own program")
    folder = solution_folder(found.exercise)
    file = folder / load_exercise(found.exercise).file if folder is not None else None
    if file is None or not file.is_file():
        raise NotFoundError(
            f"{slug} has no solution in this course: `grade predict {number(slug)}` is about your own program"
        )
    return file


def _say(file: Path, lines: int, shown: int, outcome: Outcome | None) -> None:
    """Say what is to be put in order. Raises UsageError where there is nothing."""
    from grader.model import Returned
    from grader.report.words import outcome_words

    ended = "" if outcome is None or isinstance(outcome, Returned) else f" ({outcome_words(outcome, 'main()')})"
    if not shown:
        raise UsageError(
            f"`main()` of {file.name} prints nothing{ended}, so there is nothing to predict; `grade` says why"
        )
    number = f"its first {shown} of {lines} lines" if shown < lines else "one line" if lines == 1 else f"{lines} lines"
    console.say(f"`main()` of {file.name} prints {number}{ended}.")


def _list(texts: dict[str, str]) -> None:
    from grader.report.visible import cut, visible

    console.say("Here each text has a letter, by the alphabet:\n")
    for letter, text in texts.items():
        console.say(cut(visible(text), console.width()), first=f"  {letter}", hang=5)


def _answer(texts: dict[str, str], happened: Sequence[Line]) -> tuple[Line, ...]:
    """Ask for a prediction: with keys where there are some, else for a typed one. Raises UsageError."""
    from . import arranging

    if arranging.is_possible(len(happened)):
        console.say("In which order do they come, and at which second?\n")
        arranged = arranging.arrange([text for _, text in happened])
        if arranged is not None:
            return arranged
        console.echo()
    _list(texts)
    return _typed(texts)


def _typed(texts: dict[str, str]) -> tuple[Line, ...]:
    """Ask until an answer can be read. Raises UsageError where nobody answers."""
    from grader.course import prediction

    last = list(texts)[-1]
    console.say(f"\nIn which order do they come, and at which second? Type letters with seconds: a@0 {last}@1.5")
    while True:
        console.echo("Prediction: ", nl=False, err=True)
        typed = sys.stdin.readline()
        if not typed:
            raise UsageError("nobody can be asked here: give the prediction with --answer")
        try:
            return prediction.read(typed, texts)
        except UsageError as error:
            if not sys.stdin.isatty():
                raise
            console.say(str(error))


def _show(rows: list[tuple[Line | None, Line | None, str]], timeline: Timeline) -> None:
    from grader.report.foreseen import render

    from .delivery import write

    console.echo()
    write(partial(render, rows, timeline, heard=console.heard()), "terminal" if sys.stdout.isatty() else "plain", None)
