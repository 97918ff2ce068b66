"""`grade hint [EXERCISE]`: a question that leads on, one more each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from . import completion, console
from .verb import course_folder, meant, verb

if TYPE_CHECKING:
    from grader.course.hints import Hint


@verb("""
grade hint     for the exercise in this folder, or else the next one
grade hint 13  for exercise 13
""")
@click.argument("exercise", required=False, shell_complete=completion.exercises)
def command(exercise: str | None) -> int:
    """Show a hint, one more each time; after the last one, all of them.

    Without EXERCISE it is for the exercise in this folder, or else for the next one. It costs no points.
    """
    from grader.course import hints, progress

    workspace = course_folder()
    slug = meant(workspace, exercise) or progress.next_exercise(workspace, progress.read(workspace))
    if slug is None:
        console.say("Every exercise is passed: name the one that the hint is for, such as `grade hint 13`.")
        return 0
    hint = hints.next_hint(workspace, slug)
    console.say(head(hint))
    for number, text in enumerate(hint.texts, 1):
        mark = "  " if hint.number else f"  {number}. "
        console.say(text, first=mark, hang=len(mark))
    if hint.number and hint.number < hint.of:
        again = f"grade hint {exercise}" if exercise else "grade hint"
        console.say(f"\n`{again}` shows the next one.")
    if hint.code:
        console.say(f"\n`grade explain {hint.code}` shows with another example what the last report found.")
    return 0


def head(hint: Hint) -> str:
    """Say which hint it is, of how many."""
    if hint.number:
        return f"{hint.exercise}, hint {hint.number} of {hint.of}:\n"
    return f"{hint.exercise} has no more hints. These are all:\n" if hint.of else f"{hint.exercise} has no hints."
