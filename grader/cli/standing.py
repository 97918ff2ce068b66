"""How far a learner has come, in words: below a grade, and when the course is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grader.errors import ProgressError

from . import console

if TYPE_CHECKING:
    from grader.course.progress import Progress
    from grader.course.workspace import Workspace
    from grader.model import Report


def kept(workspace: Workspace, slug: str, report: Report) -> str:
    """Keep a grade of the learner's own file, and return what to say below it; empty where that is nothing.

    Where the progress cannot be kept, that is said, and the grade stands.
    """
    from grader.course import progress

    try:
        standing = progress.record(workspace, slug, report)
        if all(result.status == "passed" for result in report.results):
            return coming(workspace, progress.read(workspace))
    except ProgressError as error:
        console.note(f"grade: {error}")
        return ""
    return f"It passed on {standing.passed}, and that stands." if standing.passed else ""


def coming(workspace: Workspace, known: Progress) -> str:
    """Say which exercise is next, or that there is none."""
    from grader.course.progress import next_exercise

    slug = next_exercise(workspace, known)
    if slug is None:
        return finished(workspace, known)
    return f"Next: {slug}, “{workspace.exercise(slug).title}”. `grade next` shows the task."


def news(workspace: Workspace, known: Progress) -> str:
    """Say that the installed course is another one than the folder's; empty where it is not."""
    from grader.course.handout import is_older

    version = workspace.course.version
    return (
        f"Version {version} of the course is installed: `grade update` brings it." if is_older(workspace, known) else ""
    )


def finished(workspace: Workspace, known: Progress) -> str:
    """Say that the course is done."""
    return (
        f"The course is finished: all {len(workspace.course.exercises)} exercises are passed, with "
        f"{points(workspace, known)}. `grade list` shows them."
    )


def points(workspace: Workspace, known: Progress) -> str:
    """Say how many points were earned, of those of the exercises that were graded."""
    standings = [known.of(slug) for slug in workspace.course.exercises]
    earned, most = sum(standing.score for standing in standings), sum(standing.max_score for standing in standings)
    return f"{earned:g} of {most:g} points"
